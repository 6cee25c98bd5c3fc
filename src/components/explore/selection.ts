import type {Figure} from "../release.js";
import {categoryName, categoryRank, nameOfArea, partsOf} from "./breakdowns.js";
import {narrowed} from "./choices.js";
import type {Facts} from "./facts.js";
import {comparePeriods, periodKey, periodName} from "./periods.js";
import {type ExploreState, LEVELS} from "./state.js";

/** A figure as Explore shows it. */
export interface Shown {
  key: string; // what a pin in the address names
  figure: Figure;
  area: string;
  period: string;
  categories: readonly string[]; // names, in the order of the state's breakdowns
  depth: number; // of its area, from the nation down
  ranks: readonly number[]; // where each category stands among its like
  isPinned: boolean;
}

/** Returns the figures that a state asks for: the pinned ones first, then the others in the order chosen. */
export function selected(figures: readonly Figure[], {state, facts}: {state: ExploreState; facts: Facts}): Shown[] {
  const there = narrowed(figures, {unit: state.unit, by: state.by});
  const isArea = areaTest(state, facts);
  const pins = new Set(state.pins);
  const others = narrowed(there, {period: state.period})
    .filter((figure) => isArea(figure) && isOnly(figure, state))
    .map((figure) => shown(figure, facts))
    .filter(({key}) => !pins.has(key));
  const pinned = state.pins.flatMap((pin) => {
    const figure = there.find((candidate) => keyOf(candidate) === pin);
    return figure ? [{...shown(figure, facts), isPinned: true}] : [];
  });
  return [...pinned, ...others.sort(orders[state.order])];
}

/** Returns what tells a figure apart within its indicator, unit and breakdown. */
export const keyOf = (figure: Figure): string =>
  [figure.area_code, periodKey(figure), ...partsOf(figure).map(([, category]) => category)].join("~");

/** Returns whether a state asks for an area, by its level or by itself. */
export function areaTest(
  {areas, within}: Pick<ExploreState, "areas" | "within">,
  facts: Pick<Facts, "areas">
): (area: Pick<Figure, "area_code" | "area_level">) => boolean {
  const asked = new Set(areas);
  const inside = within === "" ? undefined : withinArea(within, facts);
  return ({area_code, area_level}) => {
    if (asked.has(area_code)) return true;
    if (!asked.has(area_level)) return false;
    return area_level === "national" || inside === undefined || inside.has(area_code);
  };
}

/** Returns the codes of an area and of all that lies in it. */
export function withinArea(code: string, {areas}: Pick<Facts, "areas">): Set<string> {
  const found = new Set([code]);
  for (const _ of LEVELS)
    for (const {area_code, parent_code} of areas)
      if (parent_code !== null && found.has(parent_code)) found.add(area_code);
  return found;
}

function isOnly(figure: Figure, {only}: ExploreState): boolean {
  return partsOf(figure).every(([by, category]) => only[by] === undefined || only[by] === category);
}

function shown(figure: Figure, facts: Facts): Shown {
  const known = rowsOf.get(facts) ?? new WeakMap<Figure, Shown>();
  rowsOf.set(facts, known);
  const row = known.get(figure) ?? newRow(figure, facts);
  known.set(figure, row);
  return row;
}

const DOWNWARDS: readonly string[] = LEVELS;

/** Figures and names never change, and each repaint asks for many rows again. */
const rowsOf = new WeakMap<Facts, WeakMap<Figure, Shown>>();

function newRow(figure: Figure, facts: Facts): Shown {
  const categories = partsOf(figure).map((part) => categoryName(part, facts));
  return {
    key: keyOf(figure),
    figure,
    area: nameOfArea(figure.area_code, facts),
    period: periodName(figure),
    categories,
    depth: DOWNWARDS.indexOf(figure.area_level),
    ranks: categories.map(categoryRank),
    isPinned: false
  };
}

type Compare = (a: Shown, b: Shown) => number;

const byName: Compare = (a, b) => byCategoryNames(a, b) || text(a.area, b.area) || comparePeriods(a.figure, b.figure);

const asPublished: Compare = (a, b) =>
  a.depth - b.depth || text(a.area, b.area) || byCategories(a, b) || comparePeriods(a.figure, b.figure);

const orders: Readonly<Record<ExploreState["order"], Compare>> = {
  published: asPublished,
  name: byName,
  highest: (a, b) => byValue(b, a, -Infinity) || byName(a, b),
  lowest: (a, b) => byValue(a, b, Infinity) || byName(a, b)
};

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byCategories(a: Shown, b: Shown): number {
  for (const [index, name] of a.categories.entries()) {
    const found = (a.ranks[index] ?? 0) - (b.ranks[index] ?? 0) || text(name, b.categories[index] ?? "");
    if (found !== 0) return found;
  }
  return 0;
}

function byCategoryNames(a: Shown, b: Shown): number {
  for (const [index, name] of a.categories.entries()) {
    const found = text(name, b.categories[index] ?? "");
    if (found !== 0) return found;
  }
  return 0;
}

/** What has no number comes last, whichever way. */
function byValue(a: Shown, b: Shown, none: number): number {
  const [left, right] = [a.figure.value ?? none, b.figure.value ?? none];
  return left === right ? 0 : left - right;
}
