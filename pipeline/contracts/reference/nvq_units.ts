import {z} from "zod";
import {code, integer, reference, text, YES_NO} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Units of the NVQs for teaching assistants: one unit at one level a row. */
export const nvqUnits = defineContract({
  collection: "nvq_units",
  prefix: "REF-NVQ",
  title: "Units of the NVQs for teaching assistants",
  row: "one unit at one level",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    nvq_unit_id: text(
      {code: 1, title: "NVQ unit", description: "Identifier of the unit within its level."},
      {pattern: /^TA[23]-[23]-\d{1,2}$/, max: 8}
    ),
    nqf_level: text(known(2, "nqf_level"), {max: 60}),
    unit_code: text({code: 3, title: "Unit code", description: "Code of the unit."}, {max: 60}),
    unit_title: text({code: 4, title: "Unit title", description: "Title of the unit."}),
    is_mandatory: code(YES_NO, {
      code: 5,
      title: "Mandatory",
      description: "Whether the unit is mandatory at this level."
    }),
    programme_id: reference("programmes", "programme_id", known(6, "programme_id")),
    units_required: integer({code: 7, title: "Units required", description: "Units needed for the whole award."}),
    basis: code(BASES, known(8, "basis")),
    source: text(known(9, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["nvq_unit_id"], remedy: "Keep one row for each NVQ unit."}]
});
