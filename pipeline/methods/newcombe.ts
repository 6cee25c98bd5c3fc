import {type Confidence, type TestedInterval, twoSidedP} from "./interval.js";
import type {Proportion} from "./proportion.js";
import {wilson} from "./wilson.js";

/**
 * Returns the first proportion minus the second with Newcombe's hybrid score interval (his method 10), as shares of 1.
 * `pValue` is that of the pooled score test without continuity correction; 1 when both are none or both are all.
 * Throws as `wilson` does.
 * Source: Newcombe, Statistics in Medicine 17 (1998), 873-890.
 */
export function newcombe(first: Proportion, second: Proportion, {confidence = 0.95}: Confidence = {}): TestedInterval {
  const one = wilson(first.count, first.base, {confidence});
  const two = wilson(second.count, second.base, {confidence});
  const estimate = one.estimate - two.estimate;
  return {
    estimate,
    lower: estimate - Math.hypot(one.estimate - one.lower, two.upper - two.estimate),
    upper: estimate + Math.hypot(one.upper - one.estimate, two.estimate - two.lower),
    pValue: scoreP(first, second)
  };
}

function scoreP(first: Proportion, second: Proportion): number {
  const pooled = (first.count + second.count) / (first.base + second.base);
  const variance = pooled * (1 - pooled) * (1 / first.base + 1 / second.base);
  if (!(variance > 0)) return 1;
  return twoSidedP((first.count / first.base - second.count / second.base) / Math.sqrt(variance));
}
