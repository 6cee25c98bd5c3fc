import {publishedTable} from "./table.js";

export const roleProfiles = publishedTable({
  table: "role_profiles",
  title: "Job profiles of roles",
  row: "one role and version",
  description:
    "The profile of the National Joint Council that we read as fitting the role, and the level that it expects; empty where the summary found has none.",
  key: ["role_id", "version"],
  columns: [
    "role_id",
    "version",
    "valid_from_date",
    "profile_id",
    "expected_level",
    "nqf_level",
    "note",
    "basis",
    "source"
  ]
});
