import {breakdownsOf, censusOf, type FigureKey, type Quantity, type Surface} from "../contracts/published/surface.js";

/** Of what a published number is a number, when, where and for whom. */
export interface Label {
  quantity: string;
  periodType: string;
  period: string;
  area: string;
  by: ReadonlyMap<string, string>;
}

/** Returns the label of a number in a figure; `beside` tells one rounded number from another where a breakdown does not matter. */
export function labelOf(
  figure: FigureKey,
  {quantity, surface, beside}: {quantity: string; surface: Surface; beside?: string}
): Label {
  const {ignores = [], isCensus} = quantityOf(surface, quantity);
  const all = breakdownsOf(figure);
  const by = new Map<string, string>(all.filter(([name]) => !ignores.includes(name)));
  if (by.size < all.length && beside !== undefined) by.set("beside", beside);
  const time = isCensus ? censusOf(figure) : {periodType: figure.period_type, period: figure.period};
  return {quantity, ...time, area: figure.area_code, by};
}

/** Returns the text of a label, the same for the same label. */
export function labelText({quantity, periodType, period, area, by}: Label): string {
  const breakdowns = [...by].sort(([one], [other]) => (one < other ? -1 : 1)).map((pair) => pair.join(" "));
  return [quantity, periodType, period, area, ...breakdowns].join(", ");
}

/** Returns what the surface says of a quantity; every survey's answers are one kind. */
export function quantityOf(surface: Surface, quantity: string): Quantity {
  const found =
    surface.quantities[quantity] ?? surface.quantities[quantity.startsWith("answers to ") ? "answers" : quantity];
  if (!found) throw new Error(`missing quantity: ${quantity}`);
  return found;
}
