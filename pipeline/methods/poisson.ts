import {chisquareQuantile} from "./chisquare.js";
import {type Confidence, type Interval, tailOf} from "./interval.js";

/**
 * Returns a rate, events per unit of exposure, with the exact Poisson interval. Without an exposure it is the count's own.
 * Throws `invalid count: …` unless a whole number from 0, `invalid exposure: …` unless above 0, `invalid confidence: …`.
 * Source: Garwood, Biometrika 28 (1936), 437-442.
 */
export function poisson(
  count: number,
  {exposure = 1, confidence = 0.95}: Confidence & {exposure?: number} = {}
): Interval {
  if (!(Number.isInteger(count) && count >= 0)) throw new Error(`invalid count: ${count}`);
  if (!(exposure > 0 && exposure < Infinity)) throw new Error(`invalid exposure: ${exposure}`);
  const tail = tailOf(confidence);
  return {
    estimate: count / exposure,
    lower: count === 0 ? 0 : chisquareQuantile(tail, 2 * count) / 2 / exposure,
    upper: chisquareQuantile(1 - tail, 2 * (count + 1)) / 2 / exposure
  };
}
