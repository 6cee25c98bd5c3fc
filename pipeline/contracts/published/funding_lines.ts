import {publishedTable} from "./table.js";

export const fundingLines = publishedTable({
  table: "funding_lines",
  title: "Funding lines",
  row: "one funding line of the plan, its total, or the unreconciled residual",
  description:
    "What the plan says is available in 2004-05, with what is unknown left unknown. The residual is a range.",
  key: ["line_id"],
  columns: [
    "line_id",
    "line_name",
    "period",
    "holder",
    "recipient",
    "qualifier",
    "amount_gbp",
    "lower_gbp",
    "upper_gbp",
    "is_in_total",
    "is_delegated",
    "note",
    "place",
    "source",
    "origin"
  ],
  optional: ["period"]
});
