import type {Problem} from "./problem.js";
import {type Bounds, boundsOf, type Constraint, type PublishedCell} from "./published.js";

/**
 * Joins what is known of an earlier release to what is known of this one: late returns only add to a count, so that the
 * earlier count is at most this one, and what was added is a number of people too. Where the two published numbers say
 * that a count has been lowered, nothing is taken for granted of it.
 */
export function withEarlier(now: Problem, before: Problem): Problem {
  const earlier = (id: string): string => `before, ${id}`;
  const cells: PublishedCell[] = [...now.cells];
  const constraints: Constraint[] = [...now.constraints];
  const shown = new Map<string, Bounds>(now.cells.map((cell) => [cell.id, boundsOf(cell)]));
  for (const cell of before.cells) {
    cells.push({...cell, id: earlier(cell.id)});
    const bounds = shown.get(cell.id);
    if (!bounds || bounds.upper < boundsOf(cell).lower) continue;
    const added = addedTo(cell.id);
    cells.push({id: added, published: "hidden", base: cell.base});
    constraints.push({
      terms: [
        {cell: cell.id, factor: 1},
        {cell: earlier(cell.id), factor: -1},
        {cell: added, factor: -1}
      ],
      lower: 0,
      upper: 0
    });
  }
  const renamed = <Terms extends {terms: readonly {cell: string; factor: number}[]}>(of: Terms): Terms => ({
    ...of,
    terms: of.terms.map(({cell, factor}) => ({cell: earlier(cell), factor}))
  });
  return {
    cells,
    relations: [...now.relations, ...before.relations.map(renamed)],
    constraints: [...constraints, ...before.constraints.map(renamed)]
  };
}

/** Returns the name of what was added to a cell since the release before. */
export function addedTo(id: string): string {
  return `added to ${id}`;
}
