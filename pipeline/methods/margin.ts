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

/** What to do with margins that sum to different populations: bring all to the first one's, or stop. */
export type DifferingTotals = "scale" | "refuse";

/** A margin that summed to another population than the first, and what its totals were multiplied by. */
export interface ScaledMargin {
  columns: readonly string[];
  sum: number;
  factor: number;
}

/**
 * Returns the margins, all summing to the population of the first, and those that did not sum to it by more than a
 * millionth. Stops when a margin is empty, repeats a category or has a total below zero, and, if so asked, when it sums to
 * another population.
 */
export function agreeingMargins(
  margins: readonly Margin[],
  {differingTotals = "scale"}: {differingTotals?: DifferingTotals} = {}
): {margins: Margin[]; scaled: ScaledMargin[]} {
  if (margins.length === 0) throw new Error("missing margins: none given");
  const sums = margins.map(sumOf);
  const [population = 0] = sums;
  const scaled: ScaledMargin[] = [];
  const agreeing = margins.map(({columns, totals}, i) => {
    const sum = sums[i] ?? population;
    const factor = population / sum;
    const differs = Math.abs(sum - population) > 1e-6 * population;
    if (differs && differingTotals === "refuse")
      throw new Error(`invalid margin: ${columns.join(" × ")} sums to ${sum}, the first margin to ${population}`);
    if (differs) scaled.push({columns: [...columns], sum, factor});
    // What rounding leaves is scaled away as well, or no fit could hold both margins.
    return {columns, totals: totals.map(({group, total}) => ({group, total: factor === 1 ? total : total * factor}))};
  });
  return {margins: agreeing, scaled};
}

function sumOf(margin: Margin): number {
  const {columns, totals} = margin;
  if (columns.length === 0) throw new Error("missing columns: a margin names none");
  const seen = new Set<string>();
  totals.forEach(({group, total}, i) => {
    const key = keyOf(columns, group);
    if (seen.has(key)) throw new Error(`duplicate category: ${describe(margin, i)}`);
    seen.add(key);
    if (!(total >= 0 && Number.isFinite(total))) throw new Error(`invalid total: ${total} (${describe(margin, i)})`);
  });
  const sum = totals.reduce((all, {total}) => all + total, 0);
  if (!(sum > 0)) throw new Error(`invalid margin: ${columns.join(" × ")} sums to zero`);
  return sum;
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
