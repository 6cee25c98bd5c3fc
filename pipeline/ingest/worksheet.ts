import {parseXml} from "./xml.js";

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

/** Reads the cells and merged regions of a worksheet. */
export function readSheet(
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

/** Returns a cell's address: row 14 and column 5 are F14. */
export function address(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
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
