import {inflateRawSync, inflateSync} from "node:zlib";
import {tableFromIPC} from "apache-arrow";
import {literal, openWarehouse, query} from "../../pipeline/warehouse.js";
import {heldIn} from "../heldIn.js";

/** A token, found somewhere. */
export interface Found {
  token: string;
  form: string; // "as written", "base64", "UTF-16" …
  where: string; // "file", "stream at 120 of file", "rows of file"
}

/**
 * Returns every token that a file's bytes hold: as written in any case, in hex, base64 or UTF-16, in streams compressed
 * by gzip, zlib or as in zip and PDF (and streams within them), and in the rows of Arrow, Parquet and DuckDB files.
 */
export async function scanFile(
  path: string,
  {bytes, tokens}: {bytes: Buffer; tokens: readonly string[]}
): Promise<Found[]> {
  const found = scanBytes(bytes, {tokens, where: path});
  for (const text of await rowsOf(path, bytes)) {
    found.push(...scanBytes(Buffer.from(text), {tokens, where: `rows of ${path}`}));
  }
  return found;
}

/** Returns the tokens that bytes hold, and those in the streams within; see `scanFile`. */
export function scanBytes(
  bytes: Buffer,
  {tokens, where, depth = 3}: {tokens: readonly string[]; where: string; depth?: number}
): Found[] {
  const written = bytes.toString("latin1");
  const forms = tokens.flatMap(formsOf);
  const needles = (ofAnyCase: boolean): string[] =>
    forms.filter(({anyCase}) => anyCase === ofAnyCase).map(({needle}) => needle);
  const held = {small: heldIn(written.toLowerCase(), needles(true)), written: heldIn(written, needles(false))};
  const found: Found[] = [];
  for (const token of tokens) {
    for (const {form, needle, anyCase} of formsOf(token)) {
      if ((anyCase ? held.small : held.written).has(needle)) found.push({token, form, where});
    }
  }
  if (depth === 0) return found;
  for (const {at, inner} of streamsOf(bytes)) {
    found.push(...scanBytes(inner, {tokens, where: `stream at ${at} of ${where}`, depth: depth - 1}));
  }
  return found;
}

interface Form {
  form: string;
  needle: string; // as latin1
  anyCase: boolean;
}

const known = new Map<string, readonly Form[]>();

function formsOf(token: string): readonly Form[] {
  const made = known.get(token) ?? [
    ...anyCase("as written", token),
    ...anyCase("percent", encodeURIComponent(token)),
    ...anyCase("hex", Buffer.from(token).toString("hex")),
    {form: "UTF-16", needle: Buffer.from(token.toLowerCase(), "utf16le").toString("latin1"), anyCase: true},
    {form: "UTF-16", needle: Buffer.from(token.toLowerCase(), "utf16le").swap16().toString("latin1"), anyCase: true},
    ...[token, token.toUpperCase(), token.toLowerCase()].flatMap(inBase64)
  ];
  known.set(token, made);
  return made;
}

const anyCase = (form: string, text: string): Form[] => [{form, needle: text.toLowerCase(), anyCase: true}];

/** Base64 depends on where in a group of three a text begins: only what does not is looked for. */
function inBase64(text: string): Form[] {
  return [0, 1, 2].flatMap((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString("base64");
    const kept = coded.slice([0, 2, 3][shift], Math.floor(((shift + text.length) * 8) / 6));
    return [kept, kept.replaceAll("+", "-").replaceAll("/", "_")].map((needle) => ({
      form: "base64",
      needle,
      anyCase: false
    }));
  });
}

/** Where compressed streams begin: gzip, zlib, and entries of a zip. Decompression stops by itself at their end. */
function streamsOf(bytes: Buffer): {at: number; inner: Buffer}[] {
  const found: {at: number; inner: Buffer}[] = [];
  const attempt = (at: number, open: () => Buffer): void => {
    try {
      const inner = open();
      if (inner.length > 8) found.push({at, inner});
    } catch {
      // not a stream after all
    }
  };
  for (let at = 0; at < bytes.length - 8; at += 1) {
    const [first, second] = [bytes[at], bytes[at + 1] ?? 0];
    if (first === 0x1f && second === 0x8b)
      attempt(at, () => inflateRawSync(bytes.subarray(gzipStart(bytes, at)), PARTIAL));
    if (first === 0x78 && ((first << 8) | second) % 31 === 0) {
      attempt(at, () => inflateSync(bytes.subarray(at), PARTIAL));
    }
    if (first === 0x50 && second === 0x4b && bytes.readUInt32LE(at) === 0x04034b50 && at + 30 < bytes.length) {
      const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
      if (bytes.readUInt16LE(at + 8) === 8) attempt(at, () => inflateRawSync(bytes.subarray(from), PARTIAL));
    }
  }
  return found;
}

/** What follows a gzip stream is a fault to zlib, so its head is passed over here: extra field, name, comment, sum. */
function gzipStart(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0;
  let from = at + 10;
  if (flags & 4) from += 2 + bytes.readUInt16LE(from);
  if (flags & 8) from = bytes.indexOf(0, from) + 1;
  if (flags & 16) from = bytes.indexOf(0, from) + 1;
  return flags & 2 ? from + 2 : from;
}

/** Z_SYNC_FLUSH: what follows the stream, or is cut off, is no fault. */
const PARTIAL = {finishFlush: 2};

/** Files that no eye reads through their bytes alone: their rows as text. */
async function rowsOf(path: string, bytes: Buffer): Promise<string[]> {
  if (path.endsWith(".arrow")) return [JSON.stringify(tableFromIPC(bytes).toArray())];
  if (path.endsWith(".parquet")) return parquetText(path);
  if (path.endsWith(".duckdb")) return warehouseText(path);
  return [];
}

async function parquetText(path: string): Promise<string[]> {
  const {connection, close} = await openWarehouse();
  const rows = await query(
    connection,
    `select to_json(held)::varchar as text from read_parquet(${literal(path)}) as held`
  );
  const known = await query(
    connection,
    `select cast(key as varchar) || cast(value as varchar) as text
from parquet_kv_metadata(${literal(path)})`
  );
  close();
  return [[...rows, ...known].map(({text}) => String(text)).join("\n")];
}

async function warehouseText(path: string): Promise<string[]> {
  const {connection, close} = await openWarehouse(path, {isReadOnly: true});
  const tables = await query(
    connection,
    `select schema_name || '."' || table_name || '"' as name from duckdb_tables() where not internal order by name`
  );
  const texts: string[] = [];
  for (const {name} of tables) {
    const rows = await query(connection, `select to_json(held)::varchar as text from ${name} as held`);
    texts.push(`${name}\n${rows.map(({text}) => String(text)).join("\n")}`);
  }
  close();
  return texts;
}
