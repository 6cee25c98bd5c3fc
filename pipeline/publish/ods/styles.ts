import {XML_HEAD} from "./xmlText.js";

const MOST_DECIMALS = 6;

/** Styles of cells with numbers, by their decimals. */
export const numberStyles = [
  numberStyle("plain", {decimals: 0, isGrouped: false}),
  ...Array.from({length: MOST_DECIMALS + 1}, (_, decimals) =>
    numberStyle(`number${decimals}`, {decimals, isGrouped: true})
  )
].join("");

function numberStyle(name: string, {decimals, isGrouped}: {decimals: number; isGrouped: boolean}): string {
  return `<number:number-style style:name="format-${name}" number:language="en" number:country="GB"><number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1"${isGrouped ? ' number:grouping="true"' : ""}/></number:number-style><style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Number" style:data-style-name="format-${name}"/>`;
}

/** Each cell style: its name, the one it extends, and what is its own. No fill, and no meaning by colour. */
const CELLS = [
  cellStyle("Wrapped", {shown: "Wrapped", cell: 'fo:wrap-option="wrap"'}),
  cellStyle("Number", {shown: "Number", paragraph: 'fo:text-align="end"', cell: 'style:text-align-source="fix"'}),
  cellStyle("Symbol", {
    shown: "Symbol",
    paragraph: 'fo:text-align="end"',
    cell: 'fo:wrap-option="wrap" style:text-align-source="fix"'
  }),
  cellStyle("Heading_20_1", {
    shown: "Heading 1",
    text: 'fo:font-size="16pt" fo:font-weight="bold"'
  }),
  cellStyle("Heading_20_row", {
    shown: "Heading row",
    cell: 'fo:wrap-option="wrap" fo:border-bottom="1pt solid #000000" style:vertical-align="bottom"',
    text: 'fo:font-weight="bold"'
  }),
  cellStyle("Heading_20_number", {
    shown: "Heading number",
    cell: 'fo:wrap-option="wrap" fo:border-bottom="1pt solid #000000" style:vertical-align="bottom" style:text-align-source="fix"',
    paragraph: 'fo:text-align="end"',
    text: 'fo:font-weight="bold"'
  })
].join("");

interface CellStyle {
  shown: string; // in the reader's list of styles
  cell?: string;
  paragraph?: string;
  text?: string;
}

function cellStyle(name: string, {shown, cell, paragraph, text}: CellStyle): string {
  const cells = cell ? `<style:table-cell-properties ${cell}/>` : "";
  const paragraphs = paragraph ? `<style:paragraph-properties ${paragraph}/>` : "";
  const texts = text ? `<style:text-properties ${text}/>` : "";
  return `<style:style style:name="${name}" style:display-name="${shown}" style:family="table-cell" style:parent-style-name="Default">${cells}${paragraphs}${texts}</style:style>`;
}

/** The part of the archive with the styles that all sheets share: Arial at 12 points, British English, landscape paper, no headers. */
export const stylesXml = `${XML_HEAD}
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="Default" style:family="table-cell"><style:table-cell-properties style:vertical-align="top"/></style:style>${CELLS}</office:styles><office:automatic-styles><style:page-layout style:name="landscape"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="landscape"/></office:master-styles></office:document-styles>`;
