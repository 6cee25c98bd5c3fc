import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {estimateRatio} from "../methods/survey.js";
import {middleOfTen} from "../methods/tens.js";
import {literal, query} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.academic_year", "marts.centre_candidates", "marts.provider_coverage"];

const COLUMNS = {
  ...FIGURE_COLUMNS,
  senders_returned: "bigint",
  senders_expected: "bigint"
} as const;

/**
 * Builds marts.caseloads: CAP-03, one row per area: NVQ candidates in learning at the as-at date for each full-time
 * assessor, at the providers that have their seat there and whose enrolments are in use. A provider without assessors has
 * its candidates assessed by another centre, so both sides are of the area and not of the centre. The limits tell how far
 * the figure rests on a few providers (a ratio whose clusters are providers, linearised, t). `base` is candidates,
 * who are taken to the middle of their ten: one provider may have all assessors of an area, and knows how many.
 * An area without an assessor has no row.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const rows: NewRow[] = [];
  for (const level of ["national", "region", "local_lsc"]) rows.push(...(await ofLevel(connection, level)));
  const [period = {}] = await query(connection, "select period, is_part_period from marts.academic_year");
  const key = {
    indicator_id: "CAP-03",
    period_type: "academic",
    ...period,
    unit: "candidates per FTE",
    measure: "statistic"
  };
  await writeTable(connection, {
    table: "marts.caseloads",
    columns: COLUMNS,
    rows: rows.map((row) => ({...key, ...row}))
  });
}

async function ofLevel(connection: DuckDBConnection, level: string): Promise<NewRow[]> {
  const areas = await query(
    connection,
    `
select
    centres.area_level,
    centres.area_code,
    sum(centres.candidates)::bigint as base,
    max(coverage.senders_returned) as senders_returned,
    max(coverage.senders_expected) as senders_expected,
    case when bool_or(centres.is_synthetic) then 'synthetic' else 'real' end as origin
from marts.centre_candidates as centres
left join marts.provider_coverage as coverage using (area_level, area_code)
where centres.area_level = ${literal(level)}
group by all
having sum(centres.assessors_fte::decimal(9, 2)) > 0
order by all`
  );
  if (areas.length === 0) return [];
  const estimates = await estimateRatio(connection, {
    table: `(select * from marts.centre_candidates where area_level = ${literal(level)})`,
    numerator: "candidates",
    denominator: "assessors_fte",
    cluster: "provider_id",
    by: ["area_code"],
    singleCluster: "certainty"
  });
  return areas.map((area) => {
    const found = estimates.find(({group}) => group.area_code === area.area_code);
    const candidates = Number(area.base);
    const toTen = candidates > 0 ? middleOfTen(candidates) / candidates : 1;
    if (!found || found.estimate === null) return area;
    const value = found.estimate * toTen;
    if (found.lower === null || found.upper === null) return {...area, value};
    const limits = {lower: Math.max(0, found.lower * toTen), upper: found.upper * toTen, interval_level: 0.95};
    return {...area, value, ...limits};
  });
}
