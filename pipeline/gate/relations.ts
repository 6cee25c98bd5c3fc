import type {Surface} from "../contracts/published/surface.js";
import {type Cell, cellId, ruleOf} from "./cells.js";
import type {Relation} from "./protect/problem.js";
import {monthsOf} from "./years.js";

export interface Related {
  relations: readonly Relation[];
  rests: readonly Cell[]; // what a total holds beyond its parts: known to nobody but who subtracts
}

/**
 * Returns how cells hang together by the surface: totals and their parts, parts that overlap, and quantities that are
 * never above others. A total below the sum of parts that should share nothing is an error of the marts.
 */
export function relationsOf(
  cells: readonly Cell[],
  {surface, parents}: {surface: Surface; parents: ReadonlyMap<string, string | null>}
): Related {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const relations: Relation[] = [];
  const rests: Cell[] = [];
  const add = (total: Cell, {parts, over}: Sum): void => {
    // What others published need not add up, and there is nothing in it to protect.
    if (total.isPublic && parts.every((part) => part.isPublic)) return;
    const sum = parts.reduce((before, part) => before + part.count, 0);
    const left = Math.round((total.count - sum) * 1e6) / 1e6;
    if (left < 0 || (left > 0 && !ruleOf(surface, total.quantity).leaves?.some((name) => name === over)))
      throw new Error(`invalid parts: ${total.id} is ${total.count}, and its parts by ${over} come to ${sum}`);
    const rest: Cell[] =
      left > 0 ? [{...total, id: `${total.id}|rest by ${over}`, count: left, isPublic: false, isLow: false}] : [];
    rests.push(...rest);
    relations.push(sumRelation(total, [...parts, ...rest]));
  };
  for (const family of grouped(cells, ({quantity}) => quantity).values()) {
    const {adds, overlaps = [], within = [], unplaced} = ruleOf(surface, (family[0] as Cell).quantity);
    for (const over of adds) {
      const sums =
        over === "area"
          ? areaSums(family, {parents, unplaced})
          : over === "period"
            ? yearSums(family)
            : partSums(family, {over, byId});
      for (const sum of sums) add(sum.total, {...sum, over});
    }
    for (const over of overlaps)
      for (const {total, parts} of over === "area"
        ? areaSums(family, {parents, unplaced})
        : partSums(family, {over, byId}))
        for (const part of parts) relations.push(atMost(part, total));
    for (const quantity of within)
      for (const cell of family) {
        const whole = byId.get(cellId({...cell, quantity}));
        if (whole) relations.push(atMost(cell, whole));
      }
  }
  return {relations, rests};
}

interface Sum {
  parts: readonly Cell[];
  over: string;
}
type TotalAndParts = {total: Cell; parts: readonly Cell[]};

function partSums(
  family: readonly Cell[],
  {over, byId}: {over: string; byId: ReadonlyMap<string, Cell>}
): TotalAndParts[] {
  const withPart = family.filter((cell) => cell.breakdowns.some(([breakdown]) => breakdown === over));
  const without = (cell: Cell): string =>
    cellId({...cell, breakdowns: cell.breakdowns.filter(([breakdown]) => breakdown !== over)});
  return [...grouped(withPart, without)].flatMap(([id, parts]) => {
    const total = byId.get(id);
    return total ? [{total, parts}] : [];
  });
}

/** Sums of months that make up a year, academic or financial, where the months are cells as well. */
function yearSums(family: readonly Cell[]): TotalAndParts[] {
  const anywhere = (cell: Cell): string => cellId({...cell, periodType: "", period: ""});
  return [...grouped(family, anywhere).values()].flatMap((cells) => {
    const months = cells.filter(({periodType}) => periodType === "month");
    if (months.length === 0) return [];
    return cells.flatMap((total) => {
      const within = monthsOf(total);
      const parts = months.filter(({period}) => within?.has(period));
      return parts.length > 0 ? [{total, parts}] : [];
    });
  });
}

/** Sums of the areas that lie next below an area that has a cell; what lies in none is a part of the nation. */
function areaSums(
  family: readonly Cell[],
  {parents, unplaced}: {parents: ReadonlyMap<string, string | null>; unplaced?: string}
): TotalAndParts[] {
  const isUnplaced = (cell: Cell): boolean => cell.breakdowns.some(([breakdown]) => breakdown === unplaced);
  const anywhere = (cell: Cell): string =>
    cellId({...cell, area: "", breakdowns: cell.breakdowns.filter(([breakdown]) => breakdown !== unplaced)});
  return [...grouped(family, anywhere).values()].flatMap((cells) => {
    const here = new Map(cells.filter((cell) => !isUnplaced(cell)).map((cell) => [cell.area, cell]));
    const above = (cell: Cell): string =>
      isUnplaced(cell) ? cell.area : (areaAbove(cell.area, {here, parents}) ?? "");
    return [...grouped(cells, above)].flatMap(([area, parts]) => {
      const total = here.get(area);
      return total ? [{total, parts}] : [];
    });
  });
}

/** Returns the nearest area above one that has a cell. */
function areaAbove(
  area: string,
  {here, parents}: {here: ReadonlyMap<string, Cell>; parents: ReadonlyMap<string, string | null>}
): string | undefined {
  for (let next = parents.get(area); next; next = parents.get(next)) if (here.has(next)) return next;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const sumRelation = (total: Cell, parts: readonly Cell[]): Relation => ({
  terms: [{cell: total.id, factor: -1}, ...parts.map(({id}) => ({cell: id, factor: 1}))],
  sense: "equal"
});

const atMost = (smaller: Cell, greater: Cell): Relation => ({
  terms: [
    {cell: smaller.id, factor: 1},
    {cell: greater.id, factor: -1}
  ],
  sense: "at_most"
});
