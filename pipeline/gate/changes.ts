import {existsSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {changes, FIGURE_SAYS} from "../contracts/published/changes.js";
import {indicators} from "../contracts/published/indicators.js";
import {literal} from "../warehouse.js";
import {emptyTable, fillTable} from "./tables.js";

/**
 * Fills `published.changes` from `published.indicators` and the published files of the release before in `folder`: one
 * row per indicator of either. Without a release before the table is empty.
 */
export async function passChanges(connection: DuckDBConnection, folder: string | undefined): Promise<void> {
  if (folder === undefined) return fillTable(connection, {table: changes, select: emptyTable(changes)});
  const figures = join(folder, "indicators.parquet");
  const targets = join(folder, "progress.parquet");
  for (const file of [figures, targets]) if (!existsSync(file)) throw new Error(`missing file: ${file}`);
  await fillTable(connection, {table: changes, select: compared({figures, targets})});
}

function compared({figures, targets}: {figures: string; targets: string}): string {
  const same = indicators.key.map((name) => `figure_now.${name} is not distinct from figure_before.${name}`);
  const unchanged = FIGURE_SAYS.map((name) => `figure_now.${name} is not distinct from figure_before.${name}`);
  return `
with before as (
    -- Columns that the release before did not have are empty.
    select * from published.indicators where false
    union all by name
    select * from read_parquet(${literal(figures)})
),
position as (
    select max(as_at_date) as previous_as_at_date from read_parquet(${literal(targets)})
),
paired as (
    select
        coalesce(figure_now.indicator_id, figure_before.indicator_id) as indicator_id,
        figure_now.definition_version as definition_version,
        figure_before.definition_version as previous_definition_version,
        case
            when figure_before.indicator_id is null then 'added'
            when figure_now.indicator_id is null then 'withdrawn'
            when ${unchanged.join(" and ")} then 'same'
            else 'revised'
        end as change
    from published.indicators as figure_now
    full join before as figure_before on ${same.join(" and ")}
)
select
    indicator_id,
    any_value(position.previous_as_at_date) as previous_as_at_date,
    max(previous_definition_version) as previous_definition_version,
    max(definition_version) as definition_version,
    count(*) filter (where change = 'added') as figures_added_count,
    count(*) filter (where change = 'revised') as figures_revised_count,
    count(*) filter (where change = 'withdrawn') as figures_withdrawn_count,
    count(*) filter (where change = 'same') as figures_same_count
from paired
cross join position
group by indicator_id`;
}
