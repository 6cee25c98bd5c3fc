import {createHash} from "node:crypto";
import {blobValue, type DuckDBBlobValue} from "@duckdb/node-api";

const BLOCK = 64; // bytes of a SHA-256 block

/**
 * Returns the two padded keys of HMAC-SHA256, to be handed to a statement as the parameters `inner` and `outer`, so that
 * the key stands in no SQL text.
 */
export function paddedKeys(key: string): {inner: DuckDBBlobValue; outer: DuckDBBlobValue} {
  const bytes = Buffer.from(key);
  const block = Buffer.alloc(BLOCK);
  (bytes.length > BLOCK ? createHash("sha256").update(bytes).digest() : bytes).copy(block);
  return {inner: blobValue(block.map((byte) => byte ^ 0x36)), outer: blobValue(block.map((byte) => byte ^ 0x5c))};
}

/** Returns SQL for the keyed hash of a text: HMAC-SHA256, its first 128 bits in hexadecimal. */
export function keyedHash(text: string): string {
  return `left(sha256($outer::blob || unhex(sha256($inner::blob || encode(${text})))), 32)`;
}
