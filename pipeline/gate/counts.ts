import type {DuckDBConnection} from "@duckdb/node-api";
import {files} from "../contracts/published/files.js";
import {progress} from "../contracts/published/progress.js";
import {returns} from "../contracts/published/returns.js";
import {literal, query} from "../warehouse.js";
import {COVERAGE_REASON, POLICY} from "./policy.js";
import {isLow, rounded, symbolOf} from "./rounding.js";
import {columnsOf, fillTable} from "./tables.js";

/** Fills `published.progress`: targets as the plan sets them, what was counted rounded, per cent from the rounded. */
export async function passProgress(connection: DuckDBConnection, {asAt}: {asAt?: string} = {}): Promise<void> {
  const given = await columnsOf(connection, "marts.progress");
  const reason = `case
            ${given.includes("symbol_reason") ? "when symbol_reason is not null then symbol_reason" : ""}
            when senders_expected > 0 and senders_returned / senders_expected < ${POLICY.withheldBelow}
                then '${COVERAGE_REASON}'
            when actual_count is null and target_value is null then 'no_number_set'
            when actual_count is null then 'not_collected'
            when ${isLow("actual_count")} then 'low'
        end`;
  const own = ["actual_count", "baseline_count", "percent_of_target", "symbol", "symbol_reason", "provenance_id"];
  const kept = progress.columns.filter((name) => !own.includes(name));
  await fillTable(connection, {
    table: progress,
    select: `
with reasoned as (
    select targets.*, ${reason} as reason
    from marts.progress as targets
)
select
    ${kept.map((name) => `reasoned.${name}`).join(", ")},
    case when reason is null then ${rounded("actual_count")} end as actual_count,
    case when not ${isLow("baseline_count")} then ${rounded("baseline_count")} end as baseline_count,
    case when reason is null and target_value > 0
        then round(100 * ${rounded("actual_count")} / target_value)
    end as percent_of_target,
    ${symbolOf("reason")} as symbol,
    reason as symbol_reason,
    provenance.provenance_id
from reasoned
inner join published.provenance as provenance on provenance.mart = 'progress'`
  });
  if (asAt) await refuseOtherDates(connection, asAt);
}

/** Fills `published.returns`: who sent what is public, how many rows is rounded. */
export async function passReturns(connection: DuckDBConnection): Promise<void> {
  const own = ["rows_used_count", "rows_held_count", "rows_held_symbol"];
  const kept = returns.columns.filter((name) => !own.includes(name));
  await fillTable(connection, {
    table: returns,
    select: `
select
    ${kept.join(", ")},
    case when not ${isLow("rows_used_count")} then ${rounded("rows_used_count")} end as rows_used_count,
    case when not ${isLow("rows_held_count")} then ${rounded("rows_held_count")} end as rows_held_count,
    case when rows_held_count is null then 'x' when ${isLow("rows_held_count")} then 'low' end as rows_held_symbol
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
