import {z} from "zod";
import {count, field, number, text} from "./field.js";

/** Columns of how well the survey, the linkage of records and the intervals do. */
export const QUALITY_FIELDS = {
  threshold_id: field(text(), "Threshold", "Identifier of the statement."),
  statement: field(text(), "Statement", "What is said to hold, in our words."),
  threshold_percent: field(z.number(), "Limit", "The percentage that the statement compares with.", {unit: "per cent"}),
  is_met: field(
    text(),
    "Holds",
    "'yes' where the whole 95 per cent interval agrees, 'no' where none of it does, else 'cannot say'; decided before rounding."
  ),
  linearised_error: field(number(), "Linearised error", "Standard error by Taylor linearisation, the one in use.", {
    unit: "percentage points",
    decimals: 1
  }),
  jackknife_error: field(
    number(),
    "Jackknife error",
    "Standard error by leaving out each school in turn, with weights raked and trimmed again.",
    {unit: "percentage points", decimals: 1}
  ),
  replicates_band: field(text(), "Replicates", "How many schools were left out in turn, in bands."),
  linkage_method: field(
    text(),
    "Told apart by",
    "How persons are told apart: references alone (none), same naming (exact), or linkage (probabilistic)."
  ),
  threshold: field(number(), "Threshold", "Probability from which two records are taken to be one person's.", {
    decimals: 3
  }),
  is_chosen: field(z.boolean(), "In use", "True for the way in which persons are counted in every other table."),
  persons_count: field(count(), "Persons", "Persons whom the records are taken to be, rounded to 10; empty where low."),
  precision_percent: field(number(), "Precision", "Estimated share of linked pairs that are one person's.", {
    unit: "per cent",
    decimals: 1
  }),
  recall_percent: field(number(), "Recall", "Estimated share of pairs of one person that are linked.", {
    unit: "per cent",
    decimals: 1
  }),
  kind_of_group: field(text(), "Kind of group", "Which groups the intervals counted together are of."),
  interval: field(text(), "Interval", "Which interval it is, and its confidence."),
  seeds: field(text(), "Seeds", "Seeds of the simulated countries, as 1 to 200."),
  seeds_count: field(z.int(), "Simulated countries", "Countries simulated and surveyed, one a seed."),
  intervals_count: field(z.int(), "Intervals", "Intervals that were held against what is true."),
  covered_count: field(z.int(), "Intervals that hold", "Intervals that held what is true."),
  covered_percent: field(z.number(), "Coverage", "Share of the intervals that held what is true.", {
    unit: "per cent",
    decimals: 1
  }),
  bias_points: field(z.number(), "Bias", "Mean of what was estimated less what is true.", {
    unit: "percentage points",
    decimals: 2
  }),
  error_ratio: field(
    number(),
    "Error ratio",
    "Standard error given over how far the estimates scatter about what is true; above 1 it is cautious.",
    {decimals: 2}
  ),
  command: field(text(), "Command", "What was run to find this."),
  code_sha256: field(text(), "Code hash", "SHA-256 of the simulator, the methods and the marts that were run.")
} as const;
