import type {Missing} from "./format.js";
import {missingWord} from "./missingWord.js";
import type {Download} from "./release.js";
import {table} from "./table.js";

/** A column that stands alike on the page and in the download: a number, words, or why there is no number. */
export interface PlainColumn<Row> {
  title: string;
  isNumber?: boolean;
  isLong?: boolean; // sentences, which want room
  value(row: Row): string | number | Missing;
  write?(value: number, row: Row): string; // how the page shows a number
  blank?: string; // the word for an empty text, so that no cell stands empty; "none" unless told otherwise
}

export interface PlainTableOptions<Row> {
  document: Document;
  caption: string;
  columns: readonly PlainColumn<Row>[];
  isStacked?: boolean; // on narrow screens each row becomes a small list; else the table scrolls within itself
}

/** Returns a table of plain values; `plainDownload` of the same rows and columns holds exactly the same. */
export function plainTable<Row>(rows: readonly Row[], {document, caption, columns, isStacked}: PlainTableOptions<Row>) {
  return table(rows, {
    document,
    caption,
    isStacked,
    columns: columns.map((column) => ({
      title: column.title,
      isNumber: column.isNumber,
      isLong: column.isLong,
      cell: (row) => {
        const found = cellValue(column, row);
        if (typeof found === "object") return missingWord(found, {document});
        return typeof found === "number" ? (column.write ?? String)(found, row) : found;
      }
    }))
  });
}

/** What stands in a cell: never an empty text. */
function cellValue<Row>({value, blank = NONE}: PlainColumn<Row>, row: Row): string | number | Missing {
  const found = value(row);
  return found === "" ? blank : found;
}

/** The word for a cell in which there is nothing. */
export const NONE = "none";

export interface PlainDownloadOptions<Row> extends Pick<Download, "title" | "source" | "notes"> {
  rows: readonly Row[];
  columns: readonly PlainColumn<Row>[];
}

/** Returns the rows and columns of a plain table as a download. */
export function plainDownload<Row>(file: string, {rows, columns, ...said}: PlainDownloadOptions<Row>): Download {
  const plain = (found: string | number | Missing): string | number => (typeof found === "object" ? found.word : found);
  const cells = rows.map((row) => columns.map((column) => plain(cellValue(column, row))));
  return {file, ...said, rows: [columns.map(({title}) => title), ...cells]};
}
