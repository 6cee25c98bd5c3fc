import type {Disclosure} from "../audit/judge.js";
import {boundsOf, type Constraint, complementId} from "../audit/published.js";
import {publishedOf, type Rounded, tellingRelations, whole} from "./attackInside.js";
import type {Cell} from "./cells.js";
import {POLICY} from "./policy.js";
import {componentsOf} from "./protect/components.js";
import type {Relation, Term} from "./protect/problem.js";
import {suppress} from "./protect/suppress.js";
import {suppressExactly} from "./protect/suppressExactly.js";
import type {Need, SuppressCell, Suppression, SuppressOptions} from "./protect/suppression.js";
import {holdsRounded, shadowOf, withinRounding} from "./shadows.js";

/** In groups of no more cells than this the fewest are hidden, and proved to be; in larger ones, few. */
const SMALL_GROUP = 40;
/** How far the search for the fewest goes. */
const LIMITS = {roundLimit: 40, nodeLimit: POLICY.solverNodes};

/** What has been asked for so far, by what was told. */
export type Needs = Map<string, Need>;

/**
 * Takes up what was told, and returns what must stay possible from now on. People are whole, and programs do not know it:
 * what is told again needs more room than last time.
 */
export function needsOf(told: readonly Disclosure[], before: Needs): Need[] {
  return told.map(({id, rule}) => {
    const key = `${rule === "group disclosed" ? "group" : "count"} ${id}`;
    const {upper = 0, span = POLICY.fewestChoices - 2} = before.get(key) ?? {};
    const need = {cell: id, ...(rule === "group disclosed" ? {upper: upper + 1} : {span: span + 1})};
    before.set(key, need);
    return need;
  });
}

/**
 * Returns which further cells to hide so that the needs are met, by everything that the attack knows as well: sums and their
 * rounded numbers, relations, complements. Exactly in small groups of cells that anything joins, by flows in others.
 */
export async function hideTold(
  given: Rounded,
  needs: readonly Need[]
): Promise<Pick<Suppression, "hidden" | "unprotected">> {
  const problem = problemOf(given);
  const asked = new Set(needs.map(({cell}) => cell));
  const bonds = [...problem.relations, ...problem.constraints];
  const hidden: string[] = [];
  const unprotected: string[] = [];
  for (const {cellIds} of componentsOf(
    problem.cells.map(({id}) => id),
    bonds
  )) {
    if (!cellIds.some((id) => asked.has(id))) continue;
    const found = await hideIn(within(problem, {cellIds, needs}));
    hidden.push(...found.hidden);
    unprotected.push(...found.unprotected);
  }
  return {hidden, unprotected};
}

async function hideIn(options: SuppressOptions): Promise<Suppression> {
  const found = await hideFew(options);
  if (found.unprotected.length === 0) return found;
  // No cell can be kept from one who knew of somebody in every hidden cell; the attack asks about those who know less.
  return hideFew({...options, cells: options.cells.map((cell) => ({...cell, least: 0}))});
}

async function hideFew(options: SuppressOptions): Promise<Suppression> {
  const open = options.cells.filter(({isHidden, mustShow, follows}) => !isHidden && !mustShow && !follows);
  if (open.length <= SMALL_GROUP) {
    const exact = await suppressExactly(options, LIMITS);
    if (exact.status === "optimal") return exact;
  }
  return suppress(options);
}

type Problem = Omit<SuppressOptions, "needs" | "constraints"> & {constraints: readonly Constraint[]};

/** Numbers, their rounded numbers and what is left of wholes, with all that binds them. */
function problemOf(given: Rounded): Problem {
  const {cells, pairs, rounded, hidden, previous} = given;
  const counts = new Map(cells.map(({id, count}) => [id, whole(count)]));
  const relations = tellingRelations(given);
  const sums = relations.filter((relation) => holdsRounded(relation, rounded));
  const isSummed = new Set(sums.flatMap(({terms}) => terms.map(({cell}) => cell)));
  const summed = cells.filter(({id}) => isSummed.has(id));
  const shadows = summed.map(({id}) => ({id: shadowOf(id), count: rounded.get(id) ?? 0, follows: id}));
  const rests = pairs.map((pair) => ({
    id: complementId(pair),
    count: (counts.get(pair.whole) ?? 0) - (counts.get(pair.part) ?? 0),
    isHidden: true
  }));
  return {
    cells: [
      ...cells.map((cell): SuppressCell => {
        const mustShow = cell.isPublic || cell.isLow;
        const shown = hidden.has(cell.id) ? undefined : boundsOf(publishedOf(cell, given));
        return {
          id: cell.id,
          count: whole(cell.count),
          isHidden: hidden.has(cell.id),
          // Whoever is counted in it knows that it is not empty.
          least: Math.min(1, cell.count),
          mustShow,
          shown,
          weight: weightOf(cell, previous)
        };
      }),
      ...shadows,
      ...rests
    ],
    relations: [
      ...relations.map((relation) => asCounted(relation, counts)),
      ...sums.map(({terms, ...rest}) => ({
        ...rest,
        terms: terms.map(({cell, factor}) => ({cell: shadowOf(cell), factor}))
      }))
    ],
    constraints: [
      ...summed.map(({id}) => withinRounding(id)),
      ...pairs.map((pair) => ({
        terms: [
          {cell: pair.whole, factor: 1},
          {cell: pair.part, factor: -1},
          {cell: complementId(pair), factor: -1}
        ],
        lower: 0,
        upper: 0
      }))
    ]
  };
}

/** What is measured in parts of one is a little off once it is whole: moves start from there. */
function asCounted({terms, sense, amount = 0}: Relation, counts: ReadonlyMap<string, number>): Relation {
  const sum = terms.reduce((total, {cell, factor}) => total + factor * (counts.get(cell) ?? 0), 0);
  return {terms, sense, amount: sense === "equal" ? sum : Math.max(sum, amount)};
}

function within(
  {cells, relations, constraints}: Problem,
  {cellIds, needs}: {cellIds: readonly string[]; needs: readonly Need[]}
): SuppressOptions {
  const ids = new Set(cellIds);
  const isIn = ({terms}: {terms: readonly Term[]}): boolean => ids.has(terms[0]?.cell ?? "");
  return {
    cells: cells.filter(({id}) => ids.has(id)),
    relations: relations.filter(isIn),
    constraints: constraints.filter(isIn),
    needs: needs.filter(({cell}) => ids.has(cell))
  };
}

/**
 * Totals are worth more than parts, and none, which many can know, hides little. What the release before did not show is
 * hidden first, so that the pattern stays.
 */
function weightOf({id, count}: Cell, previous: Rounded["previous"]): number {
  const weight = count === 0 ? 3 : 1 + Math.log10(count);
  return previous && !previous.has(id) ? weight / 10 : weight;
}
