import {z} from "zod";
import {code, date, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {among, filled, given} from "../rule.js";
import {BASES, known} from "./words.js";

const QUALIFIERS = {in: "In", by: "By", from: "From", after: "After", "no date": "No date"} as const;
const KINDS = {
  agreement: "Agreement",
  publication: "Publication",
  approval: "Approval",
  start: "Start",
  report: "Report",
  completion: "Completion",
  in_post: "People in post"
} as const;
const ANSWERS = {yes: "Yes", no: "No", unknown: "Not known"} as const;

/** Milestones: one dated promise of the plan a row. */
export const milestones = defineContract({
  collection: "milestones",
  prefix: "REF-MIL",
  title: "Milestones",
  row: "one dated promise of the plan",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    milestone_id: text(known(1, "milestone_id"), {pattern: /^M\d{2}$/, max: 6}),
    priority_id: reference("priorities", "priority_id", known(2, "priority_id")).optional(),
    title: text(known(3, "title")),
    qualifier: code(QUALIFIERS, known(4, "qualifier")),
    due: text(known(5, "due"), {max: 60}),
    due_date: date(known(6, "due_date")).optional(),
    kind: code(KINDS, {code: 7, title: "Kind", description: "What sort of thing it is."}),
    owner: text(known(8, "owner")),
    known_met: code(ANSWERS, {
      code: 9,
      title: "Known to be met",
      description: "Whether the plan itself says that it has happened."
    }),
    met_source: text(
      {code: 10, title: "Where met", description: "Place at which the plan says so."},
      {max: 60}
    ).optional(),
    note: text(known(11, "note")).optional(),
    basis: code(BASES, known(12, "basis")),
    place: text(known(13, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(14, "source"))
  }),
  rules: [
    {
      code: 51,
      severity: "error",
      column: "met_source",
      statement: given(among("known_met", "yes"), filled("met_source")),
      expected: "a place that says so",
      remedy: "Say where the plan says that it has happened."
    }
  ],
  keys: [{code: 81, columns: ["milestone_id"], remedy: "Keep one row for each milestone."}]
});
