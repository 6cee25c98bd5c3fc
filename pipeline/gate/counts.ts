import type {DuckDBConnection} from "@duckdb/node-api";
import {files} from "../contracts/published/files.js";
import {progress} from "../contracts/published/progress.js";
import {returns} from "../contracts/published/returns.js";
import {literal, query} from "../warehouse.js";
import {protectedCount} from "./otherCells.js";
import {COVERAGE_REASON, POLICY} from "./policy.js";
import {rounded, symbolOf} from "./rounding.js";
import {columnsOf, fillTable} from "./tables.js";
import {wholePercent} from "./trajectories.js";

/**
 * Fills `published.progress`: targets as the plan sets them, what was counted rounded, everything else that can be from the
 * rounded. Where too few have sent returns the status is that nobody can say.
 */
export async function passProgress(connection: DuckDBConnection, {asAt}: {asAt?: string} = {}): Promise<void> {
  const given = await columnsOf(connection, "marts.progress");
  const isThin = `coalesce(senders_expected > 0 and senders_returned / senders_expected < ${POLICY.withheldBelow}, false)`;
  const reason = `case
            ${given.includes("symbol_reason") ? "when symbol_reason is not null then symbol_reason" : ""}
            when is_thin then '${COVERAGE_REASON}'
            when actual_count is null and target_value is null then 'no_number_set'
            when actual_count is null then 'not_collected'
            when rounded_actual is null then 'withheld'
            when actual_count > 0 and rounded_actual = 0 then 'low'
        end`;
  const kept = progress.columns.filter((name) => !(name in PROTECTED_PROGRESS));
  const own = Object.entries(PROTECTED_PROGRESS).map(([name, sql]) => `${sql} as ${name}`);
  await fillTable(connection, {
    table: progress,
    select: `
with weighed as (
    select
        targets.*,
        ${isThin} as is_thin,
        ${protectedCount("progress", {column: "actual_count", row: "targets"})} as rounded_actual,
        ${protectedCount("progress", {column: "baseline_count", row: "targets"})} as rounded_baseline,
        ${protectedCount("progress", {column: "recent_count", row: "targets"})} as rounded_recent
    from marts.progress as targets
),
reasoned as (
    select weighed.*, ${reason} as reason
    from weighed
),
rounded as (
    select
        reasoned.*,
        case when not is_thin and required_monthly_count is not null and months_left_count > 0 and reason is null
            then greatest(target_value - rounded_actual, 0) / months_left_count
        end as required,
        case when not is_thin and (recent_count = 0 or rounded_recent > 0) then rounded_recent / 3 end as recent
    from reasoned
)
select
    ${[...kept.map((name) => `rounded.${name}`), ...own].join(",\n    ")}
from rounded
inner join published.provenance as provenance on provenance.mart = 'progress'`
  });
  if (asAt) await refuseOtherDates(connection, asAt);
}

/** The columns of progress that the gate writes itself; every other passes from the mart. */
const PROTECTED_PROGRESS: Readonly<Record<string, string>> = {
  actual_count: "case when reason is null then rounded_actual end",
  baseline_count: "case when baseline_count = 0 or rounded_baseline > 0 then rounded_baseline end",
  percent_of_target:
    "case when reason is null and target_value > 0 then round(100 * rounded_actual / target_value) end",
  symbol: symbolOf("reason"),
  symbol_reason: "reason",
  status: "case when is_thin then 'cannot say' else status end",
  status_reason: "case when is_thin then 'Too few of those who should have sent returns did.' else status_reason end",
  required_monthly_count: "round(required)",
  recent_monthly_count: "round(recent)",
  required_ratio: "round(required / nullif(recent, 0), 1)",
  is_feasible: "case when not is_thin then is_feasible end",
  forecast_lower_count: `case when not is_thin then ${rounded("forecast_lower_count")} end`,
  forecast_upper_count: `case when not is_thin then ${rounded("forecast_upper_count")} end`,
  probability_percent: `case when not is_thin then ${wholePercent("probability", "is_certain")} end`,
  trajectory_method: "case when not is_thin then trajectory_method end",
  provenance_id: "provenance.provenance_id"
};

/** Fills `published.returns`: who sent what is public, how many rows is rounded. */
export async function passReturns(connection: DuckDBConnection): Promise<void> {
  const own = ["rows_used_count", "rows_held_count", "rows_held_symbol"];
  const kept = returns.columns.filter((name) => !own.includes(name));
  await fillTable(connection, {
    table: returns,
    select: `
select
    ${kept.join(", ")},
    case when rows_used_count = 0 or ${protectedCount("returns", {column: "rows_used_count"})} > 0
        then ${protectedCount("returns", {column: "rows_used_count"})}
    end as rows_used_count,
    case when rows_held_count = 0 or ${protectedCount("returns", {column: "rows_held_count"})} > 0
        then ${protectedCount("returns", {column: "rows_held_count"})}
    end as rows_held_count,
    case
        when rows_held_count is null then 'x'
        when ${protectedCount("returns", {column: "rows_held_count"})} is null then 'c'
        when rows_held_count > 0 and ${protectedCount("returns", {column: "rows_held_count"})} = 0 then 'low'
    end as rows_held_symbol
from marts.returns`
  });
}

/** Fills `published.files` from what ingest recorded; an area comes from the sender's entry in the returns. */
export async function passFiles(connection: DuckDBConnection): Promise<void> {
  const own = ["area_code", "is_used"];
  const kept = files.columns.filter((name) => !own.includes(name));
  await fillTable(connection, {
    table: files,
    select: `
with senders as (
    select sender_id, min(area_code) as area_code
    from marts.returns
    group by all
)
select
    ${kept.map((name) => `received.${name}`).join(", ")},
    coalesce(senders.area_code, 'ENG') as area_code,
    received.status = 'used' as is_used
from raw.files as received
left join senders on senders.sender_id = received.sender_id`
  });
}

async function refuseOtherDates(connection: DuckDBConnection, asAt: string): Promise<void> {
  const others = await query(
    connection,
    `
select as_at_date
from published.progress
where as_at_date <> ${literal(asAt)}
limit 1`
  );
  for (const row of others) throw new Error(`invalid as-at date: ${row.as_at_date} in published.progress`);
}
