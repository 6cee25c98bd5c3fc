import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import type {Catalogue} from "../../pipeline/publish/catalogue.js";
import type {Release, Tables, Words} from "./release.js";

export interface ReleaseOptions extends Words {
  tables: readonly string[]; // names of the published tables
  catalogue?: string; // file of the catalogue; catalogue.json in the folder unless told otherwise
}

/** Reads the published tables in `folder`, one Arrow file each, as plain rows, and the catalogue. Throws where one is missing. */
export function readRelease(
  folder: string,
  {tables: names, catalogue: file = join(folder, "catalogue.json"), ...words}: ReleaseOptions
): Release {
  const tables = Object.fromEntries(names.map((name) => [name, rows(join(folder, `${name}.arrow`))]));
  const catalogue = JSON.parse(readFileSync(file, "utf8")) as Catalogue;
  return {...(tables as unknown as Tables), ...words, catalogue};
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
