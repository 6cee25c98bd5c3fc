import {addedUp, type Component, canonical, componentsOf} from "../gate/protect/components.js";
import type {Relation} from "../gate/protect/problem.js";
import {type AttackModel, openAttackModel} from "./attackModel.js";
import {countFeasible, type Feasible, linesOf, narrowByRates} from "./feasible.js";
import {seeNearby} from "./nearby.js";
import {propagate} from "./propagate.js";
import {
  type Bounds,
  boundsOf,
  type Constraint,
  complementId,
  type Pair,
  type PublishedCell,
  type Range,
  type Rate
} from "./published.js";

/** What an attacker knows. */
export interface AttackOptions {
  cells: readonly PublishedCell[];
  /** What binds the true counts. */
  relations: readonly Relation[];
  /** More of the same: earlier releases, public denominators, surveys, what an insider knows. */
  constraints?: readonly Constraint[];
  /** Rates that were not worked out from protected counts. */
  rates?: readonly Rate[];
  /** Parts of wholes: the range of what is left comes under `complementId(pair)`. */
  pairs?: readonly Pair[];
  /** Only these cells and complements are asked for (others may come along); all when not given. */
  only?: ReadonlySet<string>;
  /** It is enough to show that a cell may be this many numbers. */
  atLeast?: number;
  /** With `atLeast`: a cell that is more than this whatever the others are is not asked for. */
  largestSmall?: number;
  /** What was found before, by what was known: filled and used, for one who asks the same again of little else. */
  memory?: Map<string, ReadonlyMap<string, Range>>;
}

/**
 * Returns, for each cell and each complement of a pair, the whole numbers it may be for someone who knows all that is
 * published and all that binds it: bounds narrowed one constraint and one rate at a time, then two linear programs a
 * cell, on one model for each group of cells that anything joins. The ends are read as whole numbers with a tolerance
 * of one millionth. In doubt a cell is `unknown`. Throws for a relation, rate or pair of a cell that is not given.
 */
export async function deriveRanges(options: AttackOptions): Promise<Map<string, Range>> {
  const {cells, relations, rates = [], pairs = []} = options;
  const bounds = new Map<string, Bounds>(cells.map((cell) => [cell.id, boundsOf(cell)]));
  if (bounds.size < cells.length) throw new Error("duplicate cell");
  const known = new Set(cells.filter(({published}) => typeof published === "object").map(({id}) => id));
  for (const pair of pairs) bounds.set(complementId(pair), {lower: 0, upper: Number.POSITIVE_INFINITY});
  const constraints: Constraint[] = [
    ...canonical(relations).map(({terms, sense, amount = 0}) =>
      sense === "equal" ? {terms, lower: amount, upper: amount} : {terms, upper: amount}
    ),
    ...(options.constraints ?? []).map((constraint) => ({...constraint, terms: addedUp(constraint.terms)})),
    ...rates.flatMap(linesOf),
    ...pairs.map(remainderOf)
  ];

  const ranges = new Map<string, Range>();
  for (const component of componentsOf(bounds.keys(), constraints)) {
    if (options.only && !component.cellIds.some((id) => options.only?.has(id))) continue;
    const own = new Set(component.cellIds);
    const problem: Problem = {
      ...component,
      bounds: new Map(
        component.cellIds.map((id) => [id, bounds.get(id) ?? {lower: 0, upper: Number.POSITIVE_INFINITY}])
      ),
      rates: rates.filter(({numerator}) => own.has(numerator)),
      pairs: pairs.filter(({part}) => own.has(part)),
      feasible: new Map()
    };
    const found = await remembered(problem, options);
    for (const [id, range] of found) {
      ranges.set(id, known.has(id) && range.status === "exact" ? {...range, status: "known"} : range);
    }
  }
  return ranges;
}

interface Problem extends Component<Constraint> {
  bounds: Map<string, Bounds>;
  rates: readonly Rate[];
  pairs: readonly Pair[];
  feasible: Feasible;
}

async function remembered(problem: Problem, options: AttackOptions): Promise<ReadonlyMap<string, Range>> {
  const {memory} = options;
  if (!memory) return rangesIn(problem, options);
  const {cellIds, relations, bounds, rates, pairs} = problem;
  const places = new Map(cellIds.map((id, place) => [id, place]));
  const rows = relations.map(({terms, lower, upper}) =>
    [lower, upper, ...terms.map(({cell, factor}) => `${factor}*${places.get(cell)}`)].join(" ")
  );
  const ends = [...bounds].map(([id, {lower, upper}]) => `${id} ${lower} ${upper}`);
  const key = [...ends, ...rows, JSON.stringify([rates, pairs])].join("\n");
  const before = memory.get(key);
  if (before) return before;
  const found = await rangesIn(problem, options);
  memory.set(key, found);
  return found;
}

/** From this many cells on, a program of all of them is worth avoiding. */
const LARGE = 200;

async function rangesIn(problem: Problem, options: AttackOptions): Promise<Map<string, Range>> {
  if (!narrowed(problem)) return everyCell(problem, "contradictory");
  if (problem.relations.length === 0) return everyCell(problem, "exact");
  const attack = await openAttackModel(problem);
  try {
    const start = attack.start();
    if (start !== "feasible") return everyCell(problem, start);
    if (problem.cellIds.length >= LARGE) await seeWide(attack, {problem, options});
    const ranges = new Map<string, Range>();
    for (const id of problem.cellIds) {
      if (!options.only || options.only.has(id)) ranges.set(id, rangeOf(id, {problem, attack, options}));
    }
    // A whole that was only shown to be wide may yet be shown to be a small group, if all or none of it is the part.
    for (const {part, whole} of problem.pairs.filter((pair) => isNoneOrAll(ranges, pair))) {
      if (ranges.get(whole)?.status === "wide")
        ranges.set(whole, rangeOf(whole, {problem, attack, options: {...options, atLeast: undefined}}));
      if (!ranges.has(part)) ranges.set(part, rangeOf(part, {problem, attack, options}));
    }
    return afterRates(ranges, problem);
  } finally {
    attack.program.dispose();
  }
}

