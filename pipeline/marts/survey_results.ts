import type {DuckDBConnection} from "@duckdb/node-api";
import {type Estimate, estimateRatio} from "../methods/survey.js";
import {wilson} from "../methods/wilson.js";
import {literal, query, type Value} from "../warehouse.js";

export const reads: readonly string[] = [
  "marts.gap_answers",
  "marts.survey_answers",
  "marts.survey_domains",
  "marts.survey_people",
  "marts.survey_weights",
  "reference.indicators",
  "stage.staff_questionnaire"
];

/**
 * Builds marts.survey_results: one row per question, survey period and cell, with its estimate (as a share or a mean) and
 * error.
 *
 * Strata and schools are those drawn; a cell keeps the whole design, since every person stands once more in a cell of
 * all. No finite-population correction: schools and people also drop out by chance, and leaving it out errs on the
 * cautious side. A stratum left with one answering school adds its squared distance from the mean of all schools, which
 * may overstate its part and never leaves it out. Percentages have Wilson's interval on the effective base, means
 * Student's t. Throws `pooled series: …` where answers of heads stand among people's own.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  await refusePooling(connection);
  for (const [table, select] of Object.entries(TABLES)) {
    await connection.run(`create or replace temp table ${table} as ${select}`);
  }
  for (const {period} of await query(connection, "select distinct period from survey_persons order by all")) {
    for (const isMean of [false, true]) await estimate(connection, {period: String(period), isMean});
  }
  await connection.run(RESULTS);
  for (const table of Object.keys(TABLES)) await connection.run(`drop table ${table}`);
}

async function refusePooling(connection: DuckDBConnection): Promise<void> {
  const [pooled] = await query(connection, POOLED);
  if (pooled) throw new Error(`pooled series: ${pooled.indicator_id} holds answers of heads and of people themselves`);
}

async function estimate(
  connection: DuckDBConnection,
  {period, isMean}: {period: string; isMean: boolean}
): Promise<void> {
  // Cell 0 is everyone, so that each school drawn stands in the sample whether or not a cell has anyone of it.
  const sample = `(
    select 0 as cell_id, 1 as numerator, 1 as denominator, weight, stratum, school_id
    from survey_persons
    where period = ${literal(period)}
    union all
    select facts.cell_id, facts.numerator, facts.denominator, persons.weight, persons.stratum, persons.school_id
    from survey_facts as facts
    inner join survey_persons as persons using (person_id)
    where persons.period = ${literal(period)} and facts.is_mean = ${isMean}
)`;
  const estimates = await estimateRatio(connection, {
    table: sample,
    numerator: "numerator",
    denominator: "denominator",
    weight: "weight",
    stratum: "stratum",
    cluster: "school_id",
    by: ["cell_id"],
    singleCluster: "centre",
    interval: isMean ? "t" : "wilson"
  });
  const rows = estimates
    .filter(({group}) => Number(group.cell_id) > 0)
    .map((row) => rowOf(isMean ? row : capped(row), period));
  // A statement of any length is parsed whole; in parts it stays small.
  for (let start = 0; start < rows.length; start += 2000) {
    await connection.run(`insert into survey_numbers values ${rows.slice(start, start + 2000).join(",\n")}`);
  }
}

/**
 * A few schools can look more alike than chance allows, and an effective base above the base is no more than that: it is
 * taken as the base, as the National Center for Health Statistics does for proportions (2017, series 2, number 175).
 */
function capped(result: Estimate): Estimate {
  const {estimate: value, base, effectiveBase} = result;
  if (value === null || effectiveBase === null || effectiveBase <= base) return result;
  const share = Math.min(Math.max(value, 0), 1);
  const {lower, upper} = wilson(share * base, base);
  return {...result, effectiveBase: base, lower, upper};
}

function rowOf(result: Estimate, period: string): string {
  const {estimate: value, standardError, designEffect, base, effectiveBase, lower, upper} = result;
  const numbers: Value[] = [value, standardError, designEffect, base, effectiveBase, lower, upper];
  return `(${[result.group.cell_id ?? null, period, ...numbers].map((number) => literal(number)).join(", ")})`;
}

const POOLED = `-- One row per indicator whose answers are of more than one kind.
select answers.indicator_id
from (
    select file_id, record_number, indicator_id from marts.survey_answers
    union all
    select file_id, record_number, indicator_id from marts.gap_answers
) as answers
inner join stage.staff_questionnaire as staff using (file_id, record_number)
where staff.respondent_kind <> 'self'
group by all
order by all
limit 1`;

