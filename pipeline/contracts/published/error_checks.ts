import {publishedTable} from "./table.js";

export const errorChecks = publishedTable({
  table: "error_checks",
  title: "Errors checked",
  row: "one headline figure of the survey",
  description:
    "The standard error in use beside one from leaving out each school in turn and raking and trimming the weights again: an independent check.",
  key: ["indicator_id", "period", "area_level", "area_code", "category_1"],
  columns: [
    "indicator_id",
    "period_type",
    "period",
    "area_level",
    "area_code",
    "dimension_1",
    "category_1",
    "linearised_error",
    "jackknife_error",
    "replicates_band",
    "origin"
  ]
});
