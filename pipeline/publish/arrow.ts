import {Bool, type DataType, Dictionary, Float64, Int32, Table, tableToIPC, Utf8, vectorFromArray} from "apache-arrow";
import {type ColumnType, columnType, type PublishedTable} from "../contracts/published/table.js";
import type {Row} from "../warehouse.js";

const ARROW_TYPES: Record<ColumnType, (place: number) => DataType> = {
  // Numbered by its column: left alone, dictionaries number themselves in the order of the whole process.
  text: (place) => new Dictionary(new Utf8(), new Int32(), place),
  boolean: () => new Bool(),
  integer: () => new Int32(),
  number: () => new Float64()
};

/** Returns a published table as an uncompressed Arrow IPC file. */
export function tableArrow(table: PublishedTable, rows: readonly Row[]): Uint8Array {
  const vectors = table.columns.map((name, place) => [
    name,
    vectorFromArray(
      rows.map((row) => row[name] ?? null),
      ARROW_TYPES[columnType(name)](place)
    )
  ]);
  return tableToIPC(new Table(Object.fromEntries(vectors)), "file");
}