/** Each person, question and domain by number, so that millions of rows stay small. */
const TABLES: Readonly<Record<string, string>> = {
  survey_persons: `
select row_number() over (order by people.file_id, people.record_number) as person_id,
    people.file_id, people.record_number, people.period, people.stratum, people.school_id, weights.weight
from marts.survey_people as people
inner join marts.survey_weights as weights using (file_id, record_number)`,
  survey_all_answers: `
select * from marts.survey_answers
union all by name
select * from marts.gap_answers`,
  survey_questions: `
select row_number() over (order by indicator_id, dimension_1, category_1) as question_id,
    indicator_id, dimension_1, category_1
from (select distinct indicator_id, dimension_1, category_1 from survey_all_answers) as asked`,
  survey_groups: `
select row_number() over (order by area_level, area_code, breakdown, role_id, route_id, category) as group_id, placed.*
from (
    -- An inferred route makes its figure estimated, for whoever is on it by a stated one too.
    select area_level, area_code, breakdown, role_id, route_id, dimension, category, bool_or(is_inferred) as is_inferred
    from marts.survey_domains
    group by all
) as placed`,
  survey_members: `
select distinct persons.person_id, groups.group_id, domains.answer_role_id
from marts.survey_domains as domains
inner join survey_persons as persons using (file_id, record_number)
inner join survey_groups as groups
    on groups.area_level = domains.area_level
    and groups.area_code = domains.area_code
    and groups.breakdown = domains.breakdown
    and groups.role_id is not distinct from domains.role_id
    and groups.route_id is not distinct from domains.route_id
    and groups.category is not distinct from domains.category`,
  // How finely each question is cut: small areas and small groups are for few of them.
  survey_cells: `
select row_number() over (order by questions.question_id, groups.group_id) as cell_id,
    questions.*, groups.*, definitions.unit = 'levels' as is_mean
from survey_questions as questions
inner join reference.indicators as definitions using (indicator_id)
cross join survey_groups as groups
where case
    when questions.dimension_1 is not null
        then (groups.breakdown = 'total' and groups.area_level <> 'local_lsc')
            or (groups.breakdown in ('role', 'route', 'staff group') and groups.area_level = 'national')
    else groups.area_level = 'national'
        or groups.breakdown in ('total', 'route', 'role group', 'staff group', 'phase')
        or questions.indicator_id in ('OFF-01', 'UPT-01', 'UPT-02', 'GAP-08')
end`,
  survey_facts: `
with asked as (
    select questions.question_id, persons.person_id, answers.role_id, answers.numerator, answers.denominator
    from survey_all_answers as answers
    inner join survey_persons as persons using (file_id, record_number)
    inner join survey_questions as questions
        on questions.indicator_id = answers.indicator_id
        and questions.dimension_1 is not distinct from answers.dimension_1
        and questions.category_1 is not distinct from answers.category_1
),
placed as (
    -- An answer about a person counts once in a cell, however many roles lead there …
    select asked.question_id, members.group_id, asked.person_id, asked.numerator, asked.denominator
    from asked
    inner join (select distinct person_id, group_id from survey_members) as members using (person_id)
    where asked.role_id is null
    union all
    -- … and one about a role held in the cells of that role, and in those of the person.
    select asked.question_id, members.group_id, asked.person_id, asked.numerator, asked.denominator
    from asked
    inner join survey_members as members using (person_id)
    where asked.role_id = coalesce(members.answer_role_id, asked.role_id)
)
select cells.cell_id, cells.is_mean, placed.person_id, placed.numerator, placed.denominator
from placed
inner join survey_cells as cells using (question_id, group_id)`,
  survey_numbers: `
select null::integer as cell_id, null::varchar as period, null::double as estimate, null::double as standard_error,
    null::double as design_effect, null::bigint as base, null::double as effective_base, null::double as lower,
    null::double as upper
limit 0`
};

const RESULTS = `create or replace table marts.survey_results as
select
    numbers.period,
    cells.indicator_id,
    cells.dimension_1,
    cells.category_1,
    cells.area_level,
    cells.area_code,
    cells.breakdown,
    cells.role_id,
    cells.route_id,
    cells.dimension,
    cells.category,
    cells.is_inferred,
    numbers.estimate,
    numbers.standard_error,
    numbers.design_effect,
    numbers.base,
    numbers.effective_base,
    numbers.lower,
    numbers.upper
from survey_numbers as numbers
inner join survey_cells as cells using (cell_id)
order by all`;
