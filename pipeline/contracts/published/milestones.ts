import {publishedTable} from "./table.js";

/** A date on which the plan promises something. Whether it was kept is known only where a source says so. */
const MILESTONE_STATUSES = ["met", "missed", "due, not known", "not yet due", "no date set"] as const;

export const milestones = publishedTable({
  table: "milestones",
  title: "Milestones",
  row: "one dated promise of the plan",
  description:
    "Status is one of: met, missed (in both a source says so); due, not known (the date has passed and nothing received says whether); not yet due; no date set.",
  key: ["milestone_id"],
  columns: [
    "milestone_id",
    "priority_id",
    "title",
    "qualifier",
    "due",
    "due_date",
    "owner",
    "status",
    "as_at_date",
    "place",
    "origin"
  ],
  vocabularies: {status: MILESTONE_STATUSES}
});
