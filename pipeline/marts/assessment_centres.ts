import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {poisson} from "../methods/poisson.js";
import {middleOfTen} from "../methods/tens.js";
import {query, type Row} from "../warehouse.js";
import {writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["stage.provider", "stage.workforce", "marts.lea_areas", "reference.release"];

const COLUMNS = {
  ...FIGURE_COLUMNS,
  numerator: "bigint",
  denominator: "bigint",
  symbol_reason: "varchar"
} as const;
const CONFIDENCE = 0.95;

/**
 * Builds marts.assessment_centres: one row per area, with the centres approved to assess the NVQ for teaching assistants
 * per 1,000 of them (CAP-04), whose number is taken to the middle of its ten, and the exact Poisson interval. Without any register or staff it holds one row with a reason.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const areas = await query(connection, AREAS);
  await writeTable(connection, {table: "marts.assessment_centres", columns: COLUMNS, rows: areas.map(density)});
}

function density({period, area_level, area_code, centres, assistants, origin}: Row): Row {
  const key = {
    indicator_id: "CAP-04",
    period_type: "month",
    period: period ?? null,
    is_part_period: false,
    unit: "centres per 1,000 teaching assistants",
    measure: "statistic"
  };
  if (!assistants) {
    return {...key, area_level: "national", area_code: "ENG", symbol_reason: "not_enough_data", origin: "real"};
  }
  const exposure = middleOfTen(Number(assistants)) / 1000;
  const {estimate, lower, upper} = poisson(Number(centres), {exposure, confidence: CONFIDENCE});
  return {
    ...key,
    area_level: area_level ?? null,
    area_code: area_code ?? null,
    numerator: centres ?? null,
    denominator: assistants,
    value: estimate,
    lower,
    upper,
    interval_level: CONFIDENCE,
    base: assistants,
    origin: origin ?? null
  };
}

/**
 * One row per area with teaching assistants; without any, or any register, one row without an area. The centres on the
 * register of the TTA assess for HLTA status and not the NVQ, and those of the NCSL neither.
 */
const AREAS = `
with
providers as (
    select
        provider_id,
        max(lea_code) as lea_code,
        bool_or(is_assessment_centre) as is_centre,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from stage.provider
    where sender_id not in ('TTA', 'NCSL')
    group by all
),
registers as (
    select case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from providers
    having count(*) > 0
),
centres as (
    select 'national' as area_level, 'ENG' as area_code, 'real' as map_origin, count(*) as centres
    from providers
    where is_centre
    union all
    select lea_areas.area_level, lea_areas.area_code, max(lea_areas.map_origin), count(*)
    from providers
    inner join marts.lea_areas as lea_areas using (lea_code)
    where providers.is_centre and lea_areas.area_level in ('region', 'local_lsc')
    group by all
),
staff as (
    select
        area_level,
        area_code,
        arg_max(headcount, census_month) as assistants,
        arg_max(origin, census_month) as origin
    from stage.workforce
    where
        headcount > 0
        and category = 'teaching_assistants' and phase = 'all' and characteristic = 'all'
        and area_level in ('national', 'region', 'local_lsc')
        and census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
)
select
    strftime(release.as_at_date, '%Y-%m') as period,
    staff.area_level,
    staff.area_code,
    coalesce(centres.centres, 0) as centres,
    staff.assistants,
    case
        when 'synthetic' in (staff.origin, registers.origin) then 'synthetic'
        when staff.area_level = 'local_lsc' then 'estimated'
        else 'real'
    end as origin
from reference.release as release
left join (staff cross join registers) on true
left join centres
    on centres.area_level = staff.area_level
    and centres.area_code = staff.area_code
order by staff.area_level, staff.area_code`;
