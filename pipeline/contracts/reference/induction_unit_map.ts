import {z} from "zod";
import {code, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Induction modules and NVQ units: one module with one unit that it prepares for a row. */
export const inductionUnitMap = defineContract({
  collection: "induction_unit_map",
  prefix: "REF-IUM",
  title: "Induction modules and NVQ units",
  row: "one module with one unit that it prepares for",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    module_id: reference("induction_modules", "module_id", {
      code: 1,
      title: "Module",
      description: "Identifier of the module."
    }),
    nvq_unit_id: reference("nvq_units", "nvq_unit_id", {
      code: 2,
      title: "NVQ unit",
      description: "Identifier of the unit within its level."
    }),
    basis: code(BASES, known(3, "basis")),
    note: text(known(4, "note")),
    place: text(known(5, "place"), {pattern: /^S[03]:L\d+$/, max: 6}),
    source: text(known(6, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["module_id", "nvq_unit_id"], remedy: "Keep one row for each module and NVQ unit."}]
});
