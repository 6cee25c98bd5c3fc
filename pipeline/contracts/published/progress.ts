import {publishedTable} from "./table.js";

/** Statuses of a target; nothing here forecasts. */
export const TARGET_STATUSES = [
  "met",
  "under way",
  "not yet due",
  "not yet begun",
  "no number set",
  "cannot say"
] as const;

export const progress = publishedTable({
  table: "progress",
  title: "Progress against targets",
  row: "one target of the plan",
  description:
    "Each target with its qualifier and counting window, and what has been counted. Status is one of: met, under way, not yet due (the window opens later), not yet begun (it is open and nothing is counted), no number set, cannot say.",
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
    "senders_returned",
    "senders_expected",
    "place",
    "origin",
    "provenance_id"
  ],
  symbols: {actual_count: "symbol"},
  vocabularies: {status: TARGET_STATUSES}
});
