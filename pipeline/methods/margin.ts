import type {DuckDBConnection} from "@duckdb/node-api";
import {query, type Value} from "../warehouse.js";
import {name, ordered} from "./linearisation.js";
import type {Cell} from "./proportionalFit.js";

/** What is known of a population: the total of each category, or combination of categories, of some columns. */
export interface Margin {
  columns: readonly string[];
  totals: readonly {group: Readonly<Record<string, Value>>; total: number}[];
}

/** A cell of the table: the combination of all the margins' columns as text, with its weight and where it lies. */
export interface MarginCell extends Cell {
  values: readonly (string | null)[];
}

/** Stops when a margin is empty, repeats a category, has a total below zero, or sums to another population than the first. */
export function checkMargins(margins: readonly Margin[]): void {
  if (margins.length === 0) throw new Error("missing margins: none given");
  let population: number | null = null;
  for (const margin of margins) {
    if (margin.columns.length === 0) throw new Error("missing columns: a margin names none");
    const keys = margin.totals.map(({group}) => keyOf(margin.columns, group));
    keys.forEach((key, i) => {
      if (keys.indexOf(key) !== i) throw new Error(`duplicate category: ${describe(margin, i)}`);
    });
    margin.totals.forEach(({total}, i) => {
      if (!(total >= 0 && Number.isFinite(total))) throw new Error(`invalid total: ${total} (${describe(margin, i)})`);
    });
    const sum = margin.totals.reduce((all, {total}) => all + total, 0);
    if (!(sum > 0)) throw new Error(`invalid margin: ${margin.columns.join(" × ")} sums to zero`);
    population ??= sum;
    if (Math.abs(sum - population) > 1e-6 * population)
      throw new Error(
        `invalid margin: ${margin.columns.join(" × ")} sums to ${sum}, the first margin to ${population}`
      );
  }
}

/** Returns the cells of a table; stops at a category without a total, and at a total without respondents. */
export async function readCells(
  connection: DuckDBConnection,
  {table, weight, margins}: {table: string; weight: string; margins: readonly Margin[]}
): Promise<MarginCell[]> {
  const columns = marginColumns(margins);
  const texts = columns.map((column) => `cast(${name(column)} as varchar)`);
  const rows = await query(
    connection,
    `-- One row per combination of the margins' columns, with its weight.
select ${texts.map((text, i) => `${text} as c_${i}`).join(", ")}, ${ordered(name(weight))} as weight
from ${table}
where ${name(weight)} > 0
group by all
order by all`
  );
  const indexes = margins.map(
    (margin) => new Map(margin.totals.map(({group}, i) => [keyOf(margin.columns, group), i]))
  );
  const seen = margins.map(() => new Set<number>());
  const cells = rows.map((row) => {
    const values = columns.map((_, i) => row[`c_${i}`] ?? null);
    const named = Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null]));
    const categories = margins.map((margin, m) => {
      const category = indexes[m]?.get(keyOf(margin.columns, named));
      if (category === undefined)
        throw new Error(`unknown category: ${margin.columns.map((column) => `${column} ${named[column]}`).join(", ")}`);
      seen[m]?.add(category);
      return category;
    });
    return {
      weight: Number(row.weight),
      categories,
      values: values.map((value) => (value === null ? null : String(value)))
    };
  });
  margins.forEach((margin, m) => {
    margin.totals.forEach(({total}, i) => {
      if (total > 0 && !seen[m]?.has(i)) throw new Error(`missing respondents: ${describe(margin, i)}, total ${total}`);
    });
  });
  return cells;
}

/** Returns every column that some margin names, once. */
export function marginColumns(margins: readonly Margin[]): string[] {
  return [...new Set(margins.flatMap(({columns}) => columns))];
}

function keyOf(columns: readonly string[], group: Readonly<Record<string, Value>>): string {
  return JSON.stringify(columns.map((column) => (group[column] === null ? null : String(group[column]))));
}

function describe({columns, totals}: Margin, index: number): string {
  return columns.map((column) => `${column} ${totals[index]?.group[column]}`).join(", ");
}
