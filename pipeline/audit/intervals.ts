import {type FigureKey, ratioOf, type Surface} from "../contracts/published/surface.js";
import {isPercentage} from "./knowledge.js";
import {labelOf, labelText} from "./labels.js";
import {boundsOf, type Constraint} from "./published.js";
import type {ReleaseRow} from "./release.js";
import {wilsonLimit} from "./shape.js";

/** Percentages whose effective base may be above the base: their intervals say nothing of the number of answers. */
const UNBOUND: readonly string[] = ["GAP-02"];

interface Options {
  surface: Surface;
  base: number;
}

/**
 * Returns what intervals and bands of survey percentages say of the number of answers behind them. The limits are Wilson's
 * on the effective base, which is never above the base: a narrow interval rests on at least so many answers. A limit is
 * taken to be anywhere in its whole point, and the percentage where it makes the interval narrowest.
 */
export function toldByIntervals(rows: readonly ReleaseRow[], {surface, base}: Options): Constraint[] {
  const least = new Map<string, number>();
  for (const row of rows) {
    const figure = row as unknown as FigureKey;
    if (figure.period_type !== "survey" || !isPercentage(figure.unit) || typeof row.base !== "number") continue;
    if (row.value === null || ratioOf(surface, figure) || UNBOUND.includes(figure.indicator_id)) continue;
    const quantity = `answers to ${figure.indicator_id}`;
    // A base that is not rounded is a fault already, and known to everybody.
    const published = row.base % base === 0 ? row.base : {exact: row.base};
    const id = labelText(labelOf(figure, {quantity, surface, beside: JSON.stringify(published)}));
    const {upper} = boundsOf({id, published, base});
    const answers = Math.max(bandFrom(row), answersFrom(row, upper));
    if (answers <= upper) least.set(id, Math.max(answers, least.get(id) ?? 0));
  }
  return [...least].map(([cell, lower]) => ({terms: [{cell, factor: 1}], lower}));
}

/** The least number in a band ("50 to 99", "1,000 or more"). */
function bandFrom({effective_base_band: band}: ReleaseRow): number {
  return typeof band === "string" ? Number.parseInt(band.replaceAll(",", ""), 10) : 0;
}

/** The fewest answers, up to `most`, on which both limits lie as near the percentage as they are shown. */
function answersFrom({value, lower, upper}: ReleaseRow, most: number): number {
  const [percent, from, to] = [value, lower, upper].map(Number) as [number, number, number];
  if (lower === null || upper === null) return 0;
  const [highest, lowest] = [Math.min(percent + 0.5, 100) / 100, Math.max(percent - 0.5, 0) / 100];
  const isNear = (answers: number): boolean =>
    wilsonLimit(highest, answers, -1) >= (from - 0.5) / 100 && wilsonLimit(lowest, answers, 1) <= (to + 0.5) / 100;
  let [few, enough] = [0, most];
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (isNear(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}
