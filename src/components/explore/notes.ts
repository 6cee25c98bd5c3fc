import {coverageAlike} from "../coverageAlike.js";
import {list, lower, missing, sentence} from "../format.js";
import {byName, splitBy} from "./breakdowns.js";
import type {ColumnOptions} from "./columns.js";
import {intervalName, originsOf} from "./columns.js";
import type {Shown} from "./selection.js";
import {meaningOf} from "./values.js";

/** Returns what a reader must know of the rows shown, sentence by sentence; pictures and downloads carry the same. */
export function notesOf(rows: readonly Shown[], {state, facts}: ColumnOptions): string[] {
  if (rows.length === 0) return [];
  const definition = facts.definitions.find(({indicator_id}) => indicator_id === state.indicator);
  return [
    originNote(rows),
    counted(definition),
    definition?.caveats ? `Bear in mind: ${definition.caveats}.` : "",
    ...missingNotes(rows, {state, facts}),
    boundNote(rows),
    intervalNote(rows),
    overlapNote(state.by),
    coverageNote(rows),
    rows.some(({figure}) => figure.is_part_period)
      ? "A part period is not complete in the data: do not hold it against a whole one."
      : "",
    rows.some(({figure}) => figure.reliability === "provisional")
      ? "Provisional: fewer than four in five senders have reported."
      : ""
  ]
    .filter((note) => note !== "")
    .map((note) => plain(sentence(note)));
}

/** The catalogue is kept in plain characters. */
const plain = (text: string): string =>
  text
    .replaceAll(">=", "≥")
    .replaceAll("<=", "≤")
    .replace(/\?\./g, ".")
    .replace(/\bS0:L(\d+)\b/g, "line $1 of the plan");

function originNote(rows: readonly Shown[]): string {
  const origins = originsOf(rows);
  const every = origins.size === 1 ? "These figures are" : "Some of these figures are";
  return [
    origins.has("synthetic")
      ? `${every} synthetic: from returns that a simulator made, so no findings about real staff.`
      : "",
    origins.has("estimated") ? `${every} estimated: what they rest on has no source.` : ""
  ]
    .filter((note) => note !== "")
    .join(" ");
}

function counted(definition: ColumnOptions["facts"]["definitions"][number] | undefined): string {
  if (!definition) return "";
  const {indicator_name, numerator_definition, denominator_definition, indicator_id} = definition;
  const below = /^none\b/.test(denominator_definition) ? "" : `, out of ${denominator_definition}`;
  return `${indicator_name} (${indicator_id}): ${lower(numerator_definition.replace(/\?$/, ""))}${below}.`;
}

/** One sentence for each word that stands where a number does not. */
function missingNotes(rows: readonly Shown[], {facts}: ColumnOptions): string[] {
  const found = new Map<string, string>();
  for (const {figure} of rows) {
    if (figure.symbol === null) continue;
    const {word} = missing(figure, facts);
    const meaning = meaningOf(figure, facts);
    found.set(word, meaning.toLowerCase().startsWith(word) ? meaning : `${sentence(word)}: ${lower(meaning)}`);
  }
  return [...found.keys()].toSorted().map((word) => found.get(word) ?? "");
}

function boundNote(rows: readonly Shown[]): string {
  return rows.some(({figure}) => figure.bound !== null)
    ? "Where only a limit is known, it is written “at least” or “at most” and drawn as an open line: it is no figure of its own."
    : "";
}

function intervalNote(rows: readonly Shown[]): string {
  if (!rows.some(({figure}) => figure.interval_level !== null)) return "";
  const name = intervalName(rows);
  return `The soft bar is the ${name === "Interval" ? "interval" : `${name} interval`}. That one figure is above another does not say that the two differ: Areas and Equality say which differences pass a test that allows for how many are compared.`;
}

const OVERLAPPING = ["role_id", "route_id", "role group", "competence", "topic", "barrier"];

function overlapNote(by: string): string {
  const names = splitBy(by).filter((name) => OVERLAPPING.includes(name));
  if (names.length === 0) return "";
  return `A person counts once in each ${list(names.map(byName))} that fits, so these figures never add up.`;
}

function coverageNote(rows: readonly Shown[]): string {
  const shared = rows.filter(({figure}) => figure.senders_expected !== null && figure.value !== null);
  const [first] = shared;
  if (first === undefined) return "";
  let [least, most] = [first, first];
  for (const row of shared) {
    if (share(row) < share(least)) least = row;
    if (share(row) > share(most)) most = row;
  }
  if (coverageAlike(least.figure, most.figure)) return "";
  return `Not comparable as they stand: the figures rest on unlike shares of returns, from ${said(least)} to ${said(most)}.`;
}

const share = ({figure: {senders_returned, senders_expected}}: Shown): number =>
  (senders_returned ?? 0) / Math.max(1, senders_expected ?? 1);

const said = ({figure: {senders_returned, senders_expected}, area}: Shown): string =>
  `${senders_returned} of ${senders_expected} (${area})`;
