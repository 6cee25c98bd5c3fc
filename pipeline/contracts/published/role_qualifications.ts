import {publishedTable} from "./table.js";

export const roleQualifications = publishedTable({
  table: "role_qualifications",
  title: "Qualifications for roles",
  row: "one qualification at one level, judged for one role",
  description:
    "Our judgements, each with who judged, when and by what rule. The list holds the qualifications that the plan names; others existed. Status is available or planned at the as-at date.",
  key: ["role_id", "programme_id", "nqf_level"],
  columns: [
    "role_id",
    "programme_id",
    "programme_name",
    "nqf_level",
    "suitability",
    "is_in_nqf",
    "available_from_date",
    "status",
    "as_at_date",
    "judged_by",
    "judged_date",
    "rule",
    "note",
    "basis",
    "place"
  ],
  vocabularies: {
    suitability: ["targeted", "suitable", "relevant"],
    is_in_nqf: ["yes", "no", "unknown"],
    status: ["available", "planned"]
  }
});
