import {categoryOf} from "../breakdown.js";
import type {Figure, Release} from "../release.js";
import {type Area, figuresAt, pagesOfAreas} from "./place.js";

/** How many areas of its level an area is set beside. */
export const NEIGHBOURS = {region: 3, local_lsc: 5} as const;

/** What makes two areas alike; the share that would have to move is taken for each, and their mean counts. */
const KINDS = ["staff category", "phase"] as const;

/** The rule, as pages state it. */
export const NEIGHBOUR_RULE =
  "Areas alike are those of the same level, in any region, whose staff at the January census are most alike: of all staff, the share who would have to be in another category of staff, and the share who would have to be in another phase of school, for the two areas to have the same mix; the mean of the two shares decides.";

export interface Neighbour {
  area_code: string;
  apart: number; // per cent of staff who would have to move; 0 for the same mix
}

/**
 * Returns the areas of the same level whose staff are most alike, the nearest first and by code where equally near: five for
 * a local LSC and three for a region, fewer where too few have a whole mix. An area one of whose numbers is missing has
 * no neighbours, and is none.
 */
export function neighbours(release: Pick<Release, "indicators" | "areas">, area: Area): Neighbour[] {
  const {area_level: level, area_code: here} = area;
  if (level !== "region" && level !== "local_lsc") return [];
  const mixes = mixesOf(release);
  const own = mixes.get(here);
  if (!own) return [];
  return pagesOfAreas(release)
    .filter(({area_level, area_code}) => area_level === level && area_code !== here)
    .flatMap(({area_code}) => {
      const other = mixes.get(area_code);
      return other ? [{area_code, apart: apart(own, other)}] : [];
    })
    .toSorted((a, b) => a.apart - b.apart || (a.area_code < b.area_code ? -1 : 1))
    .slice(0, NEIGHBOURS[level]);
}

/** Shares of staff, by kind of mix and category. */
type Mix = readonly ReadonlyMap<string, number>[];

const known = new WeakMap<readonly Figure[], Map<string, Mix>>();

function mixesOf(release: Pick<Release, "indicators" | "areas">): Map<string, Mix> {
  const found = known.get(release.indicators);
  if (found) return found;
  const mixes = new Map<string, Mix>();
  for (const {area_code} of pagesOfAreas(release)) {
    const shares = KINDS.map((kind) => staffShares(release, {area_code, kind}));
    const whole = shares.filter((share) => share !== undefined);
    if (whole.length === KINDS.length) mixes.set(area_code, whole);
  }
  known.set(release.indicators, mixes);
  return mixes;
}

/** Returns the share of an area's staff in each category of a kind at its latest census; nothing where a number is missing. */
export function staffShares(
  release: Pick<Release, "indicators">,
  {area_code, kind}: {area_code: string; kind: (typeof KINDS)[number]}
): Map<string, number> | undefined {
  const all = figuresAt(release, "WRK-01", {area_code, by: [kind], where: {period_type: "census"}});
  const last = all
    .map(({period}) => period)
    .toSorted()
    .at(-1);
  const cells = all.filter(({period}) => period === last);
  const total = cells.reduce((sum, {value}) => sum + (value ?? Number.NaN), 0);
  if (!(total > 0)) return undefined;
  return new Map(cells.map((cell) => [categoryOf(cell, kind) ?? "", (cell.value ?? 0) / total]));
}

function apart(one: Mix, other: Mix): number {
  const moved = one.map((shares, index) => {
    const others = other[index] ?? new Map<string, number>();
    const names = [...new Set([...shares.keys(), ...others.keys()])].sort();
    return names.reduce((sum, name) => sum + Math.abs((shares.get(name) ?? 0) - (others.get(name) ?? 0)), 0) / 2;
  });
  return (100 * moved.reduce((sum, share) => sum + share, 0)) / moved.length;
}
