import {FEWEST_MONTHS, type MonthCount} from "./monthlyRate.js";
import {type TrajectoryOptions, trajectory} from "./trajectory.js";

/** How often the bands of earlier forecasts held what then came. */
export interface Backtest {
  forecasts: number; // made on the earlier months, one for each month from which there is something to hold out
  covered80: number; // of them, those whose 80 per cent band held the count
  covered95: number;
  coverage80: number; // shares, 0 to 1
  coverage95: number;
}

export type BacktestOptions = Pick<TrajectoryOptions, "rateMonths" | "season" | "draws" | "seed"> & {
  counts: readonly MonthCount[];
  heldOut?: number; // months ahead that each forecast is judged by
};

/**
 * Returns how well `trajectory` would have done: from each month that has six before it and `heldOut` (3) after it, the count
 * of the held-out months together is forecast from what came before and compared with what came. The forecasts overlap, so
 * their number says more than it is worth. Returns `null` where not one can be made.
 * Throws as `trajectory` does, and `invalid months: …`.
 * Source: rolling forecast origin, Tashman, International Journal of Forecasting 16 (2000), 437-450.
 */
export function backtest({counts, heldOut = 3, ...options}: BacktestOptions): Backtest | null {
  if (!(Number.isInteger(heldOut) && heldOut > 0)) throw new Error(`invalid months: ${heldOut}`);
  let [forecasts, covered80, covered95] = [0, 0, 0];
  for (let origin = FEWEST_MONTHS; origin + heldOut <= counts.length; origin++) {
    const came = counts.slice(origin, origin + heldOut).reduce((total, {count}) => total + count, 0);
    const forecast = trajectory({...options, counts: counts.slice(0, origin), target: came, monthsLeft: heldOut});
    const band = forecast?.months.at(-1);
    if (!band) continue;
    forecasts++;
    if (band.lower80 <= came && came <= band.upper80) covered80++;
    if (band.lower95 <= came && came <= band.upper95) covered95++;
  }
  if (forecasts === 0) return null;
  return {
    forecasts,
    covered80,
    covered95,
    coverage80: covered80 / forecasts,
    coverage95: covered95 / forecasts
  };
}
