import type {DuckDBConnection} from "@duckdb/node-api";
import {COLLECTIONS} from "../contracts/collections.js";
import {columnMeta} from "../contracts/contract.js";
import {literal} from "../warehouse.js";

export const reads: readonly string[] = [];

/** Builds marts.labels: one row per collection, column and code, with the label that the contract gives it. */
export async function build(connection: DuckDBConnection): Promise<void> {
  const rows = COLLECTIONS.flatMap(({collection, schema}) =>
    Object.entries(schema.shape).flatMap(([name, column]) =>
      Object.entries(columnMeta(column, name).labels ?? {}).map((label) => [collection, name, ...label])
    )
  );
  const values = rows.map((row) => `(${row.map(literal).join(", ")})`).join(",\n");
  await connection.run(`
create or replace table marts.labels as
select collection, column_name, code, label
from (values ${values}) as labels (collection, column_name, code, label)
order by collection, column_name, code`);
}
