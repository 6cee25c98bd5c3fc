import type {FaultKind} from "../../pipeline/audit/fault.js";
import type {Line} from "./release.js";

/** Changes the figures that fit and leaves the others. */
export const changing =
  (fits: (line: Line) => boolean, change: (line: Line) => Line) =>
  (lines: Line[]): Line[] => {
    const at = lines.findIndex(fits);
    if (at === -1) throw new Error("missing line to change");
    return lines.map((line, place) => (place === at ? change(line) : line));
  };
export const is =
  (given: Partial<Line>) =>
  (line: Line): boolean =>
    Object.entries(given).every(([name, text]) => line[name] === text);
const shown = (line: Line): boolean => /^\d+$/.test(line.value ?? "") && Number(line.value) > 0;
export const withValue =
  (value: (now: string) => string) =>
  (line: Line): Line => ({
    ...line,
    value: value(line.value ?? ""),
    symbol: "",
    symbol_reason: "",
    reliability: "reliable"
  });

export const STARTS = {indicator_id: "UPT-04", unit: "starts"};
const REGIONAL_PROGRAMME = (line: Line): boolean =>
  is({...STARTS, area_level: "region", period_type: "academic"})(line) && line.programme_id !== "";

const SHORTFALL: Readonly<Record<string, string>> = {"One level": "37", "Two levels": "58", "Three levels": "5"};

