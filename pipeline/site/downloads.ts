import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Download} from "../../src/components/release.js";

/** Writes a table that a page offers, as CSV, into `folder`. */
export function writeDownload({file, rows}: Download, {folder}: {folder: string}): void {
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, file), rows.map((row) => `${row.map(quoted).join(",")}\n`).join(""));
}

function quoted(cell: string | number | null): string {
  const text = String(cell ?? "");
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
