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
    columns: columns.map(({title, isNumber, isLong, value, write = String}) => ({
      title,
      isNumber,
      isLong,
      cell: (row) => {
        const found = value(row);
        if (typeof found === "object") return missingWord(found, {document});
        return typeof found === "number" ? write(found, row) : found;
      }
    }))
  });
}

export interface PlainDownloadOptions<Row> extends Pick<Download, "title" | "source" | "notes"> {
  rows: readonly Row[];
  columns: readonly PlainColumn<Row>[];
}

/** Returns the rows and columns of a plain table as a download. */
export function plainDownload<Row>(file: string, {rows, columns, ...said}: PlainDownloadOptions<Row>): Download {
  const plain = (found: string | number | Missing): string | number => (typeof found === "object" ? found.word : found);
  const cells = rows.map((row) => columns.map(({value}) => plain(value(row))));
  return {file, ...said, rows: [columns.map(({title}) => title), ...cells]};
}