/** A change that somebody makes to a table of figures, and what tells of it when the catalogue is written to match. */
export const MUTATIONS: readonly [string, (lines: Line[]) => Line[], FaultKind | "told"][] = [
  [
    "shows the true number where low stands",
    changing(
      is({...STARTS, symbol: "low"}),
      withValue(() => "7")
    ),
    "shape"
  ],
  [
    "shows a number of ten where low stands",
    changing(
      is({...STARTS, symbol: "low"}),
      withValue(() => "10")
    ),
    "sum"
  ],
  ["leaves the number beside its symbol", changing(is({symbol: "low"}), (line) => ({...line, value: "10"})), "shape"],
  [
    "gives a reason that is none of the public ones",
    changing(is({symbol: "low"}), (line) => ({...line, symbol_reason: "only_one_person"})),
    "shape"
  ],
  [
    "shifts a part by ten",
    changing(
      (line) => REGIONAL_PROGRAMME(line) && shown(line),
      withValue((now) => String(Number(now) + 10))
    ),
    "sum"
  ],
  [
    "shifts a total by ten",
    changing(
      (line) => is({...STARTS, area_level: "national", programme_id: ""})(line),
      withValue((now) => String(Number(now) - 10))
    ),
    "sum"
  ],
  [
    "shows a number that is not rounded",
    changing(
      (line) => REGIONAL_PROGRAMME(line) && shown(line),
      withValue((now) => String(Number(now) + 3))
    ),
    "shape"
  ],
  ["adds a margin that is not declared", (lines) => [...lines, ...margin(lines)], "unlisted"],
  ["adds a total that its parts do not come to", (lines) => [...lines, ...financialYear(lines)], "sum"],
  [
    "adds a combination that is not listed",
    (lines) => [...lines, {...first(lines, REGIONAL_PROGRAMME), dimension_1: "sex", category_1: "Female"}],
    "unlisted"
  ],
  [
    "adds a decimal to a rate",
    changing(
      is({indicator_id: "OUT-01", symbol: ""}),
      withValue((now) => `${now}${now.includes(".") ? "" : ".0"}4`)
    ),
    "shape"
  ],
  [
    "gives a rate of the true parts",
    changing(
      is({indicator_id: "OUT-01", symbol: ""}),
      withValue((now) => String(Number(now) + 0.3))
    ),
    "shape"
  ],
  [
    "gives limits of the true parts",
    changing(
      (line) => is({indicator_id: "OUT-01", symbol: ""})(line) && line.lower !== "",
      (line) => ({...line, lower: String(Number(line.lower) + 0.3)})
    ),
    "shape"
  ],
  [
    "gives a numerator that is not rounded",
    changing(is({indicator_id: "OUT-01", symbol: ""}), (line) => ({
      ...line,
      numerator: String(Number(line.numerator) + 1)
    })),
    "shape"
  ],
  [
    "adds a decimal to a survey percentage",
    changing(
      is({indicator_id: "OFF-01", symbol: ""}),
      withValue((now) => `${now}.4`)
    ),
    "shape"
  ],
  [
    "gives the base of a survey percentage as it is",
    changing(is({indicator_id: "OFF-01", symbol: ""}), (line) => ({...line, base: String(Number(line.base) - 3)})),
    "shape"
  ],
  [
    "gives the weighted numbers behind a survey percentage",
    changing(is({indicator_id: "OFF-01", symbol: ""}), (line) => ({...line, numerator: "120", denominator: "300"})),
    "shape"
  ],
  [
    "shows none of a small group where it said unreliable",
    changing(is({indicator_id: "OUT-01", symbol: "u"}), (line) => ({
      ...withValue(() => "0")(line),
      numerator: "0",
      denominator: "20"
    })),
    "told"
  ],
  [
    "gives a cost to the penny",
    changing(
      is({indicator_id: "FIN-02", symbol: ""}),
      withValue((now) => `${now}.37`)
    ),
    "shape"
  ],
  [
    "gives a cost to one figure more",
    changing(
      is({indicator_id: "FIN-02", symbol: ""}),
      withValue((now) => String(Number(now) + 30))
    ),
    "shape"
  ],
  [
    "gives a cost of the true number of people, beside the money",
    changing(
      is({indicator_id: "FIN-04", symbol: ""}),
      withValue(() => (90_000 / 127).toFixed(1))
    ),
    "told"
  ],
  [
    "gives a cost that no number of people rounded as shown could have",
    changing(
      is({indicator_id: "FIN-04", symbol: ""}),
      withValue((now) => String(2 * Number(now)))
    ),
    "statistic"
  ],
  [
    "adds a decimal to a rate drawn towards the mean",
    changing(
      is({indicator_id: "REG-03", symbol: ""}),
      withValue((now) => `${now}.4`)
    ),
    "shape"
  ],
  [
    "gives a ratio to three figures",
    changing(
      is({indicator_id: "EQU-01", symbol: ""}),
      withValue(() => "1.23")
    ),
    "shape"
  ],
  [
    "adds a statistic that nobody declared",
    changing(is({indicator_id: "EQU-01", symbol: ""}), (line) => ({...line, unit: "ratio of medians"})),
    "statistic"
  ],
  [
    "gives limits of a percentage so near that almost all who could have answered must have",
    changing(is({indicator_id: "OFF-01", area_code: "YH"}), (line) => ({...line, lower: "37", upper: "47"})),
    "told"
  ],
  [
    "shows the parts of a percentage that is withheld",
    (lines) =>
      lines.map((line) =>
        is({indicator_id: "GAP-01", dimension_1: "gap depth", symbol: "c"})(line)
          ? {...withValue(() => SHORTFALL[line.category_1 ?? ""] ?? "")(line), base: "130"}
          : line
      ),
    "told"
  ],
  [
    "shows two numbers for the people behind two rates",
    changing(is({indicator_id: "OUT-04", symbol: ""}), (line) => ({
      ...line,
      denominator: String(Number(line.denominator) + 10)
    })),
    "two numbers"
  ],
  ["writes a formula", changing(shown, (line) => ({...line, category_1: "=1+1", dimension_1: "sex"})), "text"]
];

function first(lines: readonly Line[], fits: (line: Line) => boolean): Line {
  const found = lines.find(fits);
  if (!found) throw new Error("missing line");
  return found;
}

/** Starts by month for a local LSC: months are for the nation and regions. */
function margin(lines: readonly Line[]): Line[] {
  const line = first(lines, is({...STARTS, area_level: "local_lsc", period_type: "academic"}));
  return [{...line, period_type: "month", period: "2004-01"}];
}

/** A year that no figure was given for: its months are there. */
function financialYear(lines: readonly Line[]): Line[] {
  const line = first(lines, is({...STARTS, area_level: "national", period_type: "academic", programme_id: ""}));
  return [{...line, period_type: "financial", period: "2003-04", value: "990"}];
}
