import type {DuckDBConnection} from "@duckdb/node-api";
import {trajectories} from "../contracts/published/trajectories.js";
import {protectedCount} from "./otherCells.js";
import {COVERAGE_REASON, POLICY} from "./policy.js";
import {rounded, symbolOf} from "./rounding.js";
import {fillTable} from "./tables.js";

/** Fills `published.trajectories`: every count of people rounded, observed or simulated, and chances in whole per cent. */
export async function passTrajectories(connection: DuckDBConnection): Promise<void> {
  const kept = trajectories.columns.filter((name) => !(name in PROTECTED));
  const own = Object.entries(PROTECTED).map(([name, sql]) => `${sql} as ${name}`);
  await fillTable(connection, {
    table: trajectories,
    select: `
with weighed as (
    select
        months.*,
        ${protectedCount("trajectories", {column: "observed_count", row: "months"})} as rounded_observed,
        coalesce(senders_expected > 0 and senders_returned / senders_expected < ${POLICY.withheldBelow}, false) as is_thin
    from marts.trajectories as months
),
reasoned as (
    select
        weighed.* exclude (symbol_reason),
        case
            when is_thin then '${COVERAGE_REASON}'
            when not is_forecast and observed_count is not null and rounded_observed is null then 'withheld'
            when not is_forecast and observed_count > 0 and rounded_observed = 0 then 'low'
            else symbol_reason
        end as reason
    from weighed
)
select
    ${[...kept.map((name) => `reasoned.${name}`), ...own].join(",\n    ")}
from reasoned
inner join published.provenance as provenance on provenance.mart = 'trajectories'`
  });
}

/**
 * Returns SQL for a chance as a whole per cent. A simulation is certain of nothing: its chances go from 1 to 99, unless
 * `isCertain` says that it follows from what has been counted or from a stated capacity.
 */
export function wholePercent(probability: string, isCertain: string): string {
  const whole = `round(100 * ${probability})`;
  return `case when ${probability} is null then null when ${isCertain} then ${whole} else least(greatest(${whole}, 1), 99) end`;
}

const shown = (sql: string): string => `case when not is_thin then ${sql} end`;
const limit = (name: string): [string, string] => [name, shown(rounded(name))];

/** The columns that the gate writes itself; every other passes from the mart. */
const PROTECTED: Readonly<Record<string, string>> = {
  observed_count: shown("case when observed_count = 0 or rounded_observed > 0 then rounded_observed end"),
  ...Object.fromEntries(
    ["median_count", "lower_80_count", "upper_80_count", "lower_95_count", "upper_95_count"].map(limit)
  ),
  probability_percent: shown(wholePercent("probability", "is_certain")),
  rate_months_count: "rate_months",
  backtest_forecasts_count: shown("backtest_forecasts"),
  backtest_within_80_count: shown("backtest_covered_80"),
  backtest_within_95_count: shown("backtest_covered_95"),
  symbol: symbolOf("reason"),
  symbol_reason: "reason",
  provenance_id: "provenance.provenance_id"
};
