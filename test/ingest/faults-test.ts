import {copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join, parse} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {ilr} from "../../pipeline/contracts/ilr.js";
import {FILE_FAULTS} from "../../pipeline/ingest/fileFaults.js";
import {hashFile, LEDGER_COLUMNS} from "../../pipeline/ingest/ledger.js";
import {prepareRaw} from "../../pipeline/ingest/load.js";
import {readReport, reportText} from "../../pipeline/ingest/report.js";
import {ingestReturns, type ReturnsCounts} from "../../pipeline/ingest/returns.js";
import {openWarehouse, query} from "../../pipeline/warehouse.js";
import {expectGolden} from "../golden.js";
import {schools, staff, temporaryFolder} from "./staff.js";

const FAIL = "test/input/fail";
const contracts = [staff, schools, ilr];
const returnsFolder = temporaryFolder();
const folder = temporaryFolder();
const reports = new Map<string, string>();
const faults = [...readdirSync(FAIL), "ten_thousand_faults.csv", "two_hundred_columns.csv"].sort();
let counts: ReturnsCounts;
let codes: Set<string>;

/** Every faulty file is received beside a good one, and all are read in one run. */
beforeAll(async () => {
  const lines: string[] = [];
  for (const file of [...faults, "good.csv"]) lines.push(await put(file));
  writeFileSync(join(returnsFolder, "ledger.csv"), `${LEDGER_COLUMNS.join(",")}\n${lines.reverse().join("")}`);
  const {connection, close} = await openWarehouse();
  await prepareRaw(connection, contracts);
  counts = await ingestReturns(connection, {returnsFolder, contracts, folder});
  for (const file of [...faults, "good.csv"]) {
    const report = await readReport(connection, address(file));
    if (report) reports.set(parse(file).name, reportText(report));
  }
  codes = new Set((await query(connection, "select distinct code from raw.issues")).map(({code}) => String(code)));
  close();
});

describe("ingestReturns(connection, {returnsFolder, contracts})", () => {
  it.each(faults.map((file) => parse(file).name))("reports %s", (name) => {
    const text = reports.get(name) ?? "";
    expectGolden(`faults/${name}.txt`, text);
    expect(text).not.toContain("Zoë");
  });

  it("goes on, and reads what is in order", () => {
    expect(reports.get("good")).toBe("staff/2003-04/good.csv: 3 rows read, 3 accepted, 0 held.\n");
    expect(counts.files).toBe(faults.length + 1);
    expect(counts.rowsRead).toBe(counts.rowsAccepted + counts.rowsHeld);
  });

  it("meets every fault that a file can have", () => {
    expect([...codes].filter((code) => code.startsWith("FIL-")).sort()).toEqual(Object.keys(FILE_FAULTS));
  });
});

function address(file: string): string {
  const isIlr = file.endsWith(".xml") && file !== "form_wrong.xml";
  return `${isIlr ? "ilr/2018-19" : "staff/2003-04"}/${file}`;
}

async function put(file: string): Promise<string> {
  const path = join(returnsFolder, address(file));
  mkdirSync(dirname(path), {recursive: true});
  if (file === "good.csv") copyFileSync("test/input/pass/staff-plain.csv", path);
  else if (file === "ten_thousand_faults.csv") writeFileSync(path, tenThousandFaults());
  else if (file === "two_hundred_columns.csv") writeFileSync(path, twoHundredColumns());
  else copyFileSync(join(FAIL, file), path);
  return `${address(file)},${await hashFile(path)},2004-04-01,synthetic,Tests,,MIT\n`;
}

function tenThousandFaults(): string {
  const rows = Array.from({length: 10_000}, (_, index) => `${1000 + (index % 9000)},cook,ninety,1 May,January,\n`);
  return `${Object.keys(staff.schema.shape).join()}\n${rows.join("")}`;
}

function twoHundredColumns(): string {
  const [head = "", ...rows] = readFileSync("test/input/pass/staff-plain.csv", "utf8").trimEnd().split("\n");
  const more = Array.from({length: 200}, (_, index) => `extra_${index + 1}`).join();
  const blanks = ",".repeat(200);
  return `${head},${more}\n${rows.map((row) => (row.startsWith("1001") ? row : `${row}${blanks}`)).join("\n")}\n`;
}
