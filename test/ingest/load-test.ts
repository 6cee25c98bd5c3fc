import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {UserError} from "../../pipeline/error.js";
import {loadFile, prepareRaw} from "../../pipeline/ingest/load.js";
import {loadReference} from "../../pipeline/ingest/loadReference.js";
import {openWarehouse, query, type Warehouse} from "../../pipeline/warehouse.js";
import {everyKind, GOOD, makeReference, textSource} from "./everyKind.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
  await makeReference(warehouse.connection);
  await prepareRaw(warehouse.connection, [everyKind]);
  await warehouse.connection.run("insert into raw.files (file_id, status) values (7, 'used')");
});
afterEach(() => warehouse.close());

async function load(rows: readonly Record<string, string | null>[]) {
  const {connection} = warehouse;
  return loadFile(connection, {source: await textSource(connection, rows), contract: everyKind, fileId: 7});
}

describe("loadFile(connection, options)", () => {
  it("moves every row to raw or to held, and counts both", async () => {
    const counts = await load([GOOD, {...GOOD, person: "AB13", lea: "999"}, {...GOOD, person: "AB14"}]);
    expect(counts).toEqual({rowsRead: 3, rowsAccepted: 2, rowsHeld: 1});
    const {connection} = warehouse;
    expect(
      await query(connection, 'select record_number, file_id, hours, cost, "end" from raw.every_kind order by 1')
    ).toEqual([
      {record_number: 1, file_id: 7, hours: 37, cost: 0.1, end: "2004-07-31"},
      {record_number: 3, file_id: 7, hours: 37, cost: 0.1, end: "2004-07-31"}
    ]);
    expect(await query(connection, "select rows_read, rows_accepted, rows_held from raw.files")).toEqual([
      {rows_read: 3, rows_accepted: 2, rows_held: 1}
    ]);
  });

  it("tells of a fault where it stands, what was expected, what was got and how to mend it", async () => {
    await load([GOOD, {...GOOD, person: "AB13", hours: "forty"}]);
    expect(await query(warehouse.connection, "select * from raw.issues order by code")).toEqual([
      {
        file_id: 7,
        record_number: 2,
        place: "line 3, hours",
        column_name: "hours",
        code: "EVK-006",
        severity: "error",
        expected: "a whole number from 0 to 60, or nothing",
        got: '"forty"',
        remedy: "Write hours (Hours) as expected, or leave it blank."
      },
      {
        file_id: 7,
        record_number: 2,
        place: "line 3, hours",
        column_name: "hours",
        code: "EVK-052",
        severity: "warning",
        expected: "it",
        got: 'hours "forty", is_paid "yes"',
        remedy: "Mend it."
      }
    ]);
  });

  it("keeps personal values out of the warehouse, and masks them", async () => {
    await load([{...GOOD, person: "Smith"}, GOOD, GOOD]);
    const {connection} = warehouse;
    const columns = await query(connection, "select column_name from duckdb_columns() where table_name = 'every_kind'");
    expect(columns.map(({column_name}) => column_name)).not.toContain("person");
    const held = await query(
      connection,
      "select place, content::json ->> 'person' as person, content ->> 'lea' as lea from raw.held"
    );
    expect(held).toEqual([
      {place: "line 2", person: "•••", lea: "201"},
      {place: "line 4", person: "•••", lea: "201"}
    ]);
    expect(await query(connection, "select code, got from raw.issues order by code")).toEqual([
      {code: "EVK-001", got: "•••"},
      {code: "EVK-081", got: 'person •••, start "2003-09-01"'}
    ]);
  });

  it("keeps a row with warnings alone", async () => {
    expect(await load([{...GOOD, census: "2003-01"}])).toEqual({rowsRead: 1, rowsAccepted: 1, rowsHeld: 0});
    expect(await query(warehouse.connection, "select code, severity from raw.issues")).toEqual([
      {code: "EVK-058", severity: "warning"}
    ]);
  });

  it("keeps the first row of a key and holds the later ones", async () => {
    const rows = [GOOD, {...GOOD, hours: "60"}, {...GOOD, person: "XY99"}, GOOD];
    expect(await load(rows)).toEqual({rowsRead: 4, rowsAccepted: 2, rowsHeld: 2});
    expect(await query(warehouse.connection, "select record_number from raw.every_kind order by 1")).toEqual([
      {record_number: 1},
      {record_number: 3}
    ]);
  });

  it("holds and counts ten thousand faulty rows, and lists twenty of each fault", async () => {
    const rows = Array.from({length: 10_000}, (_, at) => ({
      ...GOOD,
      person: `AB${10 + (at % 90)}`,
      lea: `x${at}`,
      start: null
    }));
    expect(await load(rows)).toEqual({rowsRead: 10_000, rowsAccepted: 0, rowsHeld: 10_000});
    const issues = await query(
      warehouse.connection,
      "select code, count(record_number) as listed, max(got) filter (record_number is null) as rest from raw.issues group by all order by code"
    );
    expect(issues).toEqual([
      {code: "EVK-003", listed: 20, rest: "… and 9980 more"},
      {code: "EVK-012", listed: 20, rest: "… and 9980 more"}
    ]);
  });

  it("takes a column that the file lacks as blank", async () => {
    const {end, census, ...row} = GOOD;
    expect([end, census, await load([row])]).toEqual([
      "2004-07-31",
      "2004-01",
      {rowsRead: 1, rowsAccepted: 1, rowsHeld: 0}
    ]);
  });

  it("loads all of a file or nothing of it", async () => {
    const {connection} = warehouse;
    const source = await textSource(connection, [GOOD, {...GOOD, lea: "x"}]);
    await connection.run("alter table raw.issues rename to issues_elsewhere");
    await expect(loadFile(connection, {source, contract: everyKind, fileId: 7})).rejects.toThrow("issues");
    expect(await query(connection, "select count(*) as rows from raw.every_kind")).toEqual([{rows: 0}]);
    expect(await query(connection, "select count(*) as rows from raw.held")).toEqual([{rows: 0}]);
  });
});

describe("loadReference(connection, options)", () => {
  it("reads a table with its types, in file order", async () => {
    const {connection} = warehouse;
    const source = await textSource(connection, [{...GOOD, person: "ZZ99"}, GOOD]);
    await loadReference(connection, {source, contract: {...everyKind, collection: "kinds"}});
    expect(await query(connection, "select person, hours from reference.kinds")).toEqual([
      {person: "ZZ99", hours: 37},
      {person: "AB12", hours: 37}
    ]);
  });

  it("ends with file, line, column, expected and got where the table is at fault", async () => {
    const {connection} = warehouse;
    const source = await textSource(connection, [GOOD, {...GOOD, person: "AB13", lea: "x"}]);
    const loading = loadReference(connection, {source, contract: {...everyKind, collection: "kinds"}});
    await expect(loading).rejects.toThrow(UserError);
    await expect(loading).rejects.toThrow(
      'data/reference/kinds.csv: line 3, lea, lea: expected a lea_code of the table leas; got "x" (EVK-003). Write lea (LEA) as expected.'
    );
  });
});
