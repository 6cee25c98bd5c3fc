import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {LEDGER_COLUMNS, readLedger, unlistedFiles, verifyFiles} from "../../pipeline/ingest/ledger.js";
import {type ReceiveOptions, receive} from "../../pipeline/ingest/receive.js";
import {schools, staff, temporaryFolder} from "./staff.js";

const root = temporaryFolder();
let returnsFolder: string;
let options: ReceiveOptions;
let count = 0;
beforeEach(() => {
  returnsFolder = join(root, String(++count));
  mkdirSync(returnsFolder);
  writeFileSync(join(returnsFolder, "ledger.csv"), LEDGER_COLUMNS.join());
  options = {
    returnsFolder,
    collection: "staff",
    period: "2003-04",
    sender: "LLSC01",
    received: "2004-05-01",
    origin: "synthetic",
    publisher: 'Learning and Skills Council, "County"',
    url: "",
    licence: "OGL",
    contracts: [staff, schools],
    tables: []
  };
});

const PASS = "test/input/pass";
const ledger = (): string => readFileSync(join(returnsFolder, "ledger.csv"), "utf8");

describe("receive(file, options)", () => {
  it("copies the file to its address, records it and judges it", async () => {
    const result = await receive(join(PASS, "staff-plain.csv"), options);
    expect(result).toMatchObject({file: "staff/2003-04/LLSC01.csv", replaces: undefined});
    expect(result.text).toBe(
      "staff/2003-04/LLSC01.csv: received and recorded.\nstaff/2003-04/LLSC01.csv: 3 rows read, 3 accepted, 0 held.\n"
    );
    const receipts = readLedger(returnsFolder);
    expect(receipts).toMatchObject([{file: result.file, sha256: result.sha256, publisher: options.publisher}]);
    await verifyFiles(returnsFolder, receipts);
    expect(readdirSync(returnsFolder).sort()).toEqual(["ledger.csv", "staff"]);
  });

  it("never overwrites: a later file takes the next number, whatever its form", async () => {
    const first = await receive(join(PASS, "staff-plain.csv"), options);
    const second = await receive(join(PASS, "staff-workbook.xlsx"), {...options, received: "2004-06-01"});
    expect(second).toMatchObject({file: "staff/2003-04/LLSC01.2.xlsx", replaces: first.file});
    expect(second.text).toContain("It replaces staff/2003-04/LLSC01.csv, which stays.");
    const late = await receive(join(PASS, "staff-tabs.csv"), {...options, received: "2004-05-15"});
    expect(late).toMatchObject({file: "staff/2003-04/LLSC01.3.csv", replaces: undefined});
    expect(late.text).toContain("A file received later stands in its place.");
    await verifyFiles(returnsFolder, readLedger(returnsFolder));
  });

  it("takes the next number past a file that an interrupted receipt left", async () => {
    mkdirSync(join(returnsFolder, "staff/2003-04"), {recursive: true});
    writeFileSync(join(returnsFolder, "staff/2003-04/LLSC01.csv"), "left");
    const {file} = await receive(join(PASS, "staff-plain.csv"), options);
    expect(file).toBe("staff/2003-04/LLSC01.2.csv");
    expect(unlistedFiles(returnsFolder)).toEqual(["staff/2003-04/LLSC01.csv"]);
  });

  it("keeps a faulty file, and says what is wrong with it", async () => {
    const held = await receive("test/input/fail/values_wrong.csv", options);
    expect(held.report).toMatchObject({rowsRead: 3, rowsHeld: 3});
    expect(held.text).toContain('line 4: got "cook"');
    const refused = await receive("test/input/fail/empty.csv", {...options, sender: "LLSC02"});
    expect(refused.text).toContain("Error FIL-001");
    expect(readLedger(returnsFolder)).toHaveLength(2);
  });

  it.each([
    ["a file that is not there", "nowhere.csv", {}, /nowhere\.csv: expected a file; found none/],
    ["another form", "test/input/pass/ilr.xml", {}, /expected csv or xlsx or parquet; got xml/],
    [
      "an unknown collection",
      "x.csv",
      {collection: "pupils"},
      /--collection: expected one of staff, schools; got pupils/
    ],
    ["a wrong period", "x.csv", {period: "2004"}, /--period: expected a period such as 2003-04; got "2004"/],
    ["a sender that leads elsewhere", "x.csv", {sender: "../x"}, /--sender: expected letters/],
    ["a date that is none", "x.csv", {received: "2004-02-31"}, /--received: expected a date/],
    ["no licence", "x.csv", {licence: " "}, /--licence: expected 1 to 200 characters/]
  ])("refuses %s and leaves the ledger alone", async (_, file, wrong, message) => {
    const before = ledger();
    await expect(receive(file, {...options, ...wrong})).rejects.toThrow(message);
    expect(ledger()).toBe(before);
    expect(readdirSync(returnsFolder)).toEqual(["ledger.csv"]);
  });

  it("refuses the bytes that stand already", async () => {
    await receive(join(PASS, "staff-plain.csv"), options);
    const before = ledger();
    await expect(receive(join(PASS, "staff-plain.csv"), options)).rejects.toThrow(
      /expected a new return; got the bytes of staff\/2003-04\/LLSC01\.csv\. Nothing was changed\./
    );
    expect(ledger()).toBe(before);
  });

  it("does not touch a ledger that is out of order", async () => {
    writeFileSync(join(returnsFolder, "ledger.csv"), "something else\n");
    await expect(receive(join(PASS, "staff-plain.csv"), options)).rejects.toThrow(/line 1: expected the columns/);
    expect(ledger()).toBe("something else\n");
    expect(readdirSync(returnsFolder)).toEqual(["ledger.csv"]);
  });
});
