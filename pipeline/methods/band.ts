/** How simulated counts lie in one month: the middle one, and the ranges that hold 80 and 95 per cent of them. */
export interface Band {
  median: number;
  lower80: number;
  upper80: number;
  lower95: number;
  upper95: number;
}

/**
 * Returns the band of simulated counts, in any order. Each limit is a count that was drawn (the inverse of their
 * distribution function, type 1 of Hyndman and Fan, The American Statistician 50 (1996), 361-365).
 * Throws `missing draws: 0`.
 */
export function bandOf(draws: Float64Array): Band {
  if (draws.length === 0) throw new Error("missing draws: 0");
  const sorted = draws.toSorted();
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return {median: at(0.5), lower80: at(0.1), upper80: at(0.9), lower95: at(0.025), upper95: at(0.975)};
}

/** Returns the share, 0 to 1, of simulated counts that are `target` or more. */
export function shareReaching(draws: Float64Array, target: number): number {
  return draws.filter((count) => count >= target).length / draws.length;
}

/** Returns the month so many months after another: `monthAfter("2004-11", 2)` is 2005-01. Throws `invalid month: …`. */
export function monthAfter(month: string, months: number): string {
  const index = monthIndex(month) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** Returns a month such as 2004-06 as the number of months since year 0. Throws `invalid month: …`. */
export function monthIndex(month: string): number {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Error(`invalid month: ${month}`);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}
