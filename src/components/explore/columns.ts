import {sentence} from "../format.js";
import type {PlainColumn} from "../plainTable.js";
import type {Origin} from "../release.js";
import {byName, splitBy} from "./breakdowns.js";
import type {Facts} from "./facts.js";
import type {Shown} from "./selection.js";
import type {ExploreState} from "./state.js";
import {shownValue, writer} from "./values.js";

export interface ColumnOptions {
  state: ExploreState;
  facts: Facts;
}

/** Returns what tells the rows apart: where, of whom, when. What is one for all stands in the title instead. */
export function nameColumns(rows: readonly Shown[], {state}: ColumnOptions): PlainColumn<Shown>[] {
  const columns: PlainColumn<Shown>[] = [
    {title: "Area", value: ({area}) => area},
    ...splitBy(state.by).map((by, index) => ({
      title: sentence(byName(by)),
      value: ({categories}: Shown) => categories[index] ?? ""
    })),
    {title: "Period", value: ({period}) => period}
  ];
  const telling = columns.filter(({value}) => new Set(rows.map(value)).size > 1);
  return telling.length > 0 ? telling : columns.slice(0, 1);
}

/** Returns what the table and the download hold of each row. */
export function columnsOf(rows: readonly Shown[], options: ColumnOptions): PlainColumn<Shown>[] {
  const {state, facts} = options;
  const write = writer(
    state.unit,
    rows.map(({figure}) => figure)
  );
  const has = (test: (row: Shown) => boolean): boolean => rows.some(test);
  const limit = (name: "lower" | "upper"): PlainColumn<Shown> => ({
    title: `${intervalName(rows)} ${name === "lower" ? "from" : "to"}`,
    isNumber: true,
    value: ({figure}) => (figure.value === null ? "" : (figure[name] ?? "")),
    write
  });
  const hasLimits = has(({figure: {value, lower, upper}}) => value !== null && (lower !== null || upper !== null));
  return [
    ...nameColumns(rows, options),
    {title: sentence(state.unit), isNumber: true, value: ({figure}) => shownValue(figure, {write, facts}), write},
    ...(hasLimits ? [limit("lower"), limit("upper")] : []),
    ...(has(({figure: {base}}) => base !== null)
      ? [{title: "Base", isNumber: true, value: ({figure}: Shown) => figure.base ?? "", write: whole}]
      : []),
    ...(has(({figure: {senders_expected}}) => senders_expected !== null)
      ? [{title: "Returns in", value: returnsIn}]
      : []),
    ...(has((row) => noteOf(row) !== "") ? [{title: "Note", value: noteOf}] : []),
    ...(originsOf(rows).size > 1 ? [{title: "Origin", value: ({figure}: Shown) => sentence(figure.origin)}] : [])
  ];
}

/** Returns a row's name where nothing else tells it: "Female, London". */
export const rowName = (row: Shown, names: readonly PlainColumn<Shown>[]): string =>
  names.map(({value}) => String(value(row))).join(", ");

/** Returns the origins of some rows. */
export const originsOf = (rows: readonly Shown[]): Set<Origin> => new Set(rows.map(({figure}) => figure.origin));

/** Returns "95%" for the intervals of some rows. */
export function intervalName(rows: readonly Shown[]): string {
  const levels = new Set(rows.flatMap(({figure}) => figure.interval_level ?? []));
  const [only] = levels;
  return levels.size === 1 && only !== undefined ? `${Math.round(only * 100)}%` : "Interval";
}

const whole = (value: number): string => value.toLocaleString("en-GB");

function returnsIn({figure: {senders_returned, senders_expected}}: Shown): string {
  return senders_returned === null || senders_expected === null ? "" : `${senders_returned} of ${senders_expected}`;
}

function noteOf({figure: {reliability, is_part_period}}: Shown): string {
  const notes = [reliability === "provisional" ? "provisional" : "", is_part_period ? "part period" : ""];
  return notes.filter((note) => note !== "").join(", ");
}
