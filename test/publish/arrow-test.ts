import {tableFromIPC} from "apache-arrow";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type ColumnType, columnType} from "../../pipeline/contracts/published/table.js";
import {PUBLISHED_TABLES} from "../../pipeline/contracts/published/tables.js";
import {tableArrow} from "../../pipeline/publish/arrow.js";
import type {Row} from "../../pipeline/warehouse.js";

const VALUES: Record<ColumnType, fc.Arbitrary<string | number | boolean>> = {
  text: fc.string(),
  boolean: fc.boolean(),
  integer: fc.integer({min: -(2 ** 31), max: 2 ** 31 - 1}),
  number: fc.double({noNaN: true})
};

const read = (bytes: Uint8Array): Row[] => {
  return tableFromIPC(bytes)
    .toArray()
    .map((row) => ({...row?.toJSON()}) as Row);
};

describe("tableArrow(table, rows)", () => {
  it.each(PUBLISHED_TABLES.map((table) => [table.table, table] as const))(
    "brings back %s as it was",
    (_name, table) => {
      const cells = table.columns.map((name) => [name, fc.option(VALUES[columnType(name)])] as const);
      fc.assert(
        fc.property(fc.array(fc.record(Object.fromEntries(cells)), {maxLength: 20}), (rows) => {
          expect(read(tableArrow(table, rows as Row[]))).toEqual(rows.map((row) => ({...row})));
        }),
        {numRuns: 20}
      );
    }
  );

  it("keeps the columns of a table without rows, and gives the same bytes twice", () => {
    for (const table of PUBLISHED_TABLES) {
      const bytes = tableArrow(table, []);
      expect(tableFromIPC(bytes).schema.fields.map(({name}) => name)).toEqual(table.columns);
      expect(Buffer.compare(bytes, tableArrow(table, []))).toBe(0);
    }
  });
});
