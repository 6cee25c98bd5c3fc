import {z} from "zod";
import {code, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Regions: one region a row. */
export const regions = defineContract({
  collection: "regions",
  prefix: "REF-REG",
  title: "Regions",
  row: "one region",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    region_code: text({code: 1, title: "Region", description: "Code of the region."}, {pattern: /^[A-Z]{2}$/, max: 6}),
    region_name: text({code: 2, title: "Region name", description: "Name of the region."}, {max: 60}),
    gor_letter: text({code: 3, title: "Letter", description: "Letter of the government office region."}, {max: 60}),
    basis: code(BASES, known(4, "basis")),
    source: text(known(5, "source")),
    gor_letter_source: text(
      {code: 6, title: "Source of the letter", description: "Where the letter comes from."},
      {max: 60}
    )
  }),
  rules: [],
  keys: [{code: 81, columns: ["region_code"], remedy: "Keep one row for each region."}]
});
