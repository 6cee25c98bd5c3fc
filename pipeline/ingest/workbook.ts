import {readFile} from "node:fs/promises";
import {unzipSync} from "fflate";
import {SaxesParser} from "saxes";

/** A cell as the sheet stores it: text, a number, or a day's serial number where its format is that of a date. */
export type SheetCell =
  | {type: "text"; text: string} // an error such as #N/A too
  | {type: "number"; number: number; isDate: boolean}
  | {type: "truth"; truth: boolean};

export interface Sheet {
  name: string;
  rows: Map<number, Map<number, SheetCell>>; // row from 1 → column from 0 → what stands there
  merges: readonly Merge[];
}

/** A merged region; what it shows stands in its first cell. */
export interface Merge {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

export interface Workbook {
  sheets: readonly string[];
  is1904: boolean; // days count from 1904, as on old Macintosh computers
  read(sheet: string): Sheet;
}

/** The archive holds more than is read into memory. */
export class TooLarge extends Error {}

const UNPACKED_BYTES = 300_000_000;

/** Opens a workbook; throws where the file is none. */
export async function openWorkbook(path: string): Promise<Workbook> {
  let bytes = 0;
  const files = unzipSync(await readFile(path), {
    filter({name, originalSize}) {
      if (!/^xl\/(workbook|sharedStrings|styles|worksheets\/|_rels\/workbook)/i.test(name)) return false;
      bytes += originalSize;
      if (bytes > UNPACKED_BYTES) throw new TooLarge(`${bytes} bytes`);
      return true;
    }
  });
  const part = (name: string): Uint8Array | undefined => files[name];
  const workbook = part("xl/workbook.xml");
  if (!workbook) throw new Error("missing part: xl/workbook.xml");
  const sheets: {name: string; id: string}[] = [];
  const targets = new Map<string, string>();
  let is1904 = false;
  parseXml(workbook, {
    open(tag, attributes) {
      if (tag === "sheet") sheets.push({name: attributes.name ?? "", id: attributes["r:id"] ?? attributes.id ?? ""});
      if (tag === "workbookPr") is1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
    }
  });
  parseXml(part("xl/_rels/workbook.xml.rels"), {
    open(tag, {Id, Target = ""}) {
      if (tag === "Relationship" && Id) targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    }
  });
  const strings = readStrings(part("xl/sharedStrings.xml"));
  const dates = readDateStyles(part("xl/styles.xml"));
  return {
    sheets: sheets.map(({name}) => name),
    is1904,
    read(name) {
      const id = sheets.find((sheet) => sheet.name === name)?.id ?? "";
      return {name, ...readSheet(part(targets.get(id) ?? ""), {strings, dates})};
    }
  };
}

/** Returns a cell's address: row 14 and column 5 are F14. */
export function address(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

interface Handlers {
  open?(tag: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(tag: string): void;
}

function parseXml(part: Uint8Array | undefined, {open, text, close}: Handlers): void {
  if (!part) return;
  const parser = new SaxesParser();
  const local = (name: string): string => name.slice(name.indexOf(":") + 1);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({name, attributes}) => open?.(local(name), attributes));
  parser.on("text", (of) => text?.(of));
  parser.on("cdata", (of) => text?.(of));
  parser.on("closetag", ({name}) => close?.(local(name)));
  const decoder = new TextDecoder();
  for (let start = 0; start < part.length; start += 1 << 16) {
    parser.write(decoder.decode(part.subarray(start, start + (1 << 16)), {stream: true}));
  }
  parser.close();
}

function readStrings(part: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  let string = "";
  let isText = false;
  let isReading = true; // not inside a reading aid for Japanese
  parseXml(part, {
    open(tag) {
      if (tag === "si") string = "";
      if (tag === "rPh") isReading = false;
      if (tag === "t") isText = isReading;
    },
    text(of) {
      if (isText) string += of;
    },
    close(tag) {
      if (tag === "t") isText = false;
      if (tag === "rPh") isReading = true;
      if (tag === "si") strings.push(string);
    }
  });
  return strings;
}

/** Returns, for each cell format, whether it shows numbers as dates. */
function readDateStyles(part: Uint8Array | undefined): boolean[] {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isCell = false;
  parseXml(part, {
    open(tag, {numFmtId, formatCode = ""}) {
      const id = Number(numFmtId ?? 0);
      if (tag === "numFmt")
        custom.set(id, /[dmy]/i.test(formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|General/gi, "")));
      if (tag === "cellXfs") isCell = true;
      if (tag === "xf" && isCell) styles.push(custom.get(id) ?? ((id >= 14 && id <= 17) || id === 22));
    },
    close(tag) {
      if (tag === "cellXfs") isCell = false;
    }
  });
  return styles;
}

function readSheet(
  part: Uint8Array | undefined,
  {strings, dates}: {strings: readonly string[]; dates: readonly boolean[]}
): Pick<Sheet, "rows" | "merges"> {
  const rows: Sheet["rows"] = new Map();
  const merges: Merge[] = [];
  let at = {row: 0, column: -1};
  let type = "n";
  let style = 0;
  let value: string | undefined;
  let isValue = false;
  parseXml(part, {
    open(tag, attributes) {
      if (tag === "row") at = {row: Number(attributes.r ?? at.row + 1), column: -1};
      if (tag === "c") {
        at = attributes.r ? parseAddress(attributes.r) : {row: at.row, column: at.column + 1};
        type = attributes.t ?? "n";
        style = Number(attributes.s ?? 0);
        value = undefined;
      }
      if (tag === "v" || tag === "t") isValue = true;
      if (tag === "mergeCell") merges.push(parseMerge(attributes.ref ?? ""));
    },
    text(of) {
      if (isValue) value = (value ?? "") + of;
    },
    close(tag) {
      if (tag === "v" || tag === "t") isValue = false;
      if (tag !== "c" || value === undefined || value === "") return;
      const found = cell(value);
      if (found.type === "text" && found.text === "") return;
      const row = rows.get(at.row) ?? new Map<number, SheetCell>();
      row.set(at.column, found);
      rows.set(at.row, row);
    }
  });
  return {rows, merges};

  function cell(text: string): SheetCell {
    if (type === "s") return {type: "text", text: strings[Number(text)] ?? ""};
    if (type === "b") return {type: "truth", truth: text === "1"};
    if (type !== "n" || !Number.isFinite(Number(text))) return {type: "text", text};
    return {type: "number", number: Number(text), isDate: dates[style] ?? false};
  }
}

function parseMerge(reference: string): Merge {
  const [first = "A1", last = first] = reference.split(":");
  const from = parseAddress(first);
  const to = parseAddress(last);
  return {firstRow: from.row, lastRow: to.row, firstColumn: from.column, lastColumn: to.column};
}

function parseAddress(of: string): {row: number; column: number} {
  const [, letters = "A", digits = "1"] = /^\$?([A-Z]+)\$?(\d+)$/.exec(of) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return {row: Number(digits), column: column - 1};
}
