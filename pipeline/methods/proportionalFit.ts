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
  return totals.map((targets, margin) => ({
    targets: Float64Array.from(targets),
    sums: new Float64Array(targets.length),
    places: Int32Array.from(cells, ({categories}) => categories[margin] ?? -1)
  }));
}

/** Fits weights of cells in place, as `proportionalFit` does. */
export function fitInPlace(
  fitted: Float64Array,
  {margins, tolerance, iterations}: {margins: readonly FittedMargin[]; tolerance: number; iterations: number}
): Omit<Fit, "factors"> {
  let gap = Infinity;
  for (let iteration = 1; iteration <= iterations; iteration++) {
    margins.forEach((margin, i) => {
      // The gap of the round before has added up the first margin, and nothing has changed since.
      if (i > 0 || iteration === 1) addUp(fitted, margin);
      scaleTo(fitted, margin);
    });
    gap = greatestGap(fitted, margins);
    if (gap <= tolerance) return {converged: true, iterations: iteration, greatestGap: gap};
  }
  return {converged: false, iterations, greatestGap: gap};
}

/** A margin's totals and, for each cell, the place of its category among them; the sums are room to work in. */
export interface FittedMargin {
  targets: Float64Array;
  sums: Float64Array;
  places: Int32Array;
}

function addUp(fitted: Float64Array, {sums, places}: FittedMargin): void {
  sums.fill(0);
  for (let i = 0; i < fitted.length; i++) {
    const place = places[i] ?? -1;
    if (place >= 0) sums[place] = (sums[place] ?? 0) + (fitted[i] ?? 0);
  }
}

function scaleTo(fitted: Float64Array, {targets, sums, places}: FittedMargin): void {
  for (let i = 0; i < fitted.length; i++) {
    const place = places[i] ?? -1;
    const sum = sums[place] ?? 0;
    if (sum > 0) fitted[i] = ((fitted[i] ?? 0) * (targets[place] ?? 0)) / sum;
  }
}

function greatestGap(fitted: Float64Array, margins: readonly FittedMargin[]): number {
  let greatest = 0;
  for (const margin of margins) {
    addUp(fitted, margin);
    const {targets, sums} = margin;
    for (let place = 0; place < targets.length; place++) {
      const target = targets[place] ?? 0;
      const difference = Math.abs((sums[place] ?? 0) - target);
      greatest = Math.max(greatest, target > 0 ? difference / target : difference);
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
