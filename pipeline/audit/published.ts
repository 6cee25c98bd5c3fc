import type {Term} from "../gate/protect/problem.js";

/**
 * What everybody can read of a count: a multiple of the base, `low` (not zero, rounded to it), `hidden`, or the count
 * itself where it is known exactly.
 */
export type Published = number | "low" | "hidden" | {exact: number};

/** A cell of the published tables; `base` is 10 when not given. */
export interface PublishedCell {
  id: string;
  published: Published;
  base?: number;
}

/** What is known of some counts together: lower ≤ sum(factor × count) ≤ upper; a bound that is not given is none. */
export interface Constraint {
  terms: readonly Term[];
  lower?: number;
  upper?: number;
}

/** A rate of the true counts: scale × numerator ÷ denominator is within `halfWidth` of `value`; scale is 100 when not given. */
export interface Rate {
  numerator: string;
  denominator: string;
  value: number;
  halfWidth: number;
  scale?: number;
}

/** A count that is part of another: what is left of the whole is a count of people too. */
export interface Pair {
  part: string;
  whole: string;
}

/** The whole numbers that a count may be, as far as anybody can tell. */
export interface Range {
  lower: number;
  /** Infinity when nothing bounds it. */
  upper: number;
  /** How many of the numbers from lower to upper it may be: fewer than all where a rate rules some out. */
  values: number;
  /**
   * `exact`: these are the ends. `wide`: it was enough to show that at least as many as asked are possible; the ends
   * lie outside the true ones. `known`: published as known exactly. `unknown`: the solver gave no answer, which counts
   * as disclosed. `contradictory`: no counts fit what is published.
   */
  status: "exact" | "wide" | "known" | "unknown" | "contradictory";
}

/** The least and most that a count may be. */
export interface Bounds {
  lower: number;
  upper: number;
}

/** Returns the name under which the ranges hold what is left of a whole without its part. */
export function complementId({part, whole}: Pair): string {
  return `${whole} without ${part}`;
}

/** Returns the name of the rounded number of a cell that is not shown. */
export function shadowOf(id: string): string {
  return `rounded ${id}`;
}

/** Returns whether a cell is such a number, which is no number of people. */
export function isShadow(id: string): boolean {
  return id.startsWith("rounded ");
}

/** Returns the name of a sum of money beside which people are counted. */
export function moneyOf(figure: string): string {
  return `money of ${figure}`;
}

/** Returns whether a cell is a sum of money, which is no number of people. */
export function isMoneyCell(id: string): boolean {
  return id.startsWith("money of ");
}

/**
 * Returns what one published number says by itself: 0 is none; a multiple x of the base b is x − b + 1 to x + b − 1, and
 * at least 1; `low` is 1 to b − 1. Throws for what could not have been published.
 */
export function boundsOf({id, published, base = 10}: PublishedCell): Bounds {
  if (published === "hidden") return {lower: 0, upper: Number.POSITIVE_INFINITY};
  if (published === "low") return {lower: 1, upper: base - 1};
  if (typeof published === "object") return {lower: published.exact, upper: published.exact};
  if (!Number.isInteger(published / base) || published < 0)
    throw new Error(`invalid published count: ${published} of ${id}`);
  return published === 0 ? {lower: 0, upper: 0} : {lower: published - base + 1, upper: published + base - 1};
}
