import type {DuckDBConnection} from "@duckdb/node-api";
import {literal} from "../warehouse.js";
import {PARTS, type Place} from "./cells.js";

/** What may be shown of a cell: a multiple of the base, or nothing. */
export interface Shown {
  rounded: number;
  isHidden: boolean;
}

const CHUNK = 2000;

/**
 * Writes what may be shown where: the temporary tables `protected_figures`, one row per figure with a rounded number and
 * whether it is hidden for each of its parts, and `protected_cells`, one row per cell that stands in no figure.
 */
export async function writeProtected(
  connection: DuckDBConnection,
  {places, shown}: {places: readonly Place[]; shown: ReadonlyMap<string, Shown>}
): Promise<void> {
  const given = (cell: string): Shown => {
    const found = shown.get(cell);
    if (!found) throw new Error(`missing protected cell: ${cell}`);
    return found;
  };
  await fill(connection, {
    table: "protected_places",
    columns: "figure_number integer, part varchar, rounded double, is_hidden boolean",
    rows: places.map(({figure_number: number, part, cell}) => [number, part, given(cell).rounded, given(cell).isHidden])
  });
  await fill(connection, {
    table: "protected_cells",
    columns: "cell varchar, rounded double, is_hidden boolean",
    rows: [...shown].map(([cell, {rounded, isHidden}]) => [cell, rounded, isHidden])
  });
  const columns = PARTS.flatMap((part) => [
    `max(rounded) filter (where part = '${part}') as rounded_${part}`,
    `coalesce(bool_or(is_hidden) filter (where part = '${part}'), false) as is_hidden_${part}`
  ]);
  await connection.run(`create or replace temp table protected_figures as
select figure_number, ${columns.join(", ")}
from protected_places
group by figure_number`);
}

async function fill(
  connection: DuckDBConnection,
  {table, columns, rows}: {table: string; columns: string; rows: readonly (readonly (string | number | boolean)[])[]}
): Promise<void> {
  await connection.run(`create or replace temp table ${table} (${columns})`);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const values = rows.slice(from, from + CHUNK).map((row) => `(${row.map(literal).join(", ")})`);
    await connection.run(`insert into ${table} values ${values.join(", ")}`);
  }
}
