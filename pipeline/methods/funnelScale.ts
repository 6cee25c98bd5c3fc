import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import {chisquareQuantile} from "./chisquare.js";
import type {Proportion} from "./proportion.js";

/** A scale on which the spread of a figure depends on its base alone. */
export interface Scale {
  /** The target on this scale. */
  centre: number;
  transform(value: number): number;
  back(value: number): number;
  standardError(base: number): number;
  /** The limits by chance alone, in the figure's own unit, with `tail` beyond each. */
  limits(base: number, tail: number): [number, number];
}

/** Returns the scale of proportions about a target, a share of 1: arcsine of the root. Throws `invalid target: …`. */
export function proportionScale(target: number): Scale {
  if (!(target >= 0 && target <= 1)) throw new Error(`invalid target: ${target}`);
  const transform = (value: number) => Math.asin(Math.sqrt(value));
  return {
    centre: transform(target),
    transform,
    back: (value) => Math.sin(Math.min(Math.PI / 2, Math.max(0, value))) ** 2,
    standardError: (base) => 1 / (2 * Math.sqrt(base)),
    limits: (base, tail) => {
      const variance = target * (1 - target);
      if (base * variance < 10) return [binomialLimit(target, base, tail), binomialLimit(target, base, 1 - tail)];
      const half = -normalQuantile(tail, 0, 1) * Math.sqrt(variance / base);
      return [Math.max(0, target - half), Math.min(1, target + half)];
    }
  };
}

/** Returns the scale of counts per unit of base about a target above 0: the square root. Throws `invalid target: …`. */
export function rateScale(target: number): Scale {
  if (!(target > 0 && target < Infinity)) throw new Error(`invalid target: ${target}`);
  return {
    centre: 1,
    transform: (value) => Math.sqrt(value / target),
    back: (value) => target * Math.max(0, value) ** 2,
    standardError: (base) => 1 / (2 * Math.sqrt(base * target)),
    limits: (base, tail) => {
      const expected = base * target;
      const lower = chisquareQuantile(tail, 2 * expected) / 2;
      return [lower / base, chisquareQuantile(1 - tail, 2 * (expected + 1)) / 2 / base];
    }
  };
}

/** Throws `invalid base: …` unless above 0, `invalid count: …` unless from 0; a rate's count may exceed its base. */
export function checkRate({count, base}: Proportion): void {
  if (!(base > 0 && base < Infinity)) throw new Error(`invalid base: ${base}`);
  if (!(count >= 0 && count < Infinity)) throw new Error(`invalid count: ${count}`);
}

/** Returns the binomial quantile as a share, interpolated between whole counts as Spiegelhalter (2005, A.1.1) does. */
function binomialLimit(target: number, base: number, probability: number): number {
  if (target === 0 || target === 1) return target;
  const size = Math.max(1, Math.round(base));
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, size, target) >= probability) high = middle;
    else low = middle + 1;
  }
  const here = binomialCdf(low, size, target);
  const below = low > 0 ? binomialCdf(low - 1, size, target) : 0;
  return Math.max(0, (low - (here - probability) / (here - below)) / size);
}
