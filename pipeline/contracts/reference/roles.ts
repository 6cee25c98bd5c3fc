import {z} from "zod";
import {code, text, YES_NO} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

const ROLE_GROUPS = {
  teaching_assistants: "Teaching assistants",
  technicians_and_ict: "Technicians and ICT",
  other: "Other",
  behaviour_and_guidance: "Behaviour and guidance",
  administration_and_business: "Administration and business",
  premises: "Premises",
  midday_supervision: "Midday supervision",
  library_and_exams: "Library and exams"
} as const;

/** Roles: one support staff role a row. */
export const roles = defineContract({
  collection: "roles",
  prefix: "REF-ROL",
  title: "Roles",
  row: "one support staff role",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    role_id: text(known(1, "role_id"), {pattern: /^R\d{2}$/, max: 6}),
    role_name: text(known(2, "role_name")),
    role_group: code(ROLE_GROUPS, {
      code: 3,
      title: "Role group",
      description: "Group of roles for areas too small to show single roles."
    }),
    is_multi_route: code(YES_NO, {
      code: 4,
      title: "Several routes",
      description: "Whether the role lies on more than one route."
    }),
    is_external_agency: code(YES_NO, {
      code: 5,
      title: "External agency",
      description: "Whether holders work for another agency than a school."
    }),
    in_scope_of_survey: code(YES_NO, {
      code: 6,
      title: "In the survey",
      description: "Whether the role is one that the questionnaires ask about."
    }),
    survey_basis: code(BASES, {
      code: 7,
      title: "Basis of the survey scope",
      description: "Whether a source states the scope or we set it."
    }),
    note: text(known(8, "note")).optional(),
    place: text(known(9, "place"), {pattern: /^S[03]:L\d+$/, max: 7})
  }),
  rules: [],
  keys: [{code: 81, columns: ["role_id"], remedy: "Keep one row for each role."}]
});