function isNoneOrAll(ranges: ReadonlyMap<string, Range>, pair: Pair): boolean {
  return ranges.get(pair.part)?.upper === 0 || ranges.get(complementId(pair))?.upper === 0;
}

/** One constraint, then one rate at a time, until neither says more; false when no counts fit. */
function narrowed({bounds, relations, rates, feasible}: Problem): boolean {
  for (;;) {
    if (!propagate(bounds, relations)) return false;
    const byRates = narrowByRates(bounds, {rates, feasible});
    if (byRates === "contradictory") return false;
    if (!byRates) return true;
  }
}

/** What the rates say once more, now that the linear programs have narrowed the ends. */
function afterRates(ranges: Map<string, Range>, {bounds, rates, feasible}: Problem): Map<string, Range> {
  if (rates.length === 0) return ranges;
  for (const [id, {lower, upper, status}] of ranges) if (status === "exact") bounds.set(id, {lower, upper});
  if (narrowByRates(bounds, {rates, feasible}) === "contradictory")
    return new Map([...ranges.keys()].map((id) => [id, unanswered("contradictory", bounds.get(id))]));
  for (const [id, range] of ranges) {
    const values = feasible.get(id);
    if (values === undefined || range.status !== "exact") continue;
    const {lower, upper} = bounds.get(id) ?? range;
    ranges.set(id, {lower, upper, values: countFeasible({lower, upper}, values), status: "exact"});
  }
  return ranges;
}

/** Sees as many cells as it can to be wide without asking all the others. */
async function seeWide(
  attack: AttackModel,
  {problem, options}: {problem: Problem; options: AttackOptions}
): Promise<void> {
  if (options.atLeast === undefined) return;
  const {largestSmall = Number.POSITIVE_INFINITY} = options;
  const asked = problem.cellIds.flatMap((id, place) => {
    const {lower, upper} = attack.columns[place] ?? {lower: 0, upper: 0};
    return lower === upper || lower > largestSmall || (options.only && !options.only.has(id)) ? [] : [place];
  });
  await seeNearby(attack, {asked, isSeen: (place) => isWide(place, {problem, attack, options})});
}

function isWide(
  place: number,
  {problem, attack, options: {atLeast}}: {problem: Problem; attack: AttackModel; options: AttackOptions}
): boolean {
  if (atLeast === undefined) return false;
  const seen = whole(attack.lowest[place] ?? 0, attack.highest[place] ?? 0);
  return countFeasible(seen, problem.feasible.get(problem.cellIds[place] ?? "")) >= atLeast;
}

function rangeOf(id: string, asked: {problem: Problem; attack: AttackModel; options: AttackOptions}): Range {
  const {problem, attack, options} = asked;
  const bounds = problem.bounds.get(id) ?? {lower: 0, upper: Number.POSITIVE_INFINITY};
  const {atLeast, largestSmall = Number.POSITIVE_INFINITY} = options;
  const values = problem.feasible.get(id);
  const wide: Range = {...bounds, values: countFeasible(bounds, values), status: "wide"};
  if (bounds.lower === bounds.upper) return {...wide, status: "exact"};
  if (atLeast !== undefined && bounds.lower > largestSmall) return wide;

  const place = attack.places.get(id) ?? 0;
  if (isWide(place, asked)) return wide;
  attack.program.setCost(place, 1);
  try {
    // An answer to another question may have had this cell at its bound already.
    const most = (attack.highest[place] ?? 0) >= bounds.upper - 1e-6 ? bounds.upper : attack.solve("maximise");
    if (isWide(place, asked)) return wide;
    const least = (attack.lowest[place] ?? 0) <= bounds.lower + 1e-6 ? bounds.lower : attack.solve("minimise");
    if (isWide(place, asked)) return wide;
    if (most === "unknown" || typeof least !== "number") return unanswered("unknown", bounds);
    const found = whole(least, most === "unbounded" ? Number.POSITIVE_INFINITY : most);
    return {...found, values: countFeasible(found, values), status: "exact"};
  } finally {
    attack.program.setCost(place, 0);
  }
}

/** The whole numbers between two answers of the solver, which works within a tolerance. */
function whole(least: number, most: number): Bounds {
  return {lower: Math.ceil(least - 1e-6) + 0, upper: Math.floor(most + 1e-6) + 0}; // + 0 so that -0 is 0
}

function everyCell({cellIds, bounds, feasible}: Problem, status: Range["status"]): Map<string, Range> {
  return new Map(
    cellIds.map((id) => {
      const found = bounds.get(id) ?? {lower: 0, upper: Number.POSITIVE_INFINITY};
      if (status !== "exact") return [id, unanswered(status, found)];
      return [id, {...found, values: countFeasible(found, feasible.get(id)), status}];
    })
  );
}

function unanswered(
  status: Range["status"],
  {lower = 0, upper = Number.POSITIVE_INFINITY}: Partial<Bounds> = {}
): Range {
  return {lower, upper, values: 0, status};
}

function remainderOf(pair: Pair): Constraint {
  return {
    terms: [
      {cell: pair.whole, factor: 1},
      {cell: pair.part, factor: -1},
      {cell: complementId(pair), factor: -1}
    ],
    lower: 0,
    upper: 0
  };
}
