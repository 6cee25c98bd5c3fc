import type {DuckDBConnection} from "@duckdb/node-api";
import {COMPARISON_COLUMNS} from "../contracts/comparison.js";
import {comparisonFamily} from "../methods/comparisonFamily.js";
import {query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = [
  "marts.area_comparisons",
  "marts.comparison_families",
  "marts.funnel_positions",
  "marts.group_comparisons",
  "marts.offer_gap",
  "marts.role_comparisons"
];

/** A test on fewer answers than this, on either side and by the effective base, is no test: nothing is said. */
const LEAST_BASE = 30;

/**
 * Builds marts.comparisons: one row per comparison of a declared family and period, with whether the two figures may be
 * called different: 'yes' where the p-value of the family's test passes Benjamini–Hochberg at 5% among all comparisons of
 * the family in that period, 'no' where it does not, and 'cannot say' where there is no test or too small a base. Bases are
 * those of the thinner side. Throws `unknown family: …` for one that is not declared.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const rows = await query(connection, ALL);
  for (const {family_id, is_declared} of rows) if (!is_declared) throw new Error(`unknown family: ${family_id}`);
  const families = new Map<string, Row[]>();
  for (const row of rows) {
    const name = `${row.family_id} ${row.period}`;
    families.set(name, [...(families.get(name) ?? []), row]);
  }
  const judged = [...families.values()].flatMap(judge);
  const columns = {...COMPARISON_COLUMNS, is_different: "varchar"};
  await writeTable(connection, {table: "marts.comparisons", columns, rows: judged});
}

/** Returns the comparisons of one family and period with what may be said of each. */
function judge(family: readonly Row[]): NewRow[] {
  const tests = family.map((row) => ({
    name: [row.area_code, row.dimension_1, row.category_1].join(" "),
    pValue: isTested(row) ? Number(row.p_value) : null
  }));
  const results = comparisonFamily(tests);
  return family.map(({is_declared, ...row}, index) => {
    const result = results[index];
    if (!result || result.pValue === null) return {...row, is_different: "cannot say"};
    return {...row, is_different: result.isDifferent ? "yes" : "no"};
  });
}

function isTested({p_value, base, effective_base}: Row): boolean {
  return (
    p_value !== null && Number(base) >= LEAST_BASE && (effective_base === null || Number(effective_base) >= LEAST_BASE)
  );
}

const NAMES = Object.keys(COMPARISON_COLUMNS).join(", ");

/** The offer gap has a row for each unit; one comparison is both. */
const ALL = `
with offer_gaps as (
    select
        'offer_gap_by_area' as family_id, 'OFF-03' as indicator_id, gaps.period_type, gaps.period, gaps.is_part_period,
        gaps.area_level, gaps.area_code, 'staff group' as dimension_1, 'Other than teaching assistants' as category_1,
        'Teaching assistants' as reference, gaps.unit, gaps.value as difference, gaps.lower, gaps.upper,
        ratios.value as ratio, ratios.lower as ratio_lower, ratios.upper as ratio_upper, gaps.interval_level, gaps.p_value,
        null as funnel_position, null as numerator, gaps.base, gaps.effective_base, gaps.senders_returned, gaps.senders_expected,
        gaps.population_share, gaps.symbol_reason, gaps.origin
    from marts.offer_gap as gaps
    left join marts.offer_gap as ratios
        on ratios.period = gaps.period and ratios.area_code = gaps.area_code and ratios.unit = 'ratio'
    where gaps.unit = 'percentage points'
),
together as (
    select ${NAMES} from offer_gaps
    union all
    select ${NAMES} from marts.area_comparisons
    union all
    select ${NAMES} from marts.funnel_positions
    union all
    select ${NAMES} from marts.group_comparisons
    union all
    select ${NAMES} from marts.role_comparisons
)
select
    ${Object.keys(COMPARISON_COLUMNS)
      .map((name) => `together.${name}`)
      .join(", ")},
    families.family_id is not null as is_declared
from together
left join marts.comparison_families as families using (family_id, indicator_id)
order by family_id, period, area_level, area_code, dimension_1, category_1`;
