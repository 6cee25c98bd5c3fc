import {z} from "zod";
import {integer, text} from "../column.js";
import {defineContract} from "../contract.js";
import {known} from "./words.js";

/** Funding figures from elsewhere: one figure published outside the plan a row. */
export const fundingExternal = defineContract({
  collection: "funding_external",
  prefix: "REF-FEX",
  title: "Funding figures from elsewhere",
  row: "one figure published outside the plan",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    external_id: text({code: 1, title: "Figure", description: "Identifier of the figure."}, {max: 60}),
    line_name: text(known(2, "line_name")),
    period: text(known(3, "period"), {max: 60}),
    amount_gbp: integer(known(4, "amount_gbp"), {max: 1_000_000_000}),
    unit: text(known(5, "unit"), {max: 60}),
    note: text(known(6, "note")),
    source: text(known(7, "source"), {max: 1000})
  }),
  rules: [],
  keys: [{code: 81, columns: ["external_id"], remedy: "Keep one row for each figure."}]
});
