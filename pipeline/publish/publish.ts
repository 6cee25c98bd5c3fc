import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {PublishedTable} from "../contracts/published/table.js";
import {PUBLISHED_TABLES} from "../contracts/published/tables.js";
import {literal, query, type Row} from "../warehouse.js";
import {tableArrow} from "./arrow.js";
import {
  type Catalogue,
  type CatalogueTable,
  catalogue,
  catalogueTable,
  type Signature,
  writtenFile
} from "./catalogue.js";
import {metadataCsv, tableCsv} from "./csv.js";
import {tableCsvw} from "./csvw.js";
import {writeOpenData} from "./ees/write.js";

export interface PublishOptions {
  out: string; // gets data/ (CSV, metadata, Parquet, catalogue.json) and src-data/ (Arrow, for the site)
  asAt: string;
  signedBy?: Signature | null; // who has signed these figures; a draft unless told otherwise
  tables?: readonly PublishedTable[];
}

/** Writes every published table in each format, and the catalogue; the same tables give the same bytes anywhere. */
export async function publish(connection: DuckDBConnection, options: PublishOptions): Promise<Catalogue> {
  const {out, asAt, signedBy, tables = PUBLISHED_TABLES} = options;
  mkdirSync(join(out, "data"), {recursive: true});
  mkdirSync(join(out, "src-data"), {recursive: true});
  const rows = new Map<string, readonly Row[]>();
  for (const table of tables) rows.set(table.table, await query(connection, sorted(table)));
  const licences = licencesOf(rows.get("files") ?? []);
  const written: CatalogueTable[] = [];
  for (const table of tables) {
    written.push(await writeTable(connection, {table, rows: rows.get(table.table) ?? [], licences, out}));
  }
  const {files, openData} = writeOpenData(rows, {out, asAt, licences});
  const release = catalogue({
    tables: written.map((table) =>
      table.table === "indicators" ? {...table, files: [...table.files, ...files]} : table
    ),
    openData,
    version: toolVersion(),
    asAt,
    signedBy,
    returns: await countReturns(connection)
  });
  const text = `${JSON.stringify(release, null, 2)}\n`;
  writeFileSync(join(out, "data", "catalogue.json"), text);
  writeFileSync(join(out, "src-data", "catalogue.json"), text);
  return release;
}

async function writeTable(
  connection: DuckDBConnection,
  {table, rows, licences, out}: {table: PublishedTable; rows: readonly Row[]; licences: readonly string[]; out: string}
): Promise<CatalogueTable> {
  const path = (file: string): string => join(out, file);
  const csv = `data/${table.table}.csv`;
  const metadata = `data/${table.table}.meta.csv`;
  const parquet = `data/${table.table}.parquet`;
  const description = `${csv}-metadata.json`;
  const arrow = `src-data/${table.table}.arrow`;
  writeFileSync(path(csv), tableCsv(table, rows));
  writeFileSync(path(metadata), metadataCsv(table));
  writeFileSync(path(description), tableCsvw(table, licences));
  writeFileSync(path(arrow), tableArrow(table, rows));
  await connection.run(
    `copy (${sorted(table)}) to ${literal(path(parquet))} (format parquet, compression zstd, row_group_size 100000)`
  );
  const files = [csv, metadata, parquet, description].map((file) => writtenFile(file, readFileSync(path(file))));
  return catalogueTable(table, {rows, files});
}

/** Returns the licences of what was received, each once. */
function licencesOf(files: readonly Row[]): string[] {
  return [...new Set(files.map(({licence}) => String(licence)))].sort();
}

async function countReturns(connection: DuckDBConnection): Promise<Catalogue["release"]["returns"]> {
  const [counts] = await query(
    connection,
    `
select count(*) as expected, count(*) filter (where status not in ('refused', 'not received')) as received
from published.returns`
  );
  return {expected: Number(counts?.expected), received: Number(counts?.received)};
}

function sorted(table: PublishedTable): string {
  return `
select ${table.columns.join(", ")}
from published.${table.table}
order by ${table.key.map((name) => `${name} nulls first`).join(", ")}`;
}

function toolVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as {version: string}).version;
}
