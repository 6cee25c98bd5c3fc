import {type Confidence, normalReach, twoSidedP} from "./interval.js";
import {checkProportion, type Proportion} from "./proportion.js";

/** A ratio of two proportions; a part that zeros leave undefined is null. */
export interface RatioInterval {
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  pValue: number | null;
}

/**
 * Returns the first proportion over the second with Katz's log interval; no unit. `pValue` is that of the Wald test on the
 * log ratio, which agrees with the interval. Where the first count is 0 there is an estimate but no interval; where the
 * second is 0 there is neither.
 * Throws `invalid base: …` unless above 0, `invalid count: …` unless from 0 to the base, `invalid confidence: …`.
 * Source: Katz, Baptista, Azen and Pike, Biometrics 34 (1978), 469-474.
 */
export function katz(first: Proportion, second: Proportion, {confidence = 0.95}: Confidence = {}): RatioInterval {
  checkProportion(first);
  checkProportion(second);
  const reach = normalReach(confidence);
  if (second.count === 0) return {estimate: null, lower: null, upper: null, pValue: null};
  const estimate = first.count / first.base / (second.count / second.base);
  if (first.count === 0) return {estimate, lower: null, upper: null, pValue: null};
  const error = Math.sqrt(1 / first.count - 1 / first.base + 1 / second.count - 1 / second.base);
  const log = Math.log(estimate);
  return {
    estimate,
    lower: Math.exp(log - reach * error),
    upper: Math.exp(log + reach * error),
    pValue: error > 0 ? twoSidedP(log / error) : 1
  };
}
