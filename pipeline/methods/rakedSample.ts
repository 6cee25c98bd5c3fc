import type {MarginCell} from "./margin.js";
import {fitInPlace, fittedMargins} from "./proportionalFit.js";
import {type MedianRoom, positiveMedian} from "./weightedMedian.js";

/** Rows of one cluster and cell that share a weight, whatever their domain: raking does not tell them apart. */
export interface Unit {
  /** Places in the lists of cells and clusters. */
  cell: number;
  cluster: number;
  /** The weight of each row before raking, and how many rows there are. */
  weight: number;
  rows: number;
}

export interface RakeRules {
  cells: readonly MarginCell[];
  totals: readonly (readonly number[])[];
  /** No weight stays above this many times the median of the raked weights; without it nothing is trimmed. */
  trim?: number;
  tolerance: number;
  iterations: number;
  rounds: number;
}

export interface RakedSample {
  /** The weight of each row of each unit. */
  weights: Float64Array;
  /** The factors of the cells when first raked, before any trimming. */
  factors: Float64Array;
  isFitted: boolean;
  /** Whether no weight is left above the limit. */
  isTrimmed: boolean;
}

/** Rakes from weights multiplied by `multipliers` (0 for a cluster left out), factors beginning at `start`. */
export type Raker = (multipliers: Float64Array, start?: Float64Array) => RakedSample;

/**
 * Returns what rakes units in memory by the rule of `rake`, many times over: to the margins, then, with `trim`, cut to that
 * multiple of the median of the weights above zero and raked again until no weight is above that limit.
 */
export function unitRaker(units: readonly Unit[], rules: RakeRules): Raker {
  const {cells, totals, trim, tolerance, iterations, rounds} = rules;
  const margins = fittedMargins(cells, totals);
  const base = Float64Array.from(units, ({weight}) => weight);
  const rows = Float64Array.from(units, (unit) => unit.rows);
  const places = Int32Array.from(units, ({cell}) => cell);
  const [sums, fitted] = [new Float64Array(cells.length), new Float64Array(cells.length)];
  const room: MedianRoom = {values: new Float64Array(units.length), rows: new Float64Array(units.length)};

  /** Fits the weights as they stand, in place; the factors are left in `fitted`. */
  const rakeOnce = (weights: Float64Array, start?: Float64Array): boolean => {
    sums.fill(0);
    for (let i = 0; i < weights.length; i++) {
      const cell = places[i] ?? 0;
      sums[cell] = (sums[cell] ?? 0) + (weights[i] ?? 0) * (rows[i] ?? 0);
    }
    for (let cell = 0; cell < sums.length; cell++) fitted[cell] = (sums[cell] ?? 0) * (start?.[cell] ?? 1);
    const {converged} = fitInPlace(fitted, {margins, tolerance, iterations});
    for (let cell = 0; cell < sums.length; cell++) {
      const sum = sums[cell] ?? 0;
      fitted[cell] = sum > 0 ? (fitted[cell] ?? 0) / sum : 1;
    }
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) * (fitted[places[i] ?? 0] ?? 1);
    return converged;
  };

  return (multipliers, start) => {
    const weights = base.map((weight, i) => weight * (multipliers[i] ?? 1));
    let isFitted = rakeOnce(weights, start);
    const factors = fitted.slice();
    if (trim === undefined) return {weights, factors, isFitted, isTrimmed: true};
    const limit = trim * (positiveMedian(weights, {rows, room}) ?? 0);
    for (let round = 0; round < rounds && isAbove(weights, limit); round++) {
      for (let i = 0; i < weights.length; i++) weights[i] = Math.min(weights[i] ?? 0, limit);
      isFitted = rakeOnce(weights);
    }
    return {weights, factors, isFitted, isTrimmed: !isAbove(weights, limit)};
  };
}

/** Tells whether a weight is above the limit, but for what is lost in rounding. */
function isAbove(weights: Float64Array, limit: number): boolean {
  const least = limit * (1 + 1e-6);
  for (let i = 0; i < weights.length; i++) if ((weights[i] ?? 0) > least) return true;
  return false;
}
