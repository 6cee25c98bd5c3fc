import {csvName} from "../csvName.js";
import {builder} from "../element.js";
import {count, lower, plural, sentence} from "../format.js";
import {groups} from "../groups.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Release, Return} from "../release.js";
import {downloadLine} from "../tableBehind.js";
import {collectionName, isIn} from "./kinds.js";

const FILE = "corrections";
const CAPTION = "Files with corrections";
const SOURCE = "Source: published table files.";

/** Says how many returns were sent again, of which collections, and which file counts. */
export function againSentence({returns}: Pick<Release, "returns">): string {
  const again = returns.filter(({files_count}) => files_count > 1);
  if (again.length === 0) return "No return was sent again.";
  const parts = [...groups(again, ({collection}) => collectionName(collection))]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, rows]) => `${lower(name)} ${count(rows.length)}`);
  return `${sentence(plural(again.length, "return"))} ${again.length === 1 ? "was" : "were"} sent again (${parts.join(", ")}). The last file that can be read is the one in use; the earlier ones are kept and count for nothing.`;
}

/** Says in how many returns rows are held, as far as that may be told. */
export function heldSentence({returns}: Pick<Release, "returns">): string {
  const known = returns.filter(isIn);
  const held = known.filter(hasHeld).length;
  const withheld = known.filter((row) => row.rows_held_symbol === "c").length;
  if (known.length === 0) return "No return is in use, so no row is held.";
  if (held + withheld === 0) return "No row of the returns in use is held.";
  const untold = withheld === 0 ? "" : ` Of ${count(withheld)} more it is withheld whether any has.`;
  return `Of ${count(known.length)} returns in use, asked for or not, ${count(held)} ${held === 1 ? "has" : "have"} rows that broke a rule.${untold} Those rows are held, and count for nothing until their sender mends them; the others are in use. How many each has is said in tens, and “low” stands for one to nine.`;
}

/** Says how many known errors were mended, in how many files. */
export function correctionSentence(release: Pick<Release, "files">): string {
  const files = correctedFiles(release);
  const all = files.reduce((sum, {corrections_count}) => sum + corrections_count, 0);
  if (all === 0)
    return "No correction has been applied: the list of known errors of the returns is empty. An error would be mended cell by cell before the file is judged, with its reason beside it, and the file as received would stay as it is.";
  return `${sentence(plural(all, "known error"))} ${all === 1 ? "was" : "were"} mended in ${plural(files.length, "file")}, cell by cell and before the file was judged. The files as received stay as they are.`;
}

/** Returns the files in which known errors were mended, with their number; nothing where there are none. */
export function correctionTable(release: Release, {document}: {document: Document}): Node {
  const files = correctedFiles(release);
  if (files.length === 0) return document.createTextNode("");
  return builder(document)(
    "div",
    {class: "below"},
    plainTable(files, {document, caption: CAPTION, columns: COLUMNS, isStacked: true}),
    downloadLine({document, download: csvName(FILE, files), source: SOURCE})
  );
}

/** Returns that table as a download; none where nothing was mended. */
export function correctionDownloads(release: Release): Download[] {
  const rows = correctedFiles(release);
  return rows.length === 0
    ? []
    : [plainDownload(csvName(FILE, rows), {title: CAPTION, source: SOURCE, rows, columns: COLUMNS})];
}

const correctedFiles = ({files}: Pick<Release, "files">): Release["files"] =>
  files.filter(({corrections_count}) => corrections_count > 0);

const hasHeld = ({rows_held_count, rows_held_symbol}: Return): boolean =>
  (rows_held_count ?? 0) > 0 || rows_held_symbol === "low";

const COLUMNS: readonly PlainColumn<Release["files"][number]>[] = [
  {title: "File", value: ({file}) => file},
  {title: "Return", value: ({collection}) => collectionName(collection)},
  {title: "Corrections", isNumber: true, value: ({corrections_count}) => corrections_count, write: count},
  {title: "In use", value: ({is_used}) => (is_used ? "yes" : "no")},
  {title: "Origin", value: ({origin}) => origin}
];
