import {type AdminLea, adminLeas, apportion} from "./adminAreas.js";
import {ADMIN_TRUTH} from "./adminTruth.js";
import type {FileForm, SimulatedFile} from "./file.js";
import type {Random} from "./random.js";
import type {World} from "./world.js";

const HEADER = ["line_id", "programme_id", "holder", "lea_code", "month", "allocation_gbp", "outturn_gbp"];
const PERIOD = "2004-05";
const MONTHS = ["2004-04", "2004-05", "2004-06"] as const;
const CSV: FileForm = {kind: "csv", delimiter: ",", encoding: "utf8", titleRows: []};
const XLSX: FileForm = {kind: "xlsx", sheet: "Funding", titleRows: ["Standards Fund return 2004-05 (synthetic)"]};

/** What LEAs spend Grant 25 on, with the share of each; 'general' is remodelling and the like. */
const USES = [
  ["general", 0.55],
  ["Q09", 0.1],
  ["Q10", 0.2],
  ["Q04", 0.1],
  ["Q05", 0.05]
] as const;

/** Returns DfES's allocations by LEA, which add up to the plan's sums, and the LEAs' returns of what they spent. */
export function simulateFunding(world: World): SimulatedFile[] {
  const leas = adminLeas(world);
  const weights = leas.map(({headcount}) => headcount);
  const grants = apportion(ADMIN_TRUTH.grant25Gbp, weights);
  const delegated = apportion(ADMIN_TRUTH.schoolGrantGbp, weights);
  const allocations = leas.flatMap(({code}, index) => [
    ["B02", "general", "schools", code, "2004-04", String(delegated[index] ?? 0), ""],
    ["B03", "general", "lea", code, "2004-04", String(grants[index] ?? 0), ""]
  ]);
  return [
    file({sender: "DFES", received: "2004-04-22", rows: allocations, form: XLSX}),
    ...leas.flatMap((lea, index) =>
      leaFiles(world.random.stream(`funding/${lea.code}`), lea, {
        grant: grants[index] ?? 0,
        delegated: delegated[index] ?? 0
      })
    )
  ];
}

/** Most LEAs send once in June, telling of April and May; a few in July, with June; a few never; a few twice. */
function leaFiles(source: Random, lea: AdminLea, money: {grant: number; delegated: number}): SimulatedFile[] {
  const habit = source.next();
  const form = source.chance(0.35)
    ? XLSX
    : source.chance(0.2)
      ? ({...CSV, delimiter: ";", encoding: "utf8-bom"} as const)
      : CSV;
  const rows = MONTHS.map((month) => spending(source, lea, {month, ...money}));
  const toMay = rows.slice(0, 2).flat();
  if (habit < 0.04) return [];
  const received = `2004-06-${source.integer(10, 25)}`;
  if (habit < 0.1) return [file({sender: lea.code, received: "2004-07-12", rows: rows.flat(), form})];
  const june = file({sender: lea.code, received, rows: toMay, form});
  if (habit < 0.16)
    return [file({sender: lea.code, received: "2004-05-24", rows: rows[0] ?? [], form}), {...june, submission: 2}];
  return [june];
}

/** Some LEAs tell what their schools spent of the delegated grant, most do not; a few name a line that does not exist. */
function spending(
  source: Random,
  {code}: AdminLea,
  {month, grant, delegated}: {month: string; grant: number; delegated: number}
): string[][] {
  const rate = 0.05 + 0.05 * source.next();
  const uses = USES.filter(([, share]) => share > 0.15 || source.chance(0.7));
  const rows = uses.map(([programme, share]) => {
    const spent = (grant * rate * share * (0.6 + 0.8 * source.next())).toFixed(2);
    return [source.chance(0.004) ? "G25" : "B03", programme, "lea", code, month, "", spent];
  });
  const bySchools = source.chance(0.2) ? (delegated * rate).toFixed(2) : "";
  return [["B02", "general", "schools", code, month, "", bySchools], ...rows];
}

function file(of: {sender: string; received: string; rows: readonly string[][]; form: FileForm}): SimulatedFile {
  return {collection: "funding", period: PERIOD, submission: 1, header: HEADER, ...of};
}
