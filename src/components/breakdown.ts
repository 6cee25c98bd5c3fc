import {groups} from "./groups.js";
import type {Figure, Release} from "./release.js";

/** What figures are broken down by: role, route, programme, level, or a dimension such as "sex". */
export type Breakdown = (typeof COLUMNS)[number] | (string & {});

export interface BreakdownOptions {
  by?: readonly Breakdown[]; // these and no others; none unless told otherwise
  area_code?: string; // England, unless an area or a level of areas is wanted
  area_level?: Figure["area_level"];
  where?: Partial<Figure>;
}

const COLUMNS = ["role_id", "route_id", "programme_id", "nqf_level"] as const;
const SLOTS = [1, 2, 3] as const;

/** Returns the figures of one indicator that are broken down by exactly these, in published order. */
export function breakdown(
  release: Pick<Release, "indicators">,
  indicator: string,
  {by = [], area_level, area_code = area_level ? undefined : "ENG", where = {}}: BreakdownOptions = {}
): Figure[] {
  const wanted = [...by].sort().join(" ");
  const rest = Object.entries(where);
  return figuresOf(release, indicator).filter(
    (figure) =>
      (area_code === undefined || figure.area_code === area_code) &&
      (area_level === undefined || figure.area_level === area_level) &&
      brokenDownBy(figure) === wanted &&
      rest.every(([name, value]) => figure[name as keyof Figure] === value)
  );
}

/** Returns the group that a figure is of, in one of its breakdowns; null where it is of all. */
export function categoryOf(figure: Figure, by: Breakdown): string | null {
  const column = COLUMNS.find((name) => name === by);
  if (column) return figure[column] === null ? null : String(figure[column]);
  const slot = SLOTS.find((at) => figure[`dimension_${at}`] === by);
  return slot ? figure[`category_${slot}`] : null;
}

/** Returns all figures of one indicator. */
export function figuresOf({indicators}: Pick<Release, "indicators">, indicator: string): readonly Figure[] {
  const found = byIndicator.get(indicators) ?? groups(indicators, ({indicator_id}) => indicator_id);
  byIndicator.set(indicators, found);
  return found.get(indicator) ?? [];
}

/** The table is searched by many pages, and never changes. */
const byIndicator = new WeakMap<readonly Figure[], Map<string, Figure[]>>();
const breakdowns = new WeakMap<Figure, string>();

function brokenDownBy(figure: Figure): string {
  const known = breakdowns.get(figure);
  if (known !== undefined) return known;
  const columns = COLUMNS.filter((name) => figure[name] !== null);
  const dimensions = SLOTS.flatMap((at) => figure[`dimension_${at}`] ?? []);
  const said = [...columns, ...dimensions].sort().join(" ");
  breakdowns.set(figure, said);
  return said;
}
