import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {kaplanMeier, type Span, type Survival} from "../methods/kaplanMeier.js";
import {query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.learner_starts", "marts.provider_coverage", "reference.release"];

/** Below this share still in learning, the rate of those due tells enough. */
const CENSORED_SHARE = 0.2;
const MONTHS = [3, 6, 9, 12, 18, 24] as const;
const DAYS_A_MONTH = 365.25 / 12;

const COLUMNS = {
  ...FIGURE_COLUMNS,
  programme_id: "varchar",
  dimension_1: "varchar",
  category_1: "varchar",
  senders_returned: "bigint",
  senders_expected: "bigint"
} as const;

/**
 * Builds marts.completion_curves: one row per programme (and all together), academic year of the start and months since it:
 * the share of starts completed by then (Kaplan–Meier, limits on the log-log scale), where more than a fifth of the starts
 * are still in learning at the as-at date; and the median time, where half have completed. Whoever withdrew will not
 * complete and stays among those who have not, until the as-at date; so the curve is about all who started, not only
 * about those who stay.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const rows = await query(
    connection,
    `
with

starts as (
    select
        starts.*,
        year(starts.start_date) - (month(starts.start_date) < 8)::integer as start_year,
        release.as_at_date
    from marts.learner_starts as starts
    cross join reference.release as release
),

broken_down as (
    select *, null as of_programme from starts
    union all
    select *, programme_id as of_programme from starts where programme_id is not null
)

select
    broken_down.start_year || '-' || lpad(((broken_down.start_year + 1) % 100)::varchar, 2, '0') as period,
    broken_down.as_at_date < make_date(broken_down.start_year + 1, 7, 31) as is_part_period,
    broken_down.of_programme as programme_id,
    (
        case when broken_down.state = 'completed' then broken_down.actual_end_date else broken_down.as_at_date end
        - broken_down.start_date
    ) as days,
    broken_down.state,
    count(*) as starts,
    bool_or(broken_down.origin = 'synthetic') as is_synthetic,
    coverage.senders_returned,
    coverage.senders_expected
from broken_down
left join marts.provider_coverage as coverage on coverage.area_level = 'national'
group by all
order by all`
  );
  const curves = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.period, row.programme_id]);
    curves.set(key, [...(curves.get(key) ?? []), row]);
  }
  const figures = [...curves.values()].flatMap(curve);
  await writeTable(connection, {table: "marts.completion_curves", columns: COLUMNS, rows: figures});
}

function curve(rows: Row[]): NewRow[] {
  const sizeOf = (of: readonly Row[]) => of.reduce((sum, {starts}) => sum + Number(starts), 0);
  const base = sizeOf(rows);
  if (sizeOf(rows.filter(({state}) => state === "in learning")) <= CENSORED_SHARE * base) return [];
  const spans = rows.map(
    ({days, state, starts}): Span => ({time: Number(days), isEvent: state === "completed", count: Number(starts)})
  );
  const survival = kaplanMeier(spans, {scale: "log_log"});
  const seen = Math.max(...spans.map(({time}) => time));
  const {period, is_part_period, programme_id, senders_returned, senders_expected} = rows[0] as Row;
  const key = {
    indicator_id: "OUT-02",
    period_type: "academic",
    period,
    is_part_period,
    area_level: "national",
    area_code: "ENG",
    programme_id,
    measure: "statistic",
    base,
    senders_returned,
    senders_expected,
    origin: rows.some(({is_synthetic}) => is_synthetic) ? "synthetic" : "real"
  } as const;
  const shares = MONTHS.filter((months) => months * DAYS_A_MONTH <= seen).map((months) => ({
    ...key,
    dimension_1: "months since start",
    category_1: String(months),
    unit: "per cent of starts",
    ...completedBy(survival, months * DAYS_A_MONTH)
  }));
  const median = {...key, unit: "months to completion", value: (survival.median ?? 0) / DAYS_A_MONTH};
  return survival.median === null ? shares : [...shares, median];
}

function completedBy({steps}: Survival, days: number): NewRow {
  const step = steps.filter(({time}) => time <= days).at(-1);
  if (!step) return {value: 0};
  const value = 100 * (1 - step.survival);
  if (step.lower === null || step.upper === null) return {value};
  return {value, lower: 100 * (1 - step.upper), upper: 100 * (1 - step.lower), interval_level: 0.95};
}
