import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {returns} from "../../pipeline/contracts/published/returns.js";
import {metadataCsv, tableCsv} from "../../pipeline/publish/csv.js";

describe("tableCsv(table, rows)", () => {
  it("is read back as it was, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({minLength: 1}), {minLength: 1, maxLength: 20}), (names) => {
        const rows = names.map((sender_name) => ({sender_name, files_count: 1}));
        const read = parse(tableCsv(returns, rows), {columns: true, relax_column_count: false}) as {
          sender_name: string;
        }[];
        expect(read.map((row) => row.sender_name)).toEqual(names);
      })
    );
  });

  it("puts the symbol where the number is missing, bare", () => {
    const text = tableCsv(returns, [{sender_id: "P001", rows_held_count: null, rows_held_symbol: "low"}]);
    expect(text.split("\n")[1]).toBe(",,P001,,,,,,,,,low,low,");
  });
});

describe("metadataCsv(table)", () => {
  it("has a line for each column, with title and type", () => {
    const rows = parse(metadataCsv(returns), {columns: true}) as Record<string, string>[];
    expect(rows.map((row) => row.column)).toEqual(returns.columns);
    expect(rows.find((row) => row.column === "rows_held_count")?.type).toBe("integer or symbol");
  });
});
