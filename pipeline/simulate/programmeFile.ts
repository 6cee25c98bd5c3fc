import type {FileForm, SimulatedFile} from "./file.js";

const COLUMNS = [
  "programme_id",
  "route_or_level",
  "cohort",
  "provider_id",
  "lea_code",
  "month",
  "cohort_start_date",
  "cohort_planned_end_date",
  "places_planned",
  "places_funded",
  "places_offered",
  "places_taken",
  "starts",
  "completions",
  "withdrawals",
  "assessed",
  "passed",
  "days"
] as const;

/** A row of a programme return; what is left out stands blank. */
export type ProgrammeRow = Partial<Record<(typeof COLUMNS)[number], string | number>>;

const PROGRAMME_CSV: FileForm = {kind: "csv", delimiter: ",", encoding: "utf8", titleRows: []};
export const PROGRAMME_XLSX: FileForm = {
  kind: "xlsx",
  sheet: "Programme",
  titleRows: ["Programme return (synthetic)", "One row a cohort, provider, LEA and month"]
};

/** Returns a programme return of one sender and month. */
export function programmeFile(
  of: {sender: string; period: string; received: string; submission?: number; form?: FileForm},
  rows: readonly ProgrammeRow[]
): SimulatedFile {
  return {
    collection: "programme",
    period: of.period,
    sender: of.sender,
    submission: of.submission ?? 1,
    received: of.received,
    header: COLUMNS,
    rows: rows.map((row) => COLUMNS.map((name) => String(row[name] ?? ""))),
    form: of.form ?? PROGRAMME_CSV
  };
}
