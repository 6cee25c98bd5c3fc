import {publishedTable} from "./table.js";

export const roleCompetences = publishedTable({
  table: "role_competences",
  title: "Levels required of roles",
  row: "one role, competence and version",
  description:
    "Scale 0 (nothing) to 3 (could show others). No source gives these levels: this project set each, as `basis` says.",
  key: ["role_id", "competence_id", "version"],
  columns: [
    "role_id",
    "competence_id",
    "competence_name",
    "version",
    "valid_from_date",
    "required_level",
    "is_essential",
    "note",
    "basis",
    "source"
  ],
  vocabularies: {is_essential: ["yes", "no"]}
});
