import {isUtf8} from "node:buffer";
import {createReadStream, createWriteStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import iconv from "iconv-lite";

export type Encoding = "utf8" | "utf16le" | "utf16be" | "windows-1252";

export interface Inspection {
  encoding: Encoding;
  bytes: number;
  isBinary: boolean; // has a zero byte, which no text here holds
}

/** Reads a file once and returns how its text is encoded: by its byte-order mark, else UTF-8 if valid, else Windows-1252. */
export async function inspectText(path: string): Promise<Inspection> {
  let bytes = 0;
  let isValid = true;
  let hasZero = false;
  let marked: Encoding | undefined;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20}) as AsyncIterable<Buffer>) {
    if (bytes === 0) marked = markedEncoding(chunk);
    bytes += chunk.length;
    if (marked) continue;
    hasZero ||= chunk.includes(0);
    if (!isValid) continue;
    const whole = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const cut = lastBoundary(whole);
    isValid = isUtf8(whole.subarray(0, cut));
    rest = Buffer.from(whole.subarray(cut));
  }
  if (marked) return {encoding: marked, bytes, isBinary: false};
  return {encoding: isValid && isUtf8(rest) ? "utf8" : "windows-1252", bytes, isBinary: hasZero};
}

/** Writes the text of a file to `target` as UTF-8 without a byte-order mark. */
export async function transcode(path: string, {encoding, target}: {encoding: Encoding; target: string}): Promise<void> {
  await pipeline(createReadStream(path), iconv.decodeStream(encoding), createWriteStream(target, {encoding: "utf8"}));
}

function markedEncoding(start: Buffer): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf16be";
  return undefined;
}

/** A character may be cut by the end of a chunk; its first bytes wait for the next one. */
function lastBoundary(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte >= 0xc0) return chunk.length - back;
    if (byte < 0x80) break;
  }
  return chunk.length;
}
