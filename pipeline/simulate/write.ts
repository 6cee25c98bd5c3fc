import {unzipSync, type Zippable, zipSync} from "fflate";
import iconv from "iconv-lite";
import writeExcelFile from "write-excel-file/node";
import type {FileForm, SimulatedFile} from "./file.js";

/** Returns a file's address under the returns folder: `school_frame/2004-03/LLSC07.csv`. */
export function addressOf({collection, period, sender, submission, form}: SimulatedFile): string {
  const extension = form.kind === "text" ? form.extension : form.kind;
  return `${collection}/${period}/${sender}${submission > 1 ? `.${submission}` : ""}.${extension}`;
}

/** Returns a file's bytes: the same on every machine, at any time. */
export async function encodeFile({form, header, rows}: SimulatedFile): Promise<Uint8Array> {
  if (form.kind === "text") return new TextEncoder().encode(form.content);
  if (form.kind === "xlsx") return workbook(form, [header, ...rows]);
  return csv(form, [header, ...rows]);
}

function csv(
  {delimiter, encoding, titleRows}: FileForm & {kind: "csv"},
  records: readonly (readonly string[])[]
): Uint8Array {
  const isWindows = encoding === "windows-1252" || encoding === "utf16le";
  const lines = [
    ...titleRows.map((title) => quote(title, delimiter)),
    ...records.map((cells) => cells.map((cell) => quote(cell, delimiter)).join(delimiter)),
    ""
  ];
  const name = encoding === "windows-1252" ? "win1252" : encoding === "utf16le" ? "utf16-le" : "utf8";
  return iconv.encode(lines.join(isWindows ? "\r\n" : "\n"), name, {
    addBOM: encoding === "utf8-bom" || encoding === "utf16le"
  });
}

function quote(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

async function workbook(
  {sheet, titleRows}: FileForm & {kind: "xlsx"},
  records: readonly (readonly string[])[]
): Promise<Uint8Array> {
  const width = records[0]?.length ?? 1;
  const titles = titleRows.map((title) => [
    {value: title, fontWeight: "bold" as const, columnSpan: Math.min(width, 4)}
  ]);
  const rows = records.map((cells, index) => cells.map((text) => (index === 0 ? {value: text} : cell(text))));
  const file = await writeExcelFile([...titles, ...rows], {sheet, dateFormat: "yyyy-mm-dd"}).toBuffer();
  return fixedDates(file);
}

/** Dates go in as days, numbers as numbers; codes that only look like numbers (leading zeros) stay text. */
function cell(text: string) {
  if (text === "") return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)))
    return {type: Date, value: new Date(`${text}T00:00:00Z`), format: "yyyy-mm-dd"};
  if (/^(0|[1-9]\d{0,8})(\.\d{0,5}[1-9])?$/.test(text)) return {type: Number, value: Number(text)};
  return {type: String, value: text};
}

/** Packs the parts of a workbook again, in order of name, all with one date: a zip entry carries the time of writing. */
function fixedDates(file: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(file)).sort(([left], [right]) => (left < right ? -1 : 1));
  const mtime = new Date(2004, 0, 1);
  return zipSync(Object.fromEntries(parts) satisfies Zippable, {level: 9, mtime});
}
