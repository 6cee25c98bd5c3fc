import type {Value} from "../../warehouse.js";
import type {DataFile} from "./dataFile.js";

const HEADER = [
  "col_name",
  "col_type",
  "label",
  "indicator_grouping",
  "indicator_unit",
  "indicator_dp",
  "filter_hint",
  "filter_grouping_column"
] as const;

/** Returns the rows of a file's metadata, header first: each filter, then each column of numbers. */
export function metadataRows({filters, measures}: Pick<DataFile, "filters" | "measures">): Value[][] {
  return [
    [...HEADER],
    ...filters.map(({column, label, hint}) => [column, "Filter", label, "", "", "", hint, ""]),
    ...measures.map(({column, label, grouping, indicatorUnit, decimals}) => [
      column,
      "Indicator",
      label,
      grouping,
      indicatorUnit,
      decimals,
      "",
      ""
    ])
  ];
}
