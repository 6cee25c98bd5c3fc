import {aboutCoverage} from "./aboutChecks.js";
import {type DotRow, dotRows} from "./dotRows.js";
import {builder} from "./element.js";
import {figure} from "./figure.js";
import {count, list, tenths, word} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, IntervalCoverage, Release} from "./release.js";
import {indicatorName} from "./select.js";

const FILE = "interval-coverage-synthetic.csv";
const CAPTION = "How often intervals held what is true";
const NOMINAL = 95;

/** How the groups whose intervals are counted together are called on the page. */
const GROUPS: Readonly<Record<string, string>> = {
  England: "England",
  region: "Each region",
  "staff group": "Teaching assistants; others",
  role: "Each role",
  sex: "Women; men"
};

/** How often all intervals together held what is true. */
export interface CoverageInAll {
  percent: number;
  intervals: number;
  countries: number;
}

/** Returns how often all intervals together held what is true; undefined where none was tried. */
export function coverageInAll({
  interval_coverage: rows
}: Pick<Release, "interval_coverage">): CoverageInAll | undefined {
  const sum = (of: (row: IntervalCoverage) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const intervals = sum(({intervals_count}) => intervals_count);
  if (intervals === 0) return undefined;
  const percent = (100 * sum(({covered_count}) => covered_count)) / intervals;
  return {percent, intervals, countries: Math.max(...rows.map(({seeds_count}) => seeds_count))};
}

/** Returns a chart of how often intervals held what is true, against 95 per cent; a sentence where none was tried. */
export function coverageChart(release: Release, {document}: {document: Document}): Node {
  const rows = release.interval_coverage;
  const all = coverageInAll(release);
  if (!all) return builder(document)("p", {}, "No country has been simulated for this release.");
  const finding = `${tenths(all.percent)}% of ${count(all.intervals)} intervals held the truth; ${against(rows)}`;
  const least = Math.min(...rows.map(({lower}) => lower ?? NOMINAL));
  return figure({
    document,
    id: "coverage",
    level: 3,
    finding,
    measure: `Share of 95% intervals that hold what was planted, in ${count(all.countries)} simulated countries with the same survey and the same models. Lines are 95% limits for the countries being few.`,
    alternative: `Dots with limits for ${rows.length} kinds of figure, against a line at 95%. ${finding}.`,
    draw: (width) =>
      dotRows(
        rows.map((row) => dotRow(row, release)),
        {
          document,
          width,
          domain: [Math.floor(least / 5) * 5, 100],
          write: (value) => `${value}%`,
          line: {at: NOMINAL, said: `${NOMINAL}%`}
        }
      ),
    table: plainTable(rows, {document, caption: CAPTION, columns: columns(release)}),
    about: aboutCoverage(rows, release, {document}),
    download: FILE,
    source: `Source: ${[...new Set(rows.map(({command}) => command))].join("; ")}, run by the simulator, methods and models whose SHA-256 begins ${[...new Set(rows.map(({code_sha256}) => code_sha256.slice(0, 12)))].join("; ")}: where these have changed since, it tells of what they were. Simulations of this project; synthetic.`
  });
}

/** Returns the table behind the chart. */
export const coverageDownloads = (release: Release): Download[] =>
  coverageInAll(release)
    ? [plainDownload(FILE, {title: CAPTION, rows: release.interval_coverage, columns: columns(release)})]
    : [];

/** Says for how many kinds of figure the limits leave 95 per cent out. */
function against(rows: readonly IntervalCoverage[]): string {
  const short = rows.filter(({upper}) => (upper ?? 100) < NOMINAL).length;
  const over = rows.filter(({lower}) => (lower ?? 0) > NOMINAL).length;
  const kinds = `of the ${rows.length} kinds of figure`;
  if (short + over === 0) return `none ${kinds} strays from ${NOMINAL}% by more than chance`;
  const parts = [
    ...(short > 0 ? [`${word(short)} ${kinds} ${short === 1 ? "falls" : "fall"} short of ${NOMINAL}%`] : []),
    ...(over > 0
      ? [`${word(over)} ${short > 0 ? "" : `${kinds} `}${over === 1 ? "lies" : "lie"} above ${NOMINAL}%`]
      : [])
  ];
  return list(parts);
}

function dotRow(row: IntervalCoverage, release: Release): DotRow {
  return {
    group: indicatorName(release, row.indicator_id),
    name: GROUPS[row.kind_of_group] ?? row.kind_of_group,
    said: `${count(row.covered_count)} of ${count(row.intervals_count)}`,
    value: row.covered_percent,
    limits: [row.lower ?? row.covered_percent, row.upper ?? row.covered_percent]
  };
}

const hundredths = (value: number): string => value.toFixed(2).replace("-", "−");

function columns(release: Release): readonly PlainColumn<IntervalCoverage>[] {
  const none = release.symbols.z.word;
  const number = (title: string, of: (row: IntervalCoverage) => number | null, write = tenths) => ({
    title,
    isNumber: true,
    value: (row: IntervalCoverage) => of(row) ?? none,
    write
  });
  return [
    {title: "Figure", value: ({indicator_id}) => indicatorName(release, indicator_id)},
    {title: "Kind of group", value: ({kind_of_group}) => GROUPS[kind_of_group] ?? kind_of_group},
    number("Intervals", ({intervals_count}) => intervals_count, count),
    number("That held the truth", ({covered_count}) => covered_count, count),
    number("Per cent", ({covered_percent}) => covered_percent),
    number("From", ({lower}) => lower),
    number("To", ({upper}) => upper),
    number("Bias in percentage points", ({bias_points}) => bias_points, hundredths),
    number("Error given over true error", ({error_ratio}) => error_ratio, hundredths),
    {title: "Countries", value: ({seeds}) => `seeds ${seeds}`},
    {title: "Origin", value: ({origin}) => origin}
  ];
}
