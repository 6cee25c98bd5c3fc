import type {DuckDBConnection} from "@duckdb/node-api";
import {SURVEY_TRIM} from "../contracts/surveyWeights.js";
import {readMargins} from "../methods/marginTable.js";
import {rakedJackknife} from "../methods/rakedJackknife.js";
import {literal, query, type Value} from "../warehouse.js";

export const reads: readonly string[] = [
  "marts.survey_cells",
  "marts.survey_estimates",
  "marts.survey_margins",
  "reference.roles"
];

const IS_OFFERED = "case when offered_24_months = 'yes' then 1.0 when offered_24_months = 'no' then 0.0 end";
const IS_STARTED = "case when started_24_months = 'yes' then 1.0 when started_24_months = 'no' then 0.0 end";

/** The headlines: what is averaged, with a null for whoever gave no answer. */
const HEADLINES: Readonly<Record<string, string>> = {
  "OFF-01": IS_OFFERED,
  "UPT-01": `case when offered_24_months = 'yes' then ${IS_STARTED} end`,
  "UPT-02": IS_STARTED
};

/** What a replicate may miss its margins by, as a share, and how often it is trimmed: far below what the error shows. */
const PRECISION = {tolerance: 1e-5, rounds: 3};

/**
 * Builds marts.survey_error_checks: one row per survey period, headline indicator and staff group (empty for all), with
 * the linearised standard error beside that of a delete-one-school jackknife which rakes and trims the weights again
 * without each school. Both in percentage points; `replicates` counts the schools left out in turn. The two differ by
 * what raking gains, which linearisation leaves out, and by strata with one school, which only linearisation counts.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `create or replace temp table jackknifed (period varchar, indicator_id varchar, category_1 varchar,
    jackknife_error double, replicates bigint)`
  );
  for (const {period} of await query(connection, "select distinct period from marts.survey_cells order by all")) {
    await leaveOut(connection, String(period));
  }
  await connection.run(ERROR_CHECKS);
  await connection.run("drop table jackknifed");
  await connection.run("drop table if exists jackknife_sample");
}

async function leaveOut(connection: DuckDBConnection, period: string): Promise<void> {
  const margins = await readMargins(connection, {
    table: `(select * from marts.survey_margins where period = ${literal(period)})`,
    margin: "margin",
    category: "cell",
    total: "target_headcount"
  });
  if (margins.length === 0) return;
  await connection.run(`create or replace temp table jackknife_sample as ${copies(period)}`);
  const estimates = await rakedJackknife(connection, {
    table: "jackknife_sample",
    numerator: "answer",
    weight: "design_weight",
    margins,
    trim: SURVEY_TRIM,
    stratum: "stratum",
    cluster: "school_id",
    singleCluster: "certainty",
    by: ["indicator_id", "category_1"],
    ...PRECISION
  });
  const rows = estimates.map(({group, standardError, replicates}) => {
    const error = standardError === null ? null : 100 * standardError;
    const values: Value[] = [period, group.indicator_id ?? null, group.category_1 ?? null, error, replicates];
    return `(${values.map(literal).join(", ")})`;
  });
  await connection.run(`insert into jackknifed values ${rows.join(", ")}`);
}

/** Everyone once for each indicator, and once more by staff group: each copy weighs alike, so raking is the same. */
function copies(period: string): string {
  const answers = Object.entries(HEADLINES).map(
    ([indicator, answer]) => `{'indicator_id': ${literal(indicator)}, 'answer': (${answer})::double}`
  );
  return `
with everyone as (
    select sample.*, unnest([${answers.join(", ")}]) as headline,
        case roles.role_group
            when 'teaching_assistants' then 'Teaching assistants'
            else 'Other than teaching assistants'
        end as staff_group
    from marts.survey_cells as sample
    inner join reference.roles as roles on roles.role_id = sample.main_role_id
    where sample.period = ${literal(period)}
)
select everyone.* exclude (headline), headline.indicator_id, headline.answer, unnest([null, staff_group]) as category_1
from everyone`;
}

const ERROR_CHECKS = `create or replace table marts.survey_error_checks as
select
    jackknifed.indicator_id,
    'survey' as period_type,
    jackknifed.period,
    'national' as area_level,
    'ENG' as area_code,
    case when jackknifed.category_1 is not null then 'staff group' end as dimension_1,
    jackknifed.category_1,
    estimates.standard_error as linearised_error,
    jackknifed.jackknife_error,
    jackknifed.replicates,
    estimates.base,
    estimates.origin
from jackknifed
inner join marts.survey_estimates as estimates
    on estimates.indicator_id = jackknifed.indicator_id
    and estimates.period = jackknifed.period
    and estimates.area_code = 'ENG'
    and estimates.role_id is null and estimates.route_id is null
    and estimates.category_1 is not distinct from jackknifed.category_1
    and estimates.dimension_1 is not distinct from case when jackknifed.category_1 is not null then 'staff group' end
    and estimates.dimension_2 is null
order by all`;
