import {type DuckDBConnection, DuckDBInstance, quotedString} from "@duckdb/node-api";
import {UserError} from "./error.js";

export interface WarehouseOptions {
  threads?: number; // defaults to 2; never changes an output
  memoryLimit?: string; // defaults to "1200MB"
  temporaryDirectory?: string; // where DuckDB may spill; a private folder
  isReadOnly?: boolean; // so that several may read one file at once
}

/** Settings that every database here shares: nothing is downloaded, nothing depends on the machine. */
function settings({
  threads = 2,
  memoryLimit = "1200MB",
  temporaryDirectory,
  isReadOnly
}: WarehouseOptions): Record<string, string> {
  return {
    threads: String(threads),
    memory_limit: memoryLimit,
    autoinstall_known_extensions: "false",
    preserve_insertion_order: "true",
    ...(temporaryDirectory ? {temp_directory: temporaryDirectory} : {}),
    ...(isReadOnly ? {access_mode: "READ_ONLY"} : {})
  };
}

/** An open DuckDB database; the only place in the project that opens one. */
export interface Warehouse {
  connection: DuckDBConnection;
  close(): void;
}

/** Opens the database file at `path` (or one in memory, without a path). */
export async function openWarehouse(path = ":memory:", options: WarehouseOptions = {}): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(path, settings(options)).catch((error: unknown) => {
    throw path === ":memory:" ? error : cannotOpen(path, error);
  });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

function cannotOpen(path: string, error: unknown): UserError {
  const said = error instanceof Error ? error.message : String(error);
  if (/lock/i.test(said)) return new UserError(`${path}: in use by another program; wait for it, or end it.`);
  const [reason = ""] = said.split("\n");
  return new UserError(`${path}: expected a warehouse that can be opened; got ${reason}. Run \`uptake build\` again.`);
}

/** A value as `query` gives it: DuckDB's numbers, dates and decimals turned into plain JavaScript ones. */
export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** Returns the rows of a query as plain objects: integers and decimals as numbers, dates as ISO text. */
export async function query(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS().map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])));
}

/** Returns a value as SQL text: numbers bare, text quoted, null as `null`. */
export function literal(value: Value): string {
  if (value === null) return "null";
  return typeof value === "string" ? quotedString(value) : String(value);
}

function plain(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}
