import {monthIndex} from "./band.js";

/** What was counted in one month, "2004-06". */
export interface MonthCount {
  month: string;
  count: number;
}

/** How the months of a year differ: each one's share of the year, January first, and where the shares come from. */
export interface Season {
  name: string;
  shares: readonly number[];
}

/** A monthly rate, and how counts scatter about it. */
export interface MonthlyRate {
  rate: number; // counts a month, averaged over a year
  dispersion: number; // variance over mean of a month's count, 1 or more
  months: number; // months that the rate rests on
  exposure: number; // their number, weighted by the season: the precision of the rate
  season?: Season;
}

/** Fewer months than this say nothing of a rate. */
export const FEWEST_MONTHS = 6;
/** Fewer months than this say nothing of a season. */
const SEASON_MONTHS = 24;

/**
 * Returns the quasi-Poisson rate of counts by month: the mean of the last `rateMonths` (12 unless given, so that each month
 * of the year weighs alike where there are as many), or with a season the level that its shares multiply. Months may be
 * missing, but not be out of order. The dispersion is Pearson's chi-square over its degrees of freedom, and at least 1,
 * since a few months that happen to lie close together promise nothing.
 * `season` is "none", "estimated" (shares of the year from whole years, 24 months at least) or an assumed one with its name.
 * Returns `null`, not enough data, for fewer than six months or where nothing was counted.
 * Throws `invalid count: …`, `invalid month: …`, `missing months: … of 24`, `missing name: season`, `invalid shares: …`.
 * Sources: McCullagh and Nelder, Generalized Linear Models (1989), 4.5 and 6.2.3; the floor of 1, Farrington and others,
 * Journal of the Royal Statistical Society A 159 (1996), 547-563.
 */
export function monthlyRate(
  counts: readonly MonthCount[],
  {rateMonths = 12, season = "none"}: {rateMonths?: number; season?: "none" | "estimated" | Season} = {}
): MonthlyRate | null {
  check(counts);
  if (season !== "none" && season !== "estimated") checkSeason(season);
  if (counts.length < FEWEST_MONTHS) return null;
  const used = season === "estimated" ? wholeYears(counts) : counts.slice(-Math.max(rateMonths, FEWEST_MONTHS));
  const total = sum(used.map(({count}) => count));
  if (total === 0) return null;
  const found = season === "none" ? undefined : season === "estimated" ? estimated(used, total) : season;
  const weights = used.map(({month}) => weightOf(month, found));
  const exposure = sum(weights);
  const rate = total / exposure;
  const parameters = season === "estimated" ? (found?.shares.filter((share) => share > 0).length ?? 1) : 1;
  const squares = used.map(({count, month}, index) => {
    const mean = rate * (weights[index] ?? 0);
    if (mean === 0 && count > 0) throw new Error(`invalid shares: none in ${month}`);
    return mean === 0 ? 0 : (count - mean) ** 2 / mean;
  });
  const dispersion = Math.max(1, sum(squares) / (used.length - parameters));
  return {rate, dispersion, months: used.length, exposure, ...(found ? {season: found} : {})};
}

/** Returns how many average months a month stands for: 1 without a season, else twelve times its share of the year. */
export function weightOf(month: string, season: Season | undefined): number {
  return season ? 12 * (season.shares[monthIndex(month) % 12] ?? 0) : 1;
}

function check(counts: readonly MonthCount[]): void {
  counts.forEach(({month, count}, index) => {
    if (!(count >= 0 && count < Infinity)) throw new Error(`invalid count: ${count} in ${month}`);
    const before = counts[index - 1];
    if (monthIndex(month) <= (before ? monthIndex(before.month) : -1)) throw new Error(`invalid month: ${month}`);
  });
}

function checkSeason({name, shares}: Season): void {
  if (name.trim() === "") throw new Error("missing name: season");
  const isShare = shares.every((share) => share >= 0 && share <= 1);
  if (shares.length !== 12 || !isShare || Math.abs(sum(shares) - 1) > 1e-9)
    throw new Error(`invalid shares: ${shares.join()}`);
}

function wholeYears(counts: readonly MonthCount[]): readonly MonthCount[] {
  const last = counts.at(-1);
  const run = counts.filter(
    ({month}, index) => last && monthIndex(last.month) - monthIndex(month) === counts.length - 1 - index
  );
  if (run.length < SEASON_MONTHS) throw new Error(`missing months: ${run.length} of ${SEASON_MONTHS}`);
  return run.slice(-12 * Math.floor(run.length / 12));
}

function estimated(counts: readonly MonthCount[], total: number): Season {
  const shares = Array.from({length: 12}, (_, index) =>
    sum(counts.filter(({month}) => monthIndex(month) % 12 === index).map(({count}) => count / total))
  );
  return {name: `season estimated from ${counts.length} months`, shares};
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
