import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import type {Release, Tables, Words} from "./release.js";

/** Reads every published table in `folder`, one Arrow file each, as plain rows. */
export function readRelease(folder: string, words: Words): Release {
  const files = readdirSync(folder).filter((file) => file.endsWith(".arrow"));
  const tables = Object.fromEntries(files.map((file) => [basename(file, ".arrow"), rows(join(folder, file))]));
  return {...(tables as unknown as Tables), ...words};
}

function rows(file: string): Record<string, unknown>[] {
  const table = tableFromIPC(readFileSync(file));
  const columns = table.schema.fields.map(({name}) => [name, table.getChild(name)] as const);
  return Array.from({length: table.numRows}, (_, index) =>
    Object.fromEntries(columns.map(([name, column]) => [name, plain(column?.get(index))]))
  );
}

function plain(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === "bigint" ? Number(value) : value;
}
