import {z} from "zod";
import {field, number, optional, text} from "./field.js";

/** Columns of what the plan says: priorities, targets, milestones and rules. */
export const PLAN_FIELDS = {
  priority_id: field(
    optional(),
    "Priority",
    "Number of the priority in the plan, i to x; empty where it is none of them."
  ),
  priority_order: field(z.int(), "Order", "Place of the priority in the plan, 1 to 10."),
  title: field(text(), "Title", "What it is, in our words."),
  summary: field(text(), "Summary", "What the plan says, in our words."),
  owner: field(optional(), "Owner", "Body that answers for it."),
  place: field(text(), "Place", "Document and line: S0:L134 is line 134 of the plan."),
  source: field(text(), "Source", "Where the fact comes from."),
  has_number: field(z.boolean(), "Has a number", "True where the plan sets a number to reach."),
  target_id: field(text(), "Target", "Identifier of the target."),
  qualifier: field(text(), "Qualifier", "How the plan qualifies the number: up to, around, at least, exactly."),
  target_value: field(number(), "Target value", "The number in the plan; empty where it sets none."),
  target_unit: field(text(), "Target unit", "What the target counts: learners, places, learning aims."),
  window_start_date: field(optional(), "Window start", "First day of the counting window."),
  window_end_date: field(optional(), "Window end", "Last day of the counting window."),
  counted_to_date: field(
    optional(),
    "Counted to",
    "Last day of the last month of which returns tell, within the counting window and up to the as-at date."
  ),
  counts: field(text(), "What counts", "Which starts, places or learners count towards the target."),
  status: field(text(), "Status", "One of a closed list; see the table's description."),
  status_reason: field(text(), "Why this status", "The reason in one sentence."),
  as_at_date: field(text(), "As at", "Date of the position described."),
  milestone_id: field(text(), "Milestone", "Identifier of the milestone."),
  due: field(text(), "Due", "Year, month or season in which the milestone is due, as the plan gives it."),
  due_date: field(optional(), "Due date", "Last day on which it is not late; empty where no day is set."),
  policy_rule: field(text(), "Rule", "Name of the rule, or of what was measured."),
  policy_kind: field(text(), "Kind", "'rule', 'cost' or 'gain'."),
  policy_value: field(text(), "Value", "What the rule sets, or what was measured."),
  policy_meaning: field(text(), "Meaning", "What the rule does, in one sentence."),
  basis: field(text(), "Basis", "Whether the source states it, or it was inferred.")
} as const;
