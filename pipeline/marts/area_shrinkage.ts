import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {type Shrunken, shrinkage, shrinkProportions} from "../methods/shrinkage.js";
import {middleOfTen} from "../methods/tens.js";
import {query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.admin_uptake", "marts.survey_estimates"];

const COLUMNS = {
  ...FIGURE_COLUMNS,
  dimension_1: "varchar",
  category_1: "varchar",
  numerator: "double",
  denominator: "double",
  reliability_share: "double",
  senders_returned: "bigint",
  senders_expected: "bigint",
  population_share: "double",
  symbol_reason: "varchar"
} as const;

const PER_THOUSAND = 1000;
const FEWEST_AREAS = 5;
/** Fewer staff, or answers, than this give an area no rate of its own to be drawn in. */
const LEAST_BASE = 30;

/**
 * Builds marts.area_shrinkage: REG-03, one row per period and area, with the rate drawn towards the mean of all areas of its
 * level, the more the less it rests on, for maps in which small areas should not stand out by chance: learners per 1,000
 * staff (UPT-03) by local LSC and LEA from counts, and offers (OFF-01) and participation (UPT-02) by local LSC from the
 * survey. `lower` and `upper` hold the true rate with 95% probability; `reliability_share` is the area's own share in it.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const groups = new Map<string, Row[]>();
  for (const row of await query(connection, AREAS)) {
    const key = [row.compared, row.period, row.area_level].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const rows = [...groups.values()].flatMap(figures);
  await writeTable(connection, {table: "marts.area_shrinkage", columns: COLUMNS, rows});
}

function figures(rows: readonly Row[]): NewRow[] {
  const isCounted = rows[0]?.compared === "UPT-03";
  const used = rows.filter((row) => isUsed(row));
  const shrunken = used.length < FEWEST_AREAS ? [] : isCounted ? shrinkCounts(used) : shrinkEstimates(used);
  const scale = isCounted ? PER_THOUSAND : 1;
  return rows.map(({compared, value, standard_error, count, base, ...row}) => {
    const found = shrunken[used.findIndex(({area_code}) => area_code === row.area_code)];
    return {
      ...row,
      indicator_id: "REG-03",
      dimension_1: "rate compared",
      category_1: compared,
      unit: isCounted ? "learners per 1,000 staff" : "per cent of persons",
      measure: "statistic",
      base,
      value: found ? scale * found.estimate : null,
      lower: found ? scale * found.lower : null,
      upper: found ? scale * found.upper : null,
      interval_level: found ? 0.95 : null,
      reliability_share: found?.reliability ?? null,
      symbol_reason: found ? null : "not_enough_data"
    };
  });
}

function isUsed({compared, value, standard_error, base}: Row): boolean {
  return value !== null && Number(base) >= LEAST_BASE && (compared === "UPT-03" || Number(standard_error) > 0);
}

/**
 * Counts are drawn in from the middle of their ten: with the rates of other areas at hand, what shrinking does could be
 * undone, and the map would say more of an area than its published count does.
 */
function shrinkCounts(areas: readonly Row[]): Shrunken[] {
  const tens = (value: unknown): number => middleOfTen(Number(value));
  return shrinkProportions(
    areas.map(({count, base}) => ({count: Math.min(tens(count), tens(base)), base: tens(base)}))
  );
}

function shrinkEstimates(areas: readonly Row[]): Shrunken[] {
  const measures = areas.map(({value, standard_error}) => ({
    estimate: Number(value),
    standardError: Number(standard_error)
  }));
  return shrinkage(measures).map(({estimate, lower, upper, reliability}) => ({
    estimate,
    lower: Math.max(lower, 0),
    upper: Math.min(upper, 100),
    reliability
  }));
}

const AREAS = `
select indicator_id as compared, period_type, period, is_part_period, area_level, area_code, value, standard_error,
    null::bigint as count, base, senders_returned, senders_expected, population_share, origin
from marts.survey_estimates
where indicator_id in ('OFF-01', 'UPT-02') and area_level = 'local_lsc' and coalesce(role_id, route_id, dimension_1) is null
    and symbol_reason is null
union all by name
select indicator_id as compared, period_type, period, is_part_period, area_level, area_code, value, numerator as count,
    denominator as base, senders_returned, senders_expected, origin
from marts.admin_uptake
where area_level in ('local_lsc', 'lea') and denominator > 0 and coalesce(route_id, nqf_level, dimension_1) is null
order by compared, period, area_level, area_code`;
