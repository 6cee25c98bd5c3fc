import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_SAYS} from "../contracts/published/changes.js";
import {indicators} from "../contracts/published/indicators.js";
import {releases} from "../contracts/published/releases.js";
import type {PublishedTable} from "../contracts/published/table.js";
import {VINTAGE_FIGURE, vintages} from "../contracts/published/vintages.js";
import {UserError} from "../error.js";
import {literal} from "../warehouse.js";
import {emptyTable, fillTable} from "./tables.js";

/**
 * Fills `published.releases` and `published.vintages` from `published.indicators` and the published files of the release
 * before in `folder`: what that release carried, itself, and what it said of figures of which this one says otherwise.
 * Without a release before both are empty.
 */
export async function passVintages(connection: DuckDBConnection, folder: string | undefined): Promise<void> {
  for (const table of [releases, vintages])
    await fillTable(connection, {table, select: folder === undefined ? emptyTable(table) : carried(table, folder)});
  if (folder === undefined) return;
  await fillTable(connection, {table: releases, select: withRelease(folder)});
  await fillTable(connection, {table: vintages, select: withFigures(folder)});
}

/** What the release before had of a table, which one of another program may not have had. */
function carried(table: PublishedTable, folder: string): string {
  const file = join(folder, `${table.table}.parquet`);
  if (!existsSync(file)) return emptyTable(table);
  return `${emptyTable(table)} union all by name select * from read_parquet(${literal(file)})`;
}

function withRelease(folder: string): string {
  const position = `(select max(as_at_date) from read_parquet(${literal(join(folder, "progress.parquet"))}))`;
  return `
select * from published.releases
union all by name
select
    1 + (select coalesce(max(release_number), 0) from published.releases) as release_number,
    coalesce(${literal(nameOf(folder))}, ${position}) as release,
    ${position} as as_at_date`;
}

/** A sealed release says its name beside its data; another goes by its date. */
function nameOf(folder: string): string | null {
  const file = join(dirname(folder), "release.json");
  if (!existsSync(file)) return null;
  const name = nameIn(readFileSync(file, "utf8"));
  if (name !== undefined) return name;
  throw new UserError(
    `${file}: expected what a sealed release says of itself; got no name of a release. Give --previous the folder of a sealed release, or of data without such a file beside it.`
  );
}

function nameIn(text: string): string | undefined {
  try {
    const {name} = JSON.parse(text) as {name?: unknown};
    return typeof name === "string" ? name : undefined;
  } catch {
    return undefined;
  }
}

function withFigures(folder: string): string {
  const same = (name: string): string => `figure_now.${name} is not distinct from figure_before.${name}`;
  const key = indicators.key.map(same).join(" and ");
  const ofBefore = VINTAGE_FIGURE.map((name) => `figure_before.${name}`);
  return `
with before as (
    -- Columns that the release before did not have are empty.
    select * from published.indicators where false
    union all by name
    select * from read_parquet(${literal(join(folder, "indicators.parquet"))})
),
latest as (
    select release_number, release from published.releases order by release_number desc limit 1
),
changed as (
    select true as was_said, ${ofBefore.join(", ")}
    from before as figure_before
    left join published.indicators as figure_now on ${key}
    where figure_now.indicator_id is null or not (${FIGURE_SAYS.map(same).join(" and ")})
),
added as (
    select false as was_said, ${indicators.key.map((name) => `figure_now.${name}`).join(", ")}, 'z' as symbol, figure_now.origin
    from published.indicators as figure_now
    anti join before as figure_before on ${key}
),
told as (
    select * from changed
    union all by name
    select * from added
)
select * from published.vintages
union all by name
select latest.release_number, latest.release, told.* from told cross join latest`;
}
