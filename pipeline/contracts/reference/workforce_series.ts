import {z} from "zod";
import {AREA_LEVELS} from "../areaLevels.js";
import {code, decimal, month, text} from "../column.js";
import {defineContract} from "../contract.js";
import {listed} from "../rule.js";
import {BASES, known} from "./words.js";

const UNITS = {not_stated: "Not stated", fte: "Full-time equivalents", number: "Number"} as const;
const ROUNDINGS = {
  unit: "To the unit",
  derived: "Derived from rounded figures",
  nearest_100: "To the nearest 100",
  nearest_10: "To the nearest 10",
  tenth: "To a tenth",
  not_stated: "Not stated"
} as const;

/** Workforce series: one published figure a row. */
export const workforceSeries = defineContract({
  collection: "workforce_series",
  prefix: "REF-WSE",
  title: "Workforce series",
  row: "one published figure",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    series_id: text({code: 1, title: "Figure", description: "Identifier of the figure."}, {max: 60}),
    census_month: month({
      code: 2,
      title: "Census",
      description: "Month of the census; empty where the figure is no census."
    }).optional(),
    area_level: code(AREA_LEVELS, known(3, "area_level")),
    area_code: text(known(4, "area_code"), {pattern: /^(ENG|[A-Z]{2}|LLSC\d{2}|\d{3})$/, max: 6}),
    sector: text({code: 5, title: "Sector", description: "Schools that the figure covers."}, {max: 60}),
    category: text(known(6, "category")),
    qualifier: text(known(7, "qualifier"), {max: 60}),
    value: decimal(known(8, "value")),
    unit: code(UNITS, known(9, "unit")),
    rounding: code(ROUNDINGS, {code: 10, title: "Rounding", description: "How the source rounded the figure."}),
    basis: code(BASES, known(11, "basis")),
    note: text(known(12, "note")).optional(),
    source: text(known(13, "source"))
  }),
  rules: [
    {
      code: 51,
      severity: "error",
      column: "area_code",
      statement: listed("areas", {area_code: "area_code", area_level: "area_level"}),
      expected: "an area of that level",
      remedy: "Correct area_level or area_code."
    }
  ],
  keys: [{code: 81, columns: ["series_id"], remedy: "Keep one row for each figure."}]
});
