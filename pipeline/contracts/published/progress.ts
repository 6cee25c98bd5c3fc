import {publishedTable} from "./table.js";

/** Statuses of a target, in the order of its life; marts/progress.sql holds the rules. */
const TARGET_STATUSES = [
  "no number set",
  "not yet due",
  "on course",
  "at risk",
  "off course",
  "under way",
  "cannot say",
  "met",
  "missed",
  "closed"
] as const;

export const progress = publishedTable({
  table: "progress",
  title: "Progress against targets",
  row: "one target of the plan",
  description: [
    "Each target with its qualifier and counting window, what has been counted, what is needed and where it is heading.",
    "Status is one of: no number set; not yet due (the window opens later); on course, at risk, off course (the chance of",
    "reaching the number by the end of the window is 80 per cent or more, 20 to 80, less than 20); under way (the window",
    "is open and the number is a ceiling, which nobody can fall short of); cannot say (too few returns, or too few months",
    "for a forecast); met (an approximate number from 95 per cent on); missed (the window is over); closed (the same, for",
    "a ceiling)."
  ].join(" "),
  key: ["target_id"],
  columns: [
    "target_id",
    "priority_id",
    "title",
    "qualifier",
    "target_value",
    "target_unit",
    "window_start_date",
    "window_end_date",
    "counts",
    "actual_count",
    "baseline_count",
    "percent_of_target",
    "symbol",
    "symbol_reason",
    "status",
    "status_reason",
    "as_at_date",
    "counted_to_date",
    "months_left_count",
    "required_monthly_count",
    "recent_monthly_count",
    "required_ratio",
    "is_feasible",
    "forecast_lower_count",
    "forecast_upper_count",
    "probability_percent",
    "trajectory_method",
    "senders_returned",
    "senders_expected",
    "place",
    "origin",
    "provenance_id"
  ],
  symbols: {actual_count: "symbol"},
  vocabularies: {status: TARGET_STATUSES}
});
