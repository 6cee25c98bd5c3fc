import {existsSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {UserError} from "../error.js";
import {literal, openWarehouse, query} from "../warehouse.js";

/** What a sender is told about a file: its rows, and each thing that is wrong with its place and remedy. */
export interface ReturnReport {
  file: string;
  status: string; // "used", "replaced" or "refused"
  rowsRead: number;
  rowsAccepted: number;
  rowsHeld: number;
  issues: readonly ReportedIssue[];
}

export interface ReportedIssue {
  record: number | null;
  place: string;
  column: string;
  code: string;
  severity: string; // "error" holds the row or refuses the file
  expected: string;
  got: string;
  remedy: string;
}

const CSV_COLUMNS = ["place", "column", "code", "severity", "expected", "got", "remedy"] as const;

/** Reads the report of a file from schema raw; undefined where the file was not read. */
export async function readReport(connection: DuckDBConnection, file: string): Promise<ReturnReport | undefined> {
  const [row] = await query(
    connection,
    `select file_id, status, rows_read, rows_accepted, rows_held from raw.files where file = ${literal(file)}`
  );
  if (!row) return undefined;
  const issues = await query(
    connection,
    `select record_number, place, column_name, code, severity, expected, got, remedy
from raw.issues
where file_id = ${Number(row.file_id)}
order by severity, code, column_name, record_number nulls last, place`
  );
  return {
    file,
    status: String(row.status),
    rowsRead: Number(row.rows_read),
    rowsAccepted: Number(row.rows_accepted),
    rowsHeld: Number(row.rows_held),
    issues: issues.map(({record_number, place, column_name, code, severity, expected, got, remedy}) => ({
      record: record_number === null ? null : Number(record_number),
      place: String(place),
      column: String(column_name ?? ""),
      code: String(code),
      severity: String(severity),
      expected: String(expected),
      got: String(got),
      remedy: String(remedy)
    }))
  };
}

/** Reads the report of a file, by its address under data/returns, from the warehouse that the last build left. */
export async function reportFile(warehouse: string, file: string): Promise<ReturnReport> {
  if (!existsSync(warehouse))
    throw new UserError(`${warehouse}: expected the warehouse of a build; found none. Run \`uptake build\` first.`);
  const {connection, close} = await openWarehouse(warehouse, {isReadOnly: true});
  try {
    const report = await readReport(connection, file);
    if (report) return report;
    throw new UserError(
      `${file}: expected a file that the last build has read, such as staff_questionnaire/2004-03/LLSC01.csv; found none.`
    );
  } finally {
    close();
  }
}

/** Returns a report as a person reads it on a terminal: one paragraph for each fault, with its places. */
export function reportText({file, status, rowsRead, rowsAccepted, rowsHeld, issues}: ReturnReport): string {
  const head =
    status === "refused"
      ? `${file}: refused, no row was read.`
      : `${file}: ${count(rowsRead, "row")} read, ${rowsAccepted} accepted, ${rowsHeld} held.`;
  const faults = new Map<string, ReportedIssue[]>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code} ${issue.expected}`;
    faults.set(key, [...(faults.get(key) ?? []), issue]);
  }
  const paragraphs = [...faults.values()].map((same) => {
    const [first] = same;
    if (!first) return "";
    const column = first.column ? ` ${first.column}` : "";
    return [
      `${first.severity === "error" ? "Error" : "Warning"} ${first.code}${column}: expected ${first.expected}.`,
      ...same.map(({place, got}) => (got.startsWith("…") ? `  ${got}` : `  ${place}: got ${got}`)),
      `  ${first.remedy}`
    ].join("\n");
  });
  return `${[head, ...paragraphs].join("\n\n")}\n`;
}

/** Returns a report as CSV, one line for each thing that is wrong. */
export function reportCsv({issues}: ReturnReport): string {
  return [CSV_COLUMNS, ...issues.map((issue) => CSV_COLUMNS.map((name) => issue[name]))].map(csvLine).join("");
}

/** Returns cells as a line of CSV, quoted where they must be. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`;
}

const count = (of: number, noun: string): string => `${of} ${noun}${of === 1 ? "" : "s"}`;
