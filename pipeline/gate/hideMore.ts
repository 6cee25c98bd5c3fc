import type {Disclosure} from "../audit/judge.js";
import {complementId, type Pair} from "../audit/published.js";
import type {Relation} from "./protect/problem.js";

export interface HideOptions {
  disclosures: readonly Disclosure[];
  cells: readonly {id: string; count: number}[];
  relations: readonly Relation[];
  pairs: readonly Pair[];
}

/**
 * Hides what was found out; where that is hidden already, the smallest cell beside it in each sum that gives it away. Where
 * each such sum has another hidden cell, those are told with it: then the smallest cell in each sum that any of them stands
 * in. Adds nothing when there is nothing left to hide.
 */
export function hideMore(hidden: Set<string>, {disclosures, cells, relations, pairs}: HideOptions): void {
  const counts = new Map(cells.map(({id, count}) => [id, count]));
  const parts = new Map(pairs.map((pair) => [complementId(pair), pair.part]));
  // What is at most none is none: it is told as a part of a sum is.
  const isNone = ({terms}: Relation): boolean => terms.every(({cell, factor}) => factor > 0 || counts.get(cell) === 0);
  const telling = relations.filter((relation) => relation.sense === "equal" || isNone(relation));
  // The total first: where all parts are none, it alone says so.
  const sums = telling.map(({terms}) =>
    terms.toSorted((one, other) => one.factor - other.factor).map(({cell}) => cell)
  );
  const smallestShown = (sum: readonly string[]): string | undefined =>
    sum
      .filter((id, index) => !hidden.has(id) && ((counts.get(id) ?? 0) > 0 || index === 0))
      .sort((one, other) => Number(!counts.get(one)) - Number(!counts.get(other)) || byCount(one, other))[0];
  const byCount = (one: string, other: string): number =>
    (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || (one < other ? -1 : 1);
  const before = hidden.size;
  const found = disclosures.map(({id}) => parts.get(id) ?? id);
  for (const id of found) {
    if (!hidden.has(id)) {
      hidden.add(id);
      continue;
    }
    for (const sum of sums) {
      if (!sum.includes(id) || sum.some((cell) => cell !== id && hidden.has(cell))) continue;
      const beside = smallestShown(sum);
      if (beside) hidden.add(beside);
    }
  }
  if (hidden.size > before) return;
  const told = besides(found, {hidden, sums});
  for (const sum of sums) {
    const beside = sum.some((cell) => told.has(cell)) ? smallestShown(sum) : undefined;
    if (beside) hidden.add(beside);
  }
}

/** Returns the hidden cells that stand in a sum with some, or in one with those. */
function besides(
  found: readonly string[],
  {hidden, sums}: {hidden: ReadonlySet<string>; sums: readonly (readonly string[])[]}
): Set<string> {
  const told = new Set(found);
  for (let size = 0; size < told.size; ) {
    size = told.size;
    for (const sum of sums)
      if (sum.some((cell) => told.has(cell))) for (const cell of sum) if (hidden.has(cell)) told.add(cell);
  }
  return told;
}
