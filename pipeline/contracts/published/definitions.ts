import {publishedTable} from "./table.js";

export const definitions = publishedTable({
  table: "definitions",
  title: "Indicators",
  row: "one indicator of the catalogue",
  description:
    "Numerator, denominator, unit and caveats of each indicator, and whether it is published in this release.",
  key: ["indicator_id"],
  columns: [
    "indicator_id",
    "definition_version",
    "indicator_name",
    "numerator_definition",
    "denominator_definition",
    "unit",
    "caveats",
    "collections",
    "availability",
    "place"
  ]
});
