import type {DuckDBConnection} from "@duckdb/node-api";
import {comparisonFamilies} from "../contracts/published/comparison_families.js";
import {comparisons} from "../contracts/published/comparisons.js";
import {COVERAGE_REASON, POLICY} from "./policy.js";
import {effectiveBaseBand, isLow, symbolOf} from "./rounding.js";
import {fillTable} from "./tables.js";

/**
 * Fills `published.comparisons` and the list of their families: differences of survey percentages whole, ratios to one
 * decimal, positions as they are. What rests on too few answers on either side, on too few senders, or on a count that is
 * itself too small to show, has neither numbers nor a verdict. p-values stay behind.
 */
export async function passComparisons(connection: DuckDBConnection): Promise<void> {
  const kept = comparisons.columns.filter((name) => !(name in PROTECTED));
  const own = Object.entries(PROTECTED).map(([name, sql]) => `${sql} as ${name}`);
  await fillTable(connection, {
    table: comparisons,
    select: `
with weighed as (
    select *, senders_returned / nullif(senders_expected, 0) as coverage
    from marts.comparisons
),
reasoned as (
    select
        weighed.*,
        case
            when senders_expected > 0 and senders_returned = 0 then 'not_returned'
            when coverage < ${POLICY.withheldBelow} then '${COVERAGE_REASON}'
            when least(base, effective_base) < ${POLICY.smallestSurveyBase} then 'unreliable'
            when ${isLow("numerator")} then 'low'
        end as hidden_reason,
        coalesce(hidden_reason, symbol_reason) as reason
    from weighed
)
select
    ${[...kept.map((name) => `reasoned.${name}`), ...own].join(",\n    ")}
from reasoned
inner join published.provenance as provenance on provenance.mart = 'comparisons'`
  });
  await fillTable(connection, {
    table: comparisonFamilies,
    select: `select ${comparisonFamilies.columns.join(", ")} from marts.comparison_families`
  });
}

const shown = (sql: string): string => `case when hidden_reason is null then ${sql} end`;
/** Nothing is added so that no figure is a negative zero. */
const whole = (name: string): string => shown(`round(${name}, ${POLICY.surveyDecimals}) + 0`);
const ratio = (name: string): string => shown(`round(${name}, ${POLICY.ratioDecimals})`);
const UNSAID = POLICY.symbolsWithoutCoverage.map((symbol) => `'${symbol}'`).join(", ");
const covered = (sql: string): string =>
  `case when reason is null or ${symbolOf("reason")} not in (${UNSAID}) then ${sql} end`;

/** The columns that the gate writes itself; every other passes from the mart. */
const PROTECTED: Readonly<Record<string, string>> = {
  difference: whole("difference"),
  lower: whole("lower"),
  upper: whole("upper"),
  ratio: ratio("ratio"),
  ratio_lower: ratio("ratio_lower"),
  ratio_upper: ratio("ratio_upper"),
  interval_level: shown("interval_level"),
  is_different: "case when reason is null then is_different else 'cannot say' end",
  funnel_position: "case when reason is null then funnel_position end",
  effective_base_band: `case when hidden_reason is null then ${effectiveBaseBand()} end`,
  senders_returned: covered("senders_returned"),
  senders_expected: covered("senders_expected"),
  population_share: covered("round(population_share, 2)"),
  reliability: `case
        when reason = 'unreliable' then 'unreliable'
        when reason is not null then null
        when coverage < ${POLICY.provisionalBelow} then 'provisional'
        else 'reliable'
    end`,
  symbol: symbolOf("reason"),
  symbol_reason: "reason",
  provenance_id: "provenance.provenance_id"
};
