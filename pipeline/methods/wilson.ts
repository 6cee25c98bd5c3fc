import {type Confidence, type Interval, normalReach} from "./interval.js";
import {checkProportion} from "./proportion.js";

/**
 * Returns a proportion with Wilson's score interval, as shares of 1, without continuity correction.
 * Neither argument need be whole: with an effective base, `count` is the proportion times that base.
 * Throws `invalid base: …` unless it is above 0, `invalid count: …` unless from 0 to the base, `invalid confidence: …`.
 * Source: Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
 */
export function wilson(count: number, base: number, {confidence = 0.95}: Confidence = {}): Interval {
  checkProportion({count, base});
  const reach = normalReach(confidence);
  const estimate = count / base;
  const square = reach ** 2;
  const middle = count + square / 2;
  const half = reach * Math.sqrt((count * (base - count)) / base + square / 4);
  // Exact at the ends, where the difference of two near numbers would leave a trace.
  const lower = count === 0 ? 0 : (middle - half) / (base + square);
  const upper = count === base ? 1 : (middle + half) / (base + square);
  return {estimate, lower, upper};
}
