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
    const rows = readTable(folder, table);
    tables.set(listed.table, rows);
    if (rows.length !== listed.rows)
      faults.push(`${listed.table} has ${rows.length} rows, and ${listed.rows} in the catalogue`);
    faults.push(...otherOrigins(rows, listed));
  }
  return {tables, files, faults};
}

/** Files of data, but for the catalogue itself and what an audit of them says. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => `data/${relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/")}`)
    .filter((file) => !RECORDS.includes(file))
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
    throw new UserError(`${path}: expected the catalogue of a release; found none. Run \`uptake build\` first.`);
  try {
    return CATALOGUE.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new UserError(`${path}: expected a catalogue with tables and their files; got something else.`);
  }
}

function readTable(folder: string, table: PublishedTable): ReleaseRow[] {
  const path = join(folder, `${table.table}.csv`);
  const symbols: Readonly<Record<string, string | undefined>> = table.symbols ?? {};
  if (!existsSync(path)) throw new UserError(`${path}: expected a published table; found none.`);
  const rows = parse(readFileSync(path), {columns: true, bom: true}) as Record<string, string>[];
  const marked = new Set(Object.keys(table.symbols ?? {}));
  return rows.map((row) => {
    const values = table.columns.map((name) => [name, read(row[name] ?? "", {name, isMarked: marked.has(name)})]);
    return Object.fromEntries(values) as ReleaseRow;
  });

  function read(text: string, {name, isMarked}: {name: PublishedTable["columns"][number]; isMarked: boolean}) {
    if (text === "") return null;
    const type = columnType(name);
    if (type === "text") return text;
    if (type === "boolean") return text === "true";
    const number = Number(text);
    if (Number.isFinite(number)) return number;
    if (isMarked) return null; // a symbol stands there, and in its own column
    throw new UserError(`${path}: expected a number in ${name}; got ${text}.`);
  }
}
