import {type FigureKey, ratioOf, type Surface} from "../contracts/published/surface.js";
import {cellsOf, type GivenFigure} from "./cells.js";
import {otherShown} from "./otherCells.js";
import {POLICY} from "./policy.js";

type PublishedFigure = FigureKey &
  Pick<GivenFigure, "value" | "numerator" | "denominator" | "base"> & {symbol: string | null};
type Tables = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/**
 * Returns what the tables of an earlier release showed of each cell, so that what did not change does not move. Where
 * figures show two numbers for one cell, as a release of another program may, none is kept; where they show none, what
 * their symbols leave for a small one.
 */
export function shownBefore(tables: Tables, surface: Surface): Map<string, number> {
  const figures = (tables.get("indicators") ?? []) as unknown as readonly PublishedFigure[];
  const supposed = numbersIn(figures.map(supposedParts), surface);
  return new Map([...supposed, ...numbersIn(figures, surface), ...otherShown(tables)]);
}

function numbersIn(figures: readonly PublishedFigure[], surface: Surface): Map<string, number> {
  const shown = new Map<string, number>();
  const unclear = new Set<string>();
  figures.forEach((figure, index) => {
    const treatment = treatmentOf(figure, surface);
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

function treatmentOf(figure: PublishedFigure, surface: Surface): string {
  if (surface.quantities[figure.unit]) return "count";
  return ratioOf(surface, figure) ? "rate" : "survey_percent";
}

/** What a symbol says of a small number that stands behind it: another in its place would bring another symbol. */
function supposedParts(figure: PublishedFigure): PublishedFigure {
  const {roundingBase: base} = POLICY;
  const [none, some] = [{denominator: 0, base: 0}, {denominator: base}];
  const behind = {c: none, u: some, low: {numerator: 0, ...some}}[figure.symbol ?? ""];
  return behind
    ? {...figure, value: null, ...behind}
    : {...figure, value: null, numerator: null, denominator: null, base: null};
}
