import gammainc from "@stdlib/math-base-special-gammainc";
import libraryQuantile from "@stdlib/stats-base-dists-chisquare-quantile";

/** From a shape of about a thousand the library's incomplete gamma function is wrong in the second digit near the mean. */
const LARGE_SHAPE = 200;

/**
 * Returns the value that a chi-square variable stays below with a probability between 0 and 1, exclusive.
 * Throws `invalid probability: …` or `invalid degrees of freedom: …` unless above 0.
 */
export function chisquareQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) throw new Error(`invalid probability: ${probability}`);
  if (!(degreesOfFreedom > 0 && degreesOfFreedom < Infinity))
    throw new Error(`invalid degrees of freedom: ${degreesOfFreedom}`);
  if (degreesOfFreedom / 2 <= LARGE_SHAPE) return libraryQuantile(probability, degreesOfFreedom);
  const isBelow = (value: number) => 1 - chisquareTail(value, degreesOfFreedom) < probability;
  let [low, high] = [0, degreesOfFreedom];
  while (isBelow(high)) [low, high] = [high, high * 2];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
}

/** Returns the probability that a chi-square variable is above a value. Throws `invalid degrees of freedom: …`. */
export function chisquareTail(value: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0 && degreesOfFreedom < Infinity))
    throw new Error(`invalid degrees of freedom: ${degreesOfFreedom}`);
  const [x, shape] = [value / 2, degreesOfFreedom / 2];
  if (x <= 0) return 1;
  if (shape <= LARGE_SHAPE) return gammainc(x, shape, true, true);
  return x > shape ? powerOf(x, shape) * fraction(x, shape) : 1 - powerOf(x, shape) * series(x, shape);
}

/** Returns x^shape e^-x / gamma(shape) by Stirling's series, so that large powers cancel before they are taken. */
function powerOf(x: number, shape: number): number {
  const excess = (x - shape) / shape;
  const stirling = 1 / (12 * shape) - 1 / (360 * shape ** 3) + 1 / (1260 * shape ** 5);
  return Math.sqrt(shape / (2 * Math.PI)) * Math.exp(-shape * (excess - Math.log1p(excess)) - stirling);
}

/** Returns the series of the lower incomplete gamma function, for x up to the shape. */
function series(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let step = 1; term > sum * 1e-17; step++) {
    term *= x / (shape + step);
    sum += term;
  }
  return sum;
}

/** Returns the continued fraction of the upper incomplete gamma function (Lentz), for x above the shape. */
function fraction(x: number, shape: number): number {
  let denominator = x + 1 - shape;
  let c = Infinity;
  let d = 1 / denominator;
  let value = d;
  for (let step = 1; Math.abs(c * d - 1) > 1e-15; step++) {
    const numerator = -step * (step - shape);
    denominator += 2;
    d = 1 / (numerator * d + denominator);
    c = denominator + numerator / c;
    value *= c * d;
  }
  return value;
}
