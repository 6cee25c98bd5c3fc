import type {DuckDBConnection} from "@duckdb/node-api";
import {query} from "../warehouse.js";
import {name} from "./linearisation.js";
import type {Margin} from "./margin.js";

export interface MarginTable {
  /** A table or view, or a select in brackets: rows that share a margin and a category are added up. */
  table: string;
  /** The column that names the margin, which is the column of the sample to rake. */
  margin: string;
  /** The column with the category, as it stands in that column of the sample. */
  category: string;
  /** The column with the total. */
  total: string;
}

/**
 * Returns the margins that a table holds, in the order of their names, for `rake` and `rakedJackknife`; none where it is
 * empty. Totals are decimals or whole numbers, which add up the same in any order.
 */
export async function readMargins(
  connection: DuckDBConnection,
  {table, margin, category, total}: MarginTable
): Promise<Margin[]> {
  const rows = await query(
    connection,
    `select ${name(margin)} as margin, ${name(category)} as category, sum(${name(total)})::double as total
from ${table}
group by all
order by margin, category`
  );
  const names = [...new Set(rows.map((row) => String(row.margin)))];
  return names.map((column) => ({
    columns: [column],
    totals: rows
      .filter((row) => row.margin === column)
      .map((row) => ({group: {[column]: row.category ?? null}, total: Number(row.total)}))
  }));
}
