import {breakdownsOf, type FigureKey, ratioOf, type Surface, tableOf} from "../contracts/published/surface.js";
import type {Fault} from "./fault.js";
import {type Label, labelOf, labelText} from "./labels.js";
import type {Pair, Published, Rate} from "./published.js";
import type {ReleaseRow} from "./release.js";

/** What a reader of published figures knows of numbers of people, told from labels and numbers alone. */
export interface Knowledge {
  cells: ReadonlyMap<string, {label: Label; published: Published}>;
  pairs: readonly Pair[];
  rates: readonly Rate[]; // those that are not the quotient of the parts shown beside them
  faults: readonly Fault[]; // figures that no declared table lists, and numbers given in two ways
}

export interface KnowledgeOptions {
  surface: Surface;
  base: number;
  rateDecimals: number;
  scaleOf(unit: string): number;
  isFact(row: ReleaseRow): boolean; // published elsewhere already, so known exactly
}

/** Returns the cells behind published figures, with what each figure shows of them. */
export function knowledgeOf(rows: readonly ReleaseRow[], options: KnowledgeOptions): Knowledge {
  const {surface} = options;
  const cells = new Map<string, {label: Label; published: Published}>();
  const pairs: Pair[] = [];
  const rates: Rate[] = [];
  const faults: Fault[] = [];
  const see = (figure: FigureKey, {quantity, published}: {quantity: string; published: Published}): string => {
    const beside = quantity.startsWith("answers to ") ? JSON.stringify(published) : undefined;
    const label = labelOf(figure, {quantity, surface, beside});
    const id = labelText(label);
    const before = cells.get(id)?.published ?? "hidden";
    if (before === "hidden") cells.set(id, {label, published});
    else if (published !== "hidden" && JSON.stringify(before) !== JSON.stringify(published))
      faults.push({
        kind: "two numbers",
        text: `${nameOf(figure)}: ${sayOf(published)}, where another figure says ${sayOf(before)} of ${id}`
      });
    return id;
  };
  for (const row of rows) {
    const figure = row as unknown as FigureKey;
    const isAbsent = row.symbol === "x" && breakdownsOf(figure).length === 0;
    if (!isAbsent && tableOf(surface, figure) === undefined) faults.push({kind: "unlisted", text: nameOf(figure)});
    if (row.bound !== null) continue;
    const ratio = ratioOf(surface, figure);
    if (surface.quantities[figure.unit]) {
      see(figure, {quantity: figure.unit, published: shownIn(row, {part: "value", options})});
    } else if (ratio) {
      const part = see(figure, {quantity: ratio.numerator, published: shownIn(row, {part: "numerator", options})});
      const below = shownIn(row, {part: "denominator", options});
      const known = ratio.isPublic && typeof below === "number" ? {exact: below} : below;
      const whole = see(figure, {quantity: ratio.denominator, published: known});
      if (ratio.isShare) pairs.push({part, whole});
      const told = rateToldBy(row, options);
      if (told) rates.push({...told, numerator: part, denominator: whole});
    } else if (figure.period_type === "survey" && isPercentage(figure.unit)) {
      see(figure, {quantity: `answers to ${figure.indicator_id}`, published: shownIn(row, {part: "base", options})});
    }
  }
  return {cells, pairs, rates, faults};
}

/** Returns a figure's name for people: its indicator and all that narrows it. */
export function nameOf(figure: FigureKey): string {
  const {indicator_id, period, area_code, role_id, route_id, programme_id, nqf_level, category_1, category_2} = figure;
  return [
    indicator_id,
    period,
    area_code,
    role_id,
    route_id,
    programme_id,
    nqf_level,
    category_1,
    category_2,
    figure.category_3,
    figure.unit
  ]
    .filter((text) => text !== null)
    .join(" ");
}

function shownIn(
  row: ReleaseRow,
  {part, options}: {part: "value" | "numerator" | "denominator" | "base"; options: KnowledgeOptions}
): Published {
  const number = row[part];
  if (typeof number === "number" && number >= 0)
    // What is not rounded, though it should be, is known to everybody.
    return options.isFact(row) || number % options.base !== 0 ? {exact: number} : number;
  return part === "value" && row.symbol === "low" ? "low" : "hidden";
}

const sayOf = (published: Published): string =>
  typeof published === "object" ? String(published.exact) : String(published);

/**
 * A rate that the shown parts give tells nothing more than they do. One that they do not give was worked out of the true
 * numbers, and narrows them.
 */
function rateToldBy(
  row: ReleaseRow,
  options: KnowledgeOptions
): Pick<Rate, "value" | "halfWidth" | "scale"> | undefined {
  const {value, numerator, denominator} = row;
  if (typeof value !== "number") return;
  const scale = options.scaleOf(String(row.unit));
  const halfWidth = 10 ** -Math.max(options.rateDecimals, decimalsOf(value)) / 2;
  if (typeof numerator === "number" && typeof denominator === "number" && denominator > 0) {
    if (Math.abs((numerator / denominator) * scale - value) <= halfWidth + 1e-9) return;
  }
  return {value, halfWidth, scale};
}

/** Returns whether a unit is a percentage, of whatever. */
export function isPercentage(unit: string): boolean {
  return /^per cent\b|%/.test(unit);
}

/** Returns how many decimals a number is given with. */
export function decimalsOf(value: number): number {
  return (String(value).split(".")[1] ?? "").length;
}
