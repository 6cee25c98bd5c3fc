/** A combination of categories: its weight, and for each margin the number of the category it lies in. */
export interface Cell {
  weight: number;
  categories: readonly number[];
}

export interface Fit {
  /** What to multiply the weights of each cell by, in the order of the cells. */
  factors: number[];
  converged: boolean;
  iterations: number;
  /** The greatest difference between a margin's sum and its total, as a share of the total. */
  greatestGap: number;
}

export interface FitOptions {
  /** For each margin, the total of each category. */
  totals: readonly (readonly number[])[];
  tolerance: number;
  iterations: number;
  /**
   * Factors to begin with, 1 unless given. They change the way, not the end, if each is a product of one factor for each
   * category of the cell, as those of an earlier fit of the same cells are.
   */
  start?: readonly number[];
}

/**
 * Fits cells to the totals of each margin in turn until every margin holds (iterative proportional fitting).
 * Deming and Stephan (1940), Annals of Mathematical Statistics 11, 427–444.
 */
export function proportionalFit(cells: readonly Cell[], {totals, tolerance, iterations, start}: FitOptions): Fit {
  const fitted = Float64Array.from(cells, ({weight}, i) => weight * (start?.[i] ?? 1));
  const fit = fitInPlace(fitted, {margins: fittedMargins(cells, totals), tolerance, iterations});
  // A cell without weight has no factor of its own to tell.
  return {factors: cells.map(({weight}, i) => (weight > 0 ? (fitted[i] ?? 0) / weight : 1)), ...fit};
}

/** Returns the margins of some cells, made ready to be fitted many times. */
export function fittedMargins(
  cells: readonly Pick<Cell, "categories">[],
  totals: readonly (readonly number[])[]
): FittedMargin[] {
  return totals.map((targets, margin) => {
    const members = targets.map((): number[] => []);
    cells.forEach(({categories}, cell) => {
      members[categories[margin] ?? -1]?.push(cell);
    });
    const ends = members.map(({length}) => length);
    for (let place = 1; place < ends.length; place++) ends[place] = (ends[place] ?? 0) + (ends[place - 1] ?? 0);
    return {targets: Float64Array.from(targets), members: Int32Array.from(members.flat()), ends: Int32Array.from(ends)};
  });
}

/** Fits weights of cells in place, as `proportionalFit` does. */
export function fitInPlace(
  fitted: Float64Array,
  {margins, tolerance, iterations}: {margins: readonly FittedMargin[]; tolerance: number; iterations: number}
): Omit<Fit, "factors"> {
  let gap = Infinity;
  for (let iteration = 1; iteration <= iterations; iteration++) {
    for (const margin of margins) scaleTo(fitted, margin);
    // The gap that is returned is the greatest; before that, any above the tolerance will do.
    gap = greatestGap(fitted, margins, {enough: iteration < iterations ? tolerance : Infinity});
    if (gap <= tolerance) return {converged: true, iterations: iteration, greatestGap: gap};
  }
  return {converged: false, iterations, greatestGap: gap};
}

/** A margin's totals, and its cells category by category: the members of one end where those of the next begin. */
export interface FittedMargin {
  targets: Float64Array;
  members: Int32Array;
  ends: Int32Array;
}

function scaleTo(fitted: Float64Array, {targets, members, ends}: FittedMargin): void {
  let start = 0;
  for (let place = 0; place < targets.length; place++) {
    const [target, end] = [targets[place] ?? 0, ends[place] ?? 0];
    let sum = 0;
    for (let i = start; i < end; i++) sum += fitted[members[i] ?? 0] ?? 0;
    if (sum > 0) {
      for (let i = start; i < end; i++) {
        const cell = members[i] ?? 0;
        fitted[cell] = ((fitted[cell] ?? 0) * target) / sum;
      }
    }
    start = end;
  }
}

/** Returns the greatest gap of all, or the first above `enough`. */
function greatestGap(fitted: Float64Array, margins: readonly FittedMargin[], {enough}: {enough: number}): number {
  let greatest = 0;
  for (const {targets, members, ends} of margins) {
    let start = 0;
    for (let place = 0; place < targets.length; place++) {
      const [target, end] = [targets[place] ?? 0, ends[place] ?? 0];
      let sum = 0;
      for (let i = start; i < end; i++) sum += fitted[members[i] ?? 0] ?? 0;
      const difference = Math.abs(sum - target);
      greatest = Math.max(greatest, target > 0 ? difference / target : difference);
      if (greatest > enough) return greatest;
      start = end;
    }
  }
  return greatest;
}

/** Returns the weight of each category of a margin, cells multiplied by their factors. */
export function marginSums(
  cells: readonly Cell[],
  {factors, margin, size}: {factors: readonly number[]; margin: number; size: number}
): number[] {
  const sums = new Array<number>(size).fill(0);
  cells.forEach((cell, i) => {
    const category = cell.categories[margin] ?? -1;
    if (category >= 0) sums[category] = (sums[category] ?? 0) + cell.weight * (factors[i] ?? 1);
  });
  return sums;
}
