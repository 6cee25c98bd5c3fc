import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import {checkRate, proportionScale, rateScale, type Scale} from "./funnelScale.js";
import {checkProportion, type Proportion} from "./proportion.js";

export type FunnelPosition = "inside" | "outside_95" | "outside_998";

/** The limits at one base: shares of 1, or counts per unit of base for rates. */
export interface FunnelLimits {
  lower95: number;
  upper95: number;
  lower998: number;
  upper998: number;
}

/** Where one area stands; its value is in the unit of the limits. */
export interface FunnelArea extends FunnelLimits {
  value: number;
  /** Standard errors from the target on the transformed scale, before and after over-dispersion. */
  z: number;
  adjustedZ: number;
  position: FunnelPosition;
}

export interface Funnel {
  target: number;
  /** The mean of the squared, winsorised z: 1 when areas differ by chance alone. */
  dispersion: number;
  /** The variance between areas on the transformed scale; 0 when there is no over-dispersion. */
  tauSquared: number;
  isOverdispersed: boolean;
  /** In the order given. */
  areas: FunnelArea[];
}

/**
 * Returns the position of each area against a target, by default all counts over all bases, with 95% and 99.8% limits.
 * `kind` is "proportion" (count within base) or "rate" (count per base, may exceed it). Without over-dispersion limits
 * are normal where base × target × (1 − target) is at least 10, else exact binomial (exact Poisson for rates). With it,
 * the variance between areas, from z winsorised at `winsorise` each end (0.1), is added on the arcsine root scale
 * (square root for rates); `adjust: false` never adds it.
 * Throws `invalid base: …` unless above 0, `invalid count: …`, `invalid target: …` (0 too for rates), `invalid winsorise: …`,
 * `missing areas: 0`.
 * Source: Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202; Spiegelhalter, Quality and Safety in Health Care
 * 14 (2005), 347-351; the transformations are those of the R package FunnelPlotR.
 */
export function funnel(
  areas: readonly Proportion[],
  {
    kind = "proportion",
    target = totalOf(areas),
    winsorise = 0.1,
    adjust = true
  }: {kind?: "proportion" | "rate"; target?: number; winsorise?: number; adjust?: boolean} = {}
): Funnel {
  if (areas.length === 0) throw new Error("missing areas: 0");
  if (!(winsorise >= 0 && winsorise < 0.5)) throw new Error(`invalid winsorise: ${winsorise}`);
  for (const area of areas) (kind === "proportion" ? checkProportion : checkRate)(area);
  const scale = kind === "proportion" ? proportionScale(target) : rateScale(target);
  const errors = areas.map(({base}) => scale.standardError(base));
  const scores = areas.map(
    ({count, base}, index) => (scale.transform(count / base) - scale.centre) / at(errors, index)
  );
  const {dispersion, tauSquared} = overdispersion(winsorised(scores, winsorise), errors);
  const added = adjust ? tauSquared : 0;
  return {
    target,
    dispersion,
    tauSquared,
    isOverdispersed: tauSquared > 0,
    areas: areas.map((area, index) => position(area, at(scores, index), {scale, added}))
  };
}

/** Returns the limits of a funnel at a base in which no area need stand, for drawing; `kind` is that of the funnel. */
export function funnelLimits(
  base: number,
  {target, tauSquared, kind = "proportion"}: Pick<Funnel, "target" | "tauSquared"> & {kind?: "proportion" | "rate"}
): FunnelLimits {
  const scale = kind === "proportion" ? proportionScale(target) : rateScale(target);
  return limitsAt(base, {scale, added: tauSquared});
}

function totalOf(areas: readonly Proportion[]): number {
  let [counts, bases] = [0, 0];
  for (const {count, base} of areas) {
    counts += count;
    bases += base;
  }
  return counts / bases;
}

/** Returns the scores with both tails drawn in to the quantiles (type 7, R's default). */
function winsorised(scores: readonly number[], share: number): number[] {
  const sorted = [...scores].sort((one, two) => one - two);
  const quantile = (probability: number): number => {
    const place = (sorted.length - 1) * probability;
    const below = Math.floor(place);
    const value = at(sorted, below);
    return value + (place - below) * (at(sorted, Math.min(below + 1, sorted.length - 1)) - value);
  };
  const [low, high] = [quantile(share), quantile(1 - share)];
  return scores.map((score) => Math.min(high, Math.max(low, score)));
}

function overdispersion(
  scores: readonly number[],
  errors: readonly number[]
): {dispersion: number; tauSquared: number} {
  const size = scores.length;
  const squares = scores.reduce((sum, score) => sum + score ** 2, 0);
  const weights = errors.map((error) => 1 / error ** 2);
  const weight = weights.reduce((sum, value) => sum + value, 0);
  const spread = weight - weights.reduce((sum, value) => sum + value ** 2, 0) / weight;
  const excess = squares - (size - 1);
  return {dispersion: squares / size, tauSquared: size > 1 && excess > 0 ? excess / spread : 0};
}

function position({count, base}: Proportion, z: number, {scale, added}: {scale: Scale; added: number}): FunnelArea {
  const value = count / base;
  const limits = limitsAt(base, {scale, added});
  const isWithin = (lower: number, upper: number) => value >= lower && value <= upper;
  const inner = isWithin(limits.lower95, limits.upper95) ? "inside" : "outside_95";
  return {
    value,
    z,
    adjustedZ: z / Math.sqrt(1 + added / scale.standardError(base) ** 2),
    ...limits,
    position: isWithin(limits.lower998, limits.upper998) ? inner : "outside_998"
  };
}

function limitsAt(base: number, {scale, added}: {scale: Scale; added: number}): FunnelLimits {
  const limits = (share: number): [number, number] => {
    if (added === 0) return scale.limits(base, (1 - share) / 2);
    const reach = -normalQuantile((1 - share) / 2, 0, 1) * Math.sqrt(scale.standardError(base) ** 2 + added);
    return [scale.back(scale.centre - reach), scale.back(scale.centre + reach)];
  };
  const [lower95, upper95] = limits(0.95);
  const [lower998, upper998] = limits(0.998);
  return {lower95, upper95, lower998, upper998};
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new Error(`missing value: ${index}`);
  return value;
}
