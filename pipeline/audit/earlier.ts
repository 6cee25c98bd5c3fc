import {byCodeUnits, type Component, componentsOf} from "../gate/protect/components.js";
import type {Relation, Term} from "../gate/protect/problem.js";
import type {Problem} from "./problem.js";
import {
  type Bounds,
  boundsOf,
  type Constraint,
  isMoneyCell,
  isShadow,
  type PublishedCell,
  type Rate
} from "./published.js";

export interface EarlierOptions {
  /** Only cells at most so many bonds away from one that changed may have been another number before; all when not given. */
  distance?: number;
}

/**
 * Joins what is known of an earlier release to what is known of this one, where the two differ: late returns only add to
 * a count, so that the earlier count is at most this one, and what was added is a number of people too. Where the two
 * published numbers say that a count has been lowered, nothing is taken for granted of it.
 *
 * Where a group of cells that anything joins was shown then as it is now, whatever fits the one fits the other, so that
 * together they tell no more. In a large group of which little has changed the same holds of all that lies far from the
 * change. There `distance` takes each count to have been then what it is now: whatever numbers are found possible so are
 * possible without it, and fit both releases. So a cell that is safe in the problem cut so is safe in the whole one, and
 * one that is not, or a cut that nothing fits, is to be asked again of a greater distance, and at last of all. What
 * changes is counted in every total above it, however far.
 */
export function withEarlier(now: Problem, before: Problem, {distance}: EarlierOptions = {}): Problem {
  const changed = changedIn(before, now);
  const near = distance === undefined ? undefined : cellsNear(changed, {now, distance});
  return joined(now, changed, near);
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
    constraints: before.constraints.filter(isIn),
    rates: before.rates.filter(({numerator}) => ids.has(numerator))
  };
}

type Bond = Relation | Constraint | RateBond;
type RateBond = Omit<Rate, "numerator" | "denominator"> & {terms: readonly Term[]};

/** All that binds the counts of a problem: a rate as what stands above its line less what stands below it. */
function bondsOf({relations, constraints, rates}: Problem): Bond[] {
  const ofRates = rates.map(({numerator, denominator, ...rate}) => ({
    ...rate,
    terms: [
      {cell: numerator, factor: 1},
      {cell: denominator, factor: -1}
    ]
  }));
  return [...relations, ...constraints, ...ofRates];
}

function groupsOf(problem: Problem): Component<Bond>[] {
  const ids = problem.cells.map(({id}) => id);
  return componentsOf<Bond>(ids, bondsOf(problem));
}

/** Returns a function that says all that is known of a group. */
function textIn({cells}: Problem): (group: Component<Bond>) => string {
  const shown = new Map(cells.map(({id, published}) => [id, published]));
  return ({cellIds, relations}) =>
    JSON.stringify([cellIds.map((id) => [id, shown.get(id)]), relations.map(textOfBond).sort()]);
}

/** Says a bond, whatever the order of its terms. */
function textOfBond({terms, ...rest}: Bond): string {
  return JSON.stringify([rest, [...terms].sort((one, other) => byCodeUnits(one.cell, other.cell))]);
}

/**
 * Returns the cells that were shown or bound otherwise before, those that so many bonds of either release join to one of
 * them, and all totals above.
 */
function cellsNear(before: Problem, {now, distance}: {now: Problem; distance: number}): Set<string> {
  const own = new Set(before.cells.map(({id}) => id));
  const bonds: {before: readonly Bond[]; now: readonly Bond[]} = {
    before: bondsOf(before),
    now: bondsOf(now).filter(({terms}) => terms.some(({cell}) => own.has(cell)))
  };
  const near = cellsChanged(before, now);
  for (const {terms} of [
    ...unlike(bonds.before, new Set(bonds.now.map(textOfBond))),
    ...unlike(bonds.now, new Set(bonds.before.map(textOfBond)))
  ])
    for (const {cell} of terms) near.add(cell);
  const all = [...bonds.before, ...bonds.now];
  for (let step = 0; step < distance; step++) {
    const reached = all.filter(({terms}) => terms.some(({cell}) => near.has(cell)));
    for (const {terms} of reached) for (const {cell} of terms) near.add(cell);
  }
  addTotals(near, [...before.relations, ...now.relations]);
  return near;
}

