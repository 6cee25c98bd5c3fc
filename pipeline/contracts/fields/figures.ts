import {z} from "zod";
import {ORIGINS} from "../origins.js";
import {PERIOD_TYPES} from "../periods.js";
import {REASONS, SYMBOLS} from "../symbols.js";
import {count, field, keysOf, number, optional, text} from "./field.js";

/** Columns of a figure: what it is of, its period and breakdown, its value with limits and base, and how it came to be. */
export const FIGURE_FIELDS = {
  indicator_id: field(text(), "Indicator", "Identifier of the indicator in the catalogue."),
  definition_version: field(text(), "Definition version", "Version of the indicator's definition."),
  indicator_name: field(text(), "Name", "Short name of the indicator."),
  period_type: field(z.enum(keysOf(PERIOD_TYPES)), "Period type", "Which kind of year or date the period is."),
  period: field(text(), "Period", "2003-04 for a year, 2004-01 for a month, 2003-06 to 2004-06 for a span of months."),
  is_part_period: field(z.boolean(), "Part period", "True where the period is not complete in the data."),
  dimension_1: field(optional(), "First breakdown", "What category_1 is a category of."),
  category_1: field(optional(), "First category", "Category of the first breakdown."),
  dimension_2: field(optional(), "Second breakdown", "What category_2 is a category of."),
  category_2: field(optional(), "Second category", "Category of the second breakdown."),
  dimension_3: field(optional(), "Third breakdown", "What category_3 is a category of."),
  category_3: field(optional(), "Third category", "Category of the third breakdown."),
  unit: field(text(), "Unit", "What the value counts or measures."),
  numerator: field(count(), "Numerator", "Rounded count above the line, where the value is a rate of counts."),
  denominator: field(count(), "Denominator", "Rounded count below the line, where the value is a rate of counts."),
  value: field(number(), "Value", "The figure, rounded by the gate; empty where a symbol stands instead."),
  lower: field(number(), "Lower limit", "Lower end of the interval."),
  upper: field(number(), "Upper limit", "Upper end of the interval."),
  interval_level: field(number(), "Interval level", "Confidence of the interval, 0.95 for 95 per cent."),
  bound: field(optional(), "Bound", "'upper', 'lower' or 'range' where only limits are known; never drawn as a point."),
  base: field(count(), "Base", "Answers or records that the figure rests on, rounded to 10."),
  effective_base_band: field(optional(), "Effective base", "Band of the effective base of a survey estimate."),
  senders_returned: field(count(), "Senders returned", "Bodies whose returns the figure rests on."),
  senders_expected: field(count(), "Senders expected", "Bodies that should have sent a return."),
  population_share: field(number(), "Population share", "Share of the population, 0 to 1, in areas that returned."),
  reliability: field(optional(), "Reliability", "'reliable', 'provisional' or 'unreliable'."),
  symbol: field(z.enum(keysOf(SYMBOLS)).nullable(), "Symbol", "Stands where a number does not, or beside one."),
  symbol_reason: field(z.enum(keysOf(REASONS)).nullable(), "Reason", "Why the symbol stands there."),
  origin: field(
    z.enum(keysOf(ORIGINS)),
    "Origin",
    "Real, synthetic or estimated; one synthetic input makes a figure synthetic."
  ),
  provenance_id: field(text(), "Provenance", "Leads to definition, SQL file and returns.")
} as const;
