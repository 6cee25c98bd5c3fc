import {aboutNumbers} from "../aboutNumbers.js";
import {figuresOf} from "../breakdown.js";
import {csvName} from "../csvName.js";
import {builder} from "../element.js";
import {figure} from "../figure.js";
import {count, date, sentence, word} from "../format.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {asAt, inReturns} from "../targets.js";
import {isIn, isOfPosition, type ReturnKind, returnKinds} from "./kinds.js";
import {type ReturnBar, returnBars} from "./returnBars.js";

const FILE = "returns-by-kind";
const CAPTION = "Returns by kind";
const SOURCE = "Source: the ledger of returns and the list of expected senders. Indicator QUA-02.";

/** Returns the chart of what came of each kind of return, in time, late or not; nothing where none was asked for. */
export function completenessChart(release: Release, {document}: {document: Document}): Node {
  const kinds = returnKinds(release);
  if (kinds.length === 0) return document.createTextNode("");
  const bars = kinds.map(returnBar);
  return figure({
    document,
    id: "completeness",
    finding: completenessFinding(kinds),
    measure: `Returns asked for, by sender and kind, at ${asAt(release)}${inReturns(release.returns) && ", synthetic returns"}. A late return is in use like any other. Nothing is known of who answers a return that has not come.`,
    key: key({document}),
    alternative: `A bar for each kind of return. ${bars.map(({group, name, said}) => `${group}, ${name}: ${said}.`).join(" ")}`,
    draw: (width) => returnBars(bars, {document, width}),
    table: plainTable(kinds, {document, caption: CAPTION, columns: COLUMNS}),
    about: aboutNumbers(completenessFigures(release), release, {document}),
    download: csvName(FILE, release.returns),
    source: SOURCE
  });
}

/** Returns what came by kind as a download. */
export const completenessDownloads = (release: Release): Download[] => [
  plainDownload(csvName(FILE, release.returns), {
    title: CAPTION,
    source: SOURCE,
    rows: returnKinds(release),
    columns: COLUMNS
  })
];

/** Returns the published figures of completeness in England. */
export const completenessFigures = (release: Release): Figure[] =>
  figuresOf(release, "QUA-02").filter((figure) => figure.area_level === "national" && isOfPosition(figure, release));

/** Says how many kinds of return are complete, and how many too thin to rest on. */
export function completenessFinding(kinds: readonly ReturnKind[]): string {
  const complete = kinds.filter(({rows}) => rows.every(isIn)).length;
  const thin = kinds.filter(({rows}) => rows.filter(isIn).length < THIN * rows.length).length;
  const all = word(kinds.length);
  if (complete === kinds.length)
    return kinds.length === 1 ? "The one kind of return is complete" : `All ${all} kinds of return are complete`;
  const few = thin === 0 ? "none has fewer" : `${word(thin)} ${thin === 1 ? "has" : "have"} fewer`;
  return sentence(
    `${word(complete)} of ${all} kinds of return ${complete === 1 ? "is" : "are"} complete; ${few} than four in five in`
  );
}

/** Below this share of senders a figure is provisional. */
const THIN = 0.8;

function returnBar({rows, name, senders}: ReturnKind): ReturnBar {
  const came = rows.filter(isIn).length;
  const late = rows.filter(({status}) => status === "late").length;
  return {
    group: sentence(senders),
    name,
    said: `${count(came)} of ${count(rows.length)}`,
    inTime: came - late,
    late,
    missing: rows.length - came
  };
}

function key({document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const item = (mark: string, said: string) =>
    h("li", {}, h("span", {class: `mark ${mark}`, "aria-hidden": "true"}), said);
  return h(
    "ul",
    {class: "key"},
    item("counted", "In time, or no day set"),
    item("band95", "Late"),
    item("missing-return", "Not here")
  );
}

const inUse = ({rows}: ReturnKind): number => rows.filter(isIn).length;
const withStatus = (rows: ReturnKind["rows"], wanted: string): number =>
  rows.filter(({status}) => status === wanted).length;

const COLUMNS: readonly PlainColumn<ReturnKind>[] = [
  {title: "Return", value: ({name}) => name},
  {title: "From", value: ({senders}) => senders},
  {title: "Due", value: ({due_date}) => (due_date ? date(due_date) : "no one day")},
  {title: "Asked for or sent", isNumber: true, value: ({rows}) => rows.length, write: count},
  {title: "In use", isNumber: true, value: inUse, write: count},
  {title: "In use, %", isNumber: true, value: (kind) => Math.round((100 * inUse(kind)) / kind.rows.length)},
  {title: "Late", isNumber: true, value: ({rows}) => withStatus(rows, "late"), write: count},
  {
    title: "Sent again",
    isNumber: true,
    value: ({rows}) => rows.filter(({files_count}) => files_count > 1).length,
    write: count
  },
  {title: "Refused", isNumber: true, value: ({rows}) => withStatus(rows, "refused"), write: count},
  {title: "Not received", isNumber: true, value: ({rows}) => withStatus(rows, "not received"), write: count},
  {title: "Origin", value: ({rows}) => (rows.some(({origin}) => origin === "synthetic") ? "synthetic" : "real")}
];
