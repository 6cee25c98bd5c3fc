import type {Constraint, PublishedCell} from "../audit/published.js";
import {POLICY} from "./policy.js";
import type {Relation} from "./protect/problem.js";

/**
 * What is hidden still has a rounded number, and the sums that hold among the shown ones hold for it: who subtracts
 * learns it. So each hidden cell gets a shadow, which is within the rounding of it.
 */
export function withShadows({
  published,
  relations,
  rounded,
  hidden
}: {
  published: readonly PublishedCell[];
  relations: readonly Relation[];
  rounded: ReadonlyMap<string, number>;
  hidden: ReadonlySet<string>;
}): {cells: PublishedCell[]; relations: readonly Relation[]; constraints: Constraint[]} {
  const constraints: Constraint[] = [...hidden].map(withinRounding);
  for (const {terms, amount = 0} of relations.filter((relation) => holdsRounded(relation, rounded))) {
    const own = terms.filter(({cell}) => hidden.has(cell));
    if (own.length === 0) continue;
    const shown = terms
      .filter(({cell}) => !hidden.has(cell))
      .reduce((sum, {cell, factor}) => sum + factor * (rounded.get(cell) ?? 0), 0);
    constraints.push({
      terms: own.map(({cell, factor}) => ({cell: shadowOf(cell), factor})),
      lower: amount - shown,
      upper: amount - shown
    });
  }
  const shadows: PublishedCell[] = [...hidden].map((id) => ({id: shadowOf(id), published: "hidden"}));
  return {cells: [...published, ...shadows], relations, constraints};
}

/** Returns the name of the rounded number of a cell. */
export function shadowOf(id: string): string {
  return `rounded ${id}`;
}

/** Returns that a cell is less than the base from its rounded number. */
export function withinRounding(id: string): Constraint {
  const most = POLICY.roundingBase - 1;
  const terms = [
    {cell: id, factor: 1},
    {cell: shadowOf(id), factor: -1}
  ];
  return {terms, lower: -most, upper: most};
}

/** Returns whether a sum holds among rounded numbers: not where a part is known exactly, and so is not rounded. */
export function holdsRounded({terms, sense, amount = 0}: Relation, rounded: ReadonlyMap<string, number>): boolean {
  if (sense !== "equal" || !terms.every(({cell}) => rounded.has(cell))) return false;
  const sum = terms.reduce((total, {cell, factor}) => total + factor * (rounded.get(cell) ?? 0), 0);
  return Math.abs(sum - amount) < 1e-4;
}
