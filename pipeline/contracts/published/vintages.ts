import {indicators} from "./indicators.js";
import {publishedTable} from "./table.js";

/** What is carried of a figure as a release gave it. */
export const VINTAGE_FIGURE = [
  ...indicators.key,
  "definition_version",
  "value",
  "lower",
  "upper",
  "numerator",
  "denominator",
  "bound",
  "symbol",
  "symbol_reason",
  "origin"
] as const;

/**
 * What releases before said, kept as short as it can be: a row stands for the last release that said so. Whatever a release
 * said of a figure is in the row of that figure with the least `release_number` from its own on; where there is none, the
 * release said what this one says.
 */
export const vintages = publishedTable({
  table: "vintages",
  title: "What earlier releases said",
  row: "one figure as an earlier release gave it, where the release after it says otherwise",
  description: [
    "Each row is what a figure was up to and including the release named, the last to say so: the release after it gives",
    "another number, another symbol or none. Where `was_said` is false, releases up to that one said nothing of the figure.",
    "What a release said of any figure is in its row with the least `release_number` that is not below that of the release;",
    "where there is no such row, it said what `indicators` says now. Rows are never taken out, and words and symbols are",
    "those of the release. Empty where no release before was given."
  ].join(" "),
  key: ["release_number", ...indicators.key],
  columns: ["release_number", "release", "was_said", ...VINTAGE_FIGURE],
  optional: ["definition_version"],
  isCarried: true,
  symbols: {value: "symbol"},
  vocabularies: {bound: ["upper", "lower", "range"]}
});
