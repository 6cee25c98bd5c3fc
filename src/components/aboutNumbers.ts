import {builder, type Child} from "./element.js";
import {count, list, percent, sentence} from "./format.js";
import {groups} from "./groups.js";
import type {Definition, Figure, Origin, Release} from "./release.js";
import {coverage} from "./select.js";

/** How a figure's origin is said. */
const ORIGINS: Readonly<Record<Origin, string>> = {
  real: "published by the bodies named",
  synthetic: "synthetic: from returns that a simulator made",
  estimated: "estimated: rests on a table for which no source was found"
};

/** Returns what stands behind some figures, to be opened: of each indicator its definition, base, coverage, interval, origin and making. */
export function aboutNumbers(
  figures: readonly Figure[],
  release: Release,
  {document}: {document: Document}
): HTMLElement | undefined {
  if (figures.length === 0) return undefined;
  const h = builder(document);
  const parts = [...groups(figures, ({indicator_id}) => indicator_id)].map(([id, members]) => {
    const definition = release.definitions.find(({indicator_id}) => indicator_id === id);
    const name = h("a", {href: `/indicators/${id}`}, `${definition?.indicator_name ?? id} (${id})`);
    return {name, lines: aboutLines(members, {definition, release})};
  });
  return aboutBox(parts, {document});
}

/** What is said of one kind of number: its name, and each line with what it is about. */
export interface AboutPart {
  name: Child;
  lines: readonly (readonly [term: string, said: string])[];
}

/** Returns what stands behind numbers, to be opened, in the same form whatever they are. */
export function aboutBox(parts: readonly AboutPart[], {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const boxes = parts.map(({name, lines}) =>
    h(
      "div",
      {},
      h("p", {}, name),
      h(
        "dl",
        {},
        ...lines.filter(([, said]) => said !== "").flatMap(([term, said]) => [h("dt", {}, term), h("dd", {}, said)])
      )
    )
  );
  return h("details", {class: "about"}, h("summary", {}, "About these numbers"), ...boxes);
}

/** Returns how a published table that is no table of figures was made, by its model. */
export function makingOf({provenance}: Pick<Release, "provenance">, mart: string): string {
  return modelsSaid(provenance.filter((model) => model.mart === mart));
}

/** Returns what to say of figures of one indicator, each with what it is about. */
export function aboutLines(
  figures: readonly Figure[],
  {definition, release}: {definition: Definition | undefined; release: Pick<Release, "provenance">}
): [term: string, said: string][] {
  const lines: [string, string][] = [
    ["What is counted", counted(definition)],
    ["Base", bases(figures)],
    ["Coverage", coverages(figures)],
    ["Interval", intervals(figures)],
    ["Reliability", reliabilities(figures)],
    ["Origin", originsSaid(figures)],
    ["How it is made", making(figures, release)],
    ["Bear in mind", sentence(definition?.caveats ?? "")]
  ];
  return lines.filter(([, said]) => said !== "");
}

/** Returns where rows come from, in words. */
export const originsSaid = (rows: readonly {origin: Origin}[]): string =>
  list(distinct(rows.map(({origin}) => ORIGINS[origin] ?? origin)));

function counted(definition: Definition | undefined): string {
  if (!definition) return "";
  const {numerator_definition, denominator_definition} = definition;
  const below = /^none\b/.test(denominator_definition) ? "" : `, out of ${denominator_definition}`;
  return sentence(`${numerator_definition.replace(/\?$/, "")}${below}`)
    .replaceAll(">=", "≥")
    .replaceAll("<=", "≤");
}

function bases(figures: readonly Figure[]): string {
  const known = figures.map(({base}) => base).filter((base) => base !== null);
  const effective = distinct(
    figures.map(({effective_base_band}) => effective_base_band ?? "").filter((band) => band !== "")
  );
  if (known.length === 0) return "";
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const said = least === most ? count(least) : `${count(least)} to ${count(most)}`;
  const after = effective.length === 1 ? `; effective base ${effective[0]}` : "";
  return `${said}${after}, rounded to ten`;
}

function coverages(figures: readonly Figure[]): string {
  const said = distinct(figures.map((figure) => coverage(figure, "senders")).filter((text) => text !== ""));
  const shares = figures.flatMap(({population_share}) => population_share ?? []);
  const least = shares.length > 0 ? Math.min(...shares) : undefined;
  const stands =
    least === undefined ? "" : `, who stand for ${least < 1 ? "at least " : ""}${percent(least * 100)} of those meant`;
  if (said.length === 0) return "";
  return said.length <= 2 ? `${list(said)}${stands}` : `differs from figure to figure; the table has each${stands}`;
}

function intervals(figures: readonly Figure[]): string {
  const levels = distinct(
    figures.flatMap(({interval_level}) => (interval_level === null ? [] : [String(interval_level)]))
  );
  if (levels.length === 0) return "";
  return `${list(levels.map((level) => percent(100 * Number(level))))} interval`;
}

function reliabilities(figures: readonly Figure[]): string {
  const known = groups(figures, ({reliability}) => reliability ?? "");
  const parts = [...known].filter(([name]) => name !== "").map(([name, members]) => [name, members.length] as const);
  if (parts.length === 0) return "";
  if (parts.length === 1) return sentence(parts[0]?.[0] ?? "");
  return sentence(list(parts.map(([name, number]) => `${count(number)} ${name}`)));
}

function making(figures: readonly Figure[], {provenance}: Pick<Release, "provenance">): string {
  const ids = new Set(figures.map(({provenance_id}) => provenance_id));
  return modelsSaid(provenance.filter(({provenance_id}) => ids.has(provenance_id)));
}

function modelsSaid(models: Release["provenance"]): string {
  return models
    .map(({sql_file, collections}) => {
      const from = collections.split("; ").join(", ").replaceAll("_", " ");
      return `${sql_file}${from === "" ? ", from reference tables alone" : `, from ${from}`}`;
    })
    .join("; ");
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
