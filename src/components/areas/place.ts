import {type BreakdownOptions, breakdown} from "../breakdown.js";
import {groups} from "../groups.js";
import type {Figure, Release} from "../release.js";
import {latest} from "../select.js";

export type Area = Release["areas"][number];

/** Returns the area of this code. Throws `unknown area: …`. */
export function areaAt({areas}: Pick<Release, "areas">, code: string): Area {
  const found = areas.find(({area_code}) => area_code === code);
  if (!found) throw new Error(`unknown area: ${code}`);
  return found;
}

/** Returns the areas of a level that lie in an area, by name; through what lies between, too. */
export function areasWithin(
  {areas}: Pick<Release, "areas">,
  code: string,
  {level}: {level: Area["area_level"]}
): Area[] {
  const parents = new Map(areas.map(({area_code, parent_code}) => [area_code, parent_code]));
  const liesIn = (area: string | null | undefined): boolean =>
    typeof area === "string" && (area === code || liesIn(parents.get(area)));
  return areas
    .filter(({area_level, parent_code}) => area_level === level && liesIn(parent_code))
    .toSorted((a, b) => (a.area_name < b.area_name ? -1 : 1));
}

/** Returns the regions and local LSCs, in published order: each has a page. */
export function pagesOfAreas({areas}: Pick<Release, "areas">): Area[] {
  return areas.filter(({area_level}) => area_level === "region" || area_level === "local_lsc");
}

/** Returns the address of an area's page; nothing for England and LEAs, which have none. */
export function areaLink({area_level, area_code}: Area): string | undefined {
  return area_level === "region" || area_level === "local_lsc" ? `/areas/${area_code}` : undefined;
}

/** Returns all figures of an area, whatever they measure. */
export function allFiguresAt({indicators}: Pick<Release, "indicators">, area_code: string): readonly Figure[] {
  const areas = byArea.get(indicators) ?? groups(indicators, (figure) => figure.area_code);
  byArea.set(indicators, areas);
  return areas.get(area_code) ?? NONE;
}

/** Returns the figures of one indicator and area that are broken down by exactly these; none unless told otherwise. */
export function figuresAt(
  release: Pick<Release, "indicators">,
  indicator: string,
  {area_code, ...options}: {area_code: string} & Omit<BreakdownOptions, "area_code" | "area_level">
): Figure[] {
  const known = asked.get(release.indicators) ?? new Map<string, Figure[]>();
  asked.set(release.indicators, known);
  const question = `${indicator} ${area_code} ${JSON.stringify(options)}`;
  const found =
    known.get(question) ??
    breakdown({indicators: allFiguresAt(release, area_code)}, indicator, {...options, area_code});
  known.set(question, found);
  return found;
}

/** Returns the latest of `figuresAt`. */
export function figureAt(
  release: Pick<Release, "indicators">,
  indicator: string,
  options: Parameters<typeof figuresAt>[2]
): Figure | undefined {
  return latest(figuresAt(release, indicator, options));
}

/** 56 pages look for the figures of a few areas each, and all of them for those of England. */
const byArea = new WeakMap<readonly Figure[], Map<string, Figure[]>>();
const asked = new WeakMap<readonly Figure[], Map<string, Figure[]>>();
const NONE: readonly Figure[] = [];
