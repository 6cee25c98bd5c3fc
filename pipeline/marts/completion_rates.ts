import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {wilson} from "../methods/wilson.js";
import {query, type Row} from "../warehouse.js";
import {writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = [
  "marts.completion_cohorts",
  "marts.provider_coverage",
  "marts.starts",
  "reference.release"
];

const COLUMNS = {
  ...FIGURE_COLUMNS,
  programme_id: "varchar",
  dimension_1: "varchar",
  category_1: "varchar",
  numerator: "bigint",
  denominator: "bigint",
  senders_returned: "bigint",
  senders_expected: "bigint"
} as const;

/**
 * Builds marts.completion_rates: OUT-02, one row per programme, academic year and area: who finished, of those who were due to
 * by the as-at date. Limits are Wilson's, for comparing one cohort with another, since the count is full.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const rows = await query(
    connection,
    `
select
    'OUT-02' as indicator_id,
    'academic' as period_type,
    cohorts.start_year || '-' || lpad(((cohorts.start_year + 1) % 100)::varchar, 2, '0') as period,
    release.as_at_date < make_date(cohorts.start_year + 1, 7, 31) as is_part_period,
    cohorts.area_level,
    cohorts.area_code,
    cohorts.programme_id,
    case when cohorts.placement is not null then 'placement' end as dimension_1,
    cohorts.placement as category_1,
    'per cent' as unit,
    'rate' as measure,
    cohorts.numerator,
    cohorts.denominator,
    100 * cohorts.numerator / cohorts.denominator as value,
    cohorts.denominator as base,
    coalesce(coverage.senders_returned, sent.senders_returned) as senders_returned,
    coalesce(coverage.senders_expected, sent.senders_expected) as senders_expected,
    cohorts.origin
from marts.completion_cohorts as cohorts
cross join reference.release as release
-- Who should return of the programmes that send returns of their own stands beside their starts.
left join marts.provider_coverage as coverage
    on coverage.area_level = cohorts.area_level
    and coverage.area_code = cohorts.area_code
    and cohorts.collection = 'enrolment'
left join marts.starts as sent
    on sent.unit = 'starts'
    and sent.period_type = 'academic'
    and left(sent.period, 4)::integer = cohorts.start_year
    and sent.area_level = cohorts.area_level
    and sent.area_code = cohorts.area_code
    and sent.programme_id = cohorts.programme_id
    and sent.dimension_1 is null
    and cohorts.collection = 'programme'
order by cohorts.programme_id, cohorts.start_year, cohorts.area_level, cohorts.area_code,
    cohorts.placement`
  );
  await writeTable(connection, {table: "marts.completion_rates", columns: COLUMNS, rows: rows.map(limited)});
}

/** More can finish than the returns know to have started; a check stops that, and it has no limits. */
function limited(row: Row): Row {
  const [count, base] = [Number(row.numerator), Number(row.denominator)];
  if (count > base) return row;
  const {lower, upper} = wilson(count, base);
  return {...row, lower: 100 * lower, upper: 100 * upper, interval_level: 0.95};
}
