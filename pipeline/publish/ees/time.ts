/** When a row is, as the standard for open data on education writes it. */
export interface EesTime {
  time_period: string; // 2004, or 200304 for a year that runs over two
  time_identifier: string;
}

export const MONTHS = [
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
] as const;

const YEARS: Readonly<Record<string, string>> = {academic: "Academic year", financial: "Financial year"};
/** Dates, which are known by their month: a survey date of March 2004 is March of 2004, a census January. */
const DATES: readonly string[] = ["month", "survey", "census"];

/**
 * Returns a period in the words of the standard; undefined of what it has no word for: counting windows of targets, spans
 * of several years, and all the time before a date.
 */
export function eesTime(periodType: string, period: string): EesTime | undefined {
  const [, first, second] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const year = YEARS[periodType];
  if (year !== undefined) {
    const isNext = (Number(first) + 1) % 100 === Number(second);
    return isNext ? {time_period: `${first}${second}`, time_identifier: year} : undefined;
  }
  const month = DATES.includes(periodType) ? MONTHS[Number(second) - 1] : undefined;
  return month === undefined ? undefined : {time_period: first, time_identifier: month};
}
