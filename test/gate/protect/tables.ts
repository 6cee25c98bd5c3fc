import type {Relation} from "../../../pipeline/gate/protect/problem.js";

/** A table of counts by row and column with its totals: ids are `r0c0`, `r0` (a row's total), `c0`, and `all`. */
export function tableOf(counts: readonly (readonly number[])[]): {
  cells: {id: string; count: number}[];
  relations: Relation[];
} {
  const cells: {id: string; count: number}[] = [];
  const relations: Relation[] = [];
  const [rows, columns] = [counts.map((_, row) => row), (counts[0] ?? []).map((_, column) => column)];
  const at = (row: number, column: number): number => counts[row]?.[column] ?? 0;
  const whole = (id: string, parts: readonly string[]): void => void relations.push(sum(id, parts));

  for (const row of rows) for (const column of columns) cells.push({id: `r${row}c${column}`, count: at(row, column)});
  for (const row of rows) {
    cells.push({id: `r${row}`, count: total(columns.map((column) => at(row, column)))});
    whole(
      `r${row}`,
      columns.map((column) => `r${row}c${column}`)
    );
  }
  for (const column of columns) {
    cells.push({id: `c${column}`, count: total(rows.map((row) => at(row, column)))});
    whole(
      `c${column}`,
      rows.map((row) => `r${row}c${column}`)
    );
  }
  cells.push({id: "all", count: total(counts.flat())});
  whole(
    "all",
    rows.map((row) => `r${row}`)
  );
  whole(
    "all",
    columns.map((column) => `c${column}`)
  );
  return {cells, relations};
}

/** The relation of a whole to its parts. */
export function sum(whole: string, parts: readonly string[]): Relation {
  return {terms: [{cell: whole, factor: -1}, ...parts.map((cell) => ({cell, factor: 1}))], sense: "equal"};
}

/** What is published of a rounded count. */
export function publishedOf({count, rounded}: {count: number; rounded: number | undefined}): number | "low" | "hidden" {
  if (rounded === undefined) return "hidden";
  return rounded === 0 && count > 0 ? "low" : rounded;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
