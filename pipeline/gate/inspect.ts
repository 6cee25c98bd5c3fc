import type {DuckDBConnection} from "@duckdb/node-api";
import type {z} from "zod";
import {type PublishedTable, rowSchema} from "../contracts/published/table.js";
import {query, type Row} from "../warehouse.js";
import {columnsOf, sortKey} from "./tables.js";

/** What a spreadsheet would run, or what would break a line: no published text begins with or holds it. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Throws where `published.<table>` is not exactly what its contract says; returns how many rows it has. */
export async function inspectTable(connection: DuckDBConnection, table: PublishedTable): Promise<number> {
  const name = `published.${table.table}`;
  const columns = await columnsOf(connection, name);
  if (columns.join() !== table.columns.join()) throw new Error(`invalid columns: ${name}: ${columns.join(", ")}`);
  const schema = rowSchema(table);
  const keys = new Set<string>();
  const rows = await query(connection, `select ${columns.join(", ")} from ${name} order by ${sortKey(table)}`);
  for (const row of rows) {
    const key = table.key.map((column) => row[column] ?? "").join("|");
    const fault = textFault(row) ?? duplicate(keys, key) ?? schemaFault(schema, row) ?? symbolFault(table, row);
    if (fault) throw new Error(`${fault} in ${name}, ${key}`);
  }
  return rows.length;
}

function duplicate(keys: Set<string>, key: string): string | undefined {
  if (keys.has(key)) return "duplicate key";
  keys.add(key);
}

function textFault(row: Row): string | undefined {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== "string") continue;
    if (FORMULA.test(value)) return `formula text: ${column}`;
    if (CONTROL.test(value)) return `control character: ${column}`;
  }
}

function schemaFault(schema: z.ZodObject, row: Row): string | undefined {
  const [issue] = schema.safeParse(row).error?.issues ?? [];
  return issue && `invalid ${issue.path.join(".")}: ${issue.message}`;
}

function symbolFault(table: PublishedTable, row: Row): string | undefined {
  for (const [column, symbol] of Object.entries(table.symbols ?? {})) {
    if (row[symbol] !== null && row[column] !== null) return `number beside a symbol: ${column}`;
    if (row[symbol] === null && row[column] === null && !row.bound) return `missing symbol: ${column}`;
  }
}
