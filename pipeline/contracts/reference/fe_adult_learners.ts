import {z} from "zod";
import {AREA_LEVELS} from "../areaLevels.js";
import {code, integer, text} from "../column.js";
import {defineContract} from "../contract.js";
import {listed} from "../rule.js";
import {known} from "./words.js";

/** Adult learners in further education: one area in one academic year a row. */
export const feAdultLearners = defineContract({
  collection: "fe_adult_learners",
  prefix: "REF-FAL",
  title: "Adult learners in further education",
  row: "one area in one academic year",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    area_level: code(AREA_LEVELS, known(1, "area_level")),
    area_code: text(known(2, "area_code"), {pattern: /^(ENG|[A-Z]{2}|LLSC\d{2}|\d{3})$/, max: 6}),
    academic_year: text(
      {code: 3, title: "Academic year", description: "Academic year as the source writes it."},
      {max: 60}
    ),
    learner_count: integer({code: 4, title: "Learners", description: "Learners, rounded by the source."}),
    definition: text({code: 5, title: "Definition", description: "Who is counted."}),
    rounding: text({code: 6, title: "Rounding", description: "How the source rounded the figure."}, {max: 60}),
    source: text(known(7, "source"))
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
  keys: [
    {code: 81, columns: ["area_code", "academic_year"], remedy: "Keep one row for each area code and academic year."}
  ]
});
