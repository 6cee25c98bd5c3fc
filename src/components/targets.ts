import {count, date, list, lower, plural, qualified, sentence, word} from "./format.js";
import type {Milestone, Release, Target} from "./release.js";

export type NumberedTarget = Target & {target_value: number};

/** Returns the targets for which the plan sets a number. */
export function numbered({progress}: Pick<Release, "progress">): NumberedTarget[] {
  return progress.filter((target): target is NumberedTarget => target.target_value !== null);
}

/** Returns "30 June 2004": the date that the plan's pages describe. */
export function asAt({progress}: Pick<Release, "progress">): string {
  const dates = progress.map((target) => target.as_at_date).toSorted();
  return date(dates.at(-1) ?? "2004-06-30");
}

/** Returns " in the synthetic returns" where any of the rows rests on them. */
export const inReturns = (rows: readonly {origin: string}[]): string =>
  rows.some(({origin}) => origin === "synthetic") ? " in the synthetic returns" : "";

/** Returns "one is on course and three are not yet due": how the targets stand, those that count first. */
export function standing(targets: readonly Target[]): string {
  const parts = STANDINGS.flatMap(([status, one, many]) => {
    const found = targets.filter((target) => target.status === status).length;
    return found === 0 ? [] : [`${word(found)} ${found === 1 ? one : many}`];
  });
  return list(parts);
}

const STANDINGS = [
  ["met", "is met", "are met"],
  ["on course", "is on course", "are on course"],
  ["at risk", "is at risk", "are at risk"],
  ["off course", "is off course", "are off course"],
  ["missed", "was missed", "were missed"],
  ["under way", "is under way", "are under way"],
  ["closed", "is closed", "are closed"],
  ["cannot say", "cannot be judged yet", "cannot be judged yet"],
  ["not yet due", "is not yet due", "are not yet due"]
] as const;

/** Returns "Of the plan's five numbered targets, one is on course, one is off course and three are not yet due". */
export function standingOfAll(release: Pick<Release, "progress">): string {
  const targets = numbered(release);
  if (targets.length === 0) return "The plan sets no number to reach";
  return `Of the plan’s ${plural(targets.length, "numbered target")}, ${standing(targets)}`;
}

/** Returns "up to 10,000 learners": the number with its qualifier and unit. */
export const wanted = ({target_value, qualifier, target_unit}: NumberedTarget): string =>
  `${qualified(target_value, qualifier)} ${target_unit}`;

/** Returns how a target's number binds: as a ceiling, approximately, or as it stands. */
export function boundOf({qualifier}: Pick<Target, "qualifier">): "ceiling" | "about" | "exact" {
  if (qualifier === "up to") return "ceiling";
  return qualifier === "around" ? "about" : "exact";
}

/** Returns true for a target whose window has begun and that has a count. */
export const isCounted = ({actual_count}: Target): boolean => actual_count !== null;

/** Returns "1,540 of around 7,000 places for higher level teaching assistants" for a target that is being counted. */
export function soFar({actual_count, target_value, qualifier, title}: NumberedTarget): string {
  return `${count(actual_count ?? 0)} of ${qualified(target_value, qualifier)} ${lower(title)}`;
}

/** Returns "It takes 464 a month …": what is needed beside what came of late; empty for a ceiling and ahead of the window. */
export function pace({required_monthly_count, recent_monthly_count, months_left_count, is_feasible}: Target): string {
  if (required_monthly_count === null || months_left_count === null || required_monthly_count === 0) return "";
  const needed = `It takes ${count(required_monthly_count)} a month in the ${plural(months_left_count, "month")} left`;
  const beside =
    recent_monthly_count === null ? "" : `; the last three months brought ${count(recent_monthly_count)} a month`;
  const beyond = is_feasible === false ? ", and the capacity that providers state allows less" : "";
  return `${needed}${beside}${beyond}.`;
}

/** Returns "1,140 to 1,160": the range in which the count is heading, or nothing where there is no forecast. */
export function heading({forecast_lower_count, forecast_upper_count}: Target): string | undefined {
  if (forecast_lower_count === null || forecast_upper_count === null) return undefined;
  if (forecast_lower_count === forecast_upper_count) return `about ${count(forecast_lower_count)}`;
  return `${count(forecast_lower_count)} to ${count(forecast_upper_count)}`;
}

/** Returns "places in school business management up to 31 May 2004" for targets whose last return came before the position. */
export function countedBefore(targets: readonly NumberedTarget[]): string[] {
  return targets
    .filter(({counted_to_date, as_at_date}) => counted_to_date !== null && counted_to_date < as_at_date)
    .map(({title, counted_to_date}) => `${lower(title)} up to ${date(counted_to_date ?? "")}`);
}

/** Returns "1% or less", "45%": a chance, of which a simulation is never certain; "none" where what is planned cannot do. */
export function chance(percent: number): string {
  if (percent === 0) return "none";
  if (percent === 1) return "1% or less";
  return percent === 99 ? "99% or more" : `${percent}%`;
}

/** Returns "April 2004 to March 2005": the months in which a target counts. */
export function countingWindow({window_start_date, window_end_date}: Target): string {
  if (window_start_date === null || window_end_date === null) return "not stated";
  return `${month(window_start_date)} to ${month(window_end_date)}`;
}

/** Returns "from 1 August 2004": when a target that has not begun will. */
export function begins({window_start_date}: Target): string {
  return window_start_date === null ? "start not stated" : `counts from ${date(window_start_date)}`;
}

/** Returns "By December 2004", "In autumn 2004": when a milestone is due, as the plan says it. */
export function dueWhen({qualifier, due, due_date}: Pick<Milestone, "qualifier" | "due" | "due_date">): string {
  if (due_date === null) return "No date";
  const isMonth = /^\d{4}-\d{2}$/.test(due) && due_date.startsWith(due); // 2004-05 may also be a year
  if (/^later/.test(due)) return sentence(due);
  if (/^end of/.test(due)) return sentence(`${qualifier === "in" ? "at" : qualifier} the ${due}`);
  return sentence(`${qualifier} ${isMonth ? month(due_date) : due.replace(/^(\d{4})-(\d{2})$/, "$1–$2")}`.trim());
}

/** Returns "plan, line 134" for S0:L134, and names the paper on induction and NVQs for S3:L7; any other stays as it is. */
export const placeInPlan = (place: string): string =>
  place.replace(/^S0:L(\d+)$/, "plan, line $1").replace(/^S3:L(\d+)$/, "DfES paper on induction and NVQs, line $1");

const month = (iso: string): string => date(iso).replace(/^\d+ /, "");
