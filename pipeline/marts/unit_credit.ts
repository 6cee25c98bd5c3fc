import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {type Estimate, estimateRatio, type RatioOptions} from "../methods/survey.js";
import {query} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = [
  "marts.learner_starts",
  "marts.provider_coverage",
  "reference.programmes",
  "reference.release"
];

const COLUMNS = {
  ...FIGURE_COLUMNS,
  programme_id: "varchar",
  nqf_level: "varchar",
  dimension_1: "varchar",
  category_1: "varchar",
  senders_returned: "bigint",
  senders_expected: "bigint"
} as const;

const BREAKDOWNS = [[], ["programme_id"], ["nqf_level"], ["awarding_body"]] as const;

/** Aims of qualifications made of units, in learning at some time of the academic year of the as-at date. */
const AIMS = `(
    -- Senders write the body as they like: one that the list of programmes does not name is not told.
    with named as (
        select trim(unnest(string_split(programmes.body, ';'))) as body
        from reference.programmes as programmes
    )
    select
        starts.provider_id,
        starts.programme_id,
        starts.nqf_level,
        case
            when starts.awarding_body in (from named) then starts.awarding_body
            when starts.awarding_body is not null then 'Another body'
        end as awarding_body,
        starts.units_achieved,
        starts.units_required
    from marts.learner_starts as starts
    cross join reference.release as release
    where
        starts.units_required > 0
        and starts.units_achieved is not null
        and coalesce(starts.actual_end_date, release.as_at_date)
            >= make_date(year(release.as_at_date) - (month(release.as_at_date) < 8)::integer, 8, 1)
)`;

/**
 * Builds marts.unit_credit: OUT-08, one row per breakdown (none, programme, level, awarding body) and unit: units achieved as
 * per cent of those that the aims require, and units achieved an aim. The limits are those of a ratio whose clusters are
 * providers (linearised, t), since learners of one provider share teachers and assessors. Credit that one awarding body
 * takes over from another is not in the record.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const [context = {}] = await query(
    connection,
    `
select
    year(release.as_at_date) - (month(release.as_at_date) < 8)::integer as start_year,
    month(release.as_at_date) <> 7 or day(release.as_at_date) < 31 as is_part_period,
    coverage.senders_returned,
    coverage.senders_expected,
    exists (from marts.learner_starts where origin = 'synthetic') as is_synthetic
from reference.release as release
left join marts.provider_coverage as coverage on coverage.area_level = 'national'`
  );
  const {start_year, is_synthetic, ...rest} = context;
  const key = {
    ...rest,
    indicator_id: "OUT-08",
    period_type: "academic",
    period: `${start_year}-${String((Number(start_year) + 1) % 100).padStart(2, "0")}`,
    area_level: "national",
    area_code: "ENG",
    measure: "statistic",
    origin: is_synthetic ? "synthetic" : "real"
  };
  const rows: NewRow[] = [];
  for (const by of BREAKDOWNS) rows.push(...(await estimates(connection, by)).map((row) => ({...key, ...row})));
  await writeTable(connection, {
    table: "marts.unit_credit",
    columns: COLUMNS,
    rows
  });
}

async function estimates(connection: DuckDBConnection, by: readonly string[]): Promise<NewRow[]> {
  const [found] = await query(connection, `select count(*) as aims from ${AIMS}`);
  if (found?.aims === 0) return [];
  const options: RatioOptions = {
    table: AIMS,
    numerator: "units_achieved",
    cluster: "provider_id",
    by: [...by],
    singleCluster: "certainty"
  };
  const shares = await estimateRatio(connection, {...options, denominator: "units_required"});
  const means = await estimateRatio(connection, options);
  return [
    ...shares.flatMap((share) => figure(share, {unit: "per cent of units", scale: 100, most: 100})),
    ...means.flatMap((mean) => figure(mean, {unit: "units an aim", scale: 1, most: Infinity}))
  ];
}

/** Nobody has fewer units than none, or more of the units than all: the limits stop there. */
function figure(of: Estimate, {unit, scale, most}: {unit: string; scale: number; most: number}): NewRow[] {
  const {group, estimate, lower, upper, base} = of;
  if (estimate === null || Object.values(group).includes(null)) return [];
  const {awarding_body: body, ...narrowing} = group;
  const dimension = body === undefined ? {} : {dimension_1: "awarding body", category_1: body};
  const limits =
    lower === null || upper === null
      ? {}
      : {lower: Math.max(0, scale * lower), upper: Math.min(most, scale * upper), interval_level: 0.95};
  return [{...narrowing, ...dimension, unit, value: scale * estimate, ...limits, base}];
}
