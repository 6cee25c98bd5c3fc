import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {cohortRates} from "../methods/cohort.js";
import {wilson} from "../methods/wilson.js";
import {query, type Row} from "../warehouse.js";
import {writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.outcome_cohorts", "marts.provider_coverage", "reference.release"];

const COLUMNS = {
  ...FIGURE_COLUMNS,
  programme_id: "varchar",
  nqf_level: "varchar",
  dimension_1: "varchar",
  category_1: "varchar",
  dimension_2: "varchar",
  category_2: "varchar",
  numerator: "bigint",
  denominator: "bigint",
  senders_returned: "bigint",
  senders_expected: "bigint",
  symbol_reason: "varchar"
} as const;

/**
 * Builds marts.learner_outcomes: one row per rate (retention OUT-01, achievement OUT-03, success OUT-04), academic year in
 * which the aims were to end, area and breakdown. The three rest on one cohort, so that success is retention times
 * achievement: aims due by the as-at date, without transfers; a completed aim without a known outcome is not achieved.
 * Aims that are to end later stand apart, as OUT-02 in "aims not yet due", and for England completed aims without an outcome as
 * OUT-03 in "outcomes not known"; where no aim is due yet England says so.
 * The count is full and has no sampling error: the limits (Wilson) are there to compare one cohort with another.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const cohorts = await query(
    connection,
    `
select
    'academic' as period_type,
    cohorts.start_year || '-' || lpad(((cohorts.start_year + 1) % 100)::varchar, 2, '0') as period,
    release.as_at_date < make_date(cohorts.start_year + 1, 7, 31) as is_part_period,
    cohorts.area_level,
    cohorts.area_code,
    case when cohorts.breakdown = 'programme' then cohorts.category end as programme_id,
    case when cohorts.breakdown = 'level' then cohorts.category end as nqf_level,
    case when cohorts.breakdown not in ('total', 'programme', 'level') then cohorts.breakdown end as of_dimension,
    case when of_dimension is not null then cohorts.category end as of_category,
    case when cohorts.placement is not null then 'placement' end as of_placement,
    coalesce(of_dimension, of_placement) as dimension_1,
    coalesce(of_category, cohorts.placement) as category_1,
    case when of_dimension is not null then of_placement end as dimension_2,
    case when of_dimension is not null then cohorts.placement end as category_2,
    cohorts.due_count,
    cohorts.completed_count,
    cohorts.achieved_count,
    cohorts.unknown_count,
    cohorts.not_yet_due_count,
    coverage.senders_returned,
    coverage.senders_expected,
    cohorts.origin
from marts.outcome_cohorts as cohorts
cross join reference.release as release
left join marts.provider_coverage as coverage using (area_level, area_code)
order by cohorts.start_year, cohorts.area_level, cohorts.area_code, cohorts.placement, cohorts.breakdown,
    cohorts.category`
  );
  await writeTable(connection, {table: "marts.learner_outcomes", columns: COLUMNS, rows: cohorts.flatMap(figures)});
}

function figures(cohort: Row): Row[] {
  const {due_count, completed_count, achieved_count, unknown_count, not_yet_due_count, ...described} = cohort;
  const {of_dimension, of_category, of_placement, ...key} = described;
  const [due, completed, achieved] = [Number(due_count), Number(completed_count), Number(achieved_count)];
  const {retention, achievement, success} = cohortRates({starts: due, transfers: 0, completed, achieved});
  const rate = (indicator_id: string, share: number | null, [numerator, denominator]: [number, number]): Row => {
    const figure = {...key, indicator_id, unit: "per cent", measure: "rate"};
    if (share === null) return {...figure, symbol_reason: due === 0 ? "not_yet_due" : "not_enough_data"};
    const {lower, upper} = wilson(numerator, denominator);
    const limits = {lower: 100 * lower, upper: 100 * upper, interval_level: 0.95};
    return {...figure, numerator, denominator, value: 100 * share, ...limits, base: denominator};
  };
  const count = (indicator_id: string, unit: string, value: number): Row[] =>
    value > 0 ? [{...key, indicator_id, unit, measure: "count", value}] : [];
  const rates = [
    rate("OUT-01", retention, [completed, due]),
    rate("OUT-03", achievement, [achieved, completed]),
    rate("OUT-04", success, [achieved, due])
  ];
  // What cannot be worked out yet is said once, for England.
  const isSaid = due > 0 || (key.area_level === "national" && key.dimension_1 === null);
  const isOfEngland = key.area_level === "national" && of_placement === null;
  return [
    ...(isSaid ? rates : []),
    ...count("OUT-02", "aims not yet due", Number(not_yet_due_count)),
    ...(isOfEngland ? count("OUT-03", "outcomes not known", Number(unknown_count)) : [])
  ];
}
