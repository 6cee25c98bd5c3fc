import {z} from "zod";
import {code, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

const STANDARD_GROUPS = {
  professional_values_and_practice: "Professional values and practice",
  knowledge_and_understanding: "Knowledge and understanding",
  teaching_and_learning_activities: "Teaching and learning activities"
} as const;

/** HLTA standards: one standard a row. */
export const hltaStandards = defineContract({
  collection: "hlta_standards",
  prefix: "REF-HLT",
  title: "HLTA standards",
  row: "one standard",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    standard_id: text({code: 1, title: "Standard", description: "Number of the standard."}, {max: 60}),
    standard_group: code(STANDARD_GROUPS, {code: 2, title: "Group", description: "Group of standards."}),
    title: text(known(3, "title")),
    basis: code(BASES, known(4, "basis")),
    source: text(known(5, "source"), {max: 1000})
  }),
  rules: [],
  keys: [{code: 81, columns: ["standard_id"], remedy: "Keep one row for each standard."}]
});
