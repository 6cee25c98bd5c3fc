import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {tailOf} from "./interval.js";
import {studentTail} from "./studentT.js";

/** A difference or a ratio with its error, interval and test. A null is what the sample cannot give. */
export interface TestedEstimate {
  estimate: number | null;
  /** Of a difference, in its unit; of a ratio, that of its logarithm. */
  standardError: number | null;
  lower: number | null;
  upper: number | null;
  /** Two-sided, Student's t: that the difference is 0, or the ratio 1. It agrees with the interval. */
  pValue: number | null;
}

/**
 * Returns an estimate with its interval and test by Student's t. With `isRatio` the standard error is that of the
 * logarithm and the interval is taken there. Where `isTestable` is false (everybody on one side answers alike, so that
 * the linearised error says nothing about that side) there is neither interval nor p-value.
 */
export function testedEstimate(
  estimate: number | null,
  options: {
    standardError: number | null;
    degreesOfFreedom: number;
    confidence: number;
    isTestable: boolean;
    isRatio?: boolean;
  }
): TestedEstimate {
  const {standardError, degreesOfFreedom, confidence, isTestable, isRatio = false} = options;
  const untested = {estimate, standardError, lower: null, upper: null, pValue: null};
  if (estimate === null || standardError === null || degreesOfFreedom <= 0 || !isTestable) return untested;
  if (isRatio && estimate <= 0) return untested;
  const centre = isRatio ? Math.log(estimate) : estimate;
  const reach = -tQuantile(tailOf(confidence), degreesOfFreedom) * standardError;
  const limits = isRatio
    ? {lower: Math.exp(centre - reach), upper: Math.exp(centre + reach)}
    : {lower: centre - reach, upper: centre + reach};
  if (standardError === 0) return {...untested, ...limits, pValue: centre === 0 ? 1 : null};
  return {estimate, standardError, ...limits, pValue: studentTail(centre / standardError, degreesOfFreedom)};
}
