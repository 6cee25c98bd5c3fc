import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown} from "../breakdown.js";
import {builder} from "../element.js";
import {figure} from "../figure.js";
import {list, millions} from "../format.js";
import {funding} from "../funding.js";
import {moneyRows} from "../moneyRows.js";
import {namedFunding} from "../namedFunding.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import {fundingColumns} from "../planColumns.js";
import type {Download, Release} from "../release.js";
import {downloadLine} from "../tableBehind.js";
import {residualWords, unknownBars, unknownColumns, unknownLines, upperEnd} from "./known.js";

const PLAN = "Source: DfES, School Support Staff Training and Development: our plans for 2004–05.";
const LINES = "funding-lines.csv";
const LINES_CAPTION = "Funding lines of the plan, with purpose and holder";
const UNKNOWN_CAPTION = "What is not known of the money";
const UNKNOWN = "funding-not-known.csv";
const NAMED = "funding-named.csv";
const NAMED_CAPTION = "What the plan names of the total";

/** Returns the lines of the plan, and what is not known of them, as downloads. */
export const planDownloads = (release: Release): Download[] => [
  plainDownload(LINES, {
    title: LINES_CAPTION,
    source: PLAN,
    rows: funding(release).lines,
    columns: fundingColumns
  }),
  plainDownload(NAMED, {
    title: NAMED_CAPTION,
    source: PLAN,
    rows: namedRows(release),
    columns: namedColumns
  }),
  plainDownload(UNKNOWN, {
    title: UNKNOWN_CAPTION,
    source: PLAN,
    rows: unknownLines(release),
    columns: unknownColumns
  })
];

/** Returns the chart of what the plan names of the total; nothing where it names none. */
export function namedChart(release: Release, {document}: {document: Document}): Node {
  const money = funding(release);
  if (money.parts.length === 0) return document.createTextNode("");
  const parts = list(money.parts.map(({name, amount}) => `${name} ${millions(amount)}`));
  return figure({
    document,
    id: "named",
    finding: `${millions(money.named)} of about ${millions(money.total)} is named, in ${parts}`,
    measure: "Money for support staff training in England, financial year 2004–05, as the plan gives it.",
    alternative: `One bar: ${parts}, and an outline up to about ${millions(money.total)} for what is not stated.`,
    draw: (width) => namedFunding(money, {document, width}),
    table: plainTable(namedRows(release), {document, caption: NAMED_CAPTION, columns: namedColumns}),
    about: aboutNumbers(breakdown(release, "FIN-05"), release, {document}),
    download: NAMED,
    source: PLAN
  });
}

/** A part of the bar: a line with its amount, what is not stated, and the total. */
interface NamedRow {
  part: string;
  amount: string;
}

function namedRows(release: Release): NamedRow[] {
  const {parts, total} = funding(release);
  if (parts.length === 0) return [];
  return [
    ...parts.map(({name, amount}) => ({part: name, amount: millions(amount)})),
    {part: "Not stated", amount: residualWords(release)},
    {part: "In all", amount: `about ${millions(total)}`}
  ];
}

const namedColumns: readonly PlainColumn<NamedRow>[] = [
  {title: "Part", value: ({part}) => part},
  {title: "Amount for 2004–05", isNumber: true, value: ({amount}) => amount}
];

/** Returns the chart of what the other lines may share, as ranges; nothing without a line. */
export function residualChart(release: Release, {document}: {document: Document}): Node {
  const lines = unknownLines(release);
  const bars = unknownBars(lines);
  if (lines.length === 0) return document.createTextNode("");
  return figure({
    document,
    id: "left",
    finding: `What is left for the other lines is not one number: it lies ${residualWords(release)}`,
    measure: `Dashed outlines are ranges: a sum may lie anywhere in one. ${upperEnd(release)} What could be claimed comes to more than the total; it is not made to balance.`,
    alternative: `A dashed range for each line of which bounds are known. ${bars.map(({name, said}) => `${name}: ${said}.`).join(" ")}`,
    draw: (width) => moneyRows(bars, {document, width, most: funding(release).total}),
    table: plainTable(lines, {document, caption: UNKNOWN_CAPTION, columns: unknownColumns}),
    about: aboutNumbers(breakdown(release, "FIN-05"), release, {document}),
    download: UNKNOWN,
    source: `${PLAN} Indicator FIN-05.`
  });
}

/** Returns every line with its purpose and holder as a table. */
export function linesTable(release: Release, {document}: {document: Document}): Node {
  const h = builder(document);
  return h(
    "div",
    {class: "below lines"},
    plainTable(funding(release).lines, {document, caption: LINES_CAPTION, columns: fundingColumns, isStacked: true}),
    aboutNumbers(breakdown(release, "FIN-05"), release, {document}),
    downloadLine({document, download: LINES, source: PLAN})
  );
}
