import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown, categoryOf} from "../breakdown.js";
import {csvName} from "../csvName.js";
import {dotRows} from "../dotRows.js";
import {figure} from "../figure.js";
import {count, list, lower, missing, percent, sentence, tenths} from "../format.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {inReturns} from "../targets.js";
import {collectionName} from "./kinds.js";

const FILE = "values-missing";
const CAPTION = "Values missing or invalid, by return and field";
const SOURCE = "Source: all returns in use. Indicator QUA-03.";
/** Fields of which at least this share is missing or invalid are drawn; the table has them all. */
const DRAWN = 2;

/** Returns the chart of the fields that are missing or invalid most often; nothing without any figure of them. */
export function itemChart(release: Release, {document}: {document: Document}): Node {
  const rows = itemFigures(release);
  if (rows.length === 0) return document.createTextNode("");
  const dots = rows
    .filter((row) => categoryOf(row, "field") !== null && (row.value ?? 0) >= DRAWN)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .map((row) => ({
      group: collectionOf(row),
      name: fieldOf(row),
      value: row.value ?? 0,
      said: `${tenths(row.value ?? 0)}%`
    }));
  const most = Math.max(10, ...dots.map(({value}) => value));
  return figure({
    document,
    id: "items",
    finding: itemFinding(rows),
    measure: `Values missing or invalid, of those expected, in the returns in use. England${inReturns(rows) && ", synthetic returns"}. A question that does not apply is not expected; “don’t know” is an answer. Only fields with ${DRAWN}% and more are drawn.`,
    alternative: `Dots by field. ${dots.map(({group, name, said}) => `${group}, ${lower(name)}: ${said}.`).join(" ")}`,
    draw: (width) => dotRows(dots, {document, width, domain: [0, most * 1.1], write: percent}),
    table: plainTable(rows, {
      document,
      caption: CAPTION,
      columns: columns(release)
    }),
    about: aboutNumbers(rows, release, {document}),
    download: csvName(FILE, rows),
    source: SOURCE
  });
}

/** Returns the figures of values missing or invalid: each return as a whole, then its fields. */
export const itemFigures = (release: Pick<Release, "indicators">): Figure[] => [
  ...breakdown(release, "QUA-03", {by: ["collection"]}),
  ...breakdown(release, "QUA-03", {by: ["collection", "field"]})
];

/** Returns them as a download. */
export const itemDownloads = (release: Release): Download[] => [
  plainDownload(csvName(FILE, itemFigures(release)), {
    title: CAPTION,
    source: SOURCE,
    rows: itemFigures(release),
    columns: columns(release)
  })
];

/** Says which field is missing or invalid most often; all of them where several are alike. */
export function itemFinding(rows: readonly Figure[]): string {
  const fields = rows.filter((row) => categoryOf(row, "field") !== null && row.value !== null);
  const most = Math.max(...fields.map(({value}) => value ?? 0));
  if (fields.length === 0) return "How often values are missing or invalid is not known";
  if (most === 0) return "No value is missing or invalid";
  const worst = fields.filter(({value}) => value === most);
  const names = worst.map((row) => `${lower(fieldOf(row))} of ${lower(collectionOf(row))}`);
  return sentence(
    `${list(names)} ${worst.length === 1 ? "is" : "are"} missing or invalid most often: ${percent(most)}`
  );
}

/** Says for how many learners a role can be told, which is where returns know least. */
export function roleSentence(release: Release): string {
  const [found] = breakdown(release, "QUA-04");
  if (!found || found.value === null) return "For how many learners a role can be told is not known.";
  const of =
    found.numerator === null || found.denominator === null
      ? ""
      : ` (${count(found.numerator)} of ${count(found.denominator)})`;
  return `No return asks a learner’s role. It can be told from what they learn for ${percent(found.value)} of learners${of}${inReturns([found])}; the rest count in totals only.`;
}

const collectionOf = (figure: Figure): string => collectionName(categoryOf(figure, "collection") ?? "");
const fieldOf = (figure: Figure): string => categoryOf(figure, "field") ?? "All fields";

const columns = (release: Release): readonly PlainColumn<Figure>[] => [
  {title: "Field", value: fieldOf},
  {title: "Return", value: collectionOf},
  {title: "Missing or invalid", isNumber: true, value: (row) => row.numerator ?? missing(row, release), write: count},
  {title: "Expected", isNumber: true, value: (row) => row.denominator ?? missing(row, release), write: count},
  {title: "Per cent", isNumber: true, value: (row) => row.value ?? missing(row, release), write: tenths},
  {title: "Origin", value: ({origin}) => origin}
];
