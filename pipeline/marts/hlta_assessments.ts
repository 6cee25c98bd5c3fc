import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {wilson} from "../methods/wilson.js";
import {query, type Row} from "../warehouse.js";
import {writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = [
  "stage.programme",
  "marts.lea_areas",
  "reference.programmes",
  "reference.release"
];

const COLUMNS = {
  ...FIGURE_COLUMNS,
  programme_id: "varchar",
  dimension_1: "varchar",
  category_1: "varchar",
  numerator: "bigint",
  denominator: "bigint",
  symbol_reason: "varchar"
} as const;

/**
 * Builds marts.hlta_assessments: one row per HLTA route (none: all together), academic year and area: who met the
 * standards, of those assessed (OUT-05), each counted in the month of the assessment. Limits are Wilson's, for comparing,
 * since the count is full. A route on which nobody was assessed yet says so once. The sector that candidates work in is
 * not collected.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const rows = await query(connection, ASSESSED);
  await writeTable(connection, {table: "marts.hlta_assessments", columns: COLUMNS, rows: rows.map(limited)});
}

function limited(row: Row): Row {
  const base = Number(row.denominator ?? 0);
  if (base === 0) return {...row, numerator: null, denominator: null, symbol_reason: "not_enough_data"};
  const count = Number(row.numerator);
  const {lower, upper} = wilson(count, base);
  return {...row, value: (100 * count) / base, lower: 100 * lower, upper: 100 * upper, interval_level: 0.95, base};
}

const ASSESSED = `
with
placed as (
    select programme.*, 'national' as area_level, 'ENG' as area_code, null as placement
    from stage.programme as programme
    union all
    select programme.*, 'national' as area_level, 'ENG' as area_code, 'No LEA given' as placement
    from stage.programme as programme
    where programme.lea_code is null
    union all
    select programme.*, lea_areas.area_level, lea_areas.area_code, null as placement
    from stage.programme as programme
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level = 'region'
),
assessed as (
    select
        placed.programme_id,
        placed.area_level,
        placed.area_code,
        placed.placement,
        placed.origin,
        placed.assessed,
        placed.passed,
        year((placed.month || '-01')::date) - (month((placed.month || '-01')::date) < 8)::integer as start_year
    from placed
    inner join reference.programmes as programmes using (programme_id)
    cross join reference.release as release
    where
        programmes.category = 'status'
        and placed.assessed is not null
        and placed.month <= strftime(release.as_at_date, '%Y-%m')
),
shown as (
    select * replace (null as programme_id) from assessed
    union all
    select * from assessed
),
summed as (
    select
        programme_id,
        area_level,
        area_code,
        placement,
        start_year,
        coalesce(sum(passed), 0)::bigint as numerator,
        sum(assessed)::bigint as denominator,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from shown
    group by all
),
figures as (
    select *
    from summed
    where denominator > 0 or (area_level = 'national' and placement is null)
    union all by name
    select
        'national' as area_level,
        'ENG' as area_code,
        year(release.as_at_date) - (month(release.as_at_date) < 8)::integer as start_year,
        'real' as origin
    from reference.release as release
    where not exists (select 1 from summed)
)
select
    'OUT-05' as indicator_id,
    'academic' as period_type,
    figures.start_year || '-' || lpad(((figures.start_year + 1) % 100)::varchar, 2, '0') as period,
    release.as_at_date < make_date(figures.start_year + 1, 7, 31) as is_part_period,
    figures.area_level,
    figures.area_code,
    figures.programme_id,
    case when figures.placement is not null then 'placement' end as dimension_1,
    figures.placement as category_1,
    'per cent' as unit,
    'rate' as measure,
    figures.numerator,
    figures.denominator,
    figures.origin
from figures
cross join reference.release as release
order by figures.start_year, figures.programme_id, figures.area_level, figures.area_code,
    figures.placement`;
