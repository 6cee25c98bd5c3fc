import {figuresOf} from "./breakdown.js";
import {builder} from "./element.js";
import {byName, byOf, categoryName, partsOf, splitBy} from "./explore/breakdowns.js";
import {comparePeriods, periodInFull} from "./explore/periods.js";
import {shownValue, writer} from "./explore/values.js";
import {count, date, list, type Missing, plural, sentence, word} from "./format.js";
import {areaName, indicatorName} from "./names.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Figure, Release} from "./release.js";
import {newFigures, type RevisedFigure, revisedFigures, type Statement} from "./saidBefore.js";
import {saidSynthetic} from "./saidSynthetic.js";
import {downloadLine} from "./tableBehind.js";
import {asAt} from "./targets.js";

const MOST_ROWS = 20;
const MOST_RELEASES = 4;
const SOURCE = "Source: published tables vintages and indicators.";
const NOTHING: Missing = {word: "nothing said", speech: "this release said nothing of it"};
const WITHDRAWN: Missing = {word: "withdrawn", speech: "withdrawn: this release no longer gives it"};

/** Says whether earlier releases gave figures of an indicator otherwise, or that none is known. */
export function vintagesSentence(release: Release, indicator: string): string {
  const {releases} = release;
  if (releases.length === 0) return "No release before this one is known, so nothing else has been said of it.";
  const before = `${sentence(plural(releases.length, "release"))} came before this one`;
  const isNew = newSaid(newFigures(release, indicator), figuresOf(release, indicator).length);
  const revised = revisedFigures(release, indicator);
  if (revised.length === 0)
    return `${before}; no figure that ${releases.length === 1 ? "it" : "they"} gave of it has been revised or withdrawn.${isNew}`;
  const withdrawn = revised.filter(({now}) => !now).length;
  const parts = [
    [revised.length - withdrawn, "revised"],
    [withdrawn, "withdrawn"]
  ] as const;
  const moved = parts.filter(([number]) => number > 0).map(([number, what]) => `${word(number)} ${what}`);
  const [first = ""] = moved;
  const verb = first.startsWith("one ") ? "has been" : "have been";
  return `${before}. Of the figures given there, ${list(moved).replace(" ", ` ${verb} `)}.${isNew}`;
}

function newSaid(added: number, all: number): string {
  if (added === 0) return "";
  if (all === 1) return " Its only figure is new.";
  const some =
    added === all ? `All ${word(all)} of its figures` : `${sentence(word(added))} of its ${word(all)} figures`;
  return ` ${some} ${added === 1 ? "is" : "are"} new.`;
}

/** Returns what each release said of the figures that were revised or withdrawn, England's totals first; nothing where none was. */
export function vintagesTable(release: Release, indicator: string, {document}: {document: Document}): Node {
  const {rows, all} = shown(release, indicator);
  if (rows.length === 0) return document.createTextNode("");
  const h = builder(document);
  const file = fileOf(rows, indicator);
  const left = [
    all > rows.length && `the first ${count(rows.length)} of ${count(all)} such figures`,
    release.releases.length > MOST_RELEASES && `the last ${plural(MOST_RELEASES, "release")} before this one`
  ].filter((part) => part !== false);
  return h(
    "div",
    {class: "below"},
    plainTable(rows, {
      document,
      caption: saidSynthetic(captionOf(release, indicator), file),
      columns: columns(rows, release),
      isStacked: true
    }),
    left.length > 0 &&
      h(
        "p",
        {},
        `Here stand ${list(left)}; `,
        h("a", {href: "/download#vintages"}, "the whole history"),
        " is among the data."
      ),
    downloadLine({document, download: file, source: SOURCE})
  );
}

/** Returns that table as a download; none where no figure was revised or withdrawn. */
export function vintagesDownloads(release: Release, indicator: string): Download[] {
  const {rows} = shown(release, indicator);
  if (rows.length === 0) return [];
  const title = captionOf(release, indicator);
  return [plainDownload(fileOf(rows, indicator), {rows, columns: columns(rows, release), title, source: SOURCE})];
}

