import {count, list, missing, plural, sentence} from "../format.js";
import {indicatorName} from "../names.js";
import type {PlainColumn} from "../plainTable.js";
import type {Origin} from "../release.js";
import {byName, categoryName, nameOfArea, splitBy} from "./breakdowns.js";
import {periodsOf} from "./choices.js";
import {columnsOf, nameColumns, originsOf} from "./columns.js";
import type {Cube} from "./cube.js";
import type {Facts} from "./facts.js";
import {notesOf} from "./notes.js";
import {comparePeriods, periodInFull, periodName} from "./periods.js";
import {LEVEL_NAMES, type Refusal, refusals} from "./refusals.js";
import {type Shown, selected} from "./selection.js";
import {type ExploreState, LEVELS} from "./state.js";

/** All that Explore shows for a state; page, picture, CSV and clipboard are drawn from it. */
export interface View {
  state: ExploreState;
  rows: readonly Shown[]; // every one, in order
  columns: readonly PlainColumn<Shown>[];
  names: readonly PlainColumn<Shown>[]; // those that tell the rows apart
  title: string;
  measure: string;
  notes: readonly string[];
  refusals: readonly Refusal[];
  origins: ReadonlySet<Origin>;
}

/** Returns what a state shows of a cube. */
export function viewOf(state: ExploreState, {cube, facts}: {cube: Cube; facts: Facts}): View {
  const figures = cube.figures(state.indicator);
  const rows = selected(figures, {state, facts});
  const options = {state, facts};
  return {
    state,
    rows,
    columns: columnsOf(rows, options),
    names: nameColumns(rows, options),
    title: titleOf(rows, options),
    measure: measureOf(rows, options),
    notes: notesOf(rows, options),
    refusals: refusals(figures, {state, rows, facts}),
    origins: originsOf(rows)
  };
}

/** Returns the name under which a view's files are saved, without ending: "OFF-01-by-role-group-synthetic". */
export function fileName({state, origins}: Pick<View, "state" | "origins">): string {
  const by = splitBy(state.by).map((name) => byName(name).replaceAll(" ", "-"));
  return [
    state.indicator,
    ...(by.length > 0 ? ["by", ...by] : []),
    state.period.replace(/[^\w-]+/g, "-"),
    ...(origins.has("synthetic") ? ["synthetic"] : [])
  ].join("-");
}

function titleOf(rows: readonly Shown[], {state, facts}: {state: ExploreState; facts: Facts}): string {
  const names = splitBy(state.by).map((by) => {
    const only = state.only[by];
    return only === undefined ? byName(by) : `${byName(by)} (${categoryName([by, only], facts)})`;
  });
  const name = indicatorName(facts, state.indicator) || "No figures";
  const phrase = `by ${list(names)}`;
  const by = names.length === 0 || name.endsWith(phrase) ? "" : `, ${phrase}`; // "Starts by programme"
  const where = rows.length > 0 ? `: ${[areasPhrase(rows, {state, facts}), periodsPhrase(rows)].join(", ")}` : "";
  return `${name}${by}${where}`;
}

function areasPhrase(rows: readonly Shown[], {state, facts}: {state: ExploreState; facts: Facts}): string {
  const names = new Map(rows.map(({figure, area}) => [figure.area_code, {area, level: figure.area_level}]));
  if (names.size <= 3) return list([...names.values()].map(({area}) => area));
  const parts = LEVELS.flatMap((level) => {
    const members = [...names.values()].filter((one) => one.level === level);
    if (members.length === 0) return [];
    return members.length === 1 ? [members[0]?.area ?? ""] : [`${count(members.length)} ${LEVEL_NAMES[level]}`];
  });
  const within = state.within === "" ? "" : ` in ${nameOfArea(state.within, facts)}`;
  return `${list(parts)}${within}`;
}

function periodsPhrase(rows: readonly Shown[]): string {
  const periods = periodsOf(rows.map(({figure}) => figure)).toSorted(comparePeriods);
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return "";
  return first.period === last.period ? periodInFull(first) : `${periodName(first)} to ${periodName(last)}`;
}

function measureOf(rows: readonly Shown[], {state, facts}: {state: ExploreState; facts: Facts}): string {
  const origins = originsOf(rows);
  const from = origins.has("synthetic") ? ", in the synthetic returns" : "";
  const unit = state.unit === "" ? "" : `${sentence(state.unit)}${from}.`;
  if (rows.length === 0) return unit;
  const without = rows.filter(({figure}) => figure.symbol !== null);
  const words = new Map<string, number>();
  for (const {figure} of without) {
    const {word} = missing(figure, facts);
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  const parts = [...words].map(([word, number]) => `${count(number)} ${word}`);
  const gaps = parts.length > 0 ? `, ${list(parts)}` : "";
  return `${unit} ${sentence(plural(rows.length, "figure"))}${gaps}.`;
}
