import {count, date, percent} from "./format.js";
import type {Figure} from "./release.js";
import {coverage} from "./select.js";

type Estimate = Pick<Figure, "value" | "lower" | "upper">;
type Based = Pick<Figure, "base" | "senders_returned" | "senders_expected">;

/** Returns "March 2004" for the survey of 2004-03. */
export const surveyMonth = (period: string): string => date(`${period}-01`).replace(/^\d+ /, "");

/** Returns "38 to 42": the limits of an estimate; empty where it has none. */
export function limitsSaid({lower, upper}: Pick<Estimate, "lower" | "upper">, write = count): string {
  return lower === null || upper === null ? "" : `${write(lower)} to ${write(upper)}`;
}

/** Returns "40% (95% interval 38 to 42)"; empty where there is no figure. */
export function shareSaid(figure: Estimate): string {
  if (figure.value === null) return "";
  const limits = limitsSaid(figure);
  return `${percent(figure.value)}${limits === "" ? "" : ` (95% interval ${limits})`}`;
}

/** Returns "6,000 answers, from 42 of 47 local LSCs": what an estimate rests on. */
export function restsOn(figure: Based): string {
  const parts = [
    figure.base === null ? "" : `${count(figure.base)} answers`,
    coverage(figure, "local LSCs").replace(/^(?=\d)/, figure.base === null ? "" : "from ")
  ];
  return parts.filter((part) => part !== "").join(", ");
}
