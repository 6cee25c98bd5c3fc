import {readFile} from "node:fs/promises";
import {unzipSync} from "fflate";
import {readSheet, type Sheet} from "./worksheet.js";
import {parseXml} from "./xml.js";

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
