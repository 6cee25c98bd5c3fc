import type {DuckDBConnection} from "@duckdb/node-api";
import {COMPARISON_COLUMNS} from "../contracts/comparison.js";
import {type FunnelPosition, funnel} from "../methods/funnel.js";
import {twoSidedP} from "../methods/interval.js";
import {middleOfTen} from "../methods/tens.js";
import {query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.admin_uptake", "marts.learner_outcomes"];

const FAMILIES: Readonly<Record<string, string>> = {"UPT-03": "learners", "OUT-01": "completion", "OUT-04": "success"};
const REFERENCES = {region: "All regions", local_lsc: "All local LSCs"} as const;

/** A funnel of fewer areas than this tells nothing: each is most of what it is compared with. */
const FEWEST_AREAS = 5;

/**
 * Builds marts.funnel_positions: one row per rate of counts (UPT-03, OUT-01, OUT-04), period and region or local LSC, with its
 * position against the rate of all areas of its level taken together: within the limits, or outside those of 95% or
 * 99.8%, after adding what areas differ beyond chance. The p-value is that of the adjusted distance. Every area with a
 * rate has one row; with fewer than five areas there are no positions. A difference is left out on purpose: with a known
 * rate of all it would give the count away. So would a limit that runs between two counts of one ten: counts are taken to
 * the middle of their ten.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const cells = new Map<string, Row[]>();
  for (const row of await query(connection, RATES)) {
    const key = [row.indicator_id, row.period, row.area_level].join(" ");
    cells.set(key, [...(cells.get(key) ?? []), row]);
  }
  const rows = [...cells.values()].flatMap(positions);
  await writeTable(connection, {table: "marts.funnel_positions", columns: COMPARISON_COLUMNS, rows});
}

function positions(areas: readonly Row[]): NewRow[] {
  const kind = areas[0]?.indicator_id === "UPT-03" ? "rate" : "proportion";
  const counts = areas.map(({numerator, denominator}) => {
    const [count, base] = [middleOfTen(Number(numerator)), middleOfTen(Number(denominator))];
    return {count: kind === "rate" ? count : Math.min(count, base), base};
  });
  const counted = counts.reduce((sum, {count}) => sum + count, 0);
  const based = counts.reduce((sum, {base}) => sum + base, 0);
  // Where nobody did, or everybody, no area can stand apart from the others.
  const isNone = areas.every(({numerator}) => Number(numerator) === 0);
  const isTold = areas.length >= FEWEST_AREAS && !isNone && (kind === "rate" || counted < based);
  const found = isTold ? funnel(counts, {kind}).areas : [];
  return areas.map(({denominator, ...row}, index) => {
    const place = found[index];
    const level = row.area_level === "region" ? "region" : "local_lsc";
    return {
      ...row,
      family_id: `${FAMILIES[String(row.indicator_id)]}_by_${level}`,
      reference: REFERENCES[level],
      p_value: place ? twoSidedP(place.adjustedZ) : null,
      funnel_position: (place?.position ?? null) satisfies FunnelPosition | null,
      base: denominator,
      symbol_reason: place ? null : "not_enough_data"
    };
  });
}

const RATES = `
with rates as (
    select indicator_id, period_type, period, is_part_period, area_level, area_code, numerator, denominator,
        senders_returned, senders_expected, origin
    from marts.admin_uptake
    where coalesce(route_id, nqf_level, dimension_1) is null
    union all
    select indicator_id, period_type, period, is_part_period, area_level, area_code, numerator, denominator,
        senders_returned, senders_expected, origin
    from marts.learner_outcomes
    where indicator_id in ('OUT-01', 'OUT-04') and measure = 'rate'
        and coalesce(programme_id, nqf_level, dimension_1) is null
)
select *
from rates
where area_level in ('region', 'local_lsc') and denominator > 0 and numerator is not null
order by indicator_id, period, area_level, area_code`;
