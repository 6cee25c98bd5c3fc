import type {Figure} from "../release.js";

type Period = Pick<Figure, "period_type" | "period">;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
];

/** What the kinds of period are called: one of them, and all of them. */
export const PERIOD_KINDS: Readonly<Record<string, {one: string; every: string}>> = {
  survey: {one: "Survey", every: "Every survey"},
  academic: {one: "Academic year", every: "Every academic year"},
  financial: {one: "Financial year", every: "Every financial year"},
  window: {one: "Counting window of a target", every: "Every counting window"},
  census: {one: "January census", every: "Every January census"},
  month: {one: "Month", every: "Every month"}
};

/** Returns a period as an address holds it: "survey:2004-03". */
export const periodKey = ({period_type, period}: Period): string => `${period_type}:${period}`;

/** Returns "survey:all", which stands for every period of a kind. */
export const everyPeriod = (type: string): string => `${type}:all`;

/** Returns a period in words: "March 2004", "2003–04", "before April 2004", "June 2003 to June 2004". */
export function periodName(of: Period): string {
  const key = periodKey(of);
  const known = names.get(key);
  if (known !== undefined) return known;
  const write = of.period_type === "academic" || of.period_type === "financial" ? year : month;
  const name = of.period.replace(/\b(\d{4})-(\d{2})\b/g, (whole) => write(whole));
  names.set(key, name);
  return name;
}

/** There are few periods, and many figures of each. */
const names = new Map<string, string>();
const ranks = new Map<string, string>();

/** Returns a period in words that say which kind of year it is: "academic year 2003–04". */
export function periodInFull(of: Period): string {
  const name = periodName(of);
  if (of.period_type === "academic") return `academic year ${name}`;
  return of.period_type === "financial" ? `financial year ${name}` : name;
}

/** Returns a period in few letters, for an axis: "Mar 04", "2003–04". */
export function periodMark(of: Period): string {
  return periodName(of).replace(/\b([A-Z][a-z]{2})[a-z]* \d{2}(\d{2})\b/g, "$1 $2");
}

/** Periods in the order of time; "before" a month comes before it. */
export function comparePeriods(a: Period, b: Period): number {
  if (a.period === b.period) return 0;
  return rank(a) < rank(b) ? -1 : 1;
}

/** Returns every period from the first to the last of some, in step: those between that have no figure stand too, so that time is drawn evenly. */
export function inStep(periods: readonly Period[]): Period[] {
  const known = periods.filter(({period}) => SINGLE.test(period)).toSorted(comparePeriods);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const made: Period[] = [];
  for (let at = first; at.period <= last.period && made.length < MOST_STEPS; at = after(at)) made.push(at);
  return made.at(-1)?.period === last.period ? made : known;
}

/** One month, year or census; a span, or all before a date, is no point in time. */
const SINGLE = /^\d{4}-\d{2}$/;
const MOST_STEPS = 60;

function after({period_type, period}: Period): Period {
  const [years, rest] = [Number(period.slice(0, 4)), Number(period.slice(5))];
  if (period_type === "academic" || period_type === "financial")
    return {period_type, period: `${years + 1}-${twoDigits((rest + 1) % 100)}`};
  if (period_type === "census") return {period_type, period: `${years + 1}-${twoDigits(rest)}`};
  return {period_type, period: rest === 12 ? `${years + 1}-01` : `${years}-${twoDigits(rest + 1)}`};
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

function rank({period}: Period): string {
  const known = ranks.get(period);
  if (known !== undefined) return known;
  const found = `${period.replace(/^before /, "")} ${period.startsWith("before ") ? 0 : 1}`;
  ranks.set(period, found);
  return found;
}

const year = (text: string): string => text.replace("-", "–");

function month(text: string): string {
  const [years = "", number = ""] = text.split("-");
  return `${MONTHS[Number(number) - 1] ?? number} ${years}`;
}
