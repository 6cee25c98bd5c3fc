import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import {type Confidence, type Interval, tailOf} from "./interval.js";
import {checkWholeProportion} from "./proportion.js";

/**
 * Returns a proportion with the exact binomial interval, as shares of 1; it covers at least as often as it says.
 * Throws `invalid base: …` unless a whole number above 0, `invalid count: …` unless whole and from 0 to the base,
 * `invalid confidence: …`.
 * Source: Clopper and Pearson, Biometrika 26 (1934), 404-413.
 */
export function clopperPearson(count: number, base: number, {confidence = 0.95}: Confidence = {}): Interval {
  checkWholeProportion({count, base});
  const tail = tailOf(confidence);
  return {
    estimate: count / base,
    lower: count === 0 ? 0 : betaQuantile(tail, count, base - count + 1),
    upper: count === base ? 1 : betaQuantile(1 - tail, count + 1, base - count)
  };
}
