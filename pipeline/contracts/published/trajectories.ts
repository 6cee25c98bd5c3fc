import {publishedTable} from "./table.js";

export const trajectories = publishedTable({
  table: "trajectories",
  title: "Trajectories to targets",
  row: "one target and month of its counting window",
  description: [
    "Cumulative counts by month: what has been counted, then the range in which it is heading, from a seeded simulation",
    "at the rate of the last months or from the cohorts planned. A forecast is a range and never a point.",
    "Targets without enough data for a forecast have only what has been counted, with the reason."
  ].join(" "),
  key: ["target_id", "month"],
  columns: [
    "target_id",
    "month",
    "is_forecast",
    "observed_count",
    "median_count",
    "lower_80_count",
    "upper_80_count",
    "lower_95_count",
    "upper_95_count",
    "target_value",
    "probability_percent",
    "trajectory_method",
    "seasonality",
    "rate_months_count",
    "backtest_forecasts_count",
    "backtest_within_80_count",
    "backtest_within_95_count",
    "senders_returned",
    "senders_expected",
    "symbol",
    "symbol_reason",
    "origin",
    "provenance_id"
  ]
});
