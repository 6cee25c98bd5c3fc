import {publishedTable} from "./table.js";

export const inductionLevels = publishedTable({
  table: "induction_levels",
  title: "Left to cover after induction",
  row: "one audience of induction, level and status",
  description:
    "Units that a person who has finished induction would still have to cover, choosing as options first those that induction prepares for. Status is now (modules to be had at the as-at date) or planned.",
  key: ["audience", "nqf_level", "status"],
  columns: [
    "audience",
    "nqf_level",
    "status",
    "units_required_count",
    "mandatory_units_count",
    "mandatory_prepared_count",
    "optional_needed_count",
    "optional_prepared_count",
    "units_remaining_count",
    "basis",
    "origin"
  ],
  vocabularies: {status: ["now", "planned"]}
});
