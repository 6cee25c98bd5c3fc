import {lower} from "../format.js";
import {areaName, indicatorName, programmeName, roleName, routeName} from "../names.js";
import type {Figure} from "../release.js";
import type {Facts} from "./facts.js";

/** What a figure is broken down by, and its category there: ["sex", "Female"]. */
export type Part = readonly [by: string, category: string];

const COLUMNS = ["role_id", "route_id", "programme_id", "nqf_level"] as const;
const SLOTS = [1, 2, 3] as const;
const NAMES: Readonly<Record<string, string>> = {
  role_id: "role",
  route_id: "route",
  programme_id: "programme",
  nqf_level: "level"
};

/** What of a figure says of whom it is; what an earlier release said of it has that too. */
export type BrokenDown = Pick<
  Figure,
  (typeof COLUMNS)[number] | `${"dimension" | "category"}_${(typeof SLOTS)[number]}`
>;

/** Returns what a figure is broken down by, in one order for all. */
export function partsOf(figure: BrokenDown): readonly Part[] {
  const known = parts.get(figure);
  if (known) return known;
  const columns = COLUMNS.flatMap((by): Part[] => (figure[by] === null ? [] : [[by, String(figure[by])]]));
  const dimensions = SLOTS.flatMap((slot): Part[] => {
    const [by, category] = [figure[`dimension_${slot}`], figure[`category_${slot}`]];
    return by === null || category === null ? [] : [[by, category]];
  });
  const found = [...columns, ...dimensions].sort(([a], [b]) => (a < b ? -1 : 1));
  parts.set(figure, found);
  return found;
}

/** Returns what a figure is broken down by as one text: "role_id,topic"; empty for a total. */
export function byOf(figure: BrokenDown): string {
  const known = bys.get(figure);
  if (known !== undefined) return known;
  const found = partsOf(figure)
    .map(([by]) => by)
    .join(",");
  bys.set(figure, found);
  return found;
}

/** Figures never change, and each repaint asks for many of them. */
const parts = new WeakMap<BrokenDown, readonly Part[]>();
const bys = new WeakMap<BrokenDown, string>();

/** Returns what stands between the commas; none for a total. */
export const splitBy = (by: string): string[] => (by === "" ? [] : by.split(","));

/** Returns the name of one breakdown: "role", "ethnic group". */
export const byName = (by: string): string => NAMES[by] ?? lower(by);

/** Returns the name of a category within its breakdown. */
export function categoryName([by, category]: Part, facts: Facts): string {
  if (by === "role_id") return roleName(facts, category);
  if (by === "route_id") return routeName(facts, category);
  if (by === "programme_id") return programmeName(facts, category);
  if (by === "nqf_level") return `Level ${category}`;
  if (by === "rate compared") return indicatorName(facts, category);
  if (by === "target") return facts.progress.find(({target_id}) => target_id === category)?.title ?? category;
  if (by === "priority") return `Priority ${category}`;
  if (by === "months since start") return `${category} months`;
  return by === "collection" || by === "field" ? category.replaceAll("_", " ") : category;
}

/** Returns the name of an area. */
export const nameOfArea = (code: string, facts: Facts): string => areaName(facts, code);

/** Returns where a category stands among its like: by the first number in it, else by its name. */
export function categoryRank(name: string): number {
  if (/^never$/i.test(name)) return Number.MAX_VALUE;
  const written = WORDS[/^\w+/.exec(name)?.[0]?.toLowerCase() ?? ""];
  const found = written ?? Number.parseInt(/\d+/.exec(name)?.[0] ?? "", 10);
  if (Number.isNaN(found)) return 0;
  const edge = /^(under|up to)\b/i.test(name) ? -0.5 : /^more than\b/i.test(name) ? 0.5 : 0;
  return (found + edge) * (/\byears?\b/.test(name) ? 12 : 1);
}

const WORDS: Readonly<Record<string, number>> = {one: 1, two: 2, three: 3, four: 4, five: 5};
