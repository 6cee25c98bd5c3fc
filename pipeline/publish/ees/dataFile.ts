import type {Figure} from "../figures.js";
import type {Scope} from "./families.js";
import {FILTERS, type Filter, ORIGIN, ORIGIN_LABELS, TOTAL} from "./filters.js";
import {LEVELS, PLACE_COLUMNS, type Place} from "./geography.js";
import {type Measure, measureKey, measures, type Statistic} from "./measures.js";
import {eesTime, MONTHS} from "./time.js";

/** A file of open data: what it holds and its cells, each of them written. */
export interface DataFile {
  name: string; // without ending
  title: string;
  scope: Scope;
  figures: readonly Figure[];
  identity: readonly string[]; // columns that say when and where
  filters: readonly Filter[];
  measures: readonly Measure[];
  rows: readonly (readonly string[])[];
}

/** What stands where an indicator has no figure of a row's kind. */
const NOT_APPLICABLE = "z";
const NUMBER_OF_LEVEL = new Map<string, number>(Object.values(LEVELS).map((level, index) => [level, index]));
const NUMBER_OF_MONTH = new Map<string, number>(MONTHS.map((month, index) => [month, index]));

interface WideRow {
  identity: readonly string[];
  items: readonly string[]; // of the filters, the origin last
  cells: string[];
}

/** What the figures of a file are called, and where they are. */
export interface Reading {
  places: ReadonlyMap<string, Place>;
  items: (figure: Figure) => ReadonlyMap<string, string>;
  indicatorNames: ReadonlyMap<string, string>;
}

/**
 * Returns the figures of a file as wide rows: one for each period, area and combination of filters, with a column for each
 * statistic of each indicator; each once with all origins together and once with its own. Throws where two figures claim
 * one cell, or an area is unknown.
 */
export function dataFile(
  figures: readonly Figure[],
  {name, title, scope, reading}: Pick<DataFile, "name" | "title" | "scope"> & {reading: Reading}
): DataFile {
  const columns = measures(figures, reading.indicatorNames);
  const read = figures.map((figure) => ({figure, place: placeOf(figure, reading), items: reading.items(figure)}));
  const used = new Set(read.flatMap(({items}) => [...items.keys()]));
  const filters = [...FILTERS.filter(({column}) => used.has(column)), ORIGIN];
  const placeColumns = PLACE_COLUMNS.filter((column) => read.some(({place}) => place[column] !== ""));
  const timeColumns =
    scope === "other_periods" ? (["period_type", "period"] as const) : (["time_period", "time_identifier"] as const);
  const columnsOf = new Map<string, [index: number, statistic: Statistic][]>();
  columns.forEach(({indicator, unit, statistic}, index) => {
    const key = measureKey({indicator_id: indicator, unit});
    columnsOf.set(key, [...(columnsOf.get(key) ?? []), [index, statistic]]);
  });
  const rows = new Map<string, WideRow>();
  for (const {figure, place, items} of read) {
    const identity = [...timeOf(figure, scope), ...placeColumns.map((column) => place[column])];
    const own = filters.slice(0, -1).map(({column}) => items.get(column) ?? TOTAL);
    write(rowOf(identity, [...own, TOTAL]), figure);
    write(rowOf(identity, [...own, ORIGIN_LABELS[figure.origin] ?? figure.origin]), figure);
  }
  addTotals();
  return {
    name,
    title,
    scope,
    figures,
    identity: [...timeColumns, ...placeColumns],
    filters,
    measures: columns,
    rows: [...rows.values()]
      .map((row) => ({row, order: orderOf(row)}))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({row: {identity, items, cells}}) => [...identity, ...items, ...cells])
  };

  function rowOf(identity: readonly string[], items: readonly string[]): WideRow {
    const key = [...identity, ...items].join("\u0001");
    const row = rows.get(key) ?? {identity, items, cells: columns.map(() => NOT_APPLICABLE)};
    rows.set(key, row);
    return row;
  }

  function write({cells}: WideRow, figure: Figure): void {
    for (const [index, statistic] of columnsOf.get(measureKey(figure)) ?? []) {
      if (cells[index] !== NOT_APPLICABLE) throw new Error(`duplicate figure: ${figure.indicator_id} in ${name}`);
      cells[index] = cellOf(figure, statistic);
    }
  }

  /** A filter by which every figure is broken down has no total; the standard asks for one, which says "not applicable". */
  function addTotals(): void {
    const all = [...rows.values()];
    if (filters.every((_, index) => all.some(({items}) => items[index] === TOTAL))) return;
    const totals = filters.map(() => TOTAL);
    for (const {identity} of all) rowOf(identity, totals);
  }
}

/** Returns the number, or the symbol of the cell's want of one. */
function cellOf(figure: Figure, statistic: Statistic): string {
  const number = figure[statistic];
  if (number !== null) return String(number);
  return figure.value === null ? (figure.symbol ?? NOT_APPLICABLE) : NOT_APPLICABLE;
}

function placeOf({area_code}: Figure, {places}: Reading): Place {
  const place = places.get(area_code);
  if (!place) throw new Error(`unknown area: ${area_code}`);
  return place;
}

function timeOf({period_type, period}: Figure, scope: Scope): readonly string[] {
  if (scope === "other_periods") return [period_type, period];
  const time = eesTime(period_type, period);
  if (!time) throw new Error(`unknown period: ${period}`);
  return [time.time_period, time.time_identifier];
}

/** What a row is sorted by: time, level, area, and filters with the totals first. */
function orderOf({identity: [period = "", when = "", level = "", ...area], items}: WideRow): string {
  const month = NUMBER_OF_MONTH.get(when);
  return [
    period,
    month === undefined ? when : String(month).padStart(2, "0"),
    String(NUMBER_OF_LEVEL.get(level)),
    ...area,
    ...items.map((item) => (item === TOTAL ? "" : item))
  ].join("\u0001");
}
