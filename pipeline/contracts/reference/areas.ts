import {z} from "zod";
import {AREA_LEVELS} from "../areaLevels.js";
import {code, text} from "../column.js";
import {defineContract} from "../contract.js";
import {among, any, listed} from "../rule.js";
import {BASES, known} from "./words.js";

/** Areas: one area a row. */
export const areas = defineContract({
  collection: "areas",
  prefix: "REF-ARE",
  title: "Areas",
  row: "one area",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    area_level: code(AREA_LEVELS, known(1, "area_level")),
    area_code: text(known(2, "area_code"), {pattern: /^(ENG|[A-Z]{2}|LLSC\d{2}|\d{3})$/, max: 6}),
    area_name: text(known(3, "area_name")),
    parent_code: text(known(4, "parent_code"), {max: 60}).optional(),
    basis: code(BASES, known(5, "basis")),
    source: text(known(6, "source"))
  }),
  rules: [
    {
      code: 51,
      severity: "error",
      column: "parent_code",
      statement: any(among("area_level", "national"), listed("areas", {area_code: "parent_code"})),
      expected: "an area of this table",
      remedy: "Correct parent_code."
    }
  ],
  keys: [{code: 81, columns: ["area_code"], remedy: "Keep one row for each area code."}]
});
