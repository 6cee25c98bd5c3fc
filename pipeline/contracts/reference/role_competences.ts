import {z} from "zod";
import {code, date, integer, reference, text, YES_NO} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Levels required of roles: one role, competence and version a row. No source says them; this project set each. */
export const roleCompetences = defineContract({
  collection: "role_competences",
  prefix: "REF-RCO",
  title: "Levels required of roles",
  row: "one role, competence and version",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    role_id: reference("roles", "role_id", known(1, "role_id")),
    competence_id: reference("competences", "competence_id", known(2, "competence_id")),
    version: integer(known(3, "version"), {min: 1, max: 99}),
    valid_from_date: date(known(4, "valid_from_date")),
    required_level: integer(known(5, "required_level"), {max: 3}),
    is_essential: code(YES_NO, known(6, "is_essential")),
    basis: code(BASES, known(7, "basis")),
    note: text(known(8, "note")),
    source: text(known(9, "source"))
  }),
  rules: [],
  keys: [
    {
      code: 81,
      columns: ["role_id", "competence_id", "version"],
      remedy: "Keep one row for each role, competence and version."
    }
  ]
});
