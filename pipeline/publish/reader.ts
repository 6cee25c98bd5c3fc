import {existsSync} from "node:fs";
import {join} from "node:path";
import type {PublishedTable} from "../contracts/published/table.js";
import {PUBLISHED_TABLES} from "../contracts/published/tables.js";
import {UserError} from "../error.js";
import {literal, openWarehouse, query, type Row} from "../warehouse.js";

/** Published files, opened for reading. */
export interface PublishedReader {
  /** Returns the rows of a SELECT over `published.<table>`. */
  rows(sql: string): Promise<Row[]>;
  close(): void;
}

/** Opens the published files of a release (its `data` folder) as `published.<table>`, in memory. */
export async function openPublished(
  folder: string,
  {tables = PUBLISHED_TABLES}: {tables?: readonly PublishedTable[]} = {}
): Promise<PublishedReader> {
  const {connection, close} = await openWarehouse();
  try {
    await connection.run("create schema published");
    await connection.run("use published");
    for (const {table} of tables) {
      const path = join(folder, `${table}.parquet`);
      if (!existsSync(path))
        throw new UserError(`${path}: expected a published file; found none. Run \`uptake build\` first.`);
      await connection.run(`create view ${table} as select * from read_parquet(${literal(path)})`);
    }
  } catch (error) {
    close();
    if (error instanceof UserError) throw error;
    const [reason = ""] = String(error instanceof Error ? error.message : error).split("\n");
    throw new UserError(`${folder}: expected files of a build; got ${reason}. Run \`uptake build\` again.`);
  }
  return {rows: (sql) => query(connection, sql), close};
}
