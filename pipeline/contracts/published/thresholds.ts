import {publishedTable} from "./table.js";

export const thresholds = publishedTable({
  table: "thresholds",
  title: "Statements with a limit",
  row: "one statement of the plan with a limit, for a survey period and an area",
  description:
    "Whether a statement such as 'fewer than half' holds, decided on the whole 95 per cent interval before anything is rounded.",
  key: ["threshold_id", "period", "area_level", "area_code"],
  columns: [
    "threshold_id",
    "indicator_id",
    "statement",
    "period_type",
    "period",
    "area_level",
    "area_code",
    "dimension_1",
    "category_1",
    "threshold_percent",
    "is_met",
    "note",
    "place",
    "origin"
  ],
  vocabularies: {is_met: ["yes", "no", "cannot say"]}
});
