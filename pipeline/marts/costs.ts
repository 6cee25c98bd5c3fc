import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {clusterRatio} from "../methods/clusterRatio.js";
import {middleOfTen} from "../methods/tens.js";
import {query, type Row} from "../warehouse.js";
import {writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = [
  "stage.programme",
  "marts.cost_pairs",
  "marts.lea_areas",
  "marts.programme_spending",
  "reference.funding_lines",
  "reference.release"
];

const COLUMNS = {
  ...FIGURE_COLUMNS,
  programme_id: "varchar",
  dimension_1: "varchar",
  category_1: "varchar",
  numerator: "double",
  denominator: "bigint",
  symbol_reason: "varchar",
  senders_returned: "bigint",
  senders_expected: "bigint"
} as const;

/** What a cost is per, and over which years: the unit says where spending was apportioned. */
const UNITS: Readonly<Record<string, string>> = {
  "FIN-02 financial": "pounds per start",
  "FIN-02 academic": "pounds per start, of 8/12 and 4/12 of the financial years",
  "FIN-03 financial": "pounds per completion"
};
const CONFIDENCE = 0.95;

/**
 * Builds marts.costs: one row per funding line, programme (none: all together) and area, with what LEAs spent on a
 * programme per start in the same months (FIN-02) and per completion of the cohorts that began and ended in them
 * (FIN-03). Limits are Fieller's, with LEAs as clusters. Starts and completions are taken to the middle of their ten:
 * whoever knows the money learns no more of them. A cost that England must have and cannot is one row with its reason.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const costs = grouped(await query(connection, PAIRS)).map(cost);
  const shown = costs.filter(({value, area_level}) => value !== null || area_level === "national");
  const missing = (await query(connection, EXPECTED)).filter((row) => !shown.some((other) => isSame(row, other)));
  const rows = [...shown, ...missing].map((row) => ({
    ...row,
    dimension_1: row.category_1 ? "funding line" : null,
    unit: UNITS[`${row.indicator_id} ${row.period_type}`],
    measure: "statistic"
  }));
  await writeTable(connection, {table: "marts.costs", columns: COLUMNS, rows});
}

/** Returns the pairs of each figure together; a figure's pairs follow one another. */
function grouped(pairs: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  let last: unknown;
  for (const pair of pairs) {
    if (pair.figure === last) groups.at(-1)?.push(pair);
    else groups.push([pair]);
    last = pair.figure;
  }
  return groups;
}

/** Pence are whole numbers, so that no order of adding up can change their sum. */
function cost(pairs: readonly Row[]): Row {
  const {figure, lea_code, pence, events, is_synthetic, ...key} = pairs[0] as Row;
  const clusters = pairs.map((pair) => ({numerator: Number(pair.pence) / 100, denominator: Number(pair.events)}));
  const {estimate, lower, upper} = clusterRatio(clusters, {confidence: CONFIDENCE});
  const sum = (name: string): number => pairs.reduce((before, pair) => before + Number(pair[name]), 0);
  const toTen = sum("events") / middleOfTen(sum("events"));
  return {
    ...key,
    numerator: sum("pence") / 100,
    denominator: sum("events"),
    value: estimate === null ? null : estimate * toTen,
    lower: lower === null ? null : lower * toTen,
    upper: upper === null ? null : upper * toTen,
    interval_level: lower === null ? null : CONFIDENCE,
    base: sum("events"),
    symbol_reason: estimate === null ? "not_enough_data" : null,
    senders_returned: pairs.length,
    origin: pairs.some((pair) => pair.is_synthetic) ? "synthetic" : "real"
  };
}

function isSame(expected: Row, {area_level, ...given}: Row): boolean {
  const names = ["indicator_id", "period_type", "programme_id"] as const;
  return area_level === "national" && names.every((name) => given[name] === expected[name]);
}

const PAIRS = `
select
    dense_rank() over (
        order by
            pairs.indicator_id,
            pairs.period_type,
            pairs.first_day,
            pairs.area_level,
            pairs.area_code,
            pairs.programme_id,
            pairs.line_id
    ) as figure,
    pairs.indicator_id,
    pairs.period_type,
    year(pairs.first_day) || '-' || lpad(((year(pairs.first_day) + 1) % 100)::varchar, 2, '0') as period,
    release.as_at_date < pairs.first_day + interval 1 year - interval 1 day as is_part_period,
    pairs.area_level,
    pairs.area_code,
    pairs.programme_id,
    funding_lines.line_name as category_1,
    (
        select count(*)
        from marts.lea_areas as leas
        where leas.area_level = pairs.area_level and leas.area_code = pairs.area_code
    ) as senders_expected,
    pairs.lea_code,
    pairs.pence,
    pairs.events,
    pairs.is_synthetic
from marts.cost_pairs as pairs
inner join reference.funding_lines as funding_lines using (line_id)
cross join reference.release as release
order by figure, pairs.lea_code`;

/** One row per cost that England should have: of each programme that LEAs spent money on, and of all together. */
const EXPECTED = `
with
programmes as (
    select programme_id, bool_or(origin = 'synthetic') as is_synthetic
    from marts.programme_spending
    group by all
    union all
    select null as programme_id, coalesce(bool_or(origin = 'synthetic'), false) as is_synthetic
    from marts.programme_spending
),
under_way as (
    select distinct programme.programme_id
    from stage.programme as programme
    cross join reference.release as release
    where
        programme.cohort_start_date <= release.as_at_date
        and programme.cohort_planned_end_date > release.as_at_date
),
wanted as (
    select *, 'FIN-02' as indicator_id, 'financial' as period_type, 4 as first_month, 'not_enough_data' as symbol_reason
    from programmes
    union all
    select
        programmes.*,
        'FIN-03' as indicator_id,
        'financial' as period_type,
        4 as first_month,
        case when under_way.programme_id is null then 'not_enough_data' else 'not_yet_due' end as symbol_reason
    from programmes
    left join under_way using (programme_id)
    union all
    select *, 'FIN-02' as indicator_id, 'academic' as period_type, 8 as first_month, 'not_enough_data' as symbol_reason
    from programmes
    where programme_id is null
),
dated as (
    select
        wanted.*,
        year(release.as_at_date) - (month(release.as_at_date) < wanted.first_month)::integer as start_year
    from wanted
    cross join reference.release as release
)
select
    dated.indicator_id,
    dated.period_type,
    dated.start_year || '-' || lpad(((dated.start_year + 1) % 100)::varchar, 2, '0') as period,
    true as is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    dated.programme_id,
    dated.symbol_reason,
    case when dated.is_synthetic then 'synthetic' else 'real' end as origin
from dated
order by dated.indicator_id, dated.period_type, dated.programme_id`;
