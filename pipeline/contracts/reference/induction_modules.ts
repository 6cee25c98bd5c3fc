import {z} from "zod";
import {code, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

const AUDIENCES = {
  primary_teaching_assistant: "Primary teaching assistant",
  secondary_teaching_assistant: "Secondary teaching assistant",
  other_support_staff: "Other support staff",
  all: "All staff"
} as const;

/** Induction modules: one module for one audience a row. */
export const inductionModules = defineContract({
  collection: "induction_modules",
  prefix: "REF-IND",
  title: "Induction modules",
  row: "one module for one audience",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    module_id: text(known(1, "module_id"), {pattern: /^I\d{2}$/, max: 6}),
    module_name: text(known(2, "module_name"), {max: 60}),
    audience: code(AUDIENCES, {code: 3, title: "Audience", description: "Who the module is for."}),
    available_from: text(known(4, "available_from"), {max: 60}).optional(),
    programme_id: reference("programmes", "programme_id", known(5, "programme_id")),
    basis: code(BASES, known(6, "basis")),
    place: text(known(7, "place"), {pattern: /^S[03]:L\d+$/, max: 7}).optional(),
    source: text(known(8, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["module_id"], remedy: "Keep one row for each module."}]
});
