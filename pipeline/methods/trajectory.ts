import {type Band, bandOf, monthAfter, shareReaching} from "./band.js";
import {type MonthCount, monthlyRate, type Season, weightOf} from "./monthlyRate.js";
import {random} from "./random.js";

/** What providers say they can run: at least, or at most, so many. Only a maximum limits anything. */
export interface Capacity {
  kind: "minimum" | "maximum";
  places: number;
}

export interface TrajectoryOptions {
  counts: readonly MonthCount[]; // whole months, oldest first
  target: number; // the cumulative count to reach
  monthsLeft: number; // months to look ahead, the first after the last count
  monthsBefore?: number; // how many of those come before the window opens, and count for nothing
  reached?: number; // counted within the window already
  capacity?: Capacity; // of the whole window, what is reached included
  rateMonths?: number; // how many of the last months the rate rests on; 12 unless given
  season?: "none" | "estimated" | Season;
  draws?: number;
  seed: number;
}

/** Where a count is heading. */
export interface Trajectory {
  method: "constant rate" | "seasonal rate";
  seasonality: string; // what is taken for granted of the months of the year, in words
  rate: number; // a month
  rateMonths: number;
  dispersion: number;
  probability: number; // of reaching the target, 0 to 1
  months: readonly (Band & {month: string})[]; // cumulative counts of the window
}

/**
 * Returns the simulated path of a cumulative count to the end of its window, by month, and how likely it reaches its
 * target: the quasi-Poisson rate of the last months, drawn anew for each path from a gamma distribution with the variance of
 * the estimate, then a negative binomial count each month, its variance the dispersion times its mean. No path passes a
 * stated maximum capacity; a minimum limits nothing.
 * The same seed gives the same figures. Returns `null`, not enough data, as `monthlyRate` does.
 * Throws as `monthlyRate` does, and `invalid months: …`, `invalid draws: …`.
 * Sources: as for `monthlyRate`; the mixture, Ver Hoef and Boveng, Ecology 88 (2007), 2766-2772.
 */
export function trajectory({
  counts,
  target,
  monthsLeft,
  monthsBefore = 0,
  reached = 0,
  capacity,
  rateMonths,
  season,
  draws = 10_000,
  seed
}: TrajectoryOptions): Trajectory | null {
  if (
    !(Number.isInteger(monthsBefore) && Number.isInteger(monthsLeft) && 0 <= monthsBefore && monthsBefore < monthsLeft)
  )
    throw new Error(`invalid months: ${monthsLeft}, ${monthsBefore} of them before the window`);
  if (!(Number.isInteger(draws) && draws > 0)) throw new Error(`invalid draws: ${draws}`);
  const fitted = monthlyRate(counts, {rateMonths, season});
  const last = counts.at(-1);
  if (fitted === null || last === undefined) return null;
  const {rate, dispersion, exposure} = fitted;
  const months = Array.from({length: monthsLeft - monthsBefore}, (_, index) =>
    monthAfter(last.month, monthsBefore + index + 1)
  );
  const weights = months.map((month) => weightOf(month, fitted.season));
  const most = capacity?.kind === "maximum" ? Math.max(capacity.places, reached) : Infinity;
  const stream = random(seed);
  const paths = months.map(() => new Float64Array(draws));
  for (let path = 0; path < draws; path++) {
    const drawn = stream.gamma((rate * exposure) / dispersion, dispersion / exposure);
    let count = reached;
    paths.forEach((month, index) => {
      count = Math.min(most, count + stream.negativeBinomial(drawn * (weights[index] ?? 0), dispersion));
      month[path] = count;
    });
  }
  return {
    method: fitted.season ? "seasonal rate" : "constant rate",
    seasonality: fitted.season?.name ?? "no season assumed, every month alike",
    rate,
    rateMonths: fitted.months,
    dispersion,
    probability: shareReaching(paths.at(-1) ?? new Float64Array([reached]), target),
    months: months.map((month, index) => ({month, ...bandOf(paths[index] ?? new Float64Array())}))
  };
}
