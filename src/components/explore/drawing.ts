import {plural} from "../format.js";
import {rowName} from "./columns.js";
import type {Facts} from "./facts.js";
import {lineChart, type Point, type Series} from "./lineChart.js";
import {inStep, periodKey, periodMark} from "./periods.js";
import {type ChartRow, rowChart} from "./rowChart.js";
import type {Shown} from "./selection.js";
import {domainOf} from "./svg.js";
import {shownValue, writer} from "./values.js";
import type {View} from "./view.js";

/** A view as a chart. */
export interface Drawing {
  alternative: string; // what a reader who cannot see it needs
  rest: string; // what is left out of it; empty where nothing is
  draw(width: number): Element;
}

const MOST_ROWS = 64;
const MOST_SERIES = 12;

/** Returns the chart of a view: lines where it spans periods, else rows; nothing where there is nothing to draw. */
export function drawingOf(view: View, {facts, document}: {facts: Facts; document: Document}): Drawing | undefined {
  const figures = view.rows.map(({figure}) => figure);
  if (figures.length === 0) return undefined;
  const write = writer(view.state.unit, figures);
  const said = (row: Shown): string => {
    const found = shownValue(row.figure, {write, facts});
    return typeof found === "number" ? write(found) : typeof found === "string" ? found : found.word;
  };
  const ends = figures.flatMap(({value, lower, upper}) => [value, lower, upper].filter((end) => end !== null));
  const domain = domainOf(ends, {isShare: /^per cent\b/.test(view.state.unit)});
  const options = {document, domain, write};
  if (view.state.period.endsWith(":all") && inStep(figures).length > 1) return lines(view, {options, said});
  const rows = view.rows.slice(0, MOST_ROWS).map((row) => chartRow(row, {view, said: said(row)}));
  return {
    alternative: `Chart of ${plural(rows.length, "figure")}. The table below has the same: ${view.title}.`,
    rest: left(view.rows.length - rows.length, "figure"),
    draw: (width) => rowChart(rows, {...options, width})
  };
}

interface LineOptions {
  options: {document: Document; domain: readonly [number, number]; write(value: number): string};
  said(row: Shown): string;
}

function lines(view: View, {options, said}: LineOptions): Drawing {
  const periods = inStep(view.rows.map(({figure}) => figure));
  const names = view.names.filter(({title}) => title !== "Period");
  const found = new Map<string, Map<string, Shown>>();
  for (const row of view.rows) {
    const name = rowName(row, names) || row.area;
    const of = found.get(name) ?? new Map<string, Shown>();
    of.set(periodKey(row.figure), row);
    found.set(name, of);
  }
  const series = [...found]
    .slice(0, MOST_SERIES)
    .map(([name, of]): Series => ({name, points: periods.map((period) => point(of.get(periodKey(period)), said))}));
  return {
    alternative: `Line chart of ${plural(series.length, "series", "series")} over ${plural(periods.length, "period")}. The table below has the same: ${view.title}.`,
    rest: left(found.size - series.length, "series"),
    draw: (width) => lineChart(series, {...options, width, periods: periods.map(periodMark)})
  };
}

function point(row: Shown | undefined, said: (row: Shown) => string): Point {
  if (row === undefined) return {value: null, word: "", isPart: false};
  const {value, lower, upper, is_part_period} = row.figure;
  const limits = lower !== null && upper !== null && value !== null ? ([lower, upper] as const) : undefined;
  return {value, word: value === null ? said(row) : "", limits, isPart: is_part_period};
}

function chartRow(row: Shown, {view, said}: {view: View; said: string}): ChartRow {
  const {value, lower, upper, symbol} = row.figure;
  const [first, ...others] = view.names;
  const isGrouped = view.state.order === "published" && others.length > 0 && first !== undefined;
  const hasLimits = symbol === null && (lower !== null || upper !== null);
  return {
    group: row.isPinned ? "Pinned" : isGrouped ? String(first.value(row)) : "",
    name: rowName(row, isGrouped && !row.isPinned ? others : view.names),
    said,
    value,
    limits: hasLimits ? [lower, upper] : undefined
  };
}

const left = (number: number, one: string): string =>
  number <= 0
    ? ""
    : `The chart leaves out ${plural(number, one, one === "series" ? one : undefined)} that the table holds.`;
