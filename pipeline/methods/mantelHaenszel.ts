import {type Confidence, normalReach, twoSidedP} from "./interval.js";
import type {RatioInterval} from "./katz.js";
import {checkProportion, type Proportion} from "./proportion.js";

/** Two groups within one stratum, such as a role in a region. */
export interface Stratum {
  first: Proportion;
  second: Proportion;
}

/** A stratum as the field writes it: first group with and without, second group with and without, all. */
interface Table {
  a: number;
  b: number;
  c: number;
  d: number;
  n: number;
}

/**
 * Returns the ratio of the first group to the second, pooled over strata; no unit. `measure` is "odds_ratio" with the
 * Robins-Breslow-Greenland interval, or "risk_ratio" with the Greenland-Robins interval. `pValue` is that of the
 * Mantel-Haenszel test of no association, without continuity correction; null where no stratum can tell.
 * A stratum where either group is empty adds nothing. Parts that zeros leave undefined are null.
 * Throws `invalid base: …` below 0, `invalid count: …` unless from 0 to the base, `invalid confidence: …`,
 * `missing strata: 0`.
 * Source: Mantel and Haenszel, Journal of the National Cancer Institute 22 (1959), 719-748; Robins, Breslow and
 * Greenland, Biometrics 42 (1986), 311-323; Greenland and Robins, Biometrics 41 (1985), 55-68.
 */
export function mantelHaenszel(
  strata: readonly Stratum[],
  {measure = "odds_ratio", confidence = 0.95}: Confidence & {measure?: "odds_ratio" | "risk_ratio"} = {}
): RatioInterval {
  if (strata.length === 0) throw new Error("missing strata: 0");
  const reach = normalReach(confidence);
  const tables = strata.filter(isFilled).map(tableOf);
  const {estimate, variance} = measure === "odds_ratio" ? oddsRatio(tables) : riskRatio(tables);
  const pValue = associationP(tables);
  if (estimate === null || estimate === 0 || !Number.isFinite(variance))
    return {estimate, lower: null, upper: null, pValue};
  const half = reach * Math.sqrt(variance);
  return {estimate, lower: estimate * Math.exp(-half), upper: estimate * Math.exp(half), pValue};
}

function isFilled({first, second}: Stratum): boolean {
  for (const group of [first, second]) if (group.base !== 0 || group.count !== 0) checkProportion(group);
  return first.base > 0 && second.base > 0;
}

function tableOf({first, second}: Stratum): Table {
  return {
    a: first.count,
    b: first.base - first.count,
    c: second.count,
    d: second.base - second.count,
    n: first.base + second.base
  };
}

/** Returns the pooled odds ratio and the variance of its logarithm. */
function oddsRatio(tables: readonly Table[]): {estimate: number | null; variance: number} {
  const total = (value: (table: Table) => number) => sum(tables.map(value));
  const r = total(({a, d, n}) => (a * d) / n);
  const s = total(({b, c, n}) => (b * c) / n);
  if (s === 0) return {estimate: null, variance: Infinity};
  const pr = total(({a, d, n}) => (((a + d) / n) * (a * d)) / n);
  const mixed = total(({a, b, c, d, n}) => (((a + d) / n) * (b * c)) / n + (((b + c) / n) * (a * d)) / n);
  const qs = total(({b, c, n}) => (((b + c) / n) * (b * c)) / n);
  return {estimate: r / s, variance: pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)};
}

/** Returns the pooled ratio of proportions and the variance of its logarithm. */
function riskRatio(tables: readonly Table[]): {estimate: number | null; variance: number} {
  const total = (value: (table: Table) => number) => sum(tables.map(value));
  const r = total(({a, c, d, n}) => (a * (c + d)) / n);
  const s = total(({a, b, c, n}) => (c * (a + b)) / n);
  if (s === 0) return {estimate: null, variance: Infinity};
  const spread = total(({a, b, c, d, n}) => ((a + b) * (c + d) * (a + c) - a * c * n) / n ** 2);
  return {estimate: r / s, variance: spread / (r * s)};
}

function associationP(tables: readonly Table[]): number | null {
  const excess = sum(tables.map(({a, b, c, n}) => a - ((a + b) * (a + c)) / n));
  const variance = sum(
    tables.map(({a, b, c, d, n}) => (n > 1 ? ((a + b) * (c + d) * (a + c) * (b + d)) / (n ** 2 * (n - 1)) : 0))
  );
  return variance > 0 ? twoSidedP(excess / Math.sqrt(variance)) : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
