import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import {type Confidence, type Interval, type Measure, normalReach, tailOf} from "./interval.js";
import {metaAnalysis, pool} from "./metaAnalysis.js";
import {checkProportion, type Proportion} from "./proportion.js";
import {wilson} from "./wilson.js";

/** An area's estimate drawn towards the mean of all. */
export interface Shrunken extends Interval {
  /** The share of the area's own figure in the estimate, 0 to 1; the rest is the mean of all areas. */
  reliability: number;
}

/** The spread of true proportions between areas: a beta distribution. */
export interface BetaPrior {
  alpha: number;
  beta: number;
}

/**
 * Returns, in the order given, the empirical-Bayes estimate of each area in the estimates' unit, from estimates with
 * standard errors. The variance between areas is DerSimonian-Laird's unless `tauSquared` gives it. The interval holds the
 * error of the mean of all areas as well.
 * Throws as `metaAnalysis` does, and `invalid tau squared: …` below 0.
 * Source: Raudenbush and Bryk, Journal of Educational Statistics 10 (1985), 75-98; `blup` of the R package metafor.
 */
export function shrinkage(
  measures: readonly Measure[],
  {confidence = 0.95, tauSquared}: Confidence & {tauSquared?: number} = {}
): Shrunken[] {
  const variance = tauSquared ?? metaAnalysis(measures, {confidence}).tauSquared;
  if (!(variance >= 0 && variance < Infinity)) throw new Error(`invalid tau squared: ${variance}`);
  const reach = normalReach(confidence);
  const {mean, weight} = pool(measures, variance);
  return measures.map(({estimate: own, standardError}) => {
    const reliability = variance / (variance + standardError ** 2);
    const estimate = reliability * own + (1 - reliability) * mean;
    const half = reach * Math.sqrt(reliability * standardError ** 2 + (1 - reliability) ** 2 / weight);
    return {estimate, lower: estimate - half, upper: estimate + half, reliability};
  });
}

/**
 * Returns, in the order given, the empirical-Bayes proportion of each area as a share of 1, from counts; good also where a
 * count is 0. The interval is the credible one of the beta posterior, taking the prior as known. The prior is that of
 * `betaPrior` unless given; where the areas differ no more than by chance each gets the proportion of all with its Wilson
 * interval.
 * Throws `invalid base: …`, `invalid count: …`, `missing areas: …` below two without a prior, `invalid confidence: …`.
 * Source: Kleinman, Journal of the American Statistical Association 68 (1973), 46-54.
 */
export function shrinkProportions(
  areas: readonly Proportion[],
  {confidence = 0.95, prior = betaPrior(areas)}: Confidence & {prior?: BetaPrior | null} = {}
): Shrunken[] {
  for (const area of areas) checkProportion(area);
  const tail = tailOf(confidence);
  if (prior === null) {
    const {count, base} = totalOf(areas);
    return areas.map(() => ({...wilson(count, base, {confidence}), reliability: 0}));
  }
  if (!(prior.alpha > 0 && prior.beta > 0)) throw new Error(`invalid prior: ${prior.alpha}, ${prior.beta}`);
  return areas.map(({count, base}) => {
    const [alpha, beta] = [prior.alpha + count, prior.beta + base - count];
    return {
      estimate: alpha / (alpha + beta),
      lower: betaQuantile(tail, alpha, beta),
      upper: betaQuantile(1 - tail, alpha, beta),
      reliability: base / (alpha + beta)
    };
  });
}

/**
 * Returns the beta distribution of true proportions between areas by moments, or null where the areas differ no more than
 * by chance, or where every area is none or every one all.
 * Throws `invalid base: …`, `invalid count: …`, `missing areas: …` below two.
 * Source: Kleinman, Journal of the American Statistical Association 68 (1973), 46-54, with the bases as weights.
 */
export function betaPrior(areas: readonly Proportion[]): BetaPrior | null {
  if (areas.length < 2) throw new Error(`missing areas: ${areas.length}`);
  for (const area of areas) checkProportion(area);
  const {count, base: total} = totalOf(areas);
  const mean = count / total;
  const chance = mean * (1 - mean);
  if (!(chance > 0)) return null;
  const spread = areas.reduce((sum, area) => sum + area.base * (area.count / area.base - mean) ** 2, 0);
  const squares = areas.reduce((sum, {base}) => sum + base ** 2, 0);
  const free = areas.length - 1;
  const correlation = (spread / chance - free) / (total - squares / total - free);
  if (!(correlation > 0)) return null;
  // Areas can differ by more than any beta distribution allows; the widest one is then near enough.
  const size = 1 / Math.min(correlation, 0.999) - 1;
  return {alpha: mean * size, beta: (1 - mean) * size};
}

function totalOf(areas: readonly Proportion[]): Proportion {
  return areas.reduce((sum, {count, base}) => ({count: sum.count + count, base: sum.base + base}), {count: 0, base: 0});
}
