import type {DuckDBConnection} from "@duckdb/node-api";
import {literal, type Value} from "./warehouse.js";

/** A row to be written; a column that is left out, or undefined, is null. */
export type NewRow = Readonly<Record<string, Value | undefined>>;

/** A table to be made, with the SQL type of each column. */
export interface NewTable {
  table: string; // marts.learner_outcomes
  columns: Readonly<Record<string, string>>;
}

const CHUNK = 1000;

/** Makes a table, or makes it anew, and fills it with rows in their order. Throws `unknown column: …`. */
export async function writeTable(
  connection: DuckDBConnection,
  {table, columns, rows}: NewTable & {rows: readonly NewRow[]}
): Promise<void> {
  const names = Object.keys(columns);
  for (const row of rows) {
    const stray = Object.keys(row).find((name) => !names.includes(name));
    if (stray !== undefined) throw new Error(`unknown column: ${stray} of ${table}`);
  }
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await connection.run(`create or replace table ${table} (${typed.join(", ")})`);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const values = rows
      .slice(from, from + CHUNK)
      .map((row) => `(${names.map((name) => literal(row[name] ?? null)).join(", ")})`);
    await connection.run(`insert into ${table} values ${values.join(",\n")}`);
  }
}
