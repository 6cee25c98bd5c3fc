import {z} from "zod";
import {decimal, text} from "../column.js";
import {defineContract} from "../contract.js";
import {known} from "./words.js";

/** Workforce today: one published figure a row. */
export const workforceToday = defineContract({
  collection: "workforce_today",
  prefix: "REF-WTO",
  title: "Workforce today",
  row: "one published figure",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    series_id: text({code: 1, title: "Figure", description: "Identifier of the figure."}, {max: 60}),
    academic_year: text(
      {code: 2, title: "Academic year", description: "Academic year as the source writes it."},
      {max: 60}
    ),
    area_code: text(known(3, "area_code"), {pattern: /^(ENG|[A-Z]{2}|LLSC\d{2}|\d{3})$/, max: 6}),
    sector: text({code: 4, title: "Sector", description: "Schools that the figure covers."}, {max: 60}),
    category: text(known(5, "category"), {max: 60}),
    value: decimal(known(6, "value")),
    unit: text(known(7, "unit"), {max: 60}),
    source: text(known(8, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["series_id"], remedy: "Keep one row for each figure."}]
});
