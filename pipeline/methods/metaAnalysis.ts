import {chisquareQuantile, chisquareTail} from "./chisquare.js";
import {
  type Confidence,
  checkMeasure,
  type Interval,
  type Measure,
  normalReach,
  tailOf,
  twoSidedP
} from "./interval.js";

/** A mean of areas and how much the areas differ beyond chance. */
export interface MetaAnalysis extends Interval {
  standardError: number;
  /** The inverse-variance mean as if nothing but chance lay between areas; Q is measured about it. */
  commonEstimate: number;
  /** Of the test that the mean is 0. */
  pValue: number;
  /** Cochran's Q, its degrees of freedom, and the p-value of the test that all areas are the same. */
  q: number;
  degreesOfFreedom: number;
  qPValue: number;
  /** The variance between areas, in the square of the estimates' unit, with its Q-profile interval. */
  tauSquared: number;
  tauSquaredLower: number;
  tauSquaredUpper: number;
  /** The standard deviation between areas, in the estimates' unit, with the roots of those bounds. */
  tau: number;
  tauLower: number;
  tauUpper: number;
  /** The share, 0 to 1, of the variation that is not chance. */
  iSquared: number;
}

/**
 * Returns the random-effects mean of at least two independent estimates, with the DerSimonian-Laird variance between
 * them and its Q-profile interval; both of its bounds are 0 where the estimates differ less than chance would have it.
 * Throws `invalid estimate: …`, `invalid standard error: …` unless above 0, `missing measures: …` below two,
 * `invalid confidence: …`.
 * Source: DerSimonian and Laird, Controlled Clinical Trials 7 (1986), 177-188; Viechtbauer, Statistics in Medicine 26
 * (2007), 37-52.
 */
export function metaAnalysis(measures: readonly Measure[], {confidence = 0.95}: Confidence = {}): MetaAnalysis {
  if (measures.length < 2) throw new Error(`missing measures: ${measures.length}`);
  for (const measure of measures) checkMeasure(measure);
  const reach = normalReach(confidence);
  const tail = tailOf(confidence);
  const degreesOfFreedom = measures.length - 1;
  const {mean: commonEstimate, q, weight, squares} = pool(measures, 0);
  const tauSquared = Math.max(0, (q - degreesOfFreedom) / (weight - squares / weight));
  const {mean, weight: precision} = pool(measures, tauSquared);
  const standardError = Math.sqrt(1 / precision);
  const tauSquaredLower = profile(measures, chisquareQuantile(1 - tail, degreesOfFreedom));
  const tauSquaredUpper = profile(measures, chisquareQuantile(tail, degreesOfFreedom));
  return {
    estimate: mean,
    lower: mean - reach * standardError,
    upper: mean + reach * standardError,
    standardError,
    commonEstimate,
    pValue: twoSidedP(mean / standardError),
    q,
    degreesOfFreedom,
    qPValue: chisquareTail(q, degreesOfFreedom),
    tauSquared,
    tauSquaredLower,
    tauSquaredUpper,
    tau: Math.sqrt(tauSquared),
    tauLower: Math.sqrt(tauSquaredLower),
    tauUpper: Math.sqrt(tauSquaredUpper),
    iSquared: q > degreesOfFreedom ? (q - degreesOfFreedom) / q : 0
  };
}

/** Returns the weighted mean at a variance between areas, the generalised Q about it, and the sums of weights and squares. */
export function pool(
  measures: readonly Measure[],
  tauSquared: number
): {mean: number; q: number; weight: number; squares: number} {
  let [weight, squares, weighted] = [0, 0, 0];
  for (const {estimate, standardError} of measures) {
    const share = 1 / (standardError ** 2 + tauSquared);
    weight += share;
    squares += share ** 2;
    weighted += share * estimate;
  }
  const mean = weighted / weight;
  let q = 0;
  for (const {estimate, standardError} of measures) q += (estimate - mean) ** 2 / (standardError ** 2 + tauSquared);
  return {mean, q, weight, squares};
}

/** Returns the variance between areas at which the generalised Q, which falls as it grows, comes down to a critical value. */
function profile(measures: readonly Measure[], critical: number): number {
  if (pool(measures, 0).q <= critical) return 0;
  let low = 0;
  let high = Math.max(...measures.map(({standardError}) => standardError ** 2));
  while (pool(measures, high).q > critical) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (pool(measures, middle).q > critical) low = middle;
    else high = middle;
  }
}