function cellsChanged(before: Problem, now: Problem): Set<string> {
  const shown = new Map(now.cells.map(({id, published}) => [id, JSON.stringify(published)]));
  return new Set(
    before.cells.filter((cell) => shown.get(cell.id) !== JSON.stringify(cell.published)).map(({id}) => id)
  );
}

const unlike = (bonds: readonly Bond[], others: ReadonlySet<string>): Bond[] =>
  bonds.filter((bond) => !others.has(textOfBond(bond)));

/** A total is the one cell that a sum takes off. */
function addTotals(near: Set<string>, relations: readonly Relation[]): void {
  const above = new Map<string, string[]>();
  for (const {terms, sense} of relations) {
    const total = terms.find(({factor}) => factor < 0);
    if (sense !== "equal" || !total) continue;
    for (const {cell} of terms) above.set(cell, [...(above.get(cell) ?? []), total.cell]);
  }
  // A set that grows while it is gone through is gone through to its end.
  for (const id of near) for (const total of above.get(id) ?? []) near.add(total);
}

/** Joins the earlier numbers of cells to those of now; a cell that is not near has the number of now in both. */
function joined(now: Problem, before: Problem, near: ReadonlySet<string> | undefined): Problem {
  const isNear = (id: string): boolean => !near || near.has(id);
  const earlier = (id: string): string => (isNear(id) ? `${BEFORE}${id}` : id);
  const cells: PublishedCell[] = [...now.cells];
  const constraints: Constraint[] = [...now.constraints];
  const [shown, shownBefore] = [now, before].map(boundsIn);
  for (const cell of before.cells.filter(({id}) => isNear(id))) {
    cells.push({...cell, id: earlier(cell.id)});
    const [bounds, earliest] = [shown?.get(cell.id), shownBefore?.get(cell.id)];
    if (!bounds || !earliest || isMoneyCell(cell.id)) continue;
    // A rounded number may fall where the count behind it has risen.
    if (isShadow(cell.id) || bounds.upper < earliest.lower) continue;
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
  // A bond of cells that are all far is one of now.
  const nearby = <Of extends {terms: readonly Term[]}>(bonds: readonly Of[]): Of[] =>
    bonds
      .filter(({terms}) => terms.some(({cell}) => isNear(cell)))
      .map((bond) => ({...bond, terms: bond.terms.map(({cell, factor}) => ({cell: earlier(cell), factor}))}));
  return {
    cells,
    relations: [...now.relations, ...nearby(before.relations)],
    constraints: [...constraints, ...nearby(before.constraints)],
    rates: [
      ...now.rates,
      ...before.rates
        .filter(({numerator, denominator}) => isNear(numerator) || isNear(denominator))
        .map((rate) => ({...rate, numerator: earlier(rate.numerator), denominator: earlier(rate.denominator)}))
    ]
  };
}

/** What is shown of each count, and what statistics say of it alone. */
function boundsIn({cells, constraints}: Problem): Map<string, Bounds> {
  const bounds = new Map(cells.map((cell) => [cell.id, boundsOf(cell)]));
  for (const {terms, lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY} of constraints) {
    const [term, ...others] = terms;
    const own = bounds.get(term?.cell ?? "");
    if (!term || !own || others.length > 0 || term.factor !== 1) continue;
    bounds.set(term.cell, {lower: Math.max(own.lower, lower), upper: Math.min(own.upper, upper)});
  }
  return bounds;
}

const BEFORE = "before, ";

/** Returns true for the name of a cell as it was in the release before. */
export const isEarlier = (id: string): boolean => id.startsWith(BEFORE);

/** Returns the name of what was added to a cell since the release before. */
export function addedTo(id: string): string {
  return `added to ${id}`;
}
