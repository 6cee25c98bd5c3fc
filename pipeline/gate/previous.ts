import {type FigureKey, ratioOf, type Surface} from "../contracts/published/surface.js";
import {cellsOf, type GivenFigure} from "./cells.js";

type PublishedFigure = FigureKey &
  Pick<GivenFigure, "value" | "numerator" | "denominator" | "base"> & {symbol: string | null};

/**
 * Returns what the figures of an earlier release showed of each cell, so that what did not change does not move. Where
 * figures show two numbers for one cell, as a release of another program may, none is kept.
 */
export function shownBefore(figures: readonly PublishedFigure[], surface: Surface): Map<string, number> {
  const shown = new Map<string, number>();
  const unclear = new Set<string>();
  figures.forEach((figure, index) => {
    const treatment = treatmentOf(figure, surface);
    if (!treatment) return;
    // What was low had been rounded to none.
    const value = treatment === "count" && figure.symbol === "low" ? 0 : figure.value;
    const {cells} = cellsOf([{...figure, value, figure_number: index, treatment, is_low: false}], surface);
    for (const {id, count} of cells.values()) {
      if (shown.has(id) && shown.get(id) !== count) unclear.add(id);
      shown.set(id, count);
    }
  });
  for (const id of unclear) shown.delete(id);
  return shown;
}

function treatmentOf(figure: PublishedFigure, surface: Surface): string | undefined {
  if (surface.quantities[figure.unit]) return "count";
  if (ratioOf(surface, figure)) return "rate";
  return figure.base === null ? undefined : "survey_percent";
}
