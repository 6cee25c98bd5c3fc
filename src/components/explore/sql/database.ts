import {AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger} from "@duckdb/duckdb-wasm";
import {tableFromIPC, tableToIPC} from "apache-arrow";

/** The published tables in a database that runs in the reader's browser. */
export interface Database {
  columns: readonly SchemaColumn[];
  run(sql: string): Promise<Answer>;
  stop(): Promise<void>; // what runs; the promise of `run` fails then
}

export interface SchemaColumn {
  table: string;
  column: string;
  type: string;
}

/** What a query gave, every cell as text; empty where there is nothing. */
export interface Answer {
  columns: readonly AnswerColumn[];
  rows: readonly (readonly string[])[];
  isCut: boolean; // there is more than was fetched
  milliseconds: number;
}

export interface AnswerColumn {
  name: string;
  isNumber: boolean;
  isTime: boolean;
}

export interface DatabaseOptions {
  folder: URL; // of the engine, at our own origin
  tables: ReadonlyMap<string, Uint8Array>; // Arrow files, by name
}

/** So many rows are fetched at most, that a browser can hold them. */
export const MOST_FETCHED = 100_000;

/** Starts the engine, fills it with the published tables, and shuts every way out: it asks no other origin for anything. */
export async function openDatabase({folder, tables}: DatabaseOptions): Promise<Database> {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(new URL("duckdb-browser-eh.worker.js", folder)));
  await database.instantiate(new URL("duckdb-eh.wasm", folder).href);
  await database.open({query: {castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true}});
  const connection = await database.connect();
  for (const setting of CLOSED) await connection.query(`set ${setting}`);
  for (const [name, bytes] of tables)
    await connection.insertArrowFromIPCStream(streamOf(bytes), {name, schema: "main", create: true});
  for (const setting of LOCKED) await connection.query(`set ${setting}`);
  return {
    columns: await columnsOf(connection),
    run: (sql) => run(connection, sql),
    stop: async () => {
      await connection.cancelSent();
    }
  };
}

const CLOSED = ["autoinstall_known_extensions = false", "autoload_known_extensions = false"];
const LOCKED = ["enable_external_access = false", "lock_configuration = true"];

/** The engine reads streams, and the files that publish writes tell their schema only at their end. */
const streamOf = (file: Uint8Array): Uint8Array => tableToIPC(tableFromIPC(file), "stream");

async function columnsOf(connection: AsyncDuckDBConnection): Promise<SchemaColumn[]> {
  const {rows} = await run(
    connection,
    "select table_name, column_name, data_type from information_schema.columns order by table_name, ordinal_position"
  );
  return rows.map(([table = "", column = "", type = ""]) => ({
    table,
    column,
    type: type.startsWith("ENUM") ? "VARCHAR" : type
  }));
}

const columnOf = (name: string, type: string): AnswerColumn => ({
  name,
  isNumber: /^(Int|Uint|Float|Decimal)/.test(type),
  isTime: /^(Date|Timestamp)/.test(type)
});

async function run(connection: AsyncDuckDBConnection, sql: string): Promise<Answer> {
  const from = performance.now();
  const reader = await (await connection.send(sql, true)).open();
  const columns = reader.schema.fields.map(({name, type}) => columnOf(name, String(type))); // gone at the end
  const rows: string[][] = [];
  let isCut = false;
  for await (const batch of reader) {
    const vectors = columns.map((_, index) => batch.getChildAt(index));
    for (let at = 0; at < batch.numRows && !isCut; ++at) {
      if (rows.length === MOST_FETCHED) isCut = true;
      else rows.push(vectors.map((vector, index) => written(vector?.get(at), columns[index]?.isTime ?? false)));
    }
    if (isCut) break;
  }
  return {columns, rows, isCut, milliseconds: performance.now() - from};
}

/** Dates come as milliseconds. */
function written(value: unknown, isTime: boolean): string {
  if (value === null || value === undefined) return "";
  if (isTime) return new Date(Number(value)).toISOString().replace(/T00:00:00\.000Z$/, "");
  if (typeof value !== "object") return String(value);
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner));
}
