import {z} from "zod";
import {code, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

const COMPETENCE_GROUPS = {
  cross_cutting: "Cross cutting",
  administration: "Administration",
  teaching_and_learning: "Teaching and learning",
  technical: "Technical",
  behaviour_and_guidance: "Behaviour and guidance",
  premises: "Premises"
} as const;

/** Competences: one competence a row. */
export const competences = defineContract({
  collection: "competences",
  prefix: "REF-COM",
  title: "Competences",
  row: "one competence",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    competence_id: text(
      {code: 1, title: "Competence", description: "Identifier of the competence."},
      {pattern: /^C\d{2}$/, max: 6}
    ),
    competence_name: text({code: 2, title: "Competence name", description: "Name of the competence."}),
    competence_group: code(COMPETENCE_GROUPS, {code: 3, title: "Group", description: "Group of competences."}),
    asked_as: text(
      {
        code: 4,
        title: "Asked as",
        description: "Name under which the staff questionnaire asks for it; empty where it does not."
      },
      {max: 60}
    ).optional(),
    basis: code(BASES, known(5, "basis")),
    place: text(known(6, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(7, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["competence_id"], remedy: "Keep one row for each competence."}]
});
