import type {DuckDBConnection} from "@duckdb/node-api";
import {type ColumnType, columnType, type PublishedTable} from "../contracts/published/table.js";
import {query} from "../warehouse.js";

const SQL_TYPES: Record<ColumnType, string> = {
  text: "varchar",
  boolean: "boolean",
  integer: "integer",
  number: "double"
};

/** Makes `published.<table>` from a SELECT of its columns by name, typed as the contract says and sorted by its key. */
export async function fillTable(
  connection: DuckDBConnection,
  {table, select}: {table: PublishedTable; select: string}
): Promise<void> {
  const columns = table.columns.map((name) => `cast(${name} as ${sqlType(name)}) as ${name}`);
  await connection.run(`
create or replace table published.${table.table} as
select
    ${columns.join(",\n    ")}
from (${select}) as candidates
order by ${sortKey(table)}`);
}

/** Returns a SELECT of no row that has the columns of a published table, typed. */
export function emptyTable(table: PublishedTable): string {
  return `select ${table.columns.map((name) => `null::${sqlType(name)} as ${name}`).join(", ")} where false`;
}

/** Returns the ORDER BY list of a published table: its key, totals (empty) before their parts. */
export function sortKey(table: PublishedTable): string {
  return table.key.map((name) => `${name} nulls first`).join(", ");
}

/** Returns DuckDB's type for a published column. */
export function sqlType(name: PublishedTable["columns"][number]): string {
  return SQL_TYPES[columnType(name)];
}

/** Returns the columns of a table in the warehouse, in order; throws where there is no such table. */
export async function columnsOf(connection: DuckDBConnection, name: string): Promise<string[]> {
  const [schema, table] = name.split(".");
  const rows = await query(
    connection,
    `
select column_name as name
from information_schema.columns
where table_schema = '${schema}' and table_name = '${table}'
order by ordinal_position`
  );
  if (rows.length === 0) throw new Error(`missing table: ${name}`);
  return rows.map((row) => String(row.name));
}
