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

/**
 * Fits cells to the totals of each margin in turn until every margin holds (iterative proportional fitting).
 * Deming and Stephan (1940), Annals of Mathematical Statistics 11, 427–444.
 */
export function proportionalFit(
  cells: readonly Cell[],
  {totals, tolerance, iterations}: {totals: readonly (readonly number[])[]; tolerance: number; iterations: number}
): Fit {
  const factors = cells.map(() => 1);
  for (let iteration = 1; iteration <= iterations; iteration++) {
    totals.forEach((targets, margin) => {
      const sums = marginSums(cells, {factors, margin, size: targets.length});
      cells.forEach((cell, i) => {
        const category = cell.categories[margin] ?? -1;
        const sum = sums[category] ?? 0;
        if (sum > 0) factors[i] = ((factors[i] ?? 1) * (targets[category] ?? 0)) / sum;
      });
    });
    const greatestGap = gap(cells, {factors, totals});
    if (greatestGap <= tolerance) return {factors, converged: true, iterations: iteration, greatestGap};
  }
  return {factors, converged: false, iterations, greatestGap: gap(cells, {factors, totals})};
}

function gap(
  cells: readonly Cell[],
  {factors, totals}: {factors: readonly number[]; totals: readonly (readonly number[])[]}
): number {
  let greatest = 0;
  totals.forEach((targets, margin) => {
    const sums = marginSums(cells, {factors, margin, size: targets.length});
    targets.forEach((target, category) => {
      const difference = Math.abs((sums[category] ?? 0) - target);
      greatest = Math.max(greatest, target > 0 ? difference / target : difference);
    });
  });
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
