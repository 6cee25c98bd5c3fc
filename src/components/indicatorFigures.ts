import {figuresOf} from "./breakdown.js";
import {byName, byOf, categoryName, partsOf, splitBy} from "./explore/breakdowns.js";
import {comparePeriods, periodInFull} from "./explore/periods.js";
import {shownValue, writer} from "./explore/values.js";
import {count, list, type Missing, sentence} from "./format.js";
import {groups} from "./groups.js";
import {areaName, indicatorName} from "./names.js";
import {type PlainColumn, plainDownload} from "./plainTable.js";
import type {Download, Figure, Release} from "./release.js";

const MOST_ROWS = 24;
const LEVELS: readonly Figure["area_level"][] = ["national", "region", "local_lsc", "lea"];

/**
 * Returns the rows that the page shows: England's totals by period and unit, or, where there are none, its least
 * broken-down figures; of the widest areas that there are, where England has none.
 */
export function shownFigures(release: Release, indicator: string): Figure[] {
  const figures = figuresOf(release, indicator);
  const widest = LEVELS.find((level) => figures.some(({area_level}) => area_level === level));
  const [first] = [
    ...groups(
      figures.filter(({area_level}) => area_level === widest),
      byOf
    )
  ].toSorted(([a], [b]) => splitBy(a).length - splitBy(b).length);
  const rows = (first?.[1] ?? []).toSorted((a, b) => comparePeriods(b, a));
  const years = rows.filter(({period_type}) => period_type !== "month");
  return (years.length > 0 ? years : rows).slice(0, MOST_ROWS);
}

/** Returns the columns of a table of figures of one breakdown; a column in which no row has anything is left out. */
export function figureColumns(figures: readonly Figure[], release: Release): PlainColumn<Figure>[] {
  const writers = new Map([...groups(figures, ({unit}) => unit)].map(([unit, of]) => [unit, writer(unit, of)]));
  const write = (value: number, {unit}: Figure): string => writers.get(unit)?.(value) ?? String(value);
  const has = (of: (figure: Figure) => unknown): boolean => figures.some((figure) => of(figure) !== null);
  const number = (title: string, name: "base" | "senders_returned" | "senders_expected"): PlainColumn<Figure>[] =>
    has((figure) => figure[name])
      ? [{title, isNumber: true, value: (figure) => figure[name] ?? NONE, write: count}]
      : [];
  const limit = (title: string, name: "lower" | "upper"): PlainColumn<Figure> => ({
    title,
    isNumber: true,
    value: (figure) => (figure.value === null ? NONE : (figure[name] ?? NONE)),
    write
  });
  const hasLimits = has(({value, lower, upper}) => (value === null ? null : (lower ?? upper)));
  return [
    ...(figures.some(({area_level}) => area_level !== "national") ? areaColumns(release) : []),
    ...partColumns(figures, release),
    {title: "Period", value: (figure) => sentence(periodInFull(figure))},
    {title: "Unit", value: ({unit}) => sentence(unit)},
    {
      title: "Figure",
      isNumber: true,
      value: (figure) => shownValue(figure, {write: (value) => write(value, figure), facts: release}),
      write
    },
    ...(hasLimits ? [limit("Lower limit", "lower"), limit("Upper limit", "upper")] : []),
    ...number("Base", "base"),
    ...number("Senders whose returns are in", "senders_returned"),
    ...number("Senders expected", "senders_expected"),
    ...(has(({reliability}) => reliability)
      ? [{title: "Reliability", value: ({reliability}: Figure) => sentence(reliability ?? NONE.word)}]
      : []),
    {title: "Whole period", value: ({is_part_period}) => (is_part_period ? "No" : "Yes")},
    {title: "Origin", value: ({origin}) => sentence(origin)}
  ];
}

const areaColumns = (release: Release): PlainColumn<Figure>[] => [
  {title: "Area", value: ({area_code}) => areaName(release, area_code)},
  {title: "Area code", value: ({area_code}) => area_code}
];

/** One column for each thing that the figures are broken down by. */
const partColumns = ([first]: readonly Figure[], release: Release): PlainColumn<Figure>[] =>
  (first === undefined ? [] : partsOf(first)).map(([by], index) => ({
    title: sentence(byName(by)),
    value: (figure) => {
      const part = partsOf(figure)[index];
      return part ? categoryName(part, release) : "";
    }
  }));

const NONE: Missing = {word: "not applicable", speech: "not applicable"};

/** Returns every published figure of an indicator as tables, one for each breakdown. */
export function indicatorSheets(release: Release, indicator: string): Download[] {
  const name = indicatorName(release, indicator);
  return [...groups(figuresOf(release, indicator), byOf)]
    .toSorted(([a], [b]) => splitBy(a).length - splitBy(b).length || (a < b ? -1 : 1))
    .map(([by, rows]) => {
      const names = splitBy(by).map(byName);
      const said = names.length === 0 ? "totals" : `by ${list(names)}`;
      const isSynthetic = rows.some(({origin}) => origin === "synthetic");
      return plainDownload(`${said.replaceAll(" ", "-")}${isSynthetic ? "-synthetic" : ""}.csv`, {
        title: `${name} (${indicator}), ${said}`,
        source: "Source: published table indicators.",
        rows,
        columns: figureColumns(rows, release)
      });
    });
}
