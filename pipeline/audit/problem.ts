import type {Relation} from "../gate/protect/problem.js";
import type {Knowledge} from "./knowledge.js";
import {type Constraint, type Published, type PublishedCell, type Rate, shadowOf} from "./published.js";
import type {KnownRelations} from "./sums.js";

export interface Problem {
  cells: readonly PublishedCell[];
  relations: readonly Relation[];
  constraints: readonly Constraint[];
  rates: readonly Rate[]; // those that the shown parts do not give
}

/**
 * Returns what is known of the true counts. What is not shown has a rounded number all the same, and the sums of the
 * shown numbers give it away to within the rounding: it stands in the problem as a shadow of the cell.
 */
export function problemOf(knowledge: Knowledge, {sums, atMost, base}: KnownRelations & {base: number}): Problem {
  const published = new Map([...knowledge.cells].map(([id, cell]) => [id, cell.published]));
  const relations: Relation[] = atMost.map((terms) => ({terms, sense: "at_most"}));
  const constraints: Constraint[] = [];
  const shadows = new Set<string>();
  for (const sum of sums) {
    // What others published exactly need not add up, and says nothing of anybody.
    if ([sum.total, ...sum.parts].every((id) => typeof published.get(id) === "object")) continue;
    relations.push({
      terms: [{cell: sum.total, factor: -1}, ...sum.parts.map((cell) => ({cell, factor: 1}))],
      sense: "equal"
    });
    const told = roundedSum(sum, published);
    if (!told) continue;
    for (const id of told.unshown) shadows.add(id.cell);
    constraints.push({
      terms: told.unshown.map(({cell, factor}) => ({cell: shadowOf(cell), factor})),
      lower: -told.shown,
      upper: -told.shown
    });
  }
  for (const id of shadows)
    constraints.push({
      terms: [
        {cell: id, factor: 1},
        {cell: shadowOf(id), factor: -1}
      ],
      lower: 1 - base,
      upper: base - 1
    });
  const cells = [...published].map(([id, shown]) => ({id, published: shown, base}));
  return {
    cells: [...cells, ...[...shadows].map((id) => ({id: shadowOf(id), published: "hidden" as const, base}))],
    relations,
    constraints,
    rates: knowledge.rates
  };
}

/** Returns what a sum of rounded numbers comes to without what is not shown; nothing where all is shown, or one is exact. */
function roundedSum(
  {total, parts}: {total: string; parts: readonly string[]},
  published: ReadonlyMap<string, Published>
): {shown: number; unshown: {cell: string; factor: number}[]} | undefined {
  let shown = 0;
  const unshown: {cell: string; factor: number}[] = [];
  for (const [cell, factor] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
    const number = published.get(cell) ?? "hidden";
    if (typeof number === "object") return;
    if (number === "hidden") unshown.push({cell, factor});
    else if (number !== "low") shown += factor * number;
  }
  return unshown.length > 0 ? {shown, unshown} : undefined;
}

/** Returns the sums whose shown numbers do not add up, as sentences. */
export function notAdditive({sums}: Pick<KnownRelations, "sums">, knowledge: Knowledge): string[] {
  const published = new Map([...knowledge.cells].map(([id, cell]) => [id, cell.published]));
  return sums.flatMap((sum) => {
    const shown = (id: string): number => {
      const number = published.get(id);
      return typeof number === "number" ? number : number === "low" ? 0 : Number.NaN;
    };
    const parts = sum.parts.reduce((before, part) => before + shown(part), 0);
    const left = shown(sum.total) - parts;
    if (Number.isNaN(left)) return [];
    if (left === 0) return [];
    return [`${sum.total}: its parts by ${sum.over} come to ${parts}, and it is shown as ${shown(sum.total)}`];
  });
}
