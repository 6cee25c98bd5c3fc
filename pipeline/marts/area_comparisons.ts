import type {DuckDBConnection} from "@duckdb/node-api";
import {COMPARISON_COLUMNS} from "../contracts/comparison.js";
import {type Comparison, compareDomains} from "../methods/compareDomains.js";
import {figuresOf} from "../methods/comparedFigures.js";
import {literal, query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.survey_estimates", "marts.survey_outcomes"];

const LEVELS = {region: "region_code", local_lsc: "llsc_code"} as const;
type Level = keyof typeof LEVELS;

const FAMILIES: Readonly<Record<string, string>> = {"OFF-01": "offers", "UPT-01": "uptake", "UPT-02": "participation"};

/**
 * Builds marts.area_comparisons: one row per survey period, headline (OFF-01, UPT-01, UPT-02) and region or local LSC, beside
 * all of England that lies outside it, by linearisation within the survey. Differences are percentage points, area less
 * the rest; ratios are area over the rest; bases are those of the thinner side. An area that sent nothing has a row too.
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
      const found = comparisons.flatMap((comparison) => rowOf(comparison, {level, about}));
      rows.push(...found, ...silentAreas(found, {level, about}));
    }
  }
  await writeTable(connection, {table: "marts.area_comparisons", columns: COMPARISON_COLUMNS, rows});
}

/** The period, coverage and origin of each area's headline, by `describeKey`. */
async function describeAreas(connection: DuckDBConnection, period: string): Promise<ReadonlyMap<string, Row>> {
  const rows = await query(
    connection,
    `
select
    indicator_id, period_type, period, is_part_period, area_level, area_code, senders_returned, senders_expected,
    population_share, origin
from marts.survey_estimates
where period = ${literal(period)} and coalesce(role_id, route_id, dimension_1) is null
order by indicator_id, area_level, area_code`
  );
  return new Map(rows.map((row) => [describeKey(String(row.indicator_id), String(row.area_code)), row]));
}

function describeKey(indicator: string, area: string): string {
  return `${indicator} ${area}`;
}

function rowOf(comparison: Comparison, {level, about}: {level: Level; about: ReadonlyMap<string, Row>}): NewRow[] {
  const indicator = String(comparison.group.indicator_id);
  const described = about.get(describeKey(indicator, String(comparison.domain)));
  if (!described) return []; // nobody in the area answered
  const family = `${FAMILIES[indicator]}_by_${level}`;
  return [{...described, family_id: family, reference: "Rest of England", ...figuresOf(comparison)}];
}

/** Areas that sent nothing have no figure, and say so. */
function silentAreas(
  found: readonly NewRow[],
  {level, about}: {level: Level; about: ReadonlyMap<string, Row>}
): NewRow[] {
  const told = new Set(found.map(({indicator_id, area_code}) => describeKey(String(indicator_id), String(area_code))));
  return [...about].flatMap(([key, {indicator_id, ...described}]) => {
    const family = FAMILIES[String(indicator_id)];
    if (described.area_level !== level || told.has(key) || !family) return [];
    const row = {...described, indicator_id, family_id: `${family}_by_${level}`, reference: "Rest of England", base: 0};
    return [{...row, symbol_reason: described.senders_returned === 0 ? "not_returned" : "not_enough_data"}];
  });
}
