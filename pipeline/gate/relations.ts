import type {Surface} from "../contracts/published/surface.js";
import {type Cell, cellId, isBeside, ruleOf} from "./cells.js";
import type {Relation} from "./protect/problem.js";
import {monthsOf} from "./years.js";

/**
 * Returns how cells hang together by the surface: totals and their parts, parts that overlap, and quantities that are
 * never above others. Parts that do not come to their total are an error of the marts.
 */
export function relationsOf(
  cells: readonly Cell[],
  {surface, parents}: {surface: Surface; parents: ReadonlyMap<string, string | null>}
): readonly Relation[] {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const relations: Relation[] = [];
  const add = (total: Cell, {parts, over}: Sum): void => {
    // What others published need not add up, and there is nothing in it to protect.
    if (total.isPublic && parts.every((part) => part.isPublic)) return;
    const sum = parts.reduce((before, part) => before + part.count, 0);
    const left = Math.round((total.count - sum) * 1e6) / 1e6;
    if (left !== 0)
      throw new Error(`invalid parts: ${total.id} is ${total.count}, and its parts by ${over} come to ${sum}`);
    relations.push(sumRelation(total, parts));
  };
  const summed = cells.filter((cell) => !isBeside(cell));
  for (const family of grouped(summed, ({quantity}) => quantity).values()) {
    const {adds, overlaps = [], within = [], apart = {}} = ruleOf(surface, (family[0] as Cell).quantity);
    for (const over of adds) {
      const sums =
        over === "area"
          ? areaSums(family, {parents, unplaced: apart.area})
          : over === "period"
            ? yearSums(family)
            : partSums(family, {over, apart: apart[over], byId});
      for (const sum of sums) add(sum.total, {...sum, over});
    }
    for (const over of overlaps)
      for (const {total, parts} of over === "area"
        ? areaSums(family, {parents, unplaced: apart.area})
        : partSums(family, {over, byId}))
        for (const part of parts) relations.push(atMost(part, total));
    for (const quantity of within)
      for (const cell of family) {
        const whole = byId.get(cellId({...cell, quantity}));
        if (whole) relations.push(atMost(cell, whole));
      }
  }
  return relations;
}

interface Sum {
  parts: readonly Cell[];
  over: string;
}
type TotalAndParts = {total: Cell; parts: readonly Cell[]};

function partSums(
  family: readonly Cell[],
  {over, apart, byId}: {over: string; apart?: string; byId: ReadonlyMap<string, Cell>}
): TotalAndParts[] {
  const isPart = ([breakdown]: readonly [string, string]): boolean => breakdown === over || breakdown === apart;
  const withPart = family.filter((cell) => cell.breakdowns.some(isPart));
  const without = (cell: Cell): string =>
    cellId({...cell, breakdowns: cell.breakdowns.filter((breakdown) => !isPart(breakdown))});
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
