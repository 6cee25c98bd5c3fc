import {z} from "zod";
import {REASONS, SYMBOLS} from "./symbols.js";

/** What a published column says of itself, whatever table it stands in. */
export interface FieldMeta {
  title: string;
  description: string;
  unit?: string;
  decimals?: number;
}

const field = <T extends z.ZodType>(
  schema: T,
  title: string,
  description: string,
  rest: Omit<FieldMeta, "title" | "description"> = {}
) => schema.meta({title, description, ...rest});
const text = () => z.string();
const optional = () => z.string().nullable();
const number = () => z.number().nullable();
const count = () => z.int().nullable();

export const ORIGINS = {
  real: "Real: published by the body named, at the place named",
  synthetic: "Synthetic: made by a simulator, for want of published returns",
  estimated: "Estimated: rests on a table or rule for which no source was found"
} as const;
export const AREA_LEVELS = {national: "England", region: "Region", local_lsc: "Local LSC", lea: "LEA"} as const;
export const PERIOD_TYPES = {
  academic: "Academic year (August to July)",
  financial: "Financial year (April to March)",
  census: "January census",
  month: "Month",
  survey: "Survey date",
  window: "Counting window of a target"
} as const;

/** What a figure may be broken down by, beside area, role, route, programme and level. */
export const DIMENSIONS = {
  sex: "Sex",
  "ethnic group": "Ethnic group",
  "age band": "Age band",
  disability: "Disability",
  "working pattern": "Working pattern",
  phase: "Phase",
  competence: "Competence",
  barrier: "Barrier",
  topic: "Topic",
  "funding line": "Funding line",
  "provider type": "Provider type",
  "staff group": "Staff group",
  "staff category": "Staff category",
  "role group": "Role group",
  "gap depth": "Depth of the gap",
  "expected level": "Level expected of the job profile",
  "suitability rule": "What counts as a suitable qualification",
  target: "Target",
  priority: "Priority",
  placement: "Placement",
  "outside programmes": "Outside programmes",
  register: "Register of providers",
  "kind of capacity": "Kind of capacity",
  "plan version": "Version of the plan",
  collection: "Collection",
  field: "Field of a return",
  characteristic: "Characteristic",
  "role told by": "What tells the role",
  "awarding body": "Awarding body",
  "months since start": "Months since the start",
  service: "Years in schools",
  "last offer": "Last offer",
  "roles held": "Roles held",
  response: "Who answered",
  "rate compared": "Rate compared between areas",
  "level of areas": "Level of areas",
  "size of area": "Size of the area",
  "part of difference": "Part of the difference"
} as const;

/** Which months a part period covers, where the source says. A period stands for itself where none is listed. */
const PART_PERIODS = [{family: "APP", period: "2025-26", covers: "August to April"}] as const;

/** Returns the months that an incomplete period covers ("August to April"), or undefined where the source is silent. */
export function partPeriod(indicatorId: string, period: string): string | undefined {
  return PART_PERIODS.find((part) => indicatorId.startsWith(`${part.family}-`) && part.period === period)?.covers;
}

const keys = <T extends object>(of: T) => Object.keys(of) as [string, ...string[]];

