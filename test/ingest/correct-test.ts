import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {UserError} from "../../pipeline/error.js";
import {type Correction, correctionsOf, readCorrections} from "../../pipeline/ingest/correct.js";
import {loadFile, prepareRaw} from "../../pipeline/ingest/load.js";
import {openWarehouse, query, type Warehouse} from "../../pipeline/warehouse.js";
import {everyKind, GOOD, makeReference, textSource} from "./everyKind.js";

const OF = {collection: "every_kind", period: "2003-04", sender: "LLSC01", submission: 1};
const correction = (of: Partial<Correction>): Correction => ({
  ...OF,
  key: "person=AB12;start=2003-09-01",
  column: "hours",
  expected: "99",
  corrected: "37",
  reason: "Confirmed by the sender.",
  source: "Letter of 2004-05-01",
  status: "applied",
  ...of
});

describe("correct(connection, options)", () => {
  let warehouse: Warehouse;
  beforeEach(async () => {
    warehouse = await openWarehouse();
    await makeReference(warehouse.connection);
    await prepareRaw(warehouse.connection, [everyKind]);
  });
  afterEach(() => warehouse.close());

  async function load(...corrections: Correction[]) {
    const {connection} = warehouse;
    const source = await textSource(connection, [
      {...GOOD, hours: "99"},
      {...GOOD, person: "AB13", town: " Hull"}
    ]);
    await loadFile(connection, {source, contract: everyKind, fileId: 1, corrections});
    return query(connection, "select record_number, hours, town from raw.every_kind order by 1");
  }

  it("mends the cell before it is judged, by key", async () => {
    expect(await load(correction({}))).toEqual([
      {record_number: 1, hours: 37, town: null},
      {record_number: 2, hours: 37, town: "Hull"}
    ]);
  });

  it("mends a cell by its record's number, and can empty or fill one", async () => {
    const rows = await load(
      correction({key: "1", corrected: null}),
      correction({key: "1", column: "is_paid", expected: "yes", corrected: "no"}),
      correction({key: "2", column: "town", expected: "Hull", corrected: "York"})
    );
    expect(rows).toEqual([
      {record_number: 1, hours: null, town: null},
      {record_number: 2, hours: 37, town: "York"}
    ]);
  });

  it("counts the corrections made in the file", async () => {
    await warehouse.connection.run("insert into raw.files (file_id) values (1)");
    await load(correction({}), correction({key: "2", column: "town", expected: "Hull", corrected: "York"}));
    expect(await query(warehouse.connection, "select corrections_count from raw.files")).toEqual([
      {corrections_count: 2}
    ]);
  });

  it("stops where the source no longer holds what is expected, and tells no personal value", async () => {
    const loading = load(correction({expected: "98"}));
    await expect(loading).rejects.toThrow(UserError);
    await expect(loading).rejects.toThrow(
      'data/corrections: every_kind 2003-04 LLSC01 submission 1, person=•••;start=2003-09-01, hours: expected the file to hold "98"; got "99". Amend the correction or mark it withdrawn.'
    );
  });

  it("stops where the row is gone", async () => {
    await expect(load(correction({key: "person=ZZ99"}))).rejects.toThrow("got no such row");
    await expect(load(correction({key: "3"}))).rejects.toThrow(
      'record 3, hours: expected the file to hold "99"; got no such row'
    );
  });

  it("stops where the file has no such column", async () => {
    await expect(load(correction({column: "salary"}))).rejects.toThrow("expected a column of the file; got salary");
  });
});

describe("readCorrections(folder)", () => {
  const folder = mkdtempSync(join(tmpdir(), "uptake-corrections-"));
  afterEach(() => rmSync(join(folder, "known.csv"), {force: true}));
  const heading = "collection,period,sender,submission,key,column,expected,corrected,reason,source,status\n";

  it("reads those that apply, and finds those of a file", () => {
    const line = "every_kind,2003-04,LLSC01,1,person=AB12,hours,99,,Sender said so,Letter";
    writeFileSync(join(folder, "known.csv"), `${heading}${line},applied\n${line},withdrawn\n`);
    const corrections = readCorrections(folder);
    expect(corrections).toMatchObject([{key: "person=AB12", expected: "99", corrected: null, submission: 1}]);
    expect(correctionsOf(corrections, OF)).toHaveLength(1);
    expect(correctionsOf(corrections, {...OF, submission: 2})).toHaveLength(0);
  });

  it("names file, record and column of a faulty line", () => {
    writeFileSync(
      join(folder, "known.csv"),
      `${heading}every_kind,2003-04,LLSC01,1,person,hours,99,,Why,Letter,applied\n`
    );
    expect(() => readCorrections(folder)).toThrow("data/corrections/known.csv: record 1, key: expected");
  });

  it("finds none where there is no folder", () => {
    expect(readCorrections(join(folder, "none"))).toEqual([]);
  });
});
