import type {Figure} from "../release.js";
import {byOf, partsOf, splitBy} from "./breakdowns.js";
import type {Cube} from "./cube.js";
import {comparePeriods, everyPeriod, periodKey} from "./periods.js";
import {type ExploreState, LEVELS, type Level} from "./state.js";

type Narrowed = Partial<Pick<ExploreState, "unit" | "by" | "period">> & {level?: Level};

/** Returns the figures of some that are in a unit, a breakdown, a period and a level of areas, where these are given. */
export function narrowed(figures: readonly Figure[], {unit, by, period, level}: Narrowed): Figure[] {
  const [type, name] =
    period === undefined ? [] : [period.slice(0, period.indexOf(":")), period.slice(period.indexOf(":") + 1)];
  return figures.filter(
    (figure) =>
      (unit === undefined || figure.unit === unit) &&
      (by === undefined || byOf(figure) === by) &&
      (level === undefined || figure.area_level === level) &&
      (type === undefined || (figure.period_type === type && (name === "all" || figure.period === name)))
  );
}

/** Returns the units of some figures, in published order. */
export const unitsOf = (figures: readonly Figure[]): string[] => distinct(figures.map(({unit}) => unit));

/** Returns the breakdowns of some figures: totals first, then by one thing, two, three. */
export const bysOf = (figures: readonly Figure[]): string[] =>
  distinct(figures.map(byOf)).sort((a, b) => splitBy(a).length - splitBy(b).length || (a < b ? -1 : 1));

/** Returns the levels of areas of some figures, from the nation down. */
export function levelsOf(figures: readonly Figure[]): Level[] {
  const found = new Set<string>(figures.map(({area_level}) => area_level));
  return LEVELS.filter((level) => found.has(level));
}

/** Returns one figure of each period of some figures, by kind and in the order of time. */
export function periodsOf(figures: readonly Figure[]): Figure[] {
  const found = new Map<string, Figure>();
  for (const figure of figures) if (!found.has(periodKey(figure))) found.set(periodKey(figure), figure);
  return [...found.values()].sort(
    (a, b) => KINDS.indexOf(a.period_type) - KINDS.indexOf(b.period_type) || comparePeriods(a, b)
  );
}

/** Returns the categories that some figures have in a breakdown, in published order. */
export function categoriesOf(figures: readonly Figure[], by: string): string[] {
  const found = figures.flatMap((figure) => partsOf(figure).filter(([name]) => name === by));
  return distinct(found.map(([, category]) => category));
}

/**
 * Returns a whole state from what is wanted: what the indicator has is kept, and what is left open, or what it does not have
 * of unit and breakdown, is chosen as most would. Areas and periods stay as they are asked for, since their absence is told.
 */
export function settled(wanted: Partial<ExploreState>, cube: Cube): ExploreState {
  const indicator = wanted.indicator && cube.ids.includes(wanted.indicator) ? wanted.indicator : first(cube);
  const isOther = indicator !== wanted.indicator;
  const all = cube.figures(indicator);
  const unit = all.some((figure) => figure.unit === wanted.unit) ? (wanted.unit ?? "") : (unitsOf(all)[0] ?? "");
  const inUnit = narrowed(all, {unit});
  const bys = bysOf(inUnit);
  const asked = wanted.by ?? (isOther && indicator === FIRST.indicator ? FIRST.by : "");
  const by = bys.includes(asked) ? asked : (bys[0] ?? "");
  const levels = levelsOf(narrowed(inUnit, {by}));
  const areas = wanted.areas ?? levels.slice(0, 1);
  const period = wanted.period ?? usualPeriod(narrowed(inUnit, {by}));
  const only = Object.fromEntries(Object.entries(wanted.only ?? {}).filter(([name]) => splitBy(by).includes(name)));
  const {within = "", order = "published", pins = [], isWhole = false} = wanted;
  return {indicator, unit, by, only, areas, within, period, order, pins, isWhole};
}

/** Returns what an address asks for that the release does not have, and which a usual choice stands for. */
export function strangers(wanted: Partial<ExploreState>, cube: Cube): string[] {
  const {indicator = "", unit = "", by = ""} = wanted;
  if (indicator === "") return [];
  if (!cube.ids.includes(indicator))
    return [`The address asks for ${indicator}, of which this release holds no figure. Another indicator is shown.`];
  const all = cube.figures(indicator);
  const hasUnit = unit === "" || unitsOf(all).includes(unit);
  const hasBy = by === "" || bysOf(all).includes(by);
  return [
    ...(hasUnit
      ? []
      : [`The address asks for figures in “${unit}”, which ${indicator} does not have. Another unit is shown.`]),
    ...(hasBy ? [] : [`The address asks for figures by ${by}, which ${indicator} does not have. Others are shown.`])
  ];
}

/** Returns the state after a choice: what hangs on it, and is no longer there, gives way. */
export function chosen(state: ExploreState, {change, cube}: {change: Partial<ExploreState>; cube: Cube}): ExploreState {
  const next = settled({...state, ...change}, cube);
  const isSame = next.indicator === state.indicator && next.unit === state.unit && next.by === state.by;
  if (isSame) return next;
  const there = narrowed(cube.figures(next.indicator), {unit: next.unit, by: next.by});
  const levels: readonly string[] = levelsOf(there);
  const kept = next.areas.filter((area) => levels.includes(area) || !LEVELS.some((level) => level === area));
  const only = next.by === state.by ? next.only : {};
  return {
    ...next,
    only,
    pins: [],
    isWhole: false,
    areas: kept.length > 0 ? kept : levels.slice(0, 1),
    period: narrowed(there, {period: next.period}).length > 0 ? next.period : usualPeriod(there)
  };
}

/** What a reader meets first: offers of training by group of roles, or whatever the release begins with. */
const FIRST = {indicator: "OFF-01", by: "role group"};

function first(cube: Cube): string {
  const isThere = cube.figures(FIRST.indicator).some((figure) => byOf(figure) === FIRST.by);
  return isThere ? FIRST.indicator : (cube.ids[0] ?? "");
}

const KINDS: readonly Figure["period_type"][] = ["survey", "academic", "financial", "census", "window", "month"];

/** The latest period with a number, of the kind that most figures are of. */
function usualPeriod(figures: readonly Figure[]): string {
  const periods = periodsOf(figures.filter(({value}) => value !== null));
  const of = periods.length > 0 ? periods : periodsOf(figures);
  const kind = commonest(
    (periods.length > 0 ? figures.filter(({value}) => value !== null) : figures).map(({period_type}) => period_type)
  );
  const last = of.filter(({period_type}) => period_type === kind).at(-1);
  return last ? periodKey(last) : everyPeriod(KINDS[0] ?? "survey");
}

function commonest(kinds: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
