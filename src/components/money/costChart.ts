import {aboutNumbers} from "../aboutNumbers.js";
import {csvName} from "../csvName.js";
import {dotRows} from "../dotRows.js";
import {figure} from "../figure.js";
import {plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {asAt, inReturns} from "../targets.js";
import {costColumns, costDots, costSentence, costs, pounds} from "./costs.js";

const FILE = "costs";
const CAPTION = "Cost per start and per completion, England";

/** Returns every cost, of starts and of completions. */
export const allCosts = (release: Pick<Release, "indicators">): Figure[] => [
  ...costs(release, "start"),
  ...costs(release, "completion")
];

/** Returns the costs as a download. */
export const costDownloads = (release: Release): Download[] => [
  plainDownload(csvName(FILE, allCosts(release)), {
    title: CAPTION,
    rows: allCosts(release),
    columns: costColumns(release)
  })
];

/** Returns the chart of costs per start; nothing where none was asked for. */
export function costChart(release: Release, {document}: {document: Document}): Node {
  const rows = allCosts(release);
  const dots = costDots(release);
  if (rows.length === 0) return document.createTextNode("");
  const most = Math.max(1, ...dots.map(({value, limits}) => limits?.[1] ?? value));
  return figure({
    document,
    id: "costs",
    finding: costSentence(release),
    measure: `Pounds that LEAs spent on a programme, from the funding line named, for each start of the same LEAs and months. Dots are costs, lines 95% intervals. Financial year 2004–05 up to ${asAt(release)}${inReturns(rows) && ", synthetic returns"}. A programme without a dot has too little reported; the table says which.`,
    alternative: `Dots with intervals. ${dots.map(({name, said}) => `${name}: ${said}.`).join(" ")}`,
    draw: (width) => dotRows(dots, {document, width, domain: [0, most * 1.3], write: pounds}),
    table: plainTable(rows, {
      document,
      caption: CAPTION,
      columns: costColumns(release)
    }),
    about: aboutNumbers(rows, release, {document}),
    download: csvName(FILE, rows),
    source: `Source: funding, enrolment and programme returns${inReturns(rows) && " (synthetic)"}. Indicators FIN-02 and FIN-03.`
  });
}
