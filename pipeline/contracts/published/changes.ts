import {publishedTable} from "./table.js";

/** What makes a figure another than it was in the release before. */
export const FIGURE_SAYS = ["value", "lower", "upper", "numerator", "denominator", "symbol"] as const;

export const changes = publishedTable({
  table: "changes",
  title: "Changes since the release before",
  row: "one indicator of this release or the one before",
  description: [
    "How many figures of an indicator are new, revised, withdrawn or as they were, beside the release before. A figure is",
    "revised where its value, a limit or its symbol is another. Empty where no release before was given."
  ].join(" "),
  key: ["indicator_id"],
  columns: [
    "indicator_id",
    "previous_as_at_date",
    "previous_definition_version",
    "definition_version",
    "figures_added_count",
    "figures_revised_count",
    "figures_withdrawn_count",
    "figures_same_count"
  ],
  optional: ["definition_version"]
});
