import {z} from "zod";
import {reference, text} from "../column.js";
import {defineContract} from "../contract.js";

/** Postcode districts and the LEA they lie in; the shipped ones are not in use, so no one lives there. */
export const postcodeDistricts = defineContract({
  collection: "postcode_districts",
  prefix: "REF-PCD",
  title: "Postcode districts",
  row: "one postcode district",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    district: text(
      {code: 1, title: "District", description: "What stands before the space in a postcode."},
      {pattern: /^[A-Z]{1,2}[0-9][0-9A-Z]?$/, max: 4}
    ),
    lea_code: reference("leas", "lea_code", {code: 2, title: "LEA", description: "LEA that the district lies in."}),
    source: text({code: 3, title: "Source", description: "Where the row comes from."})
  }),
  rules: [],
  keys: [{code: 81, columns: ["district"], remedy: "List each district once."}]
});
