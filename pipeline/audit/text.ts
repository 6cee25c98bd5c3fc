import type {Release} from "./release.js";

/** What a spreadsheet would run. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** Returns, as sentences, the published texts that a spreadsheet would take for a formula. */
export function looseText(release: Release): string[] {
  const faults: string[] = [];
  for (const [table, rows] of release.tables)
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (typeof value === "string" && FORMULA.test(value))
          faults.push(`${table}.csv, ${column}: ${JSON.stringify(value)} begins like a formula`);
  return faults;
}
