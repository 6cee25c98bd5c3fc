import type {Capacity} from "./trajectory.js";

/** What it takes to reach a target in the months left. */
export interface RunRate {
  required: number | null; // a month; null where no month is left and the target is not reached
  recent: number | null; // a month, over the months given
  ratio: number | null; // required over recent; null where either is, or nothing was counted of late
  isFeasible: boolean | null; // false above a twelfth of a stated yearly maximum; null where none is stated
}

export interface RunRateOptions {
  target: number;
  actual: number;
  monthsLeft: number;
  recent: readonly number[]; // counts of the last months, three as a rule
  capacity?: Capacity; // a year
}

/**
 * Returns the monthly count that reaches the target in the months left, beside that of the last months, and whether the
 * stated capacity allows it. A target already reached requires nothing.
 * Throws `invalid months: …`, `invalid target: …`.
 */
export function requiredRunRate({target, actual, monthsLeft, recent, capacity}: RunRateOptions): RunRate {
  if (!(monthsLeft >= 0 && monthsLeft < Infinity)) throw new Error(`invalid months: ${monthsLeft}`);
  if (!(target > 0 && target < Infinity)) throw new Error(`invalid target: ${target}`);
  const gap = Math.max(0, target - actual);
  const required = gap === 0 ? 0 : monthsLeft === 0 ? null : gap / monthsLeft;
  const mean = recent.length === 0 ? null : recent.reduce((total, count) => total + count, 0) / recent.length;
  return {
    required,
    recent: mean,
    ratio: required === null || mean === null || mean === 0 ? null : required / mean,
    isFeasible: capacity?.kind !== "maximum" || required === null ? null : required <= capacity.places / 12
  };
}
