import {type FiellerInterval, fieller} from "./fieller.js";
import type {Confidence} from "./interval.js";

/** What one cluster (an LEA, a provider) adds to either side of a ratio. */
export interface ClusterSums {
  numerator: number;
  denominator: number;
}

export type ClusterRatio = Omit<FiellerInterval, "g">;

/**
 * Returns the ratio of two totals with Fieller's interval, in the numerator's unit per the denominator's, where the
 * clusters are independent and what differs between them is the error. Bounds are null with fewer than two clusters,
 * where clusters do not differ, and where the denominator's total does not differ from 0; the lower is never below 0.
 * The estimate is null where the denominators come to 0. Sums are taken in the order of the clusters.
 * Throws `invalid cluster: …` unless both numbers are finite and from 0 on, `invalid confidence: …`.
 * Source: Fieller, Journal of the Royal Statistical Society B 16 (1954), 175-185; variance of a total over clusters drawn
 * with replacement: Cochran, Sampling Techniques, 3rd edition (1977), section 9A.3.
 */
export function clusterRatio(
  clusters: readonly ClusterSums[],
  {confidence = 0.95}: Confidence = {}
): Omit<ClusterRatio, "estimate"> & {estimate: number | null} {
  for (const {numerator, denominator} of clusters) {
    const areValid = numerator >= 0 && denominator >= 0 && numerator < Infinity && denominator < Infinity;
    if (!areValid) throw new Error(`invalid cluster: ${numerator}, ${denominator}`);
  }
  const count = clusters.length;
  const above = total(clusters, ({numerator}) => numerator);
  const below = total(clusters, ({denominator}) => denominator);
  if (below === 0) return {estimate: null, lower: null, upper: null};
  const unknown = {estimate: above / below, lower: null, upper: null};
  if (count < 2) return unknown;
  const spread = (product: (cluster: ClusterSums) => number): number =>
    (count / (count - 1)) * total(clusters, product);
  const offAbove = ({numerator}: ClusterSums): number => numerator - above / count;
  const offBelow = ({denominator}: ClusterSums): number => denominator - below / count;
  const varianceAbove = spread((cluster) => offAbove(cluster) ** 2);
  const varianceBelow = spread((cluster) => offBelow(cluster) ** 2);
  if (varianceAbove === 0 || varianceBelow === 0) return unknown;
  const {estimate, lower, upper} = fieller(
    {estimate: above, standardError: Math.sqrt(varianceAbove)},
    {estimate: below, standardError: Math.sqrt(varianceBelow)},
    {covariance: spread((cluster) => offAbove(cluster) * offBelow(cluster)), degreesOfFreedom: count - 1, confidence}
  );
  return {estimate, lower: lower === null ? null : Math.max(0, lower), upper};
}

function total(clusters: readonly ClusterSums[], of: (cluster: ClusterSums) => number): number {
  return clusters.reduce((sum, cluster) => sum + of(cluster), 0);
}
