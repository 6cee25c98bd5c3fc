import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

/** An estimate between its bounds, all in the unit of the estimate. */
export interface Interval {
  estimate: number;
  lower: number;
  upper: number;
}

/** An interval and the p-value of the test that goes with it. */
export interface TestedInterval extends Interval {
  pValue: number;
}

/** How sure an interval is to be: 0.95 unless said. */
export interface Confidence {
  confidence?: number;
}

/** An estimate with its standard error, both in one unit. */
export interface Measure {
  estimate: number;
  standardError: number;
}

/** Returns the share left in each tail at a confidence between 0 and 1, exclusive. Throws `invalid confidence: …`. */
export function tailOf(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new Error(`invalid confidence: ${confidence}`);
  return (1 - confidence) / 2;
}

/** Returns how many standard errors a normal interval reaches each way: 1.959964 at 0.95. Throws `invalid confidence: …`. */
export function normalReach(confidence: number): number {
  return -normalQuantile(tailOf(confidence), 0, 1);
}

/** Returns the two-sided p-value of a standard normal statistic. */
export function twoSidedP(statistic: number): number {
  return 2 * normalCdf(-Math.abs(statistic), 0, 1);
}

/** Throws `invalid estimate: …` or `invalid standard error: …` unless the measure is finite and its error above 0. */
export function checkMeasure({estimate, standardError}: Measure): void {
  if (!Number.isFinite(estimate)) throw new Error(`invalid estimate: ${estimate}`);
  if (!(standardError > 0 && standardError < Infinity)) throw new Error(`invalid standard error: ${standardError}`);
}
