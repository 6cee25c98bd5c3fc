import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import type {Measure} from "../methods/interval.js";
import {metaAnalysis} from "../methods/metaAnalysis.js";
import {query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.admin_uptake", "marts.survey_estimates"];

const COLUMNS = {
  ...FIGURE_COLUMNS,
  dimension_1: "varchar",
  category_1: "varchar",
  numerator: "double",
  denominator: "double",
  p_value: "double",
  senders_returned: "bigint",
  senders_expected: "bigint",
  population_share: "double",
  symbol_reason: "varchar"
} as const;

const PER_THOUSAND = 1000;
/** Chance alone makes two regions differ; how much more regions do takes several. */
const FEWEST_REGIONS = 5;

/**
 * Builds marts.regional_variance: REG-01, for each survey period of OFF-01 and UPT-02 and each academic year of UPT-03, the
 * standard deviation between regions beyond chance (DerSimonian–Laird, with its Q-profile interval), the share of the
 * variation that is not chance, and the highest less the lowest region, which never stands alone since small regions vary
 * more by chance. `p_value` is Cochran's, that all regions are the same. Regions without a figure are left out; below five
 * there is "not enough data". Learners are a full count: their chance error is the Poisson one at the common rate, and
 * their rates are of counts to the middle of their ten, since beside one the highest less the lowest gives the other.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const groups = new Map<string, Row[]>();
  for (const row of await query(connection, REGIONS)) {
    const key = `${row.compared} ${row.period}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const rows = [...groups.values()].flatMap(figures);
  await writeTable(connection, {table: "marts.regional_variance", columns: COLUMNS, rows});
}

function figures(rows: readonly Row[]): NewRow[] {
  const {compared, period_type, period, is_part_period} = rows[0] ?? {};
  const regions = rows.filter(({value}) => value !== null);
  const measures = regions.map(({value, standard_error}) => ({
    estimate: Number(value),
    standardError: Number(standard_error)
  }));
  const unit = compared === "UPT-03" ? "learners per 1,000 staff" : "percentage points";
  const sums = (name: string): number | null =>
    rows.every((row) => row[name] !== null) ? rows.reduce((sum, row) => sum + Number(row[name]), 0) : null;
  const named: NewRow = {
    indicator_id: "REG-01",
    period_type,
    period,
    is_part_period,
    area_level: "national",
    area_code: "ENG",
    dimension_1: "rate compared",
    category_1: compared,
    measure: "statistic",
    base: null, // a number of regions is no number of people
    senders_returned: sums("senders_returned"),
    senders_expected: sums("senders_expected"),
    origin: originOf(rows)
  };
  const units = {
    tau: `${unit}, standard deviation between regions`,
    share: "per cent of the variation between regions that is not chance",
    range: `${unit}, highest less lowest region`
  };
  if (!isEnough(measures)) {
    return Object.values(units).map((unit) => ({...named, unit, symbol_reason: "not_enough_data"}));
  }
  const {tau, tauLower, tauUpper, iSquared, qPValue} = metaAnalysis(measures);
  const values = measures.map(({estimate}) => estimate);
  return [
    {...named, unit: units.tau, value: tau, lower: tauLower, upper: tauUpper, interval_level: 0.95, p_value: qPValue},
    {...named, unit: units.share, value: 100 * iSquared, p_value: qPValue},
    {...named, unit: units.range, value: Math.max(...values) - Math.min(...values), p_value: qPValue}
  ];
}

function isEnough(measures: readonly Measure[]): boolean {
  return measures.length >= FEWEST_REGIONS && measures.every(({standardError}) => standardError > 0);
}

function originOf(rows: readonly Row[]): string {
  const origins = rows.map(({origin}) => origin);
  return origins.includes("synthetic") ? "synthetic" : origins.includes("estimated") ? "estimated" : "real";
}

const REGIONS = `
with surveyed as (
    select indicator_id as compared, period_type, period, is_part_period, area_code, value, standard_error,
        senders_returned, senders_expected, origin
    from marts.survey_estimates
    where indicator_id in ('OFF-01', 'UPT-02') and area_level = 'region'
        and coalesce(role_id, route_id, dimension_1) is null
),
counted as (
    select indicator_id as compared, period_type, period, is_part_period, area_code,
        ${PER_THOUSAND} * (10 * floor(numerator / 10) + 5) / (10 * floor(denominator / 10) + 5) as value, denominator,
        ${PER_THOUSAND} * sum(numerator) over years / sum(denominator) over years as common_rate,
        senders_returned, senders_expected, origin
    from marts.admin_uptake
    where area_level = 'region' and denominator > 0 and coalesce(route_id, nqf_level, dimension_1) is null
    window years as (partition by period)
)
select * from surveyed
union all by name
select * exclude (denominator, common_rate), sqrt(${PER_THOUSAND} * common_rate / denominator) as standard_error
from counted
order by compared, period, area_code`;
