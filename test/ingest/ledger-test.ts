import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {
  currentFiles,
  hashFile,
  LEDGER_COLUMNS,
  periodFault,
  readLedger,
  unlistedFiles,
  verifyFiles
} from "../../pipeline/ingest/ledger.js";
import {temporaryFolder} from "./staff.js";

const root = temporaryFolder();
let folder: string;
let count = 0;
beforeEach(() => {
  folder = join(root, String(++count));
  mkdirSync(folder);
});

const HASH = "0".repeat(64);

function write(...lines: readonly (readonly [file: string, received: string, origin?: string])[]): void {
  const rows = lines.map(([file, received, origin = "synthetic"]) => `${file},${HASH},${received},${origin},LSC,,OGL`);
  writeFileSync(join(folder, "ledger.csv"), `${[LEDGER_COLUMNS.join(), ...rows].join("\n")}\n`);
}

function put(file: string): string {
  mkdirSync(dirname(join(folder, file)), {recursive: true});
  writeFileSync(join(folder, file), file);
  return join(folder, file);
}

describe("readLedger(folder, {asAt, origin})", () => {
  it("reads address, period, sender and number from the file's place", () => {
    write(["staff/2003-04/LLSC01.12.xlsx", "2004-05-01"]);
    expect(readLedger(folder)).toEqual([
      {
        fileId: 1,
        file: "staff/2003-04/LLSC01.12.xlsx",
        collection: "staff",
        period: "2003-04",
        sender: "LLSC01",
        submission: 12,
        sha256: HASH,
        receivedDate: "2004-05-01",
        origin: "synthetic",
        publisher: "LSC",
        url: "",
        licence: "OGL"
      }
    ]);
  });

  it("does not mind the order of the lines", () => {
    write(["staff/2003-04/b.csv", "2004-05-01"], ["staff/2003-04/a.csv", "2004-05-02"]);
    const one = readLedger(folder);
    write(["staff/2003-04/a.csv", "2004-05-02"], ["staff/2003-04/b.csv", "2004-05-01"]);
    expect(readLedger(folder)).toEqual(one);
  });

  it("leaves out what was received later, and what is synthetic, without renumbering the rest", () => {
    write(
      ["staff/2003-04/a.csv", "2004-07-01", "real"],
      ["staff/2003-04/b.csv", "2004-06-30", "real"],
      ["staff/2003-04/c.csv", "2004-06-30"]
    );
    const read = readLedger(folder, {asAt: "2004-06-30", origin: "real"});
    expect(read.map(({fileId, sender}) => [fileId, sender])).toEqual([[2, "b"]]);
  });

  it.each([
    [["../../etc/passwd", "2004-05-01"], /line 2, file: expected/],
    [["staff/2003-04/a.csv", "1 May"], /line 2, received_date: expected .*; got "1 May"/],
    [["staff/2003-04/a.csv", "2004-05-01", "invented"], /line 2, origin: expected .*; got "invented"/]
  ] as const)("refuses the line %j", (line, message) => {
    write(line);
    expect(() => readLedger(folder)).toThrow(message);
  });

  it("refuses a file listed twice, other columns, and a folder without a ledger", () => {
    expect(() => readLedger(folder)).toThrow(/expected the ledger of returns; found none/);
    write(["staff/2003-04/a.csv", "2004-05-01"], ["staff/2003-04/a.csv", "2004-05-01"]);
    expect(() => readLedger(folder)).toThrow(/expected each file once; got staff\/2003-04\/a.csv twice/);
    writeFileSync(join(folder, "ledger.csv"), "file,hash\n");
    expect(() => readLedger(folder)).toThrow(/line 1: expected the columns file, sha256/);
  });
});

describe("currentFiles(receipts, isRefused)", () => {
  it("takes the last of each sender by date, then by number, that can be read", () => {
    write(
      ["staff/2003-04/a.csv", "2004-05-02"],
      ["staff/2003-04/a.2.csv", "2004-05-01"],
      ["staff/2003-04/b.9.csv", "2004-05-01"],
      ["staff/2003-04/b.10.xlsx", "2004-05-01"],
      ["staff/2002-03/b.csv", "2004-05-01"]
    );
    const receipts = readLedger(folder);
    const names = (ids: Set<number>): string[] => receipts.filter(({fileId}) => ids.has(fileId)).map(({file}) => file);
    expect(names(currentFiles(receipts))).toEqual([
      "staff/2002-03/b.csv",
      "staff/2003-04/a.csv",
      "staff/2003-04/b.10.xlsx"
    ]);
    const refused = receipts.find(({file}) => file.endsWith("b.10.xlsx"))?.fileId;
    expect(names(currentFiles(receipts, (id) => id === refused))).toContain("staff/2003-04/b.9.csv");
  });
});

describe("verifyFiles(folder, receipts)", () => {
  it("names a file whose bytes have changed, with both hashes, and one that is gone", async () => {
    const path = put("staff/2003-04/a.csv");
    write(["staff/2003-04/a.csv", "2004-05-01"]);
    const got = await hashFile(path);
    await expect(verifyFiles(folder, readLedger(folder))).rejects.toThrow(
      `${path}: expected SHA-256 ${HASH}, as in the ledger; got ${got}.`
    );
    write(["staff/2003-04/b.csv", "2004-05-01"]);
    await expect(verifyFiles(folder, readLedger(folder))).rejects.toThrow(/b\.csv: expected the file that the ledger/);
  });
});

describe("unlistedFiles(folder)", () => {
  it("lists what the ledger does not, but for hidden files", () => {
    for (const file of ["staff/2003-04/a.csv", "staff/2003-04/b.csv", "stray.txt", ".receiving-1/return"]) put(file);
    write(["staff/2003-04/a.csv", "2004-05-01"]);
    expect(unlistedFiles(folder)).toEqual(["staff/2003-04/b.csv", "stray.txt"]);
  });
});

describe("periodFault(period, contract)", () => {
  it.each([
    ["2003-04", "academic", true],
    ["1999-00", "financial", true],
    ["2003-05", "academic", false],
    ["2004-12", "month", true],
    ["2004-13", "month", false],
    ["2022_2026", "span", true],
    ["2003-04", "span", false]
  ] as const)("judges %s for %s", (period, kind, isRight) => {
    expect(periodFault(period, {period: kind}) === undefined).toBe(isRight);
  });
});
