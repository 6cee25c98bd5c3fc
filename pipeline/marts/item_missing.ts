import type {DuckDBConnection} from "@duckdb/node-api";
import {COLLECTIONS} from "../contracts/collections.js";
import {columnMeta} from "../contracts/contract.js";
import {BARRIERS, COMPETENCES, TOPICS} from "../contracts/lists.js";
import {literal} from "../warehouse.js";

export const reads: readonly string[] = [
  "stage.enrolment",
  "stage.staff_questionnaire",
  "stage.school_questionnaire",
  "stage.school_frame",
  "stage.provider",
  "stage.issues",
  "reference.release"
];

/** A column of a return, and where its values stand in stage. */
interface Item {
  column: string; // as the contract names it
  stage?: string; // column of the stage table, where it is called something else
  missing?: string; // condition: there is no value; by default that the column is empty
  expected?: string; // condition: there should be one; by default in every row
}

const items = (columns: readonly string[], expected?: string): Item[] =>
  columns.map((column) => (expected === undefined ? {column} : {column, expected}));
const ticks = (prefix: string, of: object): string[] => Object.keys(of).map((name) => `${prefix}_${name}`);

/** Names and learner references never come this far; of other personal columns only what was made of them. */
const ENROLMENT: readonly Item[] = [
  {column: "date_of_birth", missing: "coalesce(age_band, 'unknown') = 'unknown'"},
  {column: "L12", stage: "ethnicity"},
  {column: "L13", stage: "sex"},
  {column: "L14", stage: "difficulty_or_disability"},
  {column: "L15", stage: "disability"},
  {column: "L17", stage: "home_lea_code"},
  {column: "L35", stage: "prior_attainment"},
  {column: "A09", stage: "aim_reference"},
  {column: "A10", stage: "funding_stream"},
  {column: "A24", stage: "occupation"},
  {column: "A27", stage: "start_date"},
  {column: "A28", stage: "planned_end_date"},
  {column: "A31", stage: "actual_end_date", expected: "completion_status <> '1'"},
  {column: "A34", stage: "completion_status"},
  {column: "A35", stage: "outcome"},
  {column: "A37", stage: "units_achieved", expected: "units_required is not null"},
  {column: "A45", stage: "workplace_lea_code"},
  {column: "awarding_body"}
];

/** Whoever was not offered training is not asked what became of the offer, and so on. */
const STAFF_QUESTIONNAIRE: readonly Item[] = [
  ...items(["selection_within_school", "form_date", "main_role_id", "main_role_hours"]),
  ...items(["second_role_hours"], "second_role_id is not null"),
  ...items(["third_role_hours"], "third_role_id is not null"),
  ...items(["working_pattern", "service_years", "offered_24_months"]),
  ...items(["last_offer_band"], "offered_24_months in ('yes', 'no')"),
  ...items(["offered_by", "started_24_months"], "offered_24_months = 'yes'"),
  ...items([...ticks("offered", TOPICS), ...ticks("taken", TOPICS)], "offered_24_months = 'yes'"),
  ...items(["completed_24_months"], "started_24_months = 'yes'"),
  ...items(["wants_training", "wanted_not_taken", "aspiration", "needs_discussed_12_months"]),
  ...items(["wanted_topic"], "wants_training = 'yes'"),
  ...items(ticks("barrier", BARRIERS), "wanted_not_taken = 'yes'"),
  ...items(["highest_level", "full_level_2", "basic_skills", ...ticks("held", COMPETENCES)]),
  ...items(["sex", "age_band", "ethnicity", "disability"])
];

const SCHOOL_QUESTIONNAIRE = items(["role_id", "headcount", "offered_count", "trained_count", "proficient_count"]);
const SCHOOL_FRAME: readonly Item[] = [
  ...items(["lea_code", "phase", "school_type", "size_band", "outcome"]),
  ...items(["staff_listed"], "is_sampled")
];
const PROVIDER = items(["provider_type", "lea_code", "annual_capacity", "assessors_fte"]);

const RETURNS = {
  enrolment: {items: ENROLMENT, periodType: "academic"},
  staff_questionnaire: {items: STAFF_QUESTIONNAIRE, periodType: "survey"},
  school_questionnaire: {items: SCHOOL_QUESTIONNAIRE, periodType: "survey"},
  school_frame: {items: SCHOOL_FRAME, periodType: "survey"},
  provider: {items: PROVIDER, periodType: "financial"}
} as const;

/**
 * Builds marts.item_missing: QUA-03, one row per collection, period and field (by its title), and all its fields together:
 * values missing or refused, of those expected. A refused value is one that the column's own rule did not take, for which
 * its row was held; the other values of held rows are on neither side. "Don't know" and "not stated" are answers.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const parts = Object.entries(RETURNS).flatMap(([collection, {items: columns, periodType}]) =>
    columns.map((item) => tally(collection, periodType, item))
  );
  await connection.run(`
create or replace table marts.item_missing as
with tallies as (
    ${parts.join("\n    union all by name\n    ")}
),
figures as (
    select * from tallies
    union all by name
    select * exclude (field) from tallies
)
select
    'QUA-03' as indicator_id,
    figures.period_type,
    figures.period,
    figures.period_type = 'academic'
        and release.as_at_date < make_date(left(figures.period, 4)::integer + 1, 7, 31) as is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    'collection' as dimension_1,
    figures.collection as category_1,
    case when figures.field is not null then 'field' end as dimension_2,
    figures.field as category_2,
    'per cent' as unit,
    'rate' as measure,
    sum(figures.missing)::bigint as numerator,
    sum(figures.expected)::bigint as denominator,
    100 * sum(figures.missing) / sum(figures.expected) as value,
    sum(figures.expected)::bigint as base,
    case when bool_or(figures.is_synthetic) then 'synthetic' else 'real' end as origin
from figures
cross join reference.release as release
group by all
having sum(figures.expected) > 0
order by all`);
}

/** Returns the SELECT that counts, by period, the values of one column that are expected and those that are missing. */
function tally(
  collection: string,
  periodType: string,
  {column, stage = column, missing, expected = "true"}: Item
): string {
  const contract = COLLECTIONS.find((of) => of.collection === collection);
  const schema = contract?.schema.shape[column];
  if (!contract || !schema) throw new Error(`unknown column: ${collection}.${column}`);
  const {code, title} = columnMeta(schema, column);
  const rule = `${contract.prefix}-${String(code).padStart(3, "0")}`;
  return `select
        ${literal(collection)} as collection,
        ${literal(periodType)} as period_type,
        period,
        ${literal(title)} as field,
        count(*) filter (where is_missing) as missing,
        count(*) as expected,
        bool_or(origin = 'synthetic') as is_synthetic
    from (
        select period, origin, ${missing ?? `${stage} is null`} as is_missing
        from stage.${collection}
        where ${expected}
        union all
        select period, origin, true as is_missing
        from stage.issues
        where collection = ${literal(collection)} and code = ${literal(rule)} and severity = 'error'
    )
    group by all`;
}
