import type {Link, Sheet, SheetCell} from "./sheets.js";
import {numberStyles} from "./styles.js";
import type {WorkbookColumn} from "./workbook.js";
import {escapeXml, paragraphs, XML_HEAD} from "./xmlText.js";

/** Returns the part of the archive that holds the sheets and marks the table of each. */
export function contentXml(sheets: readonly Sheet[]): string {
  const widths = sheets.map((sheet) => sheet.widths ?? sheet.columns.map((_, index) => widthOf(sheet, index)));
  const known = [...new Set(widths.flat())].toSorted((a, b) => a - b);
  const style = (width: number): string => `width${known.indexOf(width)}`;
  const columnStyles = known.map(
    (width) =>
      `<style:style style:name="${style(width)}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`
  );
  const tables = sheets.map((sheet, index) => sheetXml(sheet, {styles: (widths[index] ?? []).map(style)}));
  return `${XML_HEAD}
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"><office:automatic-styles>${columnStyles.join("")}<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style><style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>${numberStyles}</office:automatic-styles><office:body><office:spreadsheet>${tables.join("")}<table:database-ranges>${sheets.map(rangeXml).join("")}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`;
}

function sheetXml(sheet: Sheet, {styles}: {styles: readonly string[]}): string {
  const {name, title, lines, columns, rows, isWide} = sheet;
  const line = isWide ? "Wrapped" : "Default"; // else lines run on over the cells beside them, which hold nothing
  const head = columns.map((column) =>
    cell(column.title, {style: column.decimals === undefined ? "Heading_20_row" : "Heading_20_number"})
  );
  const body = rows.map((row) => rowXml(row.map((of, index) => dataCell(of, columns[index])).join("")));
  return [
    `<table:table table:name="${name}" table:style-name="sheet">`,
    ...styles.map(
      (style) => `<table:table-column table:style-name="${style}" table:default-cell-style-name="Default"/>`
    ),
    rowXml(cell(title, {style: "Heading_20_1"})),
    ...lines.map((of) => rowXml(typeof of === "string" ? cell(of, {style: line}) : linked([of], line))),
    `<table:table-header-rows>${rowXml(head.join(""))}</table:table-header-rows>`,
    ...body,
    "</table:table>"
  ].join("");
}

const rowXml = (cells: string): string => `<table:table-row table:style-name="row">${cells}</table:table-row>`;

function dataCell(of: SheetCell, column: WorkbookColumn | undefined): string {
  if (typeof of === "object") return linked(of, "Wrapped");
  if (typeof of === "string") return cell(of, {style: column?.decimals === undefined ? "Wrapped" : "Symbol"});
  const {decimals = 0, isPlain = false} = column ?? {};
  const style = isPlain ? "plain" : `number${decimals}`;
  return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${of}"><text:p>${written(of, {decimals, isPlain})}</text:p></table:table-cell>`;
}

function written(value: number, {decimals, isPlain}: {decimals: number; isPlain: boolean}): string {
  if (isPlain) return String(value);
  const known = formats.get(decimals);
  if (known) return known.format(value);
  const made = new Intl.NumberFormat("en-GB", {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
  formats.set(decimals, made);
  return made.format(value);
}

const formats = new Map<number, Intl.NumberFormat>(); // making one takes longer than using it a thousand times

const cell = (text: string, {style}: {style: string}): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs(text)}</table:table-cell>`;

function linked(links: readonly Link[], style: string): string {
  const lines = links.map(
    ({text, sheet}) =>
      `<text:p><text:a xlink:type="simple" xlink:href="#${sheet}.A1">${escapeXml(text)}</text:a></text:p>`
  );
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${lines.join("")}</table:table-cell>`;
}

/** Marks a sheet's table, headings included, as one. */
function rangeXml({name, lines, columns, rows}: Sheet): string {
  const first = lines.length + 2;
  const address = `${name}.A${first}:${name}.${letters(columns.length)}${first + rows.length}`;
  return `<table:database-range table:name="table_${name}" table:target-range-address="${address}" table:contains-header="true" table:display-filter-buttons="false"/>`;
}

/** Returns the name of a column by its number from 1: A, Z, AA. */
function letters(column: number): string {
  const rest = column - 1;
  return `${rest < 26 ? "" : letters(Math.floor(rest / 26))}${String.fromCharCode(65 + (rest % 26))}`;
}

const CENTIMETRES = {letter: 0.215, edges: 0.6, least: 2.2, most: 8};

/** Returns a width that the longest cell fits, within limits, and the longest word of the heading at least. */
function widthOf({columns, rows}: Sheet, index: number): number {
  const {letter, edges, least, most} = CENTIMETRES;
  const {title = "", decimals = 0} = columns[index] ?? {};
  const long = (of: SheetCell | undefined): number =>
    typeof of === "number" ? Math.round(Math.abs(of)).toString().length * 1.34 + decimals + 1 : String(of ?? "").length;
  const longest = rows.reduce((most, row) => Math.max(most, long(row[index])), 0);
  const word = Math.max(...title.split(/\s+/).map((part) => part.length)) * 1.1; // headings are bold
  const needed = Math.max(word, longest, Math.min(title.length / 2, 14)) * letter + edges;
  return Math.round(Math.min(Math.max(needed, least), most) * 10) / 10;
}
