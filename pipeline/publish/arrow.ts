import {Bool, type DataType, Float64, Int32, Table, tableToIPC, Utf8, vectorFromArray} from "apache-arrow";
import {type ColumnType, columnType, type PublishedTable} from "../contracts/published/table.js";
import type {Row} from "../warehouse.js";

const ARROW_TYPES: Record<ColumnType, () => DataType> = {
  text: () => new Utf8(), // no dictionary: its numbering would depend on what was written before
  boolean: () => new Bool(),
  integer: () => new Int32(),
  number: () => new Float64()
};

/** Returns a published table as an uncompressed Arrow IPC file. */
export function tableArrow(table: PublishedTable, rows: readonly Row[]): Uint8Array {
  const vectors = table.columns.map((name) => [
    name,
    vectorFromArray(
      rows.map((row) => row[name] ?? null),
      ARROW_TYPES[columnType(name)]()
    )
  ]);
  return tableToIPC(new Table(Object.fromEntries(vectors)), "file");
}
