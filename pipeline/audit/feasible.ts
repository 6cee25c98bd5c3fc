import type {Bounds, Constraint, Rate} from "./published.js";

/** The whole numbers that each cell of a rate may still be; a cell that no rate limits is not in it. */
export type Feasible = Map<string, Set<number>>;

/** A denominator with more possible values than this is left to the linear programs. */
const MOST_DENOMINATORS = 100_000;
const TOLERANCE = 1e-9;

/**
 * Narrows bounds and feasible sets in place to the pairs of whole numbers whose ratio is the published rate. Linear
 * programs cannot see this: 35.7% of 21 to 39 people is 10 of 28 and nothing else, yet 8 to 13 of them lie between the
 * lines. Returns whether anything was narrowed, or "contradictory" when no pair fits.
 */
export function narrowByRates(
  bounds: Map<string, Bounds>,
  {rates, feasible}: {rates: readonly Rate[]; feasible: Feasible}
): boolean | "contradictory" {
  let hasMoved = false;
  for (const rate of rates) {
    const pairs = pairsOf(rate, {bounds, feasible});
    if (pairs === undefined) continue;
    if (pairs.numerators.size === 0) return "contradictory";
    for (const [id, values] of [
      [rate.numerator, pairs.numerators],
      [rate.denominator, pairs.denominators]
    ] as const) {
      const before = bounds.get(id);
      const known = feasible.get(id);
      if (before === undefined) continue;
      hasMoved ||= values.size < (known?.size ?? before.upper - before.lower + 1);
      feasible.set(id, values);
      bounds.set(id, ends(values));
    }
  }
  return hasMoved;
}

/** Returns how many whole numbers from lower to upper a cell may be, given its feasible set if it has one. */
export function countFeasible({lower, upper}: Bounds, values: ReadonlySet<number> | undefined): number {
  if (values === undefined) return upper - lower + 1;
  let count = 0;
  for (const value of values) if (value >= lower && value <= upper) count++;
  return count;
}

/** Returns a rate as two lines between which the counts lie. */
export function linesOf({numerator, denominator, value, halfWidth, scale = 100}: Rate): Constraint[] {
  return [
    {
      terms: [
        {cell: numerator, factor: scale},
        {cell: denominator, factor: -(value - halfWidth)}
      ],
      lower: 0
    },
    {
      terms: [
        {cell: numerator, factor: scale},
        {cell: denominator, factor: -(value + halfWidth)}
      ],
      upper: 0
    }
  ];
}

function pairsOf(
  {numerator, denominator, value, halfWidth, scale = 100}: Rate,
  {bounds, feasible}: {bounds: ReadonlyMap<string, Bounds>; feasible: Feasible}
): {numerators: Set<number>; denominators: Set<number>} | undefined {
  const [above, below] = [bounds.get(numerator), bounds.get(denominator)];
  if (above === undefined || below === undefined) throw new Error(`unknown cell: ${numerator} or ${denominator}`);
  if (!(below.upper - below.lower < MOST_DENOMINATORS)) return undefined;
  const numerators = new Set<number>();
  const denominators = new Set<number>();
  const [allowedAbove, allowedBelow] = [feasible.get(numerator), feasible.get(denominator)];
  for (let whole = Math.max(1, below.lower); whole <= below.upper; whole++) {
    if (allowedBelow && !allowedBelow.has(whole)) continue;
    const least = Math.ceil(((value - halfWidth) * whole) / scale - TOLERANCE);
    const most = Math.floor(((value + halfWidth) * whole) / scale + TOLERANCE);
    for (let part = Math.max(least, above.lower); part <= Math.min(most, above.upper); part++) {
      if (allowedAbove && !allowedAbove.has(part)) continue;
      numerators.add(part);
      denominators.add(whole);
    }
  }
  return {numerators, denominators};
}

function ends(values: ReadonlySet<number>): Bounds {
  let [lower, upper] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    lower = Math.min(lower, value);
    upper = Math.max(upper, value);
  }
  return {lower, upper};
}
