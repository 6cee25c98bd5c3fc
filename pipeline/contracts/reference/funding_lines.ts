import {z} from "zod";
import {code, integer, text} from "../column.js";
import {defineContract} from "../contract.js";
import {among, any, filled} from "../rule.js";
import {BASES, known} from "./words.js";

const QUALIFIERS = {
  about: "About",
  exactly: "Exactly",
  unknown: "Unknown",
  over: "Over",
  "to be determined": "To be determined"
} as const;
const PERIOD_TYPES = {financial: "Financial", span: "Span"} as const;
const DELEGATED = {part: "Part", yes: "Yes", no: "No"} as const;
const RESTRICTED = {part: "Part", yes: "Yes", no: "No"} as const;
const IN_TOTAL = {total: "Total", yes: "Yes", part: "Part", unclear: "Unclear"} as const;

/** Funding lines: one funding line of the plan, or its total a row. */
export const fundingLines = defineContract({
  collection: "funding_lines",
  prefix: "REF-FUN",
  title: "Funding lines",
  row: "one funding line of the plan, or its total",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    line_id: text(known(1, "line_id"), {pattern: /^B\d{2}$/, max: 6}),
    line_name: text(known(2, "line_name")),
    amount_gbp: integer(known(3, "amount_gbp"), {max: 1_000_000_000}).optional(),
    qualifier: code(QUALIFIERS, known(4, "qualifier")),
    period: text(known(5, "period"), {max: 60}).optional(),
    period_type: code(PERIOD_TYPES, known(6, "period_type")).optional(),
    holder: text(known(7, "holder"), {max: 60}),
    recipient: text(known(8, "recipient"), {max: 60}),
    is_delegated: code(DELEGATED, known(9, "is_delegated")),
    is_restricted_to_training: code(RESTRICTED, {
      code: 10,
      title: "Only for training",
      description: "Whether the money may be used for training only."
    }).optional(),
    is_in_total: code(IN_TOTAL, known(11, "is_in_total")),
    note: text(known(12, "note")),
    basis: code(BASES, known(13, "basis")),
    place: text(known(14, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(15, "source"))
  }),
  rules: [
    {
      code: 51,
      severity: "error",
      column: "amount_gbp",
      statement: any(filled("amount_gbp"), among("qualifier", "unknown", "to be determined")),
      expected: "an amount, or a qualifier that says it is unknown",
      remedy: "Give the amount or correct the qualifier."
    }
  ],
  keys: [{code: 81, columns: ["line_id"], remedy: "Keep one row for each line."}]
});
