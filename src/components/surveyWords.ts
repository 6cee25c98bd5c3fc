import {type Cell, count, date, type Missing, missing, percent} from "./format.js";
import type {Figure, Words} from "./release.js";
import {coverage} from "./select.js";

type Estimate = Pick<Figure, "value" | "lower" | "upper">;
type Based = Pick<Figure, "base" | "senders_returned" | "senders_expected">;

/** Returns "March 2004" for the survey of 2004-03. */
export const surveyMonth = (period: string): string => date(`${period}-01`).replace(/^\d+ /, "");

/** Returns the rows of the latest period. */
export function ofLastPeriod<Row extends {period: string}>(rows: readonly Row[]): Row[] {
  const last = rows
    .map(({period}) => period)
    .toSorted()
    .at(-1);
  return rows.filter(({period}) => period === last);
}

/** Returns "in the synthetic returns, ", with which a sentence on any synthetic figure opens; empty where all are real. */
export const inSynthetic = (figures: readonly {origin: string}[]): string =>
  figures.some(({origin}) => origin === "synthetic") ? "in the synthetic returns, " : "";

/** Returns "38 to 42": the limits of an estimate; empty where it has none. */
export function limitsSaid({lower, upper}: Pick<Estimate, "lower" | "upper">, write = count): string {
  return lower === null || upper === null ? "" : `${write(lower)} to ${write(upper)}`;
}

/** Returns what a table says of a figure beside its value; of a figure that is missing, why it is. */
export function orWhy(
  said: string | number | null,
  {figure, release, absent = NOT_AVAILABLE}: {figure: Cell | undefined; release: Words; absent?: Cell}
): string | number | Missing {
  if (said !== null && said !== "") return said;
  if (!figure) return missing(absent, release);
  return figure.symbol === null ? "" : missing(figure, release);
}

/** Why there is no figure, where nothing says more. */
export const NOT_AVAILABLE: Cell = {symbol: "x", symbol_reason: null};

/** Returns "40% (95% interval 38 to 42)"; empty where there is no figure. */
export function shareSaid(figure: Estimate): string {
  if (figure.value === null) return "";
  const limits = limitsSaid(figure);
  return `${percent(figure.value)}${limits === "" ? "" : ` (95% interval ${limits})`}`;
}

/** Returns "6,000 answers, from 42 of 47 local LSCs": what an estimate rests on. */
export function restsOn(figure: Based): string {
  const senders = coverage(figure, "local LSCs");
  if (figure.base === null) return senders;
  const from = senders === "" ? "" : `, ${/^\d/.test(senders) ? "from " : ""}${senders}`;
  return `${count(figure.base)} answers${from}`;
}
