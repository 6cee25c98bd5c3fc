import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import type {References} from "../../pipeline/ingest/refer.js";

export type Line = Record<string, string>;

const read = new Map<string, Line[]>();

/** Returns the rows of a reference table as they stand in its file. */
export function readTable(table: string): Line[] {
  const known = read.get(table);
  if (known) return known;
  const rows: Line[] = parse(readFileSync(`data/reference/${table}.csv`), {columns: true});
  read.set(table, rows);
  return rows;
}

/** Returns the column names of a reference table's file, in order. */
export function readHeader(table: string): string[] {
  const [header]: string[][] = parse(readFileSync(`data/reference/${table}.csv`), {to: 1});
  return header ?? [];
}

/** The reference tables as their own files give them, without a warehouse. */
export const fileReferences: References = {
  has(table, values) {
    return readTable(table).some((row) => Object.entries(values).every(([name, value]) => row[name] === value));
  }
};
