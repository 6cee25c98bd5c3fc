import {aboutLines} from "./aboutNumbers.js";
import {figuresOf} from "./breakdown.js";
import {builder} from "./element.js";
import {sentence} from "./format.js";
import {collectionsOf} from "./indicatorReturns.js";
import type {Definition, Figure, Release} from "./release.js";

/** Returns what an indicator counts, out of what, in which unit, and what to bear in mind. */
export function definitionList(definition: Definition, {document}: {document: Document}): HTMLElement {
  const {numerator_definition, denominator_definition, unit, caveats, place} = definition;
  return descriptions(
    [
      ["What is counted", written(numerator_definition)],
      ["Out of", written(denominator_definition)],
      ["Unit", written(unit)],
      [
        "Bear in mind",
        (caveats ?? "")
          .split("; ")
          .filter((text) => text !== "")
          .map(written)
      ],
      ["In the plan", sentence(written(place ?? ""))]
    ],
    {document}
  );
}

/** Returns what the headline figures rest on: base, coverage, interval, reliability, origin. */
export function restsOn(figures: readonly Figure[], release: Release, {document}: {document: Document}): HTMLElement {
  const lines = aboutLines(figures, {definition: undefined, release});
  return descriptions(
    lines.filter(([term]) => term !== "How it is made"),
    {document}
  );
}

/** Returns how the figures are made: each model with its file and its hash, the methods that it uses, and how to ask for more. */
export function makingList(release: Release, indicator: string, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const ids = new Set(figuresOf(release, indicator).map(({provenance_id}) => provenance_id));
  const models = release.provenance.filter(({provenance_id}) => ids.has(provenance_id));
  const rows = [
    {
      term: "Models",
      lines: models.map(({sql_file, sql_sha256}) => [
        h("code", {}, sql_file),
        " ",
        h("span", {class: "quiet"}, `sha256 ${sql_sha256.slice(0, 12)}`)
      ])
    },
    {
      term: "Methods",
      lines: methodsOf(release, indicator).map(({anchor, name}) => [h("a", {href: `/methods#${anchor}`}, name)])
    },
    {term: "To see the whole chain", lines: [[h("code", {}, `npx uptake explain ${indicator}`)]]}
  ];
  return h(
    "dl",
    {class: "facts"},
    ...rows
      .filter(({lines}) => lines.length > 0)
      .flatMap(({term, lines}) => [h("dt", {}, term), ...lines.map((line) => h("dd", {}, ...line))])
  );
}

interface Method {
  anchor: string; // on the Methods page
  name: string;
  isUsed(indicator: string, collections: readonly string[]): boolean;
}

const METHODS: readonly Method[] = [
  {anchor: "weights", name: "How the survey is weighted", isUsed: (_, of) => of.includes("staff_questionnaire")},
  {anchor: "errors", name: "How sure a survey figure is", isUsed: (_, of) => of.includes("staff_questionnaire")},
  {anchor: "people", name: "How people are counted once", isUsed: (_, of) => of.includes("enrolment")},
  {anchor: "comparisons", name: "When two figures are called different", isUsed: (id) => /^(EQU|REG)/.test(id)},
  {anchor: "progress", name: "How progress is judged", isUsed: (id) => /^PRI/.test(id)},
  {anchor: "protection", name: "How people are protected", isUsed: () => true}
];

/** The parts of the Methods page that an indicator's figures go through. */
function methodsOf(release: Release, indicator: string): readonly Method[] {
  const collections = collectionsOf(release, indicator);
  return METHODS.filter(({isUsed}) => isUsed(indicator, collections));
}

function descriptions(
  rows: readonly (readonly [term: string, said: string | readonly string[]])[],
  {document}: {document: Document}
): HTMLElement {
  const h = builder(document);
  const filled = rows.filter(([, said]) => said.length > 0);
  return h(
    "dl",
    {class: "facts"},
    ...filled.flatMap(([term, said]) => [
      h("dt", {}, term),
      ...(typeof said === "string" ? [said] : said).map((line) => h("dd", {}, line))
    ])
  );
}

/** The catalogue is kept in plain characters, and names places of the plan by their line. */
export const written = (text: string): string =>
  sentence(text)
    .replaceAll(">=", "≥")
    .replaceAll("<=", "≤")
    .replace(/\bS0:L(\d+)\b/g, "line $1 of the plan");
