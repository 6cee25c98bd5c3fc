import {strToU8, zipSync} from "fflate";

/** A cell: text, a number, a date's serial number, an error, or a formula's text. */
export type Cell = string | number | boolean | null | {date: number} | {error: string} | {formula: string};

export interface SheetBytes {
  name: string;
  rows: readonly (readonly Cell[])[]; // from A1 on; null leaves a cell out, an empty row is left out
  merges?: readonly string[];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Returns a workbook's bytes, as spreadsheets write it: shared strings, date formats, merged cells. */
export function xlsxBytes(sheets: readonly SheetBytes[], {is1904 = false} = {}): Uint8Array {
  const strings: string[] = [];
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${sheets.map(({name}, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="${index === 0 ? "/xl/" : ""}worksheets/sheet${index + 1}.xml"/>`).join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\ mmm\\ yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`
  };
  sheets.forEach(({rows, merges = []}, index) => {
    const lines = rows.map((row, at) =>
      row.length === 0
        ? ""
        : `<row r="${at + 1}">${row.map((cell, column) => write(cell, `${letters(column)}${at + 1}`)).join("")}</row>`
    );
    const merged =
      merges.length > 0
        ? `<mergeCells count="${merges.length}">${merges.map((of) => `<mergeCell ref="${of}"/>`).join("")}</mergeCells>`
        : "";
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData>${merged}</worksheet>`;
  });
  parts["xl/sharedStrings.xml"] = `<sst xmlns="${MAIN}">${strings.map((of) => `<si>${runs(of)}</si>`).join("")}</sst>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])), {
    mtime: "2004-01-01"
  });

  function write(cell: Cell, at: string): string {
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${at}" s="2"><v>${cell}</v></c>`;
    if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    if (typeof cell === "string") return `<c r="${at}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
    if ("date" in cell) return `<c r="${at}" s="1"><v>${cell.date}</v></c>`;
    if ("error" in cell) return `<c r="${at}" t="e"><f>VLOOKUP(1,A:A,1)</f><v>${cell.error}</v></c>`;
    return `<c r="${at}" t="str"><f>CONCATENATE("a","b")</f><v>${escapeXml(cell.formula)}</v></c>`;
  }
}

/** Long strings are cut into runs, as those with bold words are. */
function runs(of: string): string {
  if (of.length < 20) return `<t xml:space="preserve">${escapeXml(of)}</t>`;
  return `<r><t xml:space="preserve">${escapeXml(of.slice(0, 10))}</t></r><r><t xml:space="preserve">${escapeXml(of.slice(10))}</t></r><rPh sb="0" eb="1"><t>reading aid</t></rPh>`;
}

const letters = (column: number): string => String.fromCharCode(65 + column);
const escapeXml = (of: string): string =>
  of.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
