import {copyFileSync, mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import type {Contract} from "../../pipeline/contracts/contract.js";
import {ilr} from "../../pipeline/contracts/ilr.js";
import {REFERENCE_TABLES} from "../../pipeline/contracts/reference/tables.js";
import {hashFile, LEDGER_COLUMNS} from "../../pipeline/ingest/ledger.js";
import {prepareRaw} from "../../pipeline/ingest/load.js";
import {readReport, reportCsv, reportFile} from "../../pipeline/ingest/report.js";
import {ingestReference, ingestReturns, readsRealPeople} from "../../pipeline/ingest/returns.js";
import {silent} from "../../pipeline/log.js";
import {openWarehouse, query} from "../../pipeline/warehouse.js";
import {schools, staff, temporaryFolder} from "./staff.js";

const contracts = [staff, schools, ilr];
const returnsFolder = temporaryFolder();
const folder = temporaryFolder();
const FILES = [
  ["staff/2003-04/a.csv", "pass/staff-plain.csv", "2004-05-01", "synthetic"],
  ["staff/2003-04/a.2.xlsx", "pass/staff-workbook.xlsx", "2004-06-01", "synthetic"],
  ["staff/2003-04/a.3.csv", "fail/truncated_in_quote.csv", "2004-06-02", "synthetic"],
  ["staff/2003-04/a.4.csv", "pass/staff-tabs.csv", "2004-07-01", "synthetic"],
  ["staff/2003-04/b.csv", "fail/values_wrong.csv", "2004-05-01", "real"],
  ["ilr/2018-19/90000001.xml", "fail/elements_wrong.xml", "2019-01-07", "real"]
] as const;

beforeAll(async () => {
  const lines: string[] = [];
  for (const [file, from, received, origin] of FILES) {
    mkdirSync(dirname(join(returnsFolder, file)), {recursive: true});
    copyFileSync(join("test/input", from), join(returnsFolder, file));
    lines.push(`${file},${await hashFile(join(returnsFolder, file))},${received},${origin},Tests,,MIT`);
  }
  writeFileSync(join(returnsFolder, "ledger.csv"), `${[LEDGER_COLUMNS.join(), ...lines].join("\n")}\n`);
  writeFileSync(join(returnsFolder, "staff/2003-04/stray.csv"), "x");
});

async function ingest(options: {asAt?: string; origin?: "all" | "real"}, warnings: string[] = []) {
  const {connection, close} = await openWarehouse();
  try {
    await prepareRaw(connection, contracts);
    const log = {...silent, warn: (line: string) => void warnings.push(line)};
    const counts = await ingestReturns(connection, {returnsFolder, contracts, folder, log, ...options});
    const files = await query(connection, "select * from raw.files order by file_id");
    const rows = await query(connection, "select file_id, staff_id from raw.staff order by all");
    const report = await readReport(connection, "staff/2003-04/b.csv");
    return {counts, files, rows, report};
  } finally {
    close();
  }
}

describe("ingestReturns(connection, {returnsFolder, contracts, asAt, origin})", () => {
  it("uses the last readable file of a sender, and keeps count of the others", async () => {
    const warnings: string[] = [];
    const {counts, files, rows} = await ingest({asAt: "2004-06-30"}, warnings);
    expect(files.map(({file, status, rows_read, rows_held}) => [file, status, rows_read, rows_held])).toEqual([
      ["staff/2003-04/a.2.xlsx", "used", 3, 0],
      ["staff/2003-04/a.3.csv", "refused", 0, 0],
      ["staff/2003-04/a.csv", "replaced", 3, 0],
      ["staff/2003-04/b.csv", "used", 3, 3]
    ]);
    expect(counts).toEqual({files: 4, rowsRead: 9, rowsAccepted: 6, rowsHeld: 3});
    expect(rows).toHaveLength(6);
    expect(warnings).toEqual([
      "staff/2003-04/stray.csv: not in the ledger, and not used.",
      expect.stringMatching(/^staff\/2003-04\/a\.3\.csv: refused\. FIL-008 line 2: expected /)
    ]);
  });

  it("writes a file's line as the ledger has it", async () => {
    const {files} = await ingest({origin: "real"});
    expect(files).toHaveLength(2);
    expect(files[1]).toMatchObject({
      file: "staff/2003-04/b.csv",
      collection: "staff",
      period: "2003-04",
      sender_id: "b",
      submission: 1,
      received_date: "2004-05-01",
      origin: "real",
      publisher: "Tests",
      url: null,
      licence: "MIT"
    });
  });

  it("takes a later file when it has been received", async () => {
    const {files} = await ingest({asAt: "2004-07-01"});
    expect(files.filter(({status}) => status === "used").map(({file}) => file)).toEqual([
      "staff/2003-04/a.4.csv",
      "staff/2003-04/b.csv"
    ]);
  });

  it("ends the run where a file's collection or period is unknown", async () => {
    const {connection, close} = await openWarehouse();
    await expect(ingestReturns(connection, {returnsFolder, contracts: [schools], folder})).rejects.toThrow(
      "ilr/2018-19/90000001.xml: expected one of the collections schools; got ilr."
    );
    close();
  });
});

describe("ingestReference(connection, {referenceFolder, tables, folder})", () => {
  it("reads the shipped tables into schema reference", async () => {
    const {connection, close} = await openWarehouse();
    await ingestReference(connection, {referenceFolder: "data/reference", tables: REFERENCE_TABLES, folder});
    const [row] = await query(connection, "select count(*) as count from reference.local_lscs");
    expect(row?.count).toBe(47);
    close();
  });

  it("takes a heading alone for nothing where that can be, and ends the run where it cannot", async () => {
    const {connection, close} = await openWarehouse();
    writeFileSync(join(folder, "staff.csv"), "staff_id,role,weekly_hours,start_date,survey_month,note\n");
    const read = (table: Contract) => ingestReference(connection, {referenceFolder: folder, tables: [table], folder});
    await expect(read(staff)).rejects.toThrow(/staff\.csv: FIL-003 line 1: expected at least one row/);
    await read({...staff, mayBeEmpty: true});
    expect(await query(connection, "select * from reference.staff")).toEqual([]);
    close();
  });

  it("ends the run where a table is not there, and says where one is", async () => {
    const {connection, close} = await openWarehouse();
    const tables = [{...staff, collection: "absent"}];
    await expect(ingestReference(connection, {referenceFolder: folder, tables, folder})).rejects.toThrow(
      /absent\.csv: expected a reference table \(.+\); found none\. Copy it out of a new project/
    );
    close();
  });

  it("ends the run where a table cannot be read", async () => {
    const {connection, close} = await openWarehouse();
    copyFileSync("test/input/fail/truncated_in_quote.csv", join(folder, "staff.csv"));
    await expect(ingestReference(connection, {referenceFolder: folder, tables: [staff], folder})).rejects.toThrow(
      /staff\.csv: FIL-008 line 2: expected a closing quotation mark for each opening one; got the end of the file/
    );
    close();
  });
});

describe("readsRealPeople(folder, {contracts, asAt, origin})", () => {
  it("is true only where real returns about persons would be read", () => {
    expect(readsRealPeople(returnsFolder, {contracts})).toBe(true);
    expect(readsRealPeople(returnsFolder, {contracts, asAt: "2004-06-30"})).toBe(false);
  });
});

describe("reportFile(warehouse, file)", () => {
  it("reads the report of a file that a build has left", async () => {
    const path = join(folder, "warehouse.duckdb");
    const {connection, close} = await openWarehouse(path);
    await prepareRaw(connection, contracts);
    await ingestReturns(connection, {returnsFolder, contracts, folder, asAt: "2004-06-30"});
    close();
    expect(await reportFile(path, "staff/2003-04/b.csv")).toMatchObject({status: "used", rowsHeld: 3});
    await expect(reportFile(path, "staff/2003-04/c.csv")).rejects.toThrow(
      /c\.csv: expected a file that the last build/
    );
    await expect(reportFile(join(folder, "none.duckdb"), "b.csv")).rejects.toThrow(/expected the warehouse of a build/);
  });
});

describe("reportCsv(report)", () => {
  it("gives a line for each thing that is wrong", async () => {
    const {report} = await ingest({asAt: "2004-06-30"});
    const lines = report ? reportCsv(report).split("\n") : [];
    expect(lines[0]).toBe("place,column,code,severity,expected,got,remedy");
    expect(lines[1]).toContain('line 4,role,STA-002,error,"one of teaching_assistant, technician","""cook"""');
  });
});
