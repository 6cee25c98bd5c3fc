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
  hidden,
  freed
}: {
  published: readonly PublishedCell[];
  relations: readonly Relation[];
  rounded: ReadonlyMap<string, number>;
  hidden: ReadonlySet<string>;
  freed: ReadonlySet<string>;
}): {cells: PublishedCell[]; relations: readonly Relation[]; constraints: Constraint[]} {
  const publicOnes = new Set(published.filter((cell) => typeof cell.published === "object").map(({id}) => id));
  const most = POLICY.roundingBase - 1;
  const shadow = (id: string): string => `rounded ${id}`;
  const constraints: Constraint[] = [...hidden].map((id) => ({
    terms: [
      {cell: id, factor: 1},
      {cell: shadow(id), factor: -1}
    ],
    lower: -most,
    upper: most
  }));
  for (const {terms, sense} of relations) {
    if (sense !== "equal" || !terms.some(({cell}) => hidden.has(cell))) continue;
    if (terms.some(({cell}) => publicOnes.has(cell) || freed.has(cell))) continue;
    const shown = terms
      .filter(({cell}) => !hidden.has(cell))
      .reduce((sum, {cell, factor}) => sum + factor * (rounded.get(cell) ?? 0), 0);
    const own = terms.filter(({cell}) => hidden.has(cell)).map(({cell, factor}) => ({cell: shadow(cell), factor}));
    constraints.push({terms: own, lower: -shown, upper: -shown});
  }
  const shadows: PublishedCell[] = [...hidden].map((id) => ({id: shadow(id), published: "hidden"}));
  return {cells: [...published, ...shadows], relations, constraints};
}
