import {type Component, componentsOf} from "../gate/protect/components.js";
import type {Relation} from "../gate/protect/problem.js";
import type {Problem} from "./problem.js";
import {type Bounds, boundsOf, type Constraint, type PublishedCell} from "./published.js";

/**
 * Joins what is known of an earlier release to what is known of this one, where the two differ. Where a group of cells that
 * anything joins was shown then as it is now, whatever fits the one fits the other, so that together they tell no more.
 */
export function withEarlier(now: Problem, before: Problem): Problem {
  return joined(now, changedIn(before, now));
}

/** Returns those groups of an earlier problem that are not, cell by cell and bond by bond, groups of the present one. */
function changedIn(before: Problem, now: Problem): Problem {
  const present = new Set(groupsOf(now).map(textIn(now)));
  const textOf = textIn(before);
  const changed = groupsOf(before).filter((group) => !present.has(textOf(group)));
  const ids = new Set(changed.flatMap(({cellIds}) => cellIds));
  const isIn = ({terms}: Bond): boolean => ids.has(terms[0]?.cell ?? "");
  return {
    cells: before.cells.filter(({id}) => ids.has(id)),
    relations: before.relations.filter(isIn),
    constraints: before.constraints.filter(isIn)
  };
}

type Bond = Relation | Constraint;

function groupsOf({cells, relations, constraints}: Problem): Component<Bond>[] {
  const ids = cells.map(({id}) => id);
  return componentsOf<Bond>(ids, [...relations, ...constraints]);
}

/** Returns a function that says all that is known of a group. */
function textIn({cells}: Problem): (group: Component<Bond>) => string {
  const shown = new Map(cells.map(({id, published}) => [id, published]));
  return ({cellIds, relations}) =>
    JSON.stringify([cellIds.map((id) => [id, shown.get(id)]), relations.map((bond) => JSON.stringify(bond)).sort()]);
}

/**
 * Joins what is known of an earlier release to what is known of this one: late returns only add to a count, so that the
 * earlier count is at most this one, and what was added is a number of people too. Where the two published numbers say
 * that a count has been lowered, nothing is taken for granted of it.
 */
function joined(now: Problem, before: Problem): Problem {
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
