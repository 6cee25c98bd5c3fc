import {
  breakdownsOf,
  censusOf,
  type FigureKey,
  type Quantity,
  ratioOf,
  type Surface
} from "../contracts/published/surface.js";

/** A number that is to be protected: of what, for when and where, broken down by what. */
export interface Cell {
  id: string;
  quantity: string;
  periodType: string;
  period: string;
  area: string;
  breakdowns: readonly (readonly [breakdown: string, category: string])[];
  count: number;
  isPublic: boolean; // known exactly to everybody
  isLow: boolean; // shown as low, whatever it might be rounded to
}

/** A figure as a mart gives it, numbered, with the treatment that the policy chose. */
export interface GivenFigure extends FigureKey {
  figure_number: number;
  treatment: string;
  is_low: boolean; // a fact too small to pass as it is
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  base: number | null;
}

/** The columns of a figure that can hold a number of people. */
export const PARTS = ["value", "numerator", "denominator", "base"] as const;
export type Part = (typeof PARTS)[number];

/** Which cell stands in a column of a figure. */
export interface Place {
  figure_number: number;
  part: Part;
  cell: string;
}

/**
 * Returns every cell that some figures hold, once, and where each stands; two counts for one cell are an error. `names` gives
 * the cell for each number of answers that stands for the same one.
 */
export function cellsOf(
  figures: readonly GivenFigure[],
  surface: Surface
): {cells: ReadonlyMap<string, Cell>; places: readonly Place[]; names: ReadonlyMap<string, string>} {
  const cells = new Map<string, Cell>();
  const places: Place[] = [];
  const names = new Map<string, string>();
  const same = new Map<string, Cell>();
  // What stands beside the answers to one question is mostly one number: where it is the same, it is one cell.
  const standing = (cell: Cell): Cell => {
    if (!isBeside(cell)) return cell;
    const whole = cellId({...cell, breakdowns: cell.breakdowns.filter(([breakdown]) => breakdown !== BESIDE)});
    const key = `${whole}, ${cell.count}`;
    const found = cells.get(whole)?.count === cell.count ? cells.get(whole) : same.get(key);
    if (!found) same.set(key, cell);
    else if (found.id !== cell.id) names.set(cell.id, found.id);
    return found ?? cell;
  };
  // Totals come before their parts, so that what stands beside an answer finds the number of all who were asked.
  for (const figure of [...figures].sort((one, other) => breakdownsOf(one).length - breakdownsOf(other).length)) {
    for (const part of PARTS) {
      const count = figure[part];
      const holds = count === null ? undefined : quantityIn(part, {figure, surface});
      if (count === null || holds === undefined) continue;
      const cell = standing(cellOf(figure, {...holds, count, rule: ruleOf(surface, holds.quantity)}));
      const known = cells.get(cell.id);
      if (known && Math.abs(known.count - cell.count) > 1e-6)
        throw new Error(`two counts of one cell: ${cell.id}: ${known.count} and ${cell.count}`);
      if (!known || cell.isPublic) cells.set(cell.id, cell);
      places.push({figure_number: figure.figure_number, part, cell: cell.id});
    }
  }
  return {cells, places, names};
}

/** Returns what the surface says of a quantity; the answers that a survey figure rests on are one kind, whatever was asked. */
export function ruleOf(surface: Surface, quantity: string): Quantity {
  const rule = surface.quantities[quantity] ?? surface.quantities[quantity.startsWith(ANSWERS) ? "answers" : quantity];
  if (!rule) throw new Error(`missing quantity: ${quantity}`);
  return rule;
}

/** Returns the identifier of a cell: `starts|academic 2003-04|NE|programme_id=Q09`. */
export function cellId({
  quantity,
  periodType,
  period,
  area,
  breakdowns
}: Pick<Cell, "quantity" | "periodType" | "period" | "area" | "breakdowns">): string {
  const by = breakdowns.map(([breakdown, category]) => `${breakdown}=${category}`).join(";");
  return [quantity, `${periodType} ${period}`, area, ...(by ? [by] : [])].join("|");
}

const ANSWERS = "answers to ";
/** What tells a number of answers from those beside other answers to the same question: the first answer that it stands beside. */
const BESIDE = "beside";

/** Returns whether a cell is a number of answers beside one answer: such cells make up no total. */
export function isBeside({breakdowns}: Pick<Cell, "breakdowns">): boolean {
  return breakdowns.some(([breakdown]) => breakdown === BESIDE);
}

function quantityIn(
  part: Part,
  {figure, surface}: {figure: GivenFigure; surface: Surface}
): {quantity: string; isPublic?: boolean} | undefined {
  const {treatment, unit, indicator_id: indicator} = figure;
  if (part === "base") return treatment === "survey_percent" ? {quantity: `${ANSWERS}${indicator}`} : undefined;
  if (part === "value") {
    if (treatment === "count" || treatment === "fte") return {quantity: unit};
    return treatment === "fact" && surface.quantities[unit] ? {quantity: unit, isPublic: true} : undefined;
  }
  if (treatment !== "rate") return;
  const ratio = ratioOf(surface, figure);
  if (!ratio) throw new Error(`missing ratio: ${indicator}, ${unit}`);
  return {quantity: ratio[part], isPublic: part === "denominator" && ratio.isPublic};
}

function cellOf(
  figure: GivenFigure,
  {quantity, count, rule, isPublic = false}: {quantity: string; count: number; rule: Quantity; isPublic?: boolean}
): Cell {
  const all = breakdownsOf(figure);
  const kept: Cell["breakdowns"] = all.filter(([breakdown]) => !rule.ignores?.includes(breakdown));
  const beside = all.filter(([breakdown]) => rule.ignores?.includes(breakdown)).map((pair) => pair.join("="));
  const breakdowns =
    beside.length > 0 && quantity.startsWith(ANSWERS) ? [...kept, [BESIDE, beside.join(",")] as const] : kept;
  const time = rule.isCensus ? censusOf(figure) : {periodType: figure.period_type, period: figure.period};
  const place = {quantity, ...time, area: figure.area_code, breakdowns};
  const isLow = isPublic && figure.is_low;
  return {...place, id: cellId(place), count, isPublic: isPublic && !isLow, isLow};
}
