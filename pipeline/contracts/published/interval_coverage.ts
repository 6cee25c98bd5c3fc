import {GROUP_KINDS} from "../reference/interval_coverage.js";
import {publishedTable} from "./table.js";

export const intervalCoverage = publishedTable({
  table: "interval_coverage",
  title: "Coverage of intervals",
  row: "one indicator and kind of group",
  description:
    "How often the 95 per cent intervals of the survey hold what is true, over simulated countries with the same survey and the same marts. True is what was planted for all staff of the local LSCs that returned, for whom alone the estimates stand. Only figures with enough answers to be published count, before any rounding.",
  key: ["indicator_id", "kind_of_group"],
  columns: [
    "indicator_id",
    "kind_of_group",
    "interval",
    "seeds",
    "seeds_count",
    "intervals_count",
    "covered_count",
    "covered_percent",
    "lower",
    "upper",
    "bias_points",
    "error_ratio",
    "command",
    "code_sha256",
    "basis",
    "source",
    "origin"
  ],
  vocabularies: {kind_of_group: Object.keys(GROUP_KINDS)}
});
