import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {parse} from "csv-parse/sync";
import {z} from "zod";
import {columnType, type PublishedTable} from "../contracts/published/table.js";
import {PUBLISHED_TABLES} from "../contracts/published/tables.js";
import {UserError} from "../error.js";

export type ReleaseRow = Record<string, string | number | boolean | null>;

/** A release as anybody can read it: its tables, and the hash of every file that was read. */
export interface Release {
  tables: ReadonlyMap<string, readonly ReleaseRow[]>;
  files: readonly {file: string; sha256: string}[];
  faults: readonly string[]; // where a file is not what the catalogue says
}

const RECORDS: readonly string[] = ["data/catalogue.json", "data/audit.json"];

const CATALOGUE = z.object({
  tables: z.array(
    z.object({
      table: z.string(),
      rows: z.number(),
      origins: z.record(z.string(), z.number()),
      files: z.array(z.object({file: z.string(), sha256: z.string(), bytes: z.number()}))
    })
  )
});

/**
 * Reads the CSV files of a release (its `data` folder) and compares every file with the catalogue. Throws a UserError
 * where there is no catalogue, or a table is missing; a file that is not the one listed is a fault, and is read.
 */
export function readRelease(folder: string): Release {
  const catalogue = readCatalogue(folder);
  const faults: string[] = [];
  const files: {file: string; sha256: string}[] = [];
  for (const {file, sha256} of catalogue.tables.flatMap((table) => table.files)) {
    const path = join(folder, file.replace(/^data\//, ""));
    const found = existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("hex") : undefined;
    if (found === undefined) faults.push(`${file} is listed in the catalogue and is not there`);
    else files.push({file, sha256: found});
    if (found !== undefined && found !== sha256) faults.push(`${file} is not the file that the catalogue lists`);
  }
  const known = new Set(catalogue.tables.flatMap((table) => table.files.map(({file}) => file)));
  for (const file of filesIn(folder)) if (!known.has(file)) faults.push(`${file} is not in the catalogue`);
  const tables = new Map<string, readonly ReleaseRow[]>();
  for (const listed of catalogue.tables) {
    const table = PUBLISHED_TABLES.find(({table}) => table === listed.table);
    if (!table) {
      faults.push(`${listed.table} is no published table`);
      continue;
    }
    const {rows, faults: ofTable} = readTable(folder, table);
    tables.set(listed.table, rows);
    faults.push(...ofTable);
    if (rows.length !== listed.rows)
      faults.push(`${listed.table} has ${rows.length} rows, and ${listed.rows} in the catalogue`);
    faults.push(...otherOrigins(rows, listed));
  }
  return {tables, files, faults};
}

/** Files of data, but for the catalogue itself, what an audit of them says, and tables of pages, which hold rows of these files. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => `data/${relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/")}`)
    .filter((file) => !RECORDS.includes(file) && !file.startsWith("data/tables/"))
    .sort();
}

/** What is synthetic and what is real decides which facts are taken as known; the catalogue counts them. */
function otherOrigins(
  rows: readonly ReleaseRow[],
  {table, origins}: {table: string; origins: Readonly<Record<string, number>>}
): string[] {
  return Object.entries(origins).flatMap(([origin, count]) => {
    const found = rows.filter((row) => row.origin === origin).length;
    return found === count ? [] : [`${table} has ${found} ${origin} rows, and ${count} in the catalogue`];
  });
}

function readCatalogue(folder: string): z.infer<typeof CATALOGUE> {
  const path = join(folder, "catalogue.json");
  if (!existsSync(path))
    throw new UserError(
      `${path}: expected the catalogue of a release; found none. Name its folder of data, such as dist/data.`
    );
  try {
    return CATALOGUE.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new UserError(`${path}: expected a catalogue with tables and their files; got something else.`);
  }
}

function readTable(
  folder: string,
  {table, columns, symbols = {}}: PublishedTable
): {rows: ReleaseRow[]; faults: string[]} {
  const path = join(folder, `${table}.csv`);
  if (!existsSync(path)) throw new UserError(`${path}: expected a published table; found none.`);
  const [header = [], ...lines] = parsed(path);
  const places = columns.map((name) => header.indexOf(name));
  const faults = header
    .filter((name) => !(columns as readonly string[]).includes(name))
    .map((name) => `${table}.csv has a column ${name}, which is not published`);
  const [missing] = columns.filter((_, index) => places[index] === -1);
  if (missing !== undefined) throw new UserError(`${path}: expected a column ${missing}; found none.`);
  const marks: Readonly<Record<string, string | undefined>> = symbols;
  const rows = lines.map((line) => {
    const text = (name: string): string => line[header.indexOf(name)] ?? "";
    const row: ReleaseRow = {};
    columns.forEach((name, index) => {
      const mark = marks[name];
      row[name] = read(line[places[index] ?? -1] ?? "", {name, symbol: mark ? text(mark) : undefined});
    });
    return row;
  });
  return {rows, faults};

  function read(text: string, {name, symbol}: {name: PublishedTable["columns"][number]; symbol?: string}) {
    if (text === "") return null;
    const type = columnType(name);
    if (type === "text") return text;
    if (type === "boolean") return text === "true";
    const number = Number(text);
    if (Number.isFinite(number)) return number;
    if (text === symbol) return null;
    throw new UserError(`${path}: expected a number or the row's symbol in ${name}; got ${text}.`);
  }
}

function parsed(path: string): string[][] {
  try {
    return parse(readFileSync(path), {bom: true}) as string[][];
  } catch (error) {
    throw new UserError(`${path}: expected a CSV file; ${error instanceof Error ? error.message : String(error)}.`);
  }
}
