import {z} from "zod";
import {code, date, integer, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {among, any, below, filled} from "../rule.js";
import {BASES, known} from "./words.js";

const QUALIFIERS = {"no number": "No number", "up to": "Up to", around: "Around", exactly: "Exactly"} as const;
const COUNTING_RULES = {
  none: "Nothing is counted",
  enrolment_level_2_learners: "Learners who start towards Level 2",
  hlta_places_taken: "HLTA places taken",
  behaviour_places: "Behaviour and attendance places taken",
  csbm_dsbm_places_taken: "Business management places taken"
} as const;

/** Targets: one target of the plan a row. */
export const targets = defineContract({
  collection: "targets",
  prefix: "REF-TAR",
  title: "Targets",
  row: "one target of the plan",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    target_id: text(known(1, "target_id"), {pattern: /^T\d{2}$/, max: 6}),
    priority_id: reference("priorities", "priority_id", known(2, "priority_id")),
    title: text(known(3, "title")),
    qualifier: code(QUALIFIERS, known(4, "qualifier")),
    target_value: integer(known(5, "target_value")).optional(),
    target_unit: text(known(6, "target_unit"), {max: 60}),
    window_start_date: date(known(7, "window_start_date")).optional(),
    window_end_date: date(known(8, "window_end_date")).optional(),
    window_basis: code(BASES, {
      code: 9,
      title: "Basis of the window",
      description: "Whether the plan states the window or we read it so."
    }).optional(),
    counts: text(known(10, "counts")),
    counts_rule: code(COUNTING_RULES, {
      code: 11,
      title: "Counting rule",
      description: "Name of the rule by which progress is counted."
    }),
    programme_ids: text(
      {code: 12, title: "Programmes", description: "Programmes that count, separated by semicolons."},
      {pattern: /^[QA]\d{2}(;[QA]\d{2})*$/, max: 60}
    ).optional(),
    funding_stream: text(
      {code: 13, title: "Funding stream", description: "Whose money the target is about."},
      {max: 60}
    ).optional(),
    unit_alternatives: text({
      code: 14,
      title: "Other wordings",
      description: "Other units that the plan gives for the same number, with their place."
    }).optional(),
    baseline_value: integer({
      code: 15,
      title: "Baseline",
      description: "Number reached before the window; never progress."
    }).optional(),
    baseline_period: text(
      {code: 16, title: "Baseline period", description: "Months that the baseline covers."},
      {max: 60}
    ).optional(),
    note: text(known(17, "note")).optional(),
    basis: code(BASES, known(18, "basis")),
    place: text(known(19, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(20, "source"))
  }),
  rules: [
    {
      code: 51,
      severity: "error",
      column: "window_end_date",
      statement: below("window_start_date", "window_end_date"),
      expected: "an end after the start",
      remedy: "Correct the counting window."
    },
    {
      code: 52,
      severity: "error",
      column: "target_value",
      statement: any(filled("target_value"), among("qualifier", "no number")),
      expected: 'a number, or the qualifier "no number"',
      remedy: "Give the number or correct the qualifier."
    }
  ],
  keys: [{code: 81, columns: ["target_id"], remedy: "Keep one row for each target."}]
});
