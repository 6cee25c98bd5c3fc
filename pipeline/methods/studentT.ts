/** From here the asymptotic series of the ratio of gamma functions holds to the last digit. */
const LARGE_SHAPE = 200;

/**
 * Returns the probability that a Student's t is further from 0, either way, than a value: the two-sided p-value.
 * Throws `invalid degrees of freedom: …` unless above 0, `invalid value: …` unless a number.
 * Source: Abramowitz and Stegun (1964), 26.5.8, 26.7.1 and 6.1.47; Lentz (1976), Applied Optics 15, 668-671.
 */
export function studentTail(value: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0 && degreesOfFreedom < Infinity))
    throw new Error(`invalid degrees of freedom: ${degreesOfFreedom}`);
  if (Number.isNaN(value)) throw new Error(`invalid value: ${value}`);
  const square = value ** 2;
  if (square === Infinity) return 0;
  const shape = degreesOfFreedom / 2;
  const share = degreesOfFreedom / (degreesOfFreedom + square);
  const rest = square / (degreesOfFreedom + square);
  // x^a (1 - x)^b over the beta function of a and a half.
  const front =
    Math.exp(-shape * Math.log1p(square / degreesOfFreedom)) * Math.sqrt(rest / Math.PI) * gammaRatio(shape);
  // The fraction converges fast on this side of the mean only; on the other it is taken from the other end.
  if (share < (shape + 1) / (shape + 2.5)) return (front * fraction(share, {a: shape, b: 0.5})) / shape;
  return 1 - 2 * front * fraction(rest, {a: 0.5, b: shape});
}

/** Returns gamma(a + 1/2) / gamma(a). */
function gammaRatio(a: number): number {
  let factor = 1;
  let shape = a;
  for (; shape < LARGE_SHAPE; shape++) factor *= shape / (shape + 0.5);
  const series = 1 - 1 / (8 * shape) + 1 / (128 * shape ** 2) + 5 / (1024 * shape ** 3) - 21 / (32768 * shape ** 4);
  return factor * Math.sqrt(shape) * series;
}

/** Returns the continued fraction of the incomplete beta function. */
function fraction(x: number, {a, b}: {a: number; b: number}): number {
  const invert = (value: number): number => 1 / (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = invert(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let step = 1; step < 1e6; step++) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    d = invert(1 + even * d);
    c = 1 + even / c;
    value *= d * c;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    d = invert(1 + odd * d);
    c = 1 + odd / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}
