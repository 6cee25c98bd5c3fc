import {builder} from "../element.js";
import {count, date, list, plural} from "../format.js";
import {groups} from "../groups.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Release} from "../release.js";
import {downloadLine} from "../tableBehind.js";

const FILE = "licences.csv";
const CAPTION = "Licences of what was received";
const SOURCE = "Source: the ledger of returns.";

interface Licence {
  publisher: string;
  licence: string;
  origin: string;
  files: number;
}

/** Returns whose data it is and under which licence, from the ledger of what was received. */
export function licenceTable(release: Release, {document}: {document: Document}): Node {
  const rows = licences(release);
  if (rows.length === 0) return document.createTextNode("");
  return builder(document)(
    "div",
    {class: "below"},
    plainTable(rows, {document, caption: CAPTION, columns: COLUMNS, isStacked: true}),
    downloadLine({document, download: FILE, source: SOURCE})
  );
}

/** Returns that table as a download. */
export const licenceDownloads = (release: Release): Download[] => [
  plainDownload(FILE, {title: CAPTION, source: SOURCE, rows: licences(release), columns: COLUMNS})
];

/** Returns how to name this release where it is used. */
export function citation({catalogue}: Pick<Release, "catalogue">): string {
  const {version, as_at, origin} = catalogue.release;
  const figures = catalogue.tables.find(({table}) => table === "indicators");
  const hash = figures?.files.find(({file}) => file.endsWith(".csv"))?.sha256;
  const mark = hash ? ` Table indicators.csv, SHA-256 beginning ${hash.slice(0, 16)}.` : "";
  return `Uptake: training of school support staff in England. Release ${version}, position at ${date(as_at)}${origin === "synthetic" ? ", with synthetic returns" : ""}.${mark}`;
}

/** Says how many rows are synthetic, and in how many tables. */
export function syntheticSentence({catalogue}: Pick<Release, "catalogue">): string {
  const of = catalogue.tables.filter(({origins}) => (origins.synthetic ?? 0) > 0);
  if (of.length === 0) return "No row of this release is synthetic.";
  const rows = of.reduce((sum, {origins}) => sum + (origins.synthetic ?? 0), 0);
  return `${count(rows)} rows in ${plural(of.length, "table")} are synthetic (${list(of.map(({table}) => table))}). Each says so in its column “origin”: filter on it, and keep it wherever the figures go.`;
}

function licences({files}: Pick<Release, "files">): Licence[] {
  const found = groups(files, ({publisher, licence, origin}) => [publisher, licence, origin].join("|"));
  return [...found.values()].flatMap((members): Licence[] => {
    const [first] = members;
    if (!first) return [];
    const {publisher, licence, origin} = first;
    return [{publisher, licence, origin, files: members.length}];
  });
}

const COLUMNS: readonly PlainColumn<Licence>[] = [
  {title: "Publisher", value: ({publisher}) => publisher},
  {title: "Licence", value: ({licence}) => licence},
  {title: "Files received", isNumber: true, value: ({files}) => files, write: count},
  {title: "Origin", value: ({origin}) => origin}
];
