import {z} from "zod";
import {code, integer, reference, text, YES_NO} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Local LSCs: one local Learning and Skills Council a row. */
export const localLscs = defineContract({
  collection: "local_lscs",
  prefix: "REF-LLS",
  title: "Local LSCs",
  row: "one local Learning and Skills Council",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    llsc_code: text(
      {code: 1, title: "Local LSC", description: "Code of the local Learning and Skills Council."},
      {pattern: /^LLSC\d{2}$/, max: 6}
    ),
    llsc_name: text({code: 2, title: "Local LSC name", description: "Name of the local Learning and Skills Council."}),
    region_code: reference("regions", "region_code", {code: 3, title: "Region", description: "Code of the region."}),
    fe_colleges_count: integer({
      code: 4,
      title: "FE colleges",
      description: "Further education colleges in the area in September 2003."
    }),
    is_training_pilot: code(YES_NO, {
      code: 5,
      title: "Training pilot",
      description: "Whether an Employer Training Pilot ran in the area from September 2002."
    }),
    basis: code(BASES, known(6, "basis")),
    source: text(known(7, "source")),
    region_source: text({
      code: 8,
      title: "Source of the region",
      description: "Where it is said which region the area lies in."
    }),
    pilot_source: text({code: 9, title: "Source of the pilot", description: "Where the pilot is named."}).optional()
  }),
  rules: [],
  keys: [{code: 81, columns: ["llsc_code"], remedy: "Keep one row for each local LSC."}]
});
