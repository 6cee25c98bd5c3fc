import {publishedTable} from "./table.js";

/** Ways of telling persons apart, from the one that joins least. */
const LINKAGE_METHODS = {
  none: "Each provider's learner references alone",
  exact: "Same names, birth date and sex",
  probabilistic: "Probabilistic linkage at the threshold"
} as const;

export const linkage = publishedTable({
  table: "linkage",
  title: "People counted once",
  row: "one way of telling persons apart, and threshold",
  description:
    "How many persons the enrolments in use hold, and the national rate of learners who started in the academic year per 1,000 support staff, if a learner at two providers is taken for two (none), for one where names, birth date and sex are the same (exact), or for one where linkage gives at least the threshold (probabilistic). Precision and recall are estimates from the model of the linkage, of pairs of records, over all files received.",
  key: ["linkage_method", "threshold"],
  columns: [
    "linkage_method",
    "threshold",
    "is_chosen",
    "period",
    "is_part_period",
    "persons_count",
    "unit",
    "numerator",
    "denominator",
    "value",
    "precision_percent",
    "recall_percent",
    "senders_returned",
    "senders_expected",
    "symbol",
    "symbol_reason",
    "origin",
    "provenance_id"
  ],
  symbols: {value: "symbol"},
  vocabularies: {linkage_method: Object.keys(LINKAGE_METHODS)}
});
