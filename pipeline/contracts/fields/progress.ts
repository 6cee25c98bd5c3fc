import {z} from "zod";
import {count, field, number, optional, text} from "./field.js";

/** Columns of how far a target has come, and of where it is heading. */
export const PROGRESS_FIELDS = {
  actual_count: field(count(), "Actual", "Counted in the window up to the as-at date, rounded by the gate."),
  baseline_count: field(count(), "Baseline", "Counted before the window; never progress."),
  percent_of_target: field(
    number(),
    "Per cent of target",
    "Actual as whole per cent of the target; empty where the plan sets no number."
  ),
  months_left_count: field(count(), "Months left", "Whole months of the window after the as-at date."),
  required_monthly_count: field(
    count(),
    "Needed a month",
    "What is still to reach, as published, over the months left; empty for a ceiling."
  ),
  recent_monthly_count: field(
    count(),
    "Recently a month",
    "Mean of the last three months, from their sum rounded to 10; empty where starts come in cohorts."
  ),
  required_ratio: field(number(), "Needed over recent", "What is needed a month over what came of late.", {
    decimals: 1
  }),
  is_feasible: field(
    z.boolean().nullable(),
    "Within capacity",
    "False where what is needed a month is above a twelfth of the yearly maximum that providers state."
  ),
  forecast_lower_count: field(
    count(),
    "Forecast, from",
    "Lower 95 per cent limit of the count at the end of the window, rounded to 10."
  ),
  forecast_upper_count: field(
    count(),
    "Forecast, to",
    "Upper 95 per cent limit of the count at the end of the window, rounded to 10."
  ),
  probability_percent: field(
    count(),
    "Chance",
    "Chance of reaching the target, in whole per cent; 1 means 1 or less and 99 means 99 or more unless it is certain."
  ),
  trajectory_method: field(
    optional(),
    "Forecast by",
    "'constant rate', 'seasonal rate' or 'planned cohorts'; empty where there is no forecast."
  ),
  month: field(text(), "Month", "Month, as 2004-06."),
  is_forecast: field(z.boolean(), "Forecast", "False for what has been counted, true for where it is heading."),
  observed_count: field(count(), "Counted", "Counted in the window up to the end of the month, rounded to 10."),
  median_count: field(count(), "Middle", "Half of the simulated counts lie below it; rounded to 10."),
  lower_80_count: field(count(), "80 per cent, from", "Lower 80 per cent limit, rounded to 10."),
  upper_80_count: field(count(), "80 per cent, to", "Upper 80 per cent limit, rounded to 10."),
  lower_95_count: field(count(), "95 per cent, from", "Lower 95 per cent limit, rounded to 10."),
  upper_95_count: field(count(), "95 per cent, to", "Upper 95 per cent limit, rounded to 10."),
  seasonality: field(optional(), "Season", "What the forecast takes for granted of the months of the year."),
  rate_months_count: field(count(), "Months of the rate", "Months on which the rate rests."),
  backtest_forecasts_count: field(
    count(),
    "Back-tests",
    "Earlier forecasts of three months that were held against what came; they overlap."
  ),
  backtest_within_80_count: field(count(), "Within 80 per cent", "Back-tests whose 80 per cent band held what came."),
  backtest_within_95_count: field(count(), "Within 95 per cent", "Back-tests whose 95 per cent band held what came.")
} as const;
