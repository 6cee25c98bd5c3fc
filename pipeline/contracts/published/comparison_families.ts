import {publishedTable} from "./table.js";

export const comparisonFamilies = publishedTable({
  table: "comparison_families",
  title: "Families of comparisons",
  row: "one family of comparisons",
  description:
    "Which comparisons are judged together, declared before any result is seen: all that a reader could compare in one place. Within a family and period at most 5 per cent of the differences called so may be expected to be false.",
  key: ["family_id"],
  columns: ["family_id", "indicator_id", "title", "compared_with", "test"]
});
