import {z} from "zod";
import {code, text, YES_NO} from "../column.js";
import {defineContract} from "../contract.js";
import {known} from "./words.js";

/** ILR fields: one field of one data set a row. */
export const ilrFields = defineContract({
  collection: "ilr_fields",
  prefix: "REF-ILF",
  title: "ILR fields",
  row: "one field of one data set",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    field: text({code: 1, title: "Field", description: "ILR field."}, {max: 60}),
    dataset: text({code: 2, title: "Data set", description: "Learner or aim."}, {max: 60}),
    field_name: text({code: 3, title: "Field name", description: "Name of the field."}),
    use: text({code: 4, title: "Use", description: "What we use the field for."}, {max: 60}).optional(),
    is_in_success_rate_file: code(YES_NO, {
      code: 5,
      title: "In the success rate file",
      description: "Whether the field is in the 2004/05 file for success rates."
    }),
    source: text(known(6, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["field"], remedy: "Keep one row for each field."}]
});
