import {figuresOf} from "./breakdown.js";
import {groups} from "./groups.js";
import type {Figure, Release, Vintage} from "./release.js";

/** What a release said of a figure, this one or one before it. */
export type Statement = Pick<Figure, Extract<keyof Figure, keyof Vintage>>;

/** A figure that an earlier release gave otherwise than the one after it. */
export interface RevisedFigure {
  figure: Statement; // what tells it apart, as the last release that said anything of it gave it
  before: readonly (Statement | undefined)[]; // by release, the earliest first; undefined where it said nothing
  now: Statement | undefined; // undefined where it has been withdrawn
}

type History = Pick<Release, "indicators" | "vintages" | "releases">;

/**
 * Returns the figures of an indicator that earlier releases gave otherwise, with what each release said: its row in
 * `vintages` or that of the next release that has one, else what this release says.
 */
export function revisedFigures(release: History, indicator: string): RevisedFigure[] {
  const told = [...groups(rowsOf(release, indicator), keyOf).values()].filter((rows) => rows.some(wasSaid));
  if (told.length === 0) return [];
  const present = new Map(figuresOf(release, indicator).map((figure) => [keyOf(figure), figure]));
  return told.flatMap((rows) => {
    const [figure] = rows.filter(wasSaid).slice(-1);
    if (!figure) return [];
    const now = present.get(keyOf(figure));
    const said = (number: number): Statement | undefined => {
      const row = rows.find(({release_number}) => release_number >= number);
      return row ? (row.was_said ? row : undefined) : now;
    };
    return [{figure, before: release.releases.map(({release_number}) => said(release_number)), now}];
  });
}

/** Returns how many figures of an indicator no release before this one gave. */
export function newFigures(release: History, indicator: string): number {
  const last = release.releases.at(-1)?.release_number;
  return rowsOf(release, indicator).filter(({release_number, was_said}) => release_number === last && !was_said).length;
}

/** Returns the indicators of which earlier releases gave a figure otherwise, by name, with how many. */
export function revisedIndicators({vintages}: Pick<Release, "vintages">): Map<string, number> {
  const said = groups(vintages.filter(wasSaid), ({indicator_id}) => indicator_id);
  return new Map([...said].map(([indicator, rows]) => [indicator, new Set(rows.map(keyOf)).size]));
}

const wasSaid = ({was_said}: Vintage): boolean => was_said;

/** In the order of releases. */
function rowsOf({vintages}: Pick<Release, "vintages">, indicator: string): readonly Vintage[] {
  const found = byIndicator.get(vintages) ?? groups(vintages, ({indicator_id}) => indicator_id);
  byIndicator.set(vintages, found);
  return found.get(indicator) ?? [];
}

/** The table is searched by many pages, and never changes. */
const byIndicator = new WeakMap<readonly Vintage[], Map<string, Vintage[]>>();

/** What tells the figures of one indicator apart. */
const keyOf = (of: Statement): string =>
  [
    of.period_type,
    of.period,
    of.area_level,
    of.area_code,
    of.role_id,
    of.route_id,
    of.programme_id,
    of.nqf_level,
    of.dimension_1,
    of.category_1,
    of.dimension_2,
    of.category_2,
    of.dimension_3,
    of.category_3,
    of.unit
  ].join("\n");
