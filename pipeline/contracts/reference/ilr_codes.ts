import {z} from "zod";
import {code, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** ILR codes: one code of one field a row. */
export const ilrCodes = defineContract({
  collection: "ilr_codes",
  prefix: "REF-ILC",
  title: "ILR codes",
  row: "one code of one field",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    field: text({code: 1, title: "Field", description: "ILR field."}, {max: 60}),
    code: text({code: 2, title: "Code", description: "Code within the field."}, {max: 60}),
    label: text({code: 3, title: "Label", description: "What the code means."}),
    basis: code(BASES, known(4, "basis")),
    note: text(known(5, "note")).optional(),
    source: text(known(6, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["field", "code"], remedy: "Keep one row for each field and code."}]
});
