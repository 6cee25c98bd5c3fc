import type {DuckDBConnection} from "@duckdb/node-api";
import {type Comparison, compareDomains} from "../methods/compareDomains.js";
import {literal, query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";
import {COMPARISON_COLUMNS} from "./comparisons.js";

export const reads: readonly string[] = ["marts.survey_estimates", "marts.survey_outcomes"];

const LEVELS = {region: "region_code", local_lsc: "llsc_code"} as const;
type Level = keyof typeof LEVELS;

const FAMILIES: Readonly<Record<string, string>> = {"OFF-01": "offers", "UPT-01": "uptake", "UPT-02": "participation"};

/**
 * Builds marts.area_comparisons: one row per survey period, headline (OFF-01, UPT-01, UPT-02) and region or local LSC, beside
 * all of England that lies outside it, by linearisation within the survey. Differences are percentage points, area less
 * the rest; ratios are area over the rest; bases are those of the thinner side.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const rows: NewRow[] = [];
  for (const {period} of await query(connection, "select distinct period from marts.survey_outcomes order by all")) {
    const about = await describeAreas(connection, String(period));
    for (const level of Object.keys(LEVELS) as Level[]) {
      const comparisons = await compareDomains(connection, {
        table: `(select * from marts.survey_outcomes where period = ${literal(String(period))})`,
        numerator: "outcome",
        domain: LEVELS[level],
        reference: {kind: "rest"},
        by: ["indicator_id"],
        weight: "weight",
        stratum: "stratum",
        cluster: "school_id",
        singleCluster: "centre"
      });
      rows.push(...comparisons.flatMap((comparison) => rowOf(comparison, {level, about})));
    }
  }
  await writeTable(connection, {table: "marts.area_comparisons", columns: COMPARISON_COLUMNS, rows});
}

/** Returns the figures of a comparison in the columns of one, differences in percentage points. */
export function figuresOf({first, second, difference, ratio}: Omit<Comparison, "group" | "domain">): NewRow {
  const effective = [first.effectiveBase, second.effectiveBase].filter((size) => size !== null);
  const points = (value: number | null): number | null => (value === null ? null : 100 * value);
  return {
    unit: "percentage points",
    difference: points(difference.estimate),
    lower: points(difference.lower),
    upper: points(difference.upper),
    ratio: ratio.estimate,
    ratio_lower: ratio.lower,
    ratio_upper: ratio.upper,
    interval_level: difference.lower === null ? null : 0.95,
    p_value: difference.pValue,
    base: Math.min(first.base, second.base),
    effective_base: effective.length < 2 ? null : Math.min(...effective),
    symbol_reason: difference.estimate === null ? "not_enough_data" : null
  };
}

/** Returns the period, coverage and origin of each area's headline, by `describeKey`. */
export async function describeAreas(connection: DuckDBConnection, period: string): Promise<ReadonlyMap<string, Row>> {
  const rows = await query(
    connection,
    `
select
    indicator_id, period_type, period, is_part_period, area_level, area_code, senders_returned, senders_expected,
    population_share, origin
from marts.survey_estimates
where period = ${literal(period)} and coalesce(role_id, route_id, dimension_1) is null`
  );
  return new Map(rows.map((row) => [describeKey(String(row.indicator_id), String(row.area_code)), row]));
}

/** Returns the key under which `describeAreas` has an area's headline. */
export function describeKey(indicator: string, area: string): string {
  return `${indicator} ${area}`;
}

function rowOf(comparison: Comparison, {level, about}: {level: Level; about: ReadonlyMap<string, Row>}): NewRow[] {
  const indicator = String(comparison.group.indicator_id);
  const described = about.get(describeKey(indicator, String(comparison.domain)));
  if (!described) return []; // nobody in the area answered
  const family = `${FAMILIES[indicator]}_by_${level}`;
  return [{...described, family_id: family, reference: "Rest of England", ...figuresOf(comparison)}];
}
