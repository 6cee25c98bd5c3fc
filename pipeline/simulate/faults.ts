import type {Random} from "./random.js";

/** What can be wrong with a row of an enrolment file so that it is held. */
export type Fault = (typeof FAULTS)[number][0];

const FAULT_RATE = 0.022;
const FAULTS = [
  ["aim_unknown", 30],
  ["start_missing", 14],
  ["ends_before_start", 12],
  ["end_without_completion", 16],
  ["ethnicity_unknown", 12],
  ["sex_unknown", 6],
  ["too_many_units", 10]
] as const;

/** Returns the fault of a row, or none. */
export function pickFault(source: Random): Fault | null {
  return source.chance(FAULT_RATE) ? source.weighted(FAULTS) : null;
}

/** Returns the cells with the fault written into them. */
export function spoil(cells: Readonly<Record<string, string>>, fault: Fault): Record<string, string> {
  switch (fault) {
    case "aim_unknown":
      return {...cells, A09: `${(cells.A09 ?? "").slice(0, 5)}9X9`};
    case "start_missing":
      return {...cells, A27: ""};
    case "ends_before_start":
      return {...cells, A28: (cells.A27 ?? "").replace(/^\d{4}/, "2002")};
    case "end_without_completion":
      return {...cells, A34: cells.A31 ? "1" : "2", A35: ""};
    case "ethnicity_unknown":
      return {...cells, L12: "00"};
    case "sex_unknown":
      return {...cells, L13: "U"};
    case "too_many_units":
      return {...cells, A37: "12", A38: "7"};
  }
}
