import type {Cell, Missing} from "../format.js";
import {missing} from "../format.js";
import type {Figure} from "../release.js";
import type {Facts} from "./facts.js";

/** Returns how numbers of a unit are written, with the decimals that the finest of some figures needs. */
export function writer(
  unit: string,
  figures: readonly Pick<Figure, "value" | "lower" | "upper">[]
): (value: number) => string {
  let decimals = 0;
  for (const {value, lower, upper} of figures)
    for (const found of [value, lower, upper]) if (found !== null) decimals = Math.max(decimals, decimalsOf(found));
  const isMoney = /^pounds\b/.test(unit);
  const digits = isMoney && decimals > 0 ? 2 : decimals;
  const format = new Intl.NumberFormat("en-GB", {minimumFractionDigits: digits, maximumFractionDigits: digits});
  const isShare = /^per cent\b/.test(unit);
  return (value) => {
    const size = format.format(Math.abs(value));
    return `${value < 0 ? "−" : ""}${isMoney ? "£" : ""}${size}${isShare ? "%" : ""}`;
  };
}

/** Returns what stands for a figure: its number, its limits in words where only these are known, or why there is none. */
export function shownValue(
  {value, lower, upper, bound, ...figure}: Pick<Figure, "value" | "lower" | "upper" | "bound" | keyof Cell>,
  {write, facts}: {write: (value: number) => string; facts: Facts}
): number | string | Missing {
  if (value !== null) return value;
  if (bound === "lower" && lower !== null) return `at least ${write(lower)}`;
  if (bound === "upper" && upper !== null) return `at most ${write(upper)}`;
  if (bound === "range" && lower !== null && upper !== null) return `${write(lower)} to ${write(upper)}`;
  return missing(figure, facts);
}

function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  return Number.isInteger(Math.round(value * 1e6) / 1e5) ? 1 : 2;
}

/** Returns what the word that stands for a figure without a number means; empty for one that has a number. */
export function meaningOf({symbol, symbol_reason}: Figure, {symbols, reasons}: Facts): string {
  const reason = Object.entries(reasons).find(([name]) => name === symbol_reason)?.[1];
  const known = reason ?? Object.entries(symbols).find(([name]) => name === symbol)?.[1];
  return known?.meaning ?? "";
}
