import type {Surface} from "../contracts/published/surface.js";
import type {Term} from "../gate/protect/problem.js";
import {type Label, labelText, quantityOf} from "./labels.js";

/** A total, and parts of it that share nothing. */
export interface KnownSum {
  total: string;
  parts: readonly string[];
  over: string;
}

export interface KnownRelations {
  sums: readonly KnownSum[];
  atMost: readonly (readonly Term[])[]; // each is at most none: smaller − greater
}

/**
 * Returns which published cells add up to which, and which are never above which: told by their labels, the surface and
 * the map of areas.
 */
export function knownRelations(
  labels: ReadonlyMap<string, Label>,
  {surface, parents}: {surface: Surface; parents: ReadonlyMap<string, string | null>}
): KnownRelations {
  const sums = new Map<string, KnownSum & {parts: string[]}>();
  const atMost: Term[][] = [];
  const partOf = (part: string, {total, over}: {total: Label | undefined; over: string}): void => {
    if (!total) return;
    const id = labelText(total);
    const key = `${id}|${over}`;
    const sum = sums.get(key) ?? {total: id, parts: [], over};
    sum.parts.push(part);
    sums.set(key, sum);
  };
  const known = (label: Label): Label | undefined => labels.get(labelText(label)) && label;
  for (const [id, label] of labels) {
    const {adds, overlaps = [], within = [], apart = {}} = quantityOf(surface, label.quantity);
    for (const over of adds) {
      const own = over === "period" ? undefined : apart[over];
      if (own && label.by.has(own)) partOf(id, {total: known(without(label, own)), over});
      else if (over === "area") partOf(id, {total: areaAbove(label, {known, parents}), over});
      else if (over === "period")
        for (const total of yearsOf(label)) partOf(id, {total: known(total), over: total.periodType});
      else if (label.by.has(over)) partOf(id, {total: known(without(label, over)), over});
    }
    for (const over of overlaps) {
      const total =
        over === "area" ? areaAbove(label, {known, parents}) : label.by.has(over) && known(without(label, over));
      if (total) atMost.push(smallerThan(id, labelText(total)));
    }
    for (const quantity of within) {
      const whole = known({...label, quantity});
      if (whole) atMost.push(smallerThan(id, labelText(whole)));
    }
  }
  return {sums: [...sums.values()], atMost};
}

function areaAbove(
  label: Label,
  {known, parents}: {known(label: Label): Label | undefined; parents: ReadonlyMap<string, string | null>}
): Label | undefined {
  for (let area = parents.get(label.area); area; area = parents.get(area)) {
    const found = known({...label, area});
    if (found) return found;
  }
}

/** A month lies in one academic year, from August, and in one financial year, from April. */
function yearsOf(label: Label): Label[] {
  const [year, month] = label.period.split("-").map(Number);
  if (label.periodType !== "month" || year === undefined || month === undefined) return [];
  return (
    [
      ["academic", 8],
      ["financial", 4]
    ] as const
  ).map(([periodType, first]) => {
    const from = month >= first ? year : year - 1;
    return {...label, periodType, period: `${from}-${String((from + 1) % 100).padStart(2, "0")}`};
  });
}

function without(label: Label, over: string): Label {
  return {...label, by: new Map([...label.by].filter(([name]) => name !== over))};
}

const smallerThan = (smaller: string, greater: string): Term[] => [
  {cell: smaller, factor: 1},
  {cell: greater, factor: -1}
];
