import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {address} from "../../pipeline/ingest/worksheet.js";
import {openReadable, readRows, temporaryFolder} from "./staff.js";
import {type Cell, xlsxBytes} from "./xlsxBytes.js";

const folder = temporaryFolder();
const HEAD = ["staff_id", "role", "weekly_hours", "start_date", "survey_month", "note"];
let count = 0;

async function read(row: readonly Cell[]) {
  const path = join(folder, `${++count}.xlsx`);
  writeFileSync(path, xlsxBytes([{name: "Staff", rows: [HEAD, row]}]));
  const source = await openReadable(path, {folder});
  const rows = await readRows(source.relation);
  await source.close();
  return rows[0];
}

describe("openXlsx(path, {contract})", () => {
  it("names sheet and cell of a record", async () => {
    const source = await openReadable("test/input/pass/staff-workbook.xlsx", {folder});
    expect(await source.place(1)).toBe("sheet Staff, row 6");
    expect(await source.place(2, "start_date")).toBe("sheet Staff, cell D8");
    expect(await source.place(3, "note")).toBe("sheet Staff, cell F9");
    await source.close();
  });

  it("takes a number for a date only where a date is expected", async () => {
    expect(await read(["1", "technician", 38046, 38046, "2004-01", 38046])).toMatchObject({
      weekly_hours: "38046",
      start_date: "2004-02-29",
      note: "38046"
    });
  });

  it("writes numbers without the noise of their binary form", async () => {
    const numbers = [0.1 + 0.2, 1e21, 1e-7, 12345678901, -2.5, 0];
    const notes = await Promise.all(numbers.map((number) => read(["1", "technician", 1, 1, "2004-01", number])));
    expect(notes.map((row) => row?.note)).toEqual([
      "0.3",
      "1000000000000000000000",
      "0.0000001",
      "12345678901",
      "-2.5",
      "0"
    ]);
  });

  it("keeps errors, truth values and times as they are, so that they are seen", async () => {
    expect(await read(["1", {error: "#N/A"}, true, {date: 38046.5}, {error: "#REF!"}, null])).toEqual({
      staff_id: "1",
      role: "#N/A",
      weekly_hours: "TRUE",
      start_date: "2004-02-29T12:00:00",
      survey_month: "#REF!",
      note: null
    });
  });

  it("knows the first days of 1900 as Excel does", async () => {
    expect(await read(["1", "technician", 1, 1, "2004-01", {date: 61}])).toMatchObject({
      start_date: "1900-01-01",
      note: "1900-03-01"
    });
  });
});

describe("address(row, column)", () => {
  it("counts columns in letters", () => {
    expect([0, 25, 26, 701, 702].map((column) => address(14, column))).toEqual(["A14", "Z14", "AA14", "ZZ14", "AAA14"]);
  });
});
