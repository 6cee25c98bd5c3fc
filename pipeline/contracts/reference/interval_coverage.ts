import {z} from "zod";
import {code, decimal, integer, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Groups whose intervals are counted together. */
export const GROUP_KINDS = {
  England: "England",
  region: "Each region",
  "staff group": "Teaching assistants, and all others",
  role: "Everyone who holds a role, each role",
  sex: "Women, and men"
} as const;

/** How often the survey's intervals hold what was planted in simulated countries; `npm run coverage` writes it. */
export const intervalCoverage = defineContract({
  collection: "interval_coverage",
  prefix: "REF-ICV",
  title: "Coverage of intervals",
  row: "one indicator and kind of group",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    indicator_id: reference("indicators", "indicator_id", known(1, "indicator_id")),
    kind_of_group: code(GROUP_KINDS, known(2, "kind_of_group")),
    interval: text(known(3, "interval"), {max: 60}),
    seeds: text(known(4, "seeds"), {pattern: /^[1-9][0-9]* to [1-9][0-9]*$/, max: 20}),
    seeds_count: integer(known(5, "seeds_count"), {min: 1}),
    intervals_count: integer(known(6, "intervals_count"), {min: 1}),
    covered_count: integer(known(7, "covered_count")),
    covered_percent: decimal(known(8, "covered_percent"), {max: 100}),
    lower: decimal(
      {code: 9, title: "Lower limit", description: "Lower end of the percentage, for the seeds being few."},
      {max: 100}
    ),
    upper: decimal(
      {code: 10, title: "Upper limit", description: "Upper end of the percentage, for the seeds being few."},
      {max: 100}
    ),
    bias_points: decimal(known(11, "bias_points"), {min: -100, max: 100}),
    error_ratio: decimal(known(12, "error_ratio"), {max: 100}).optional(),
    command: text(known(13, "command"), {max: 100}),
    code_sha256: text(known(14, "code_sha256"), {pattern: /^[0-9a-f]{64}$/, max: 64}),
    basis: code(BASES, known(15, "basis")),
    source: text(known(16, "source"), {max: 60})
  }),
  rules: [],
  keys: [
    {code: 81, columns: ["indicator_id", "kind_of_group"], remedy: "Keep one row for each indicator and kind of group."}
  ]
});
