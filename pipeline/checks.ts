import {readdir, readFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {UserError} from "./error.js";
import {type Log, silent} from "./log.js";
import {readTables} from "./models.js";
import {openWarehouse, query, type Row} from "./warehouse.js";

const SCHEMAS = ["raw", "reference", "stage", "marts"];
const SHOWN = 5;

/** A SELECT of offenders against a sentence that must be true. */
export interface Check {
  name: string; // the sentence: rows_read_is_accepted_plus_held
  file: string;
  reads: readonly string[];
  sql: string;
}

/** Reads the checks of a folder, in the order of their names. */
export async function readChecks(folder: string): Promise<Check[]> {
  const warehouse = await openWarehouse();
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
    const checks: Check[] = [];
    for (const name of names) {
      const sql = await readFile(join(folder, name), "utf8");
      const file = `${basename(dirname(folder))}/${basename(folder)}/${name}`;
      const reads = await readTables(warehouse.connection, sql);
      const forbidden = reads.find((table) => !SCHEMAS.includes(table.slice(0, table.indexOf("."))));
      if (forbidden) throw new Error(`forbidden read: ${forbidden} in ${file}`);
      checks.push({name: basename(name, ".sql"), file, reads, sql});
    }
    return checks;
  } finally {
    warehouse.close();
  }
}

/** Runs every check of `folder`, then stops the release with a line for each that has offenders. */
export async function runChecks(
  connection: DuckDBConnection,
  {folder, log = silent}: {folder: string; log?: Log}
): Promise<void> {
  const faults: string[] = [];
  for (const check of await readChecks(folder)) {
    const offenders = await query(connection, check.sql);
    if (offenders.length > 0) faults.push(fault(check, offenders));
    log.tick();
  }
  if (faults.length > 0) throw new UserError(faults.join("\n"));
}

function fault({name, file}: Check, offenders: readonly Row[]): string {
  const shown = offenders.slice(0, SHOWN).map(offender).join("; ");
  const more = offenders.length > SHOWN ? `; and ${offenders.length - SHOWN} more` : "";
  return (
    `${file}: expected that ${name.replaceAll("_", " ")}; got ${offenders.length} that break it: ${shown}${more}. ` +
    "Nothing was published; correct the return, the reference table or the model named, and build again."
  );
}

const offender = (row: Row): string =>
  Object.entries(row)
    .map(([column, value]) => `${column} ${value}`)
    .join(", ");
