/**
 * Returns Kish's effect of unequal weights on the variance of a mean: 1 when all are equal, no unit.
 * Throws `invalid weight: …` below 0, `missing weights: 0` when none is above 0.
 * Source: Kish, Journal of Official Statistics 8 (1992), 183-200.
 */
export function kish(weights: readonly number[]): number {
  let [sum, squares] = [0, 0];
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Infinity)) throw new Error(`invalid weight: ${weight}`);
    sum += weight;
    squares += weight ** 2;
  }
  if (sum === 0) throw new Error("missing weights: 0");
  return (weights.length * squares) / sum ** 2;
}
