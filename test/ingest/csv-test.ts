import {readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {openReadable, readRows, staff, THREE_ROWS, temporaryFolder} from "./staff.js";

const PASS = "test/input/pass";
const folder = temporaryFolder();
const costumes = readdirSync(PASS).filter((file) => file.startsWith("staff-"));

describe("openSource(path, contract)", () => {
  it.each(costumes)("reads the same three rows from %s", async (file) => {
    const source = await openReadable(join(PASS, file), {folder});
    expect(await readRows(source.relation)).toEqual(THREE_ROWS);
    await source.close();
  });

  it("warns of columns that it does not know, and does not read them", async () => {
    const source = await openReadable(join(PASS, "staff-unknown-columns.csv"), {folder});
    expect(source.columns).toEqual(Object.keys(staff.schema.shape));
    expect(source.warnings).toMatchObject([{code: "FIL-011", place: "line 1", got: '2 unknown: "payroll", "remarks"'}]);
    await source.close();
  });

  it("names five of two hundred unknown columns", async () => {
    const path = join(folder, "wide.csv");
    const more = Array.from({length: 200}, (_, index) => `extra ${index + 1}`);
    const head = Object.keys(staff.schema.shape);
    writeFileSync(
      path,
      `${[...head, ...more].join()}\n1,technician,,2004-01-01,2004-01,,${more.map(() => "x").join()}\n`
    );
    const source = await openReadable(path, {folder});
    expect(await readRows(source.relation)).toHaveLength(1);
    expect(source.warnings.map(({got}) => got)).toEqual([
      '200 unknown: "extra 1", "extra 2", "extra 3", "extra 4", "extra 5" and 195 more'
    ]);
    await source.close();
  });
});

describe("place(record)", () => {
  it.each([
    ["staff-plain.csv", [2, 4, 5]],
    ["staff-carriage-returns.csv", [2, 4, 5]],
    ["staff-bom.csv", [2, 4, 5]],
    ["staff-utf-16le.csv", [2, 4, 5]],
    ["staff-titles.csv", [8, 10, 11]],
    ["staff-blank-rows.csv", [2, 6, 7]],
    ["staff-trailing-columns.csv", [2, 4, 5]]
  ])("gives the physical line of each record of %s", async (file, lines) => {
    const source = await openReadable(join(PASS, file), {folder});
    const places = await Promise.all([1, 2, 3].map((record) => source.place(record, "role")));
    expect(places).toEqual(lines.map((line) => `line ${line}`));
    await source.close();
  });

  it("counts records as DuckDB does, whatever is quoted, doubled or blank", async () => {
    const path = join(folder, "quotes.csv");
    const notes = ['"a ""b"" c"', '""', '"""x"""', 'a "b" c', '"\r\n\n"', "", '"a;b,c"'];
    const rows = notes.map((note, index) => `${index},technician,,2004-01-01,2004-01,${note}\r\n`);
    writeFileSync(path, `${Object.keys(staff.schema.shape).join()}\r\n${rows.join('\r\n,"",,,,""\r\n')}`);
    const source = await openReadable(path, {folder});
    const found = await readRows(source.relation);
    expect(found.map(({staff_id}) => staff_id)).toEqual(notes.map((_, index) => String(index)));
    const places = await Promise.all(notes.map((_, index) => source.place(index + 1)));
    expect(places).toEqual([2, 5, 8, 11, 14, 19, 22].map((line) => `line ${line}`));
    await source.close();
  });

  it("gives back whatever was written, each record at its line", async () => {
    const cell = fc.array(fc.constantFrom("a", "é", " ", ",", ";", '"', "\n", "\r\n", "0", ""), {maxLength: 5});
    const rows = fc.array(
      fc.array(
        cell.map((parts) => parts.join("")),
        {minLength: 3, maxLength: 3}
      ),
      {
        minLength: 1,
        maxLength: 8
      }
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom("\n", "\r\n"), fc.constantFrom(",", ";", "\t"), async (cells, end, by) => {
        const path = join(folder, `random-${++count}.csv`);
        const lines = cells.map((row) => [...row, "technician"].map(quote).join(by) + end);
        const head = ["staff_id", "weekly_hours", "note", "role", "start_date", "survey_month"].join(by) + end;
        writeFileSync(path, head + lines.map((line) => line.slice(0, -end.length) + by + by + end).join(""));
        const source = await openReadable(path, {folder});
        const found = await readRows(source.relation);
        expect(found.map((row) => [row.staff_id, row.weekly_hours, row.note])).toEqual(
          cells.map((row) => row.map((of) => of || null))
        );
        let line = 2;
        for (const [index, row] of lines.entries()) {
          expect(await source.place(index + 1)).toBe(`line ${line}`);
          line += row.split("\n").length - 1;
        }
        await source.close();
      }),
      {numRuns: 60, seed: 2004}
    );
  });
});

const quote = (cell: string): string => (/[\s",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
