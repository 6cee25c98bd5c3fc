import {publishedTable} from "./table.js";

export const comparisons = publishedTable({
  table: "comparisons",
  title: "Comparisons",
  row: "one comparison of a declared family and period",
  description: [
    "Areas beside the rest of England, roles beside all other staff, groups of people beside the largest group, and areas",
    "in a funnel of counts. Two",
    "figures are called different only where is_different is 'yes': the test of the family passes Benjamini–Hochberg at 5",
    "per cent among all its comparisons of the period, before rounding. Differences and limits are whole percentage points,",
    "ratios have one decimal. Where limits stand without a difference and without an interval level they are worst cases,",
    "since the group of more than 20 per cent of the people is not known. In a funnel there is a position alone: outside a",
    "limit is a prompt to look, not a verdict. Of 47 areas 2.4 would be outside the 95 per cent limits by chance."
  ].join(" "),
  key: ["family_id", "period", "area_level", "area_code", "dimension_1", "category_1"],
  columns: [
    "family_id",
    "indicator_id",
    "period_type",
    "period",
    "is_part_period",
    "area_level",
    "area_code",
    "dimension_1",
    "category_1",
    "reference",
    "unit",
    "difference",
    "lower",
    "upper",
    "ratio",
    "ratio_lower",
    "ratio_upper",
    "interval_level",
    "is_different",
    "funnel_position",
    "effective_base_band",
    "senders_returned",
    "senders_expected",
    "population_share",
    "reliability",
    "symbol",
    "symbol_reason",
    "origin",
    "provenance_id"
  ],
  optional: ["unit"],
  vocabularies: {
    is_different: ["yes", "no", "cannot say"],
    funnel_position: ["inside", "outside_95", "outside_998"]
  }
});
