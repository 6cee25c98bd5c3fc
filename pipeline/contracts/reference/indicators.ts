import {z} from "zod";
import {code, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Indicators: one indicator of the catalogue a row. */
export const indicators = defineContract({
  collection: "indicators",
  prefix: "REF-INC",
  title: "Indicators",
  row: "one indicator of the catalogue",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    indicator_id: text(known(1, "indicator_id"), {pattern: /^[A-Z]{3}-\d{2}$/, max: 6}),
    definition_version: text(known(2, "definition_version"), {max: 60}),
    indicator_name: text(known(3, "indicator_name")),
    numerator_definition: text(known(4, "numerator_definition"), {max: 1000}),
    denominator_definition: text(known(5, "denominator_definition")),
    unit: text(known(6, "unit")),
    breakdowns: text({code: 7, title: "Breakdowns", description: "Breakdowns that the indicator is meant for."}),
    caveats: text(known(8, "caveats"), {max: 1000}).optional(),
    collections: text(known(9, "collections")).optional(),
    basis: code(BASES, known(10, "basis")),
    place: text(known(11, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(12, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["indicator_id"], remedy: "Keep one row for each indicator."}]
});
