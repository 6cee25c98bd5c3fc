import {aboutErrors} from "./aboutChecks.js";
import {type DotRow, dotRows} from "./dotRows.js";
import {builder} from "./element.js";
import {figure} from "./figure.js";
import {tenths} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, ErrorCheck, Release} from "./release.js";
import {indicatorName} from "./select.js";

const FILE = "survey-errors-synthetic.csv";
const CAPTION = "Standard errors, two ways";
const SOURCE = "Source: published table error_checks, synthetic returns.";

/** Returns the two standard errors of each headline figure as a chart; a sentence where there is no survey. */
export function errorChart(release: Release, {document}: {document: Document}): Node {
  const h = builder(document);
  const rows = checked(release);
  if (rows.length === 0) return h("p", {}, "This release has no survey, so there is no error to check.");
  const most = Math.max(...rows.flatMap(({linearised_error, jackknife_error}) => [linearised_error, jackknife_error]));
  const finding = `Two ways to work out the error differ by ${tenths(furthest(rows))} of a percentage point at most`;
  return figure({
    document,
    id: "errors",
    level: 3,
    finding,
    measure:
      "Standard error of headline percentages, in percentage points, before rounding to whole per cent. England, synthetic returns.",
    key: key(document),
    alternative: `Two marks for each of ${rows.length} figures, close together. ${finding}.`,
    draw: (width) =>
      dotRows(
        rows.map((row) => dotRow(row, release)),
        {
          document,
          width,
          domain: [0, Math.ceil(most * 2.2) / 2],
          write: tenths
        }
      ),
    table: plainTable(rows, {document, caption: CAPTION, columns: columns(release)}),
    about: aboutErrors(rows, release, {document}),
    download: FILE,
    source: SOURCE
  });
}

/** Returns the table behind the chart. */
export const errorDownloads = (release: Release): Download[] =>
  checked(release).length === 0
    ? []
    : [plainDownload(FILE, {title: CAPTION, source: SOURCE, rows: checked(release), columns: columns(release)})];

type Checked = ErrorCheck & {linearised_error: number; jackknife_error: number};

const checked = ({error_checks}: Release): Checked[] =>
  error_checks.filter((row): row is Checked => row.linearised_error !== null && row.jackknife_error !== null);

const furthest = (rows: readonly Checked[]): number =>
  Math.max(...rows.map(({linearised_error, jackknife_error}) => Math.abs(linearised_error - jackknife_error)));

function dotRow(row: Checked, release: Release): DotRow {
  return {
    group: indicatorName(release, row.indicator_id),
    name: groupOf(row),
    said: `${tenths(row.linearised_error)} and ${tenths(row.jackknife_error)}`,
    value: row.linearised_error,
    other: row.jackknife_error
  };
}

const groupOf = ({category_1}: ErrorCheck): string => category_1 ?? "All support staff";

function columns(release: Release): readonly PlainColumn<Checked>[] {
  return [
    {title: "Figure", value: ({indicator_id}) => indicatorName(release, indicator_id)},
    {title: "Group", value: groupOf},
    {title: "Linearised", isNumber: true, value: ({linearised_error}) => linearised_error, write: tenths},
    {title: "Jackknife", isNumber: true, value: ({jackknife_error}) => jackknife_error, write: tenths},
    {title: "Schools left out in turn", value: ({replicates_band}) => replicates_band},
    {title: "Origin", value: ({origin}) => origin}
  ];
}

function key(document: Document): HTMLElement {
  const h = builder(document);
  const item = (kind: string, text: string) => h("li", {}, h("span", {class: `mark ${kind}`}), text);
  return h(
    "ul",
    {class: "key", "aria-hidden": "true"},
    item("dot", "linearised, the one in use"),
    item("ring", "leaving out each school in turn")
  );
}
