import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {type Confidence, checkMeasure, type Measure, normalReach, tailOf} from "./interval.js";

export interface FiellerInterval {
  estimate: number;
  /** Null when the set has no bound, as is `upper`. */
  lower: number | null;
  upper: number | null;
  /** (reach × standard error / denominator)²: from 1 on the denominator does not differ from 0 and there are no bounds. */
  g: number;
}

/**
 * Returns the ratio of two means with Fieller's interval, in the numerator's unit per the denominator's. Without
 * `degreesOfFreedom` the reach is normal, else Student's t. Bounds are null where the denominator does not differ from 0
 * at this confidence (`g` from 1 on), since then no ratio, or only a stretch in the middle, can be ruled out.
 * Throws `invalid estimate: …` (a denominator of 0 too), `invalid standard error: …` unless above 0,
 * `invalid covariance: …` beyond the product of the errors, `invalid degrees of freedom: …`, `invalid confidence: …`.
 * Source: Fieller, Journal of the Royal Statistical Society B 16 (1954), 175-185.
 */
export function fieller(
  numerator: Measure,
  denominator: Measure,
  {
    covariance = 0,
    degreesOfFreedom = Infinity,
    confidence = 0.95
  }: Confidence & {covariance?: number; degreesOfFreedom?: number} = {}
): FiellerInterval {
  checkMeasure(numerator);
  checkMeasure(denominator);
  if (denominator.estimate === 0) throw new Error(`invalid estimate: ${denominator.estimate}`);
  if (!(Math.abs(covariance) <= numerator.standardError * denominator.standardError * (1 + 1e-12)))
    throw new Error(`invalid covariance: ${covariance}`);
  if (!(degreesOfFreedom > 0)) throw new Error(`invalid degrees of freedom: ${degreesOfFreedom}`);
  const square = reachOf(confidence, degreesOfFreedom) ** 2;
  const estimate = numerator.estimate / denominator.estimate;
  const g = (square * denominator.standardError ** 2) / denominator.estimate ** 2;
  if (g >= 1) return {estimate, lower: null, upper: null, g};
  // The bounds are the roots of (numerator - ratio × denominator)² = reach² × its variance.
  const a = denominator.estimate ** 2 - square * denominator.standardError ** 2;
  const b = numerator.estimate * denominator.estimate - square * covariance;
  const c = numerator.estimate ** 2 - square * numerator.standardError ** 2;
  const half = Math.sqrt(Math.max(0, b ** 2 - a * c));
  return {estimate, lower: (b - half) / a, upper: (b + half) / a, g};
}

function reachOf(confidence: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Infinity) return normalReach(confidence);
  return -tQuantile(tailOf(confidence), degreesOfFreedom);
}
