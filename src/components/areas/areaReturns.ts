import {count, sentence, withYears} from "../format.js";
import {groups} from "../groups.js";
import type {Release, Return} from "../release.js";
import {surveyMonth} from "../surveyWords.js";
import {type AreaTable, numberCell} from "./areaTable.js";
import {type Area, areasWithin, figuresAt} from "./place.js";
import {areaFile} from "./wording.js";

/** Statuses of a return that is in use. */
const IN_USE = new Set<string>(["received", "resubmitted", "late"]);

/** Returns what the senders of an area were to send, what came, and who has not sent it. */
export function areaReturnsTable(release: Release, area: Area): AreaTable {
  const returns = returnsOf(release, area);
  const kinds = [...groups(returns, ({collection, period}) => `${collection} ${period}`).values()].toSorted(byKind);
  const missing = returns.filter(({status}) => !IN_USE.has(status));
  return {
    id: "returns",
    finding: returnsFinding(returns.length, missing.length),
    measure:
      "What local LSCs, LEAs and providers here were expected to send by the position’s date, and who has not. Late ones are in use.",
    caption: `Returns from ${area.area_name}`,
    columns: [
      {title: "Return"},
      {title: "For"},
      {title: "In use", isNumber: true},
      {title: "Of those late", isNumber: true},
      {title: "Resubmitted", isNumber: true},
      {title: "Missing", isNumber: true},
      {title: "From whom it is missing", isLong: true}
    ],
    rows: kinds.map((kind) => {
      const [first] = kind;
      const gone = kind.filter(({status}) => !IN_USE.has(status));
      const of = (status: string) => numberCell(kind.filter((row) => row.status === status).length, count);
      return [
        nameOf(first?.collection ?? ""),
        periodOf(first?.period ?? ""),
        `${count(kind.length - gone.length)} of ${count(kind.length)}`,
        of("late"),
        of("resubmitted"),
        numberCell(gone.length, count),
        gone.map(senderOf).toSorted().join("; ") || "nobody"
      ];
    }),
    file: areaFile(area, {of: "returns", rows: returns}),
    source: "Source: the ledger of returns and the list of expected senders.",
    about: figuresAt(release, "QUA-02", {area_code: area.area_code, by: ["collection"]})
  };
}

/** Returns the returns expected of an area's own bodies: of itself, and of the local LSCs, LEAs and providers in it. */
export function returnsOf(release: Release, area: Area): Return[] {
  const inside = (["local_lsc", "lea"] as const).flatMap((level) => areasWithin(release, area.area_code, {level}));
  const codes = new Set([area.area_code, ...inside.map(({area_code}) => area_code)]);
  return release.returns.filter(({area_code}) => area_code !== null && codes.has(area_code));
}

/** Returns "3 of the 12 returns expected from here have not come". */
function returnsFinding(all: number, missing: number): string {
  if (all === 0) return "No return is expected from here";
  if (missing === 0 && all === 1) return "The one return expected from here has come";
  if (missing === 0) return `${all === 2 ? "Both" : `All ${count(all)}`} returns expected from here have come`;
  return `${count(missing)} of the ${count(all)} returns expected from here ${missing === 1 ? "has" : "have"} not come`;
}

const senderOf = ({sender_name, status}: Return): string =>
  `${sender_name.replace(/ \(synthetic\)$/, "")}${status === "not received" ? "" : ` (${status})`}`;

const NAMES: Readonly<Record<string, string>> = {
  enrolment: "Enrolments of a provider",
  funding: "Funding of an LEA",
  local_plan: "Local plan",
  programme: "Programmes of an LEA",
  school_frame: "Schools in the survey",
  school_questionnaire: "Heads’ questionnaire",
  staff_questionnaire: "Staff questionnaire"
};

const nameOf = (collection: string): string => NAMES[collection] ?? sentence(collection.replaceAll("_", " "));

/** Returns "March 2004" for a month, "2003–04" for a year. */
const periodOf = (period: string): string =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(period) && Number(period.slice(5)) !== (Number(period.slice(2, 4)) + 1) % 100
    ? surveyMonth(period)
    : withYears(period);

function byKind([a]: readonly Return[], [b]: readonly Return[]): number {
  const key = (row: Return | undefined): string => `${nameOf(row?.collection ?? "")} ${row?.period ?? ""}`;
  return key(a) < key(b) ? -1 : 1;
}
