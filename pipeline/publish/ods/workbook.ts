import {strToU8, type Zippable, zipSync} from "fflate";
import {contentXml} from "./content.js";
import {coverSheet, notesSheet, tableSheet} from "./sheets.js";
import {stylesXml} from "./styles.js";
import {escapeXml, XML_HEAD} from "./xmlText.js";

/** A workbook by the government's rules for accessible spreadsheets: a cover, notes, and one table a sheet. */
export interface Workbook {
  title: string;
  description: string; // what it is, in a sentence
  about: readonly string[]; // the other lines of the cover: synthetic or not, date of the position, source
  date: string; // 2004-06-30: the position it describes, and the only date in it
  notes: readonly WorkbookNote[];
  tables: readonly WorkbookTable[];
}

/** A note or a symbol, which tables cite by its mark. */
export interface WorkbookNote {
  mark: string; // "[note 1]", "[c]"
  text: string;
}

/** A table, on a sheet of its own. */
export interface WorkbookTable {
  name: string; // of the sheet's tab: letters, digits and low lines, at most 31, the first a letter
  title: string;
  lines: readonly string[]; // between title and table, one sentence each
  marks: readonly string[]; // of the notes and symbols that belong to it
  columns: readonly WorkbookColumn[];
  rows: readonly (readonly WorkbookCell[])[];
}

export interface WorkbookColumn {
  title: string;
  decimals?: number; // of numbers; a column without has text
  isPlain?: boolean; // numbers that are names, as years, which nothing separates into thousands
}

/** A number, or text; text is never empty, since what is missing has a symbol. */
export type WorkbookCell = string | number;

const MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";
const TAB = /^[A-Za-z]\w{0,30}$/;

/**
 * Returns the workbook as OpenDocument Spreadsheet, the same bytes for the same workbook. Text is typed as text, so that
 * nothing is ever a formula. Throws where two sheets have one name, a row is not as wide as its table, a cell is empty,
 * or a table cites a note that there is not.
 */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  check(workbook);
  const sheets = [coverSheet(workbook), notesSheet(workbook), ...workbook.tables.map(tableSheet)];
  const parts: Zippable = {
    mimetype: [strToU8(MIMETYPE), {level: 0}], // first and as it is, so that the file tells its kind
    "META-INF/manifest.xml": strToU8(MANIFEST),
    "content.xml": strToU8(contentXml(sheets)),
    "styles.xml": strToU8(stylesXml),
    "meta.xml": strToU8(metaXml(workbook)),
    "settings.xml": strToU8(SETTINGS)
  };
  return zipSync(parts, {level: 4, mtime: new Date(1980, 0, 1)}); // by the local clock, which the archive writes
}

function check({notes, tables}: Workbook): void {
  const marks = new Set(notes.map(({mark}) => mark));
  const names = new Set(["cover", "notes"]);
  for (const {name, columns, rows, marks: cited} of tables) {
    if (!TAB.test(name)) throw new Error(`invalid sheet name: ${name}`);
    if (names.has(name.toLowerCase())) throw new Error(`duplicate sheet name: ${name}`);
    names.add(name.toLowerCase());
    const unknown = cited.find((mark) => !marks.has(mark));
    if (unknown !== undefined) throw new Error(`unknown note: ${unknown} in ${name}`);
    const titles = columns.map(({title}) => title);
    const twice = titles.find((title, index) => titles.indexOf(title) !== index);
    if (twice !== undefined) throw new Error(`duplicate heading: ${twice} in ${name}`);
    if (columns.length === 0 || rows.length === 0) throw new Error(`invalid table: ${name} has no cells`);
    rows.forEach((row, index) => {
      if (row.length !== columns.length || row.some((cell) => cell === "" || Number.isNaN(cell)))
        throw new Error(`invalid row: ${index + 1} of ${name}`);
    });
  }
}

const metaXml = ({title, description, date}: Workbook): string => `${XML_HEAD}
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>Uptake</meta:generator><dc:title>${escapeXml(title)}</dc:title><dc:description>${escapeXml(description)}</dc:description><dc:subject>Training of school support staff in England</dc:subject><meta:initial-creator>Uptake</meta:initial-creator><dc:creator>Uptake</dc:creator><meta:creation-date>${date}T00:00:00</meta:creation-date><dc:date>${date}T00:00:00</dc:date><dc:language>en-GB</dc:language></office:meta></office:document-meta>`;

/** Opens at the cover. */
const SETTINGS = `${XML_HEAD}
<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item config:name="ActiveTable" config:type="string">Cover</config:config-item></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;

const MANIFEST = `${XML_HEAD}
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIMETYPE}"/>${[
  "content.xml",
  "styles.xml",
  "meta.xml",
  "settings.xml"
]
  .map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`)
  .join("")}</manifest:manifest>`;