/** Every published column once. A table lists names; titles, units and descriptions come from here. */
export const FIELDS = {
  indicator_id: field(text(), "Indicator", "Identifier of the indicator in the catalogue."),
  definition_version: field(text(), "Definition version", "Version of the indicator's definition."),
  indicator_name: field(text(), "Name", "Short name of the indicator."),
  period_type: field(z.enum(keys(PERIOD_TYPES)), "Period type", "Which kind of year or date the period is."),
  period: field(text(), "Period", "2003-04 for a year, 2004-01 for a month, 2003-06 to 2004-06 for a span of months."),
  is_part_period: field(z.boolean(), "Part period", "True where the period is not complete in the data."),
  area_level: field(z.enum(keys(AREA_LEVELS)), "Area level", "National, region, local LSC or LEA."),
  area_code: field(text(), "Area code", "Code of the area; ENG for England."),
  area_name: field(text(), "Area", "Name of the area."),
  parent_code: field(optional(), "Parent area", "Code of the area that this one lies in."),
  short_name: field(optional(), "Short name", "Name short enough for a tile of the map; local LSCs alone have one."),
  tile_column: field(count(), "Tile column", "Column of the area's tile in the map of local LSCs, from 0 in the west."),
  tile_row: field(count(), "Tile row", "Row of the area's tile in the map of local LSCs, from 0 in the north."),
  role_id: field(optional(), "Role", "Support staff role; empty for all roles together."),
  role_name: field(text(), "Role name", "Name of the role."),
  route_id: field(optional(), "Route", "Career route; empty for all routes together. Routes overlap and never add up."),
  route_name: field(text(), "Route name", "Name of the route."),
  programme_id: field(optional(), "Programme", "Programme, qualification or apprenticeship standard; empty for all."),
  programme_name: field(text(), "Programme name", "Name of the programme."),
  nqf_level: field(optional(), "Level", "Level on the national qualifications framework of the period."),
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
  symbol: field(z.enum(keys(SYMBOLS)).nullable(), "Symbol", "Stands where a number does not, or beside one."),
  symbol_reason: field(z.enum(keys(REASONS)).nullable(), "Reason", "Why the symbol stands there."),
  origin: field(
    z.enum(keys(ORIGINS)),
    "Origin",
    "Real, synthetic or estimated; one synthetic input makes a figure synthetic."
  ),
  provenance_id: field(text(), "Provenance", "Leads to definition, SQL file and returns."),
  priority_id: field(
    optional(),
    "Priority",
    "Number of the priority in the plan, i to x; empty where it is none of them."
  ),
  priority_order: field(z.int(), "Order", "Place of the priority in the plan, 1 to 10."),
  title: field(text(), "Title", "What it is, in our words."),
  summary: field(text(), "Summary", "What the plan says, in our words."),
  owner: field(optional(), "Owner", "Body that answers for it."),
  place: field(text(), "Place", "Document and line: S0:L134 is line 134 of the plan."),
  source: field(text(), "Source", "Where the fact comes from."),
  has_number: field(z.boolean(), "Has a number", "True where the plan sets a number to reach."),
  target_id: field(text(), "Target", "Identifier of the target."),
  qualifier: field(text(), "Qualifier", "How the plan qualifies the number: up to, around, at least, exactly."),
  target_value: field(number(), "Target value", "The number in the plan; empty where it sets none."),
  target_unit: field(text(), "Target unit", "What the target counts: learners, places, learning aims."),
  window_start_date: field(optional(), "Window start", "First day of the counting window."),
  window_end_date: field(optional(), "Window end", "Last day of the counting window."),
  counted_to_date: field(
    optional(),
    "Counted to",
    "Last day of the last month of which returns tell, within the counting window and up to the as-at date."
  ),
  counts: field(text(), "What counts", "Which starts, places or learners count towards the target."),
  actual_count: field(count(), "Actual", "Counted in the window up to the as-at date, rounded by the gate."),
  baseline_count: field(count(), "Baseline", "Counted before the window; never progress."),
  percent_of_target: field(
    number(),
    "Per cent of target",
    "Actual as whole per cent of the target; empty where the plan sets no number."
  ),
  months_left_count: field(count(), "Months left", "Whole months of the window after the as-at date."),
  required_monthly_count: field(
    count(),
    "Needed a month",
    "What is still to reach, as published, over the months left; empty for a ceiling."
  ),
  recent_monthly_count: field(
    count(),
    "Recently a month",
    "Mean of the last three months, from their sum rounded to 10; empty where starts come in cohorts."
  ),
  required_ratio: field(number(), "Needed over recent", "What is needed a month over what came of late.", {
    decimals: 1
  }),
  is_feasible: field(
    z.boolean().nullable(),
    "Within capacity",
    "False where what is needed a month is above a twelfth of the yearly maximum that providers state."
  ),
  forecast_lower_count: field(
    count(),
    "Forecast, from",
    "Lower 95 per cent limit of the count at the end of the window, rounded to 10."
  ),
  forecast_upper_count: field(
    count(),
    "Forecast, to",
    "Upper 95 per cent limit of the count at the end of the window, rounded to 10."
  ),
  probability_percent: field(
    count(),
    "Chance",
    "Chance of reaching the target, in whole per cent; 1 means 1 or less and 99 means 99 or more unless it is certain."
  ),
  trajectory_method: field(
    optional(),
    "Forecast by",
    "'constant rate', 'seasonal rate' or 'planned cohorts'; empty where there is no forecast."
  ),
  month: field(text(), "Month", "Month, as 2004-06."),
  is_forecast: field(z.boolean(), "Forecast", "False for what has been counted, true for where it is heading."),
  observed_count: field(count(), "Counted", "Counted in the window up to the end of the month, rounded to 10."),
  median_count: field(count(), "Middle", "Half of the simulated counts lie below it; rounded to 10."),
  lower_80_count: field(count(), "80 per cent, from", "Lower 80 per cent limit, rounded to 10."),
  upper_80_count: field(count(), "80 per cent, to", "Upper 80 per cent limit, rounded to 10."),
  lower_95_count: field(count(), "95 per cent, from", "Lower 95 per cent limit, rounded to 10."),
  upper_95_count: field(count(), "95 per cent, to", "Upper 95 per cent limit, rounded to 10."),
  seasonality: field(optional(), "Season", "What the forecast takes for granted of the months of the year."),
  rate_months_count: field(count(), "Months of the rate", "Months on which the rate rests."),
  backtest_forecasts_count: field(
    count(),
    "Back-tests",
    "Earlier forecasts of three months that were held against what came; they overlap."
  ),
  backtest_within_80_count: field(count(), "Within 80 per cent", "Back-tests whose 80 per cent band held what came."),
  backtest_within_95_count: field(count(), "Within 95 per cent", "Back-tests whose 95 per cent band held what came."),
  status: field(text(), "Status", "One of a closed list; see the table's description."),
  status_reason: field(text(), "Why this status", "The reason in one sentence."),
  previous_as_at_date: field(optional(), "Release before", "Date of the position that the release before described."),
  previous_definition_version: field(
    optional(),
    "Definition before",
    "Version of the indicator's definition in the release before; empty where it had no figure."
  ),
  figures_added_count: field(z.int(), "Added", "Figures that the release before did not have."),
  figures_revised_count: field(z.int(), "Revised", "Figures whose value, limits or symbol are others than before."),
  figures_withdrawn_count: field(z.int(), "Withdrawn", "Figures that only the release before had."),
  figures_same_count: field(z.int(), "As they were", "Figures that say what they said before."),
  as_at_date: field(text(), "As at", "Date of the position described."),
  milestone_id: field(text(), "Milestone", "Identifier of the milestone."),
  due: field(text(), "Due", "Year, month or season in which the milestone is due, as the plan gives it."),
  due_date: field(optional(), "Due date", "Last day on which it is not late; empty where no day is set."),
  line_id: field(text(), "Funding line", "Identifier of the funding line."),
  line_name: field(text(), "Line", "Name of the funding line."),
  holder: field(optional(), "Holder", "Body that holds the money."),
  recipient: field(optional(), "Recipient", "Body that receives the money."),
  amount_gbp: field(number(), "Amount", "Amount in pounds as the plan gives it; empty where unknown.", {
    unit: "pounds",
    decimals: 0
  }),
  lower_gbp: field(number(), "At least", "Lower end of what the amount can be.", {unit: "pounds", decimals: 0}),
  upper_gbp: field(number(), "At most", "Upper end of what the amount can be.", {unit: "pounds", decimals: 0}),
  is_in_total: field(optional(), "Within the £100m", "'yes', 'no', 'part', 'unclear' or 'total'."),
  is_delegated: field(optional(), "Delegated", "'yes', 'no' or 'part': whether schools or LEAs decide on its use."),
  note: field(optional(), "Note", "What a reader must know to use the figure."),
  collection: field(text(), "Collection", "Name of the collection."),
  sender_id: field(text(), "Sender", "Code of the body that sends the return."),
  sender_name: field(text(), "Sender name", "Name of the body that sends the return."),
  sender_type: field(text(), "Sender type", "Local LSC, LEA, provider or national body."),
  received_date: field(optional(), "Received", "Date on which the file in use was received."),
  files_count: field(z.int(), "Files", "Files received from the sender for the period."),
  rows_used_count: field(count(), "Rows used", "Accepted rows of the file in use, rounded to 10."),
  rows_held_count: field(count(), "Rows held", "Held rows of the file in use, rounded to 10."),
  rows_held_symbol: field(
    z.enum(keys(SYMBOLS)).nullable(),
    "Rows held symbol",
    "Stands where the count of held rows does not."
  ),
  file: field(text(), "File", "Address of the file under data/returns."),
  sha256: field(text(), "SHA-256", "Hash of the file's bytes."),
  publisher: field(text(), "Publisher", "Who published or sent the file."),
  url: field(optional(), "Address", "Where the file was published."),
  licence: field(text(), "Licence", "Licence of the file."),
  is_used: field(z.boolean(), "Used", "False where a later file of the same sender replaced it."),
  corrections_count: field(
    z.int(),
    "Corrections",
    "Entries of the list of known errors that were mended in the file before it was judged."
  ),
  mart: field(text(), "Mart", "Table that computes the figures."),
  sql_file: field(text(), "Model", "File that defines the table."),
  sql_sha256: field(text(), "Model hash", "SHA-256 of that file."),
  collections: field(text(), "Collections", "Collections that the table rests on."),
  numerator_definition: field(text(), "Numerator", "What is counted above the line."),
  denominator_definition: field(text(), "Denominator", "What is counted below the line."),
  caveats: field(optional(), "Caveats", "What to bear in mind."),
  availability: field(text(), "Availability", "'published', 'not yet computed' or 'not collected'."),
  route_ids: field(optional(), "Routes", "Routes of the role, separated by semicolons."),
  category: field(optional(), "Category", "Category within the list."),
  body: field(optional(), "Body", "Body that offers or develops the programme."),
  available_from: field(
    optional(),
    "Available from",
    "Date or period from which it is to be had, as the source gives it."
  ),
  status_2004: field(text(), "Status in 2004", "Whether it was to be had when the plan was written."),
  places: field(optional(), "Places", "Places or capacity that the source names, with its qualifier."),
  policy_rule: field(text(), "Rule", "Name of the rule, or of what was measured."),
  policy_kind: field(text(), "Kind", "'rule', 'cost' or 'gain'."),
  policy_value: field(text(), "Value", "What the rule sets, or what was measured."),
  policy_meaning: field(text(), "Meaning", "What the rule does, in one sentence."),
  basis: field(text(), "Basis", "Whether the source states it, or it was inferred."),
  version: field(z.int(), "Version", "Version of the table that the row belongs to."),
  valid_from_date: field(text(), "Valid from", "First day on which this version holds."),
  competence_id: field(text(), "Competence", "Identifier of the competence."),
  competence_name: field(text(), "Competence name", "Name of the competence."),
  required_level: field(
    z.int(),
    "Required level",
    "Level that the role requires: 0 nothing, 1 with help, 2 alone, 3 could show others."
  ),
  is_essential: field(text(), "Essential", "'yes' where the role cannot be done without it, else 'no'."),
  suitability: field(
    text(),
    "Suitability",
    "'targeted', 'suitable' or 'relevant': how well the qualification fits the role."
  ),
  is_in_nqf: field(
    text(),
    "In the framework",
    "'yes', 'no' or 'unknown': whether it is in the national qualifications framework."
  ),
  available_from_date: field(
    optional(),
    "Available from",
    "Day from which it is to be had; a season or month at its last day."
  ),
  judged_by: field(text(), "Judged by", "Who judged it."),
  judged_date: field(text(), "Judged on", "Date of the judgement."),
  rule: field(text(), "Rule", "The rule by which it was judged."),
  profile_id: field(optional(), "Profile", "Identifier of the job profile; empty where none fits the role."),
  expected_level: field(optional(), "Expected level", "Skill level that the job profile expects."),
  audience: field(text(), "Audience", "Who the induction is for."),
  module_id: field(text(), "Module", "Identifier of the module."),
  module_name: field(text(), "Module name", "Name of the module, in our words."),
  nvq_unit_id: field(text(), "NVQ unit", "Identifier of the unit within its level."),
  unit_title: field(text(), "Unit title", "Title of the unit."),
  is_mandatory: field(text(), "Mandatory", "'yes' where the award cannot be had without the unit, else 'no'."),
  module_ids: field(optional(), "Modules", "Induction modules that prepare for it, separated by semicolons."),
  units_required_count: field(z.int(), "Units required", "Units that the whole award needs."),
  mandatory_units_count: field(z.int(), "Mandatory units", "Units that everyone must take."),
  mandatory_prepared_count: field(
    z.int(),
    "Mandatory units prepared",
    "Of these, units that the induction prepares for."
  ),
  optional_needed_count: field(z.int(), "Optional units needed", "Units to choose beside the mandatory ones."),
  optional_prepared_count: field(
    z.int(),
    "Optional units prepared",
    "Optional units that the induction prepares for; there can be more of them than are needed."
  ),
  units_remaining_count: field(
    z.int(),
    "Units still to cover",
    "Units of the award that the induction does not prepare for, at best choice of options."
  ),
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
  family_id: field(text(), "Family", "Family of comparisons that are judged together."),
  compared_with: field(text(), "Compared with", "What each member of the family is compared with."),
  test: field(text(), "Test", "What the family's test is a test of."),
  reference: field(text(), "Reference", "What the area or group is compared with."),
  difference: field(number(), "Difference", "Area or group less reference, in the unit, whole; empty in a funnel."),
  ratio: field(number(), "Ratio", "Area or group over reference; empty in a funnel.", {decimals: 1}),
  ratio_lower: field(number(), "Ratio, lower limit", "Lower end of the interval of the ratio.", {decimals: 1}),
  ratio_upper: field(number(), "Ratio, upper limit", "Upper end of the interval of the ratio.", {decimals: 1}),
  is_different: field(
    text(),
    "Different",
    "'yes' where the family's test passes Benjamini–Hochberg at 5 per cent, 'no' where it does not, else 'cannot say'."
  ),
  funnel_position: field(
    optional(),
    "Position",
    "'inside', 'outside_95' or 'outside_998': where a rate of counts stands in the funnel, a prompt to look."
  ),
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

export type FieldName = keyof typeof FIELDS;
