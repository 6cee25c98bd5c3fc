import {join} from "node:path";
import {FIGURE_SAYS} from "../contracts/published/changes.js";
import {indicators} from "../contracts/published/indicators.js";
import type {PublishedReader} from "../publish/reader.js";
import {literal, openWarehouse} from "../warehouse.js";

/** What a release says that the one before did not. */
export interface Changes {
  added: number;
  revised: number;
  withdrawn: number;
  same: number;
  definitions: readonly {indicator: string; from: string | null; to: string | null}[];
  indicators: readonly ChangedIndicator[]; // those of which a figure changed
}

export interface ChangedIndicator {
  indicator: string;
  added: number;
  revised: number;
  withdrawn: number;
}

/** Returns the change log of published files, by indicator. */
export async function readChanges(reader: PublishedReader): Promise<Changes> {
  const rows = await reader.rows("select * from published.changes order by indicator_id");
  const text = (value: unknown): string | null => (value === null ? null : String(value));
  const all = rows.map((row) => ({
    indicator: String(row.indicator_id),
    added: Number(row.figures_added_count),
    revised: Number(row.figures_revised_count),
    withdrawn: Number(row.figures_withdrawn_count),
    same: Number(row.figures_same_count),
    from: text(row.previous_definition_version),
    to: text(row.definition_version)
  }));
  const sum = (of: "added" | "revised" | "withdrawn" | "same"): number =>
    all.reduce((total, row) => total + row[of], 0);
  return {
    added: sum("added"),
    revised: sum("revised"),
    withdrawn: sum("withdrawn"),
    same: sum("same"),
    definitions: all
      .filter(({from, to}) => from !== null && to !== null && from !== to)
      .map(({indicator, from, to}) => ({indicator, from, to})),
    indicators: all
      .filter(({added, revised, withdrawn}) => added + revised + withdrawn > 0)
      .map(({indicator, added, revised, withdrawn}) => ({indicator, added, revised, withdrawn}))
  };
}

/**
 * Writes each figure that was revised or withdrawn since the release before as CSV: what was said, what is said now, and
 * what changed behind it (definition, model, returns), both releases read from their published files alone.
 */
export async function writeRevisions(path: string, {data, previous}: {data: string; previous: string}): Promise<void> {
  const {connection, close} = await openWarehouse();
  try {
    await connection.run(`copy (${revisions({data, previous})}) to ${literal(path)} (format csv, header)`);
  } finally {
    close();
  }
}

function revisions({data, previous}: {data: string; previous: string}): string {
  const now = (table: string): string => `read_parquet(${literal(join(data, `${table}.parquet`))})`;
  const then = (table: string): string => `read_parquet(${literal(join(previous, `${table}.parquet`))})`;
  const {key} = indicators;
  const either = key.map((name) => `coalesce(figure_now.${name}, figure_before.${name}) as ${name}`);
  const same = (name: string): string => `figure_now.${name} is not distinct from figure_before.${name}`;
  const said = FIGURE_SAYS.flatMap((name) => [
    `${written(`figure_before.${name}`)} as previous_${name}`,
    `${written(`figure_now.${name}`)} as ${name}`
  ]);
  return `
with figures_now as (
    select * from ${now("indicators")}
),
figures_before as (
    -- Columns that the release before did not have are empty.
    select * from figures_now where false
    union all by name
    select * from ${then("indicators")}
),
files_now as (
    select collection, file, sha256, is_used from ${now("files")}
),
files_before as (
    select collection, file, sha256, is_used from ${then("files")}
),
changed_files as (
    (select * from files_now except select * from files_before)
    union all
    (select * from files_before except select * from files_now)
),
model_collections as (
    select provenance_id, unnest(string_split(collections, '; ')) as collection from ${now("provenance")}
    union
    select provenance_id, unnest(string_split(collections, '; ')) as collection from ${then("provenance")}
),
changed_returns as (
    select provenance_id, string_agg(distinct collection, ', ' order by collection) as collections
    from model_collections
    where collection in (select collection from changed_files)
    group by all
)
select
    ${either.join(",\n    ")},
    case when figure_now.indicator_id is null then 'withdrawn' else 'revised' end as change,
    ${said.join(",\n    ")},
    coalesce(
        nullif(
            concat_ws(
                '; ',
                case when not ${same("definition_version")} and figure_now.indicator_id is not null then 'definition' end,
                case when not ${same("provenance_id")} and figure_now.indicator_id is not null then 'model' end,
                'returns: ' || changed_returns.collections
            ),
            ''
        ),
        'other code, a reference table, or rounding together with others'
    ) as what_changed
from figures_before as figure_before
left join figures_now as figure_now on ${key.map(same).join(" and ")}
left join changed_returns
    on changed_returns.provenance_id = coalesce(figure_now.provenance_id, figure_before.provenance_id)
where figure_now.indicator_id is null or not (${FIGURE_SAYS.map(same).join(" and ")})
order by ${key.join(", ")}`;
}

/** A whole number is written as one, as in the published files. */
const written = (column: string): string => `regexp_replace(${column}::varchar, '\\.0$', '')`;
