import {aboutNumbers} from "../aboutNumbers.js";
import {builder, type Child} from "../element.js";
import type {Missing} from "../format.js";
import {missingWord} from "../missingWord.js";
import {NONE} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {saidSynthetic} from "../saidSynthetic.js";
import {table} from "../table.js";
import {downloadLine} from "../tableBehind.js";

/** What stands in a cell: a text, a number as a reader sees it, a reason why there is none, or something drawn. */
export type AreaCell = string | Missing | Written;

/** A number or text that the download holds plainly and the page shows in another way. */
export interface Written {
  plain: string | number;
  show(document: Document): Child;
}

export interface AreaColumn {
  title: string;
  isNumber?: boolean;
  isLong?: boolean;
}

/** A table of an area's page: what it shows is a sentence, and the download holds exactly the same. */
export interface AreaTable {
  id: string;
  finding: string;
  measure: string;
  caption: string;
  columns: readonly AreaColumn[];
  rows: readonly (readonly AreaCell[])[];
  file: string;
  source: string;
  about?: readonly Figure[]; // the figures whose making stands behind the table
  notes?: readonly string[];
}

/** Returns a table as a section of a page: finding, measure, table, notes, what stands behind it and its download. */
export function areaSection(of: AreaTable, release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const {id, finding, measure, caption, columns, rows, file, source, about = [], notes = []} = of;
  const heading = `${id}-finding`;
  const opening = [h("h2", {id: heading}, finding), h("p", {class: "measure"}, measure)];
  if (rows.length === 0) return h("section", {class: id, "aria-labelledby": heading}, ...opening);
  return h(
    "section",
    {class: `chart area-table ${id}`, "aria-labelledby": heading},
    ...opening,
    table(rows, {
      document,
      caption: saidSynthetic(caption, file),
      isStacked: true,
      columns: columns.map((column, index) => ({...column, cell: (row) => shown(row[index] ?? "", {document})}))
    }),
    ...notes.map((note) => h("p", {class: "note"}, note)),
    h(
      "div",
      {class: "below"},
      aboutNumbers(about, release, {document}),
      downloadLine({document, download: file, source})
    )
  );
}

/** Returns the rows of a table as a download. */
export function areaDownload({file, caption, source, notes, columns, rows}: AreaTable): Download {
  return {
    file,
    title: caption,
    source,
    ...(notes ? {notes} : {}),
    rows: [columns.map(({title}) => title), ...rows.map((row) => row.map(plain))]
  };
}

/** Returns a number that the page shows as `write` says. */
export const numberCell = (value: number, write: (value: number) => string): Written => ({
  plain: value,
  show: () => write(value)
});

/** Returns a name that leads to a page, where there is one. */
export const linkCell = (name: string, href: string | undefined): AreaCell =>
  href === undefined ? name : {plain: name, show: (document) => builder(document)("a", {href}, name)};

function shown(cell: AreaCell, {document}: {document: Document}): Child {
  if (typeof cell === "string") return cell || NONE;
  return "show" in cell ? cell.show(document) : missingWord(cell, {document});
}

const plain = (cell: AreaCell): string | number =>
  typeof cell === "string" ? cell || NONE : "plain" in cell ? cell.plain : cell.word;
