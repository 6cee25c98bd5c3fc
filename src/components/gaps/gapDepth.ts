import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown, categoryOf} from "../breakdown.js";
import {builder} from "../element.js";
import {figure} from "../figure.js";
import {count, list, missing, percent, sentence, tenths} from "../format.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {rolesByRoute} from "../rolesByRoute.js";
import {stackedShares} from "../stackedShares.js";
import {inSynthetic, limitsSaid, orWhy, surveyMonth} from "../surveyWords.js";
import {inReturns} from "../targets.js";

const DEPTHS = ["One level", "Two levels", "Three levels"] as const;

const CAPTION = "How deep gaps are";
const SOURCE = "Source: questionnaires to staff. Levels required: set by this project.";
const SAID = ["one level", "two", "three"] as const;

/** Posts of one kind: how deep their deepest gap is, and how many levels they lack in all. */
interface Depth {
  group: string;
  name: string;
  any: Figure | undefined; // posts with any gap
  depths: readonly (Figure | undefined)[]; // one, two and three levels
  short: Figure | undefined; // levels short in all, of posts with any gap
}

/** Returns how deep gaps are, of all posts, by staff group, by route and by role. */
export function gapDepth(release: Release, {document}: {document: Document}): Node {
  const rows = depthsOf(release);
  const shown = figuresOf(rows);
  const [first] = shown;
  if (!first) return builder(document)("p", {}, `${depthSentence(release)}.`);
  const from = first.origin === "synthetic" ? ", synthetic returns" : "";
  return figure({
    document,
    id: "depth",
    finding: depthSentence(release),
    measure: `Posts by the most levels that they lack in any one competence, per cent of all posts. England${from}, ${surveyMonth(first.period)}.`,
    key: depthKey({document}),
    alternative: `Bars of the posts that lack one, two or three levels. ${depthSentence(release)}. The table holds every figure with its interval.`,
    draw: (width) =>
      stackedShares(
        rows.map((row) => barOf(row, release)),
        {document, width}
      ),
    table: plainTable(rows, {document, caption: CAPTION, columns: columnsOf(release)}),
    download: fileOf(rows),
    source: SOURCE,
    about: aboutNumbers(shown, release, {document})
  });
}

/** Says how many posts lack one level at most, how many two and how many three. */
export function depthSentence(release: Release): string {
  const [all] = depthsOf(release);
  const known = all?.depths.filter((found) => found !== undefined) ?? [];
  if (!all || known.length === 0 || known.some(({value}) => value === null)) return "How deep gaps are cannot be told";
  const parts = known.map(({value}, index) => `${percent(value ?? 0)} by ${SAID[index]}`);
  return sentence(`${inSynthetic(known)}posts fall short: ${list(parts)}`);
}

/** Returns the table of depths as a download. */
export function depthDownloads(release: Release): Download[] {
  const rows = depthsOf(release);
  return figuresOf(rows).length === 0
    ? []
    : [plainDownload(fileOf(rows), {title: CAPTION, source: SOURCE, rows, columns: columnsOf(release)})];
}

function depthsOf(release: Release): Depth[] {
  const depthsBy = (by: readonly string[]) => breakdown(release, "GAP-01", {by: [...by, "gap depth"]});
  const rateOf = (indicator: string, by: readonly string[], isMeant: (figure: Figure) => boolean) =>
    breakdown(release, indicator, {by}).find(isMeant);
  const row = (group: string, name: string, by: readonly string[], isMeant: (figure: Figure) => boolean): Depth[] => {
    const members = depthsBy(by).filter(isMeant);
    if (members.length === 0) return [];
    const depths = DEPTHS.map((depth) => members.find((figure) => categoryOf(figure, "gap depth") === depth));
    return [{group, name, depths, any: rateOf("GAP-01", by, isMeant), short: rateOf("GAP-03", by, isMeant)}];
  };
  const staff = ["Teaching assistants", "Other than teaching assistants"].flatMap((name) =>
    row("", name, ["staff group"], (figure) => categoryOf(figure, "staff group") === name)
  );
  const routes = rolesByRoute(release).flatMap(({route_id, route_name, roles}) => [
    ...row(route_name, "All posts of the route", ["route_id"], (figure) => figure.route_id === route_id),
    ...roles.flatMap(({role_id, role_name}) =>
      row(route_name, role_name, ["role_id"], (figure) => figure.role_id === role_id)
    )
  ]);
  return [...row("", "All posts", [], () => true), ...staff, ...routes];
}

const figuresOf = (rows: readonly Depth[]): Figure[] =>
  rows.flatMap(({any, depths, short}) => [any, ...depths, short].filter((found) => found !== undefined));

/** Parts that add up to a share that is withheld would give it away, so they are not drawn. */
function barOf({group, name, any, depths}: Depth, release: Release) {
  const gone = [any, ...depths].find((found) => found === undefined || found.value === null);
  const parts = depths.map((found) => (any?.value == null ? null : (found?.value ?? null)));
  const said =
    any?.value == null || parts.includes(null) ? (gone ? missing(gone, release).word : "") : percent(any.value);
  return {group, name, parts, said};
}

function depthKey({document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const items = DEPTHS.map((depth, index) =>
    h("li", {}, h("span", {class: `mark depth${index}`}), depth.toLowerCase())
  );
  return h("ul", {class: "key", "aria-hidden": true}, ...items);
}

const columnsOf = (release: Release): PlainColumn<Depth>[] => [
  {title: "Posts", value: ({group, name}) => (name === "All posts of the route" ? `${group}: all posts` : name)},
  {title: "Any gap, %", isNumber: true, value: ({any}) => shareOf(any, release)},
  ...DEPTHS.flatMap((depth, index): PlainColumn<Depth>[] => [
    {title: `${depth}, %`, isNumber: true, value: (row) => shareOf(depthOf(row, index), release)},
    {title: `${depth}, 95% interval`, isNumber: true, value: (row) => intervalOf(depthOf(row, index), {release})}
  ]),
  {
    title: "Answers",
    isNumber: true,
    value: ({any, depths}) => orWhy(depths.find((found) => found?.base)?.base ?? null, {figure: any, release}),
    blank: "not stated",
    write: count
  },
  {
    title: "Levels short in all, where any",
    isNumber: true,
    value: ({short}) => (short?.value == null ? shareOf(short, release) : tenths(short.value))
  },
  {
    title: "Levels short, 95% interval",
    isNumber: true,
    value: ({short}) => intervalOf(short, {release, write: tenths})
  },
  {title: "Origin", value: ({depths}) => depths.find((found) => found !== undefined)?.origin ?? ""}
];

const depthOf = ({any, depths}: Depth, index: number): Figure | undefined =>
  any?.symbol === "c" ? any : depths[index];

const shareOf = (found: Figure | undefined, release: Release) =>
  orWhy(found?.value ?? null, {figure: found, release, absent: NOT_APPLICABLE});

/** A depth that posts of the kind cannot have. */
const NOT_APPLICABLE = {symbol: "z", symbol_reason: null};

const intervalOf = (
  found: Figure | undefined,
  {release, write}: {release: Release; write?: (value: number) => string}
) => orWhy(found ? limitsSaid(found, write) : null, {figure: found, release, absent: NOT_APPLICABLE});

const fileOf = (rows: readonly Depth[]): string =>
  `gap-depth${inReturns(figuresOf(rows)) === "" ? "" : "-synthetic"}.csv`;
