import type {Relation, Term} from "./problem.js";

/** Cells that relations bind together, directly or through others, with those relations. */
export interface Component<Bond> {
  cellIds: readonly string[];
  relations: readonly Bond[];
}

/**
 * Returns the cells in groups that no relation joins, so that each can be worked on apart. Cells and groups are in the
 * order of their ids, whatever the order given. Throws for a relation with a cell that is not among the ids.
 */
export function componentsOf<Bond extends {terms: readonly Term[]}>(
  ids: Iterable<string>,
  relations: readonly Bond[]
): Component<Bond>[] {
  const parents = new Map<string, string>();
  for (const id of ids) parents.set(id, id);
  for (const {terms} of relations) {
    const first = terms[0];
    if (first === undefined) continue;
    for (const {cell} of terms) join(parents, first.cell, cell);
  }

  const groups = new Map<string, {cellIds: string[]; relations: Bond[]}>();
  for (const id of [...parents.keys()].sort(byCodeUnits)) {
    const root = rootOf(parents, id);
    const group = groups.get(root);
    if (group) group.cellIds.push(id);
    else groups.set(root, {cellIds: [id], relations: []});
  }
  for (const relation of relations) {
    const first = relation.terms[0];
    if (first !== undefined) groups.get(rootOf(parents, first.cell))?.relations.push(relation);
  }
  return [...groups.values()];
}

/** Compares two ids the same way in every locale. */
export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Returns the relations with the terms of one cell added up and terms of nothing left out, each with its terms in the
 * order of their cells, without repeats, in an order that does not depend on the one given.
 */
export function canonical(relations: readonly Relation[]): Relation[] {
  const byKey = new Map<string, Relation>();
  for (const relation of relations) {
    const terms = addedUp(relation.terms);
    const {sense, amount = 0} = relation;
    byKey.set(JSON.stringify([sense, amount, terms]), {terms, sense, amount});
  }
  return [...byKey].sort(([one], [other]) => byCodeUnits(one, other)).map(([, relation]) => relation);
}

/** Returns the terms with those of one cell added up and those of nothing left out, in the order of their cells. */
export function addedUp(terms: readonly Term[]): Term[] {
  const factors = new Map<string, number>();
  for (const {cell, factor} of terms) factors.set(cell, (factors.get(cell) ?? 0) + factor);
  return [...factors]
    .filter(([, factor]) => factor !== 0)
    .sort(([one], [other]) => byCodeUnits(one, other))
    .map(([cell, factor]) => ({cell, factor}));
}

function join(parents: Map<string, string>, one: string, other: string): void {
  const [first, second] = [rootOf(parents, one), rootOf(parents, other)];
  if (first !== second) parents.set(second, first);
}

function rootOf(parents: Map<string, string>, id: string): string {
  let at = id;
  for (;;) {
    const parent = parents.get(at);
    if (parent === undefined) throw new Error(`unknown cell: ${at}`);
    if (parent === at) return at;
    const above = parents.get(parent);
    if (above !== undefined) parents.set(at, above);
    at = parent;
  }
}
