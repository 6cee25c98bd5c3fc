import {createReadStream} from "node:fs";

export interface LineOptions {
  delimiter: string;
  skip: number; // records above the first row, blank lines counted
  read: ReadonlySet<number>; // cells, from 0, that hold something in a row that counts
  until?: number; // the records that are asked for, from 1; defaults to all
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;

/**
 * Returns the physical line on which each record begins. Quoted newlines make record and line differ, and rows without
 * anything in the cells that are read are no records, as in the relation.
 */
export async function readLines(
  path: string,
  {delimiter, skip, read, until = Number.POSITIVE_INFINITY}: LineOptions
): Promise<number[]> {
  const separator = delimiter.charCodeAt(0);
  const lines: number[] = [];
  let line = 1;
  let first = 1; // line of the record being read
  let record = 0;
  let cell = 0;
  let isQuoted = false;
  let atStart = true; // nothing but spaces since the separator
  let isFilled = false;
  let before: number | undefined;

  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20}) as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (isQuoted) {
        if (byte === QUOTE) isQuoted = false;
        else if (!isFilled && read.has(cell)) isFilled = true;
        if (byte === LINE_FEED ? before !== RETURN : byte === RETURN) line++;
      } else if (byte === QUOTE && (atStart || before === QUOTE)) {
        if (!atStart && read.has(cell)) isFilled = true; // a doubled quotation mark is a character
        isQuoted = true;
        atStart = false;
      } else if (byte === separator) {
        cell++;
        atStart = true;
      } else if (byte === RETURN || (byte === LINE_FEED && before !== RETURN)) {
        endRecord();
      } else if (byte !== LINE_FEED) {
        if (byte !== SPACE) atStart = false;
        if (!isFilled && read.has(cell)) isFilled = true;
      }
      before = byte;
    }
    if (lines.length >= until) return lines;
  }
  if (isFilled) endRecord();
  return lines;

  function endRecord(): void {
    if (record >= skip && isFilled) lines.push(first);
    record++;
    first = ++line;
    cell = 0;
    atStart = true;
    isFilled = false;
  }
}