const captionOf = (release: Release, indicator: string): string =>
  `${indicatorName(release, indicator)}, as each release gave it`;

function fileOf(rows: readonly RevisedFigure[], indicator: string): string {
  const isSynthetic = rows.some(({before, now}) => [...before, now].some((said) => said?.origin === "synthetic"));
  return `${indicator}-vintages${isSynthetic ? "-synthetic" : ""}.csv`;
}

const LEVELS: readonly Figure["area_level"][] = ["national", "region", "local_lsc", "lea"];

function shown(release: Release, indicator: string): {rows: RevisedFigure[]; all: number} {
  const found = revisedFigures(release, indicator).toSorted(
    ({figure: a}, {figure: b}) =>
      LEVELS.indexOf(a.area_level) - LEVELS.indexOf(b.area_level) ||
      splitBy(byOf(a)).length - splitBy(byOf(b)).length ||
      Number(a.period_type === "month") - Number(b.period_type === "month") ||
      comparePeriods(b, a)
  );
  return {rows: found.slice(0, MOST_ROWS), all: found.length};
}

function columns(rows: readonly RevisedFigure[], release: Release): PlainColumn<RevisedFigure>[] {
  const {releases} = release;
  const first = Math.max(0, releases.length - MOST_RELEASES);
  return [
    {title: "Period", value: ({figure}) => sentence(periodInFull(figure))},
    ...(rows.some(({figure}) => figure.area_level !== "national")
      ? [{title: "Area", value: ({figure}: RevisedFigure) => areaName(release, figure.area_code)}]
      : []),
    ...(rows.some(({figure}) => byOf(figure) !== "")
      ? [{title: "Group", value: ({figure}: RevisedFigure) => groupOf(figure, release), blank: "all"}]
      : []),
    {title: "Unit", value: ({figure}) => sentence(figure.unit)},
    ...releases.slice(first).map(
      ({release: name, as_at_date}, index): PlainColumn<RevisedFigure> => ({
        title: name === as_at_date ? `Release of ${date(name)}` : `Release ${name} (${date(as_at_date)})`,
        isNumber: true,
        value: (row) => saidOf(row.before[first + index], {row, release}) ?? NOTHING
      })
    ),
    {
      title: `This release (${asAt(release)})`,
      isNumber: true,
      value: (row) => saidOf(row.now, {row, release}) ?? WITHDRAWN
    }
  ];
}

/** "Sex: female; role: teaching assistant" */
const groupOf = (figure: Statement, release: Release): string =>
  sentence(
    partsOf(figure)
      .map((part) => `${byName(part[0])}: ${categoryName(part, release)}`)
      .join("; ")
  );

/** A number with its limits, and with its parts where the number alone would look the same from release to release. */
function saidOf(
  said: Statement | undefined,
  {row, release}: {row: RevisedFigure; release: Release}
): string | Missing | undefined {
  if (!said) return undefined;
  const all = [...row.before, row.now].filter((of) => of !== undefined);
  const write = writer(said.unit, all);
  const text = textOf(said, {write, release});
  if (typeof text !== "string") return text;
  const {numerator, denominator} = said;
  const isAlike = all.some((of) => !isSame(of, said) && textOf(of, {write, release}) === text);
  if (!isAlike || numerator === null || denominator === null) return text;
  return `${text}: ${count(numerator)} of ${count(denominator)}`;
}

function textOf(
  said: Statement,
  {write, release}: {write: (value: number) => string; release: Release}
): string | Missing {
  const value = shownValue(said, {write, facts: release});
  if (typeof value !== "number") return value;
  const {lower, upper} = said;
  return lower === null || upper === null ? write(value) : `${write(value)} (${write(lower)} to ${write(upper)})`;
}

const isSame = (one: Statement, other: Statement): boolean =>
  one.numerator === other.numerator && one.denominator === other.denominator;
