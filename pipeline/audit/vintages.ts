import {FIGURE_SAYS} from "../contracts/published/changes.js";
import {indicators} from "../contracts/published/indicators.js";
import {VINTAGE_FIGURE, vintages} from "../contracts/published/vintages.js";
import type {Release, ReleaseRow} from "./release.js";

/**
 * Returns, as sentences, where a release does not tell what came before it as the release before tells it: that release's
 * own list of releases and itself, every row that it carried, and what it said of each figure of which this one says
 * otherwise. What stands there has been published, so that it tells nobody anything new. A release that was built by
 * itself lists none before it, and has nothing to tell.
 */
export function vintageFaults(release: Release, earlier: Release): string[] {
  const before = earlier.tables.get("releases") ?? [];
  const [last, ...known] = [...(release.tables.get("releases") ?? [])].sort(byNumber).reverse();
  if (!last && (release.tables.get("vintages") ?? []).length === 0) return [];
  const expected = 1 + Math.max(0, ...before.map(({release_number}) => Number(release_number)));
  if (last?.release_number !== expected || !isSame(known, before))
    return [`releases.csv does not list the ${before.length} releases that the release before lists, and that release`];
  const [told, carried] = [release, earlier].map((of) => of.tables.get("vintages") ?? []) as [Rows, Rows];
  const wanted = new Set([...carried, ...saidOtherwise(release, {earlier, last})].map(textOf));
  const found = new Set(told.map(textOf));
  return [
    ...told.filter((row) => !wanted.has(textOf(row))).map((row) => `${nameOf(row)}, which that release does not say`),
    ...[...wanted].filter((row) => !found.has(row)).map((row) => `vintages.csv leaves out what was said: ${row}`)
  ];
}

type Rows = readonly ReleaseRow[];

function saidOtherwise(release: Release, {earlier, last}: {earlier: Release; last: ReleaseRow}): ReleaseRow[] {
  const [now, before] = [release, earlier].map(
    (of) => new Map((of.tables.get("indicators") ?? []).map((row) => [keyOf(row), row]))
  ) as [Map<string, ReleaseRow>, Map<string, ReleaseRow>];
  const {release_number = null, release: name = null} = last;
  const changed = [...before]
    .filter(([key, row]) => FIGURE_SAYS.some((column) => now.get(key)?.[column] !== row[column]))
    .map(([, row]) => ({...only(row, VINTAGE_FIGURE), was_said: true}));
  const added = [...now]
    .filter(([key]) => !before.has(key))
    .map(([, row]) => ({...only(row, [...indicators.key, "origin"]), was_said: false, symbol: "z"}));
  return [...changed, ...added].map((row) => ({...row, release_number, release: name}));
}

const only = (row: ReleaseRow, columns: readonly string[]): ReleaseRow =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

const keyOf = (row: ReleaseRow): string => JSON.stringify(indicators.key.map((column) => row[column] ?? null));
const textOf = (row: ReleaseRow): string => JSON.stringify(vintages.columns.map((column) => row[column] ?? null));
const nameOf = (row: ReleaseRow): string => `vintages.csv has ${textOf(row)}`;
const byNumber = (one: ReleaseRow, other: ReleaseRow): number =>
  Number(one.release_number) - Number(other.release_number);

function isSame(some: Rows, others: Rows): boolean {
  const text = (rows: Rows): string =>
    JSON.stringify(
      [...rows].sort(byNumber).map(({release_number, release, as_at_date}) => [release_number, release, as_at_date])
    );
  return text(some) === text(others);
}
