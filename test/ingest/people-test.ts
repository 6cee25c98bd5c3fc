import {createHmac} from "node:crypto";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {enrolment} from "../../pipeline/contracts/enrolment.js";
import {keyedHash, paddedKeys} from "../../pipeline/ingest/hash.js";
import {loadFile, prepareRaw} from "../../pipeline/ingest/load.js";
import {linkPeople} from "../../pipeline/ingest/people.js";
import {openWarehouse, query, type Warehouse} from "../../pipeline/warehouse.js";
import {textSource} from "./everyKind.js";

const KEY = "a key that is only for this test, and nowhere else";
const ANNA = {
  L01: "100001",
  L03: "A1",
  family_name: "O'Brien",
  given_names: "Anna Zoë",
  date_of_birth: "1978-08-31",
  L12: "23",
  L13: "F",
  L14: "2",
  L17: "QA0 1AA",
  L35: "1",
  A09: "SYN01002",
  A10: "10",
  A27: "2003-09-01",
  A28: "2004-07-31",
  A34: "1",
  A45: "QA1 1AA"
};

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run(`create schema reference;
create table reference.aims as select 'SYN01002' as aim_reference;
create table reference.postcode_districts as select unnest(['QA0', 'QA1']) as district, unnest(['201', '202']) as lea_code`);
  await prepareRaw(warehouse.connection, [enrolment]);
});
afterEach(() => warehouse.close());

async function link(files: readonly (readonly Record<string, string>[])[]) {
  const {connection} = warehouse;
  for (const [place, rows] of files.entries())
    await loadFile(connection, {source: await textSource(connection, rows), contract: enrolment, fileId: place + 1});
  await linkPeople(connection, {key: KEY});
  return query(
    connection,
    "select file_id, record_number, person_key, age_band, home_lea_code, workplace_lea_code from raw.enrolment order by 1, 2"
  );
}

async function keys(...rows: readonly Record<string, string>[]): Promise<number[]> {
  const linked = (await link([rows])).map(({person_key}) => person_key);
  return linked.map((key) => linked.indexOf(key));
}

describe("linkPeople(connection, options)", () => {
  it("gives one key to the records that a provider gives one reference", async () => {
    const later = {...ANNA, A27: "2004-01-05", family_name: "Smith"};
    expect(await keys(ANNA, later, {...ANNA, L03: "A2", given_names: "Bea", date_of_birth: "1981-04-19"})).toEqual([
      0, 0, 2
    ]);
  });

  it("knows a person again at another provider, whatever the accents, case and hyphens of the name", async () => {
    const there = {...ANNA, L01: "100002", L03: "77", family_name: "OBRIEN", given_names: "anna-zoe"};
    const namesake = {...there, L03: "78", date_of_birth: "1951-02-14", L17: "QA1 5BB", A45: "QA0 9HH"};
    expect(await keys(ANNA, there, namesake)).toEqual([0, 0, 2]);
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ["a slip in a name", {}, {family_name: "O'Brein"}],
    ["an initial", {}, {given_names: "A"}],
    ["day and month that changed places", {date_of_birth: "1978-07-03"}, {date_of_birth: "1978-03-07"}],
    ["a missing birth date", {}, {date_of_birth: ""}],
    ["a move", {}, {L17: "QA1 8JJ"}],
    ["a marriage", {}, {family_name: "Featherstone"}]
  ])("knows a person again after %s", async (_, before, after) => {
    expect(await keys({...ANNA, ...before}, {...ANNA, L01: "100002", L03: "77", ...before, ...after})).toEqual([0, 0]);
  });

  it("keeps apart those who share a home, a workplace and a name", async () => {
    const sister = {...ANNA, L01: "100002", L03: "77", given_names: "Beatrix", date_of_birth: "1981-04-19"};
    expect(await keys(ANNA, sister)).toEqual([0, 1]);
  });

  it("links on through records in between", async () => {
    const married = {...ANNA, family_name: "Smith", A27: "2004-01-05"};
    expect(
      await keys(ANNA, married, {...married, L01: "100003", L03: "5"}, {...ANNA, L01: "100002", L03: "9"})
    ).toEqual([0, 0, 0, 0]);
  });

  it("links nobody by a name alone", async () => {
    const {date_of_birth, L17, A45, ...named} = ANNA;
    expect([date_of_birth, L17, A45, ...(await keys(named, {...named, L01: "100002"}))].slice(3)).toEqual([0, 1]);
  });

  it("links nobody where there is nobody", async () => {
    expect(await link([])).toEqual([]);
    const rows = await query(warehouse.connection, "select distinct learners, pairs, persons from raw.linkage");
    expect(rows).toEqual([{learners: 0, pairs: 0, persons: 0}]);
  });

  it("records how many persons there are under each way of telling them apart, and the keys that differ", async () => {
    const there = {...ANNA, L01: "100002", L03: "77"};
    await link([[ANNA], [there, {...there, L01: "100003", given_names: "A"}]]);
    const ways = await query(
      warehouse.connection,
      `select method, threshold, is_chosen, learners, pairs, persons from raw.linkage
where threshold is null or is_chosen order by all`
    );
    expect(ways).toEqual([
      {method: "exact", threshold: null, is_chosen: false, learners: 3, pairs: 1, persons: 2},
      {method: "none", threshold: null, is_chosen: false, learners: 3, pairs: 0, persons: 3},
      {method: "probabilistic", threshold: 0.9, is_chosen: true, learners: 3, pairs: 3, persons: 1}
    ]);
    const others = await query(
      warehouse.connection,
      "select method, file_id, record_number from raw.linkage_people where threshold is null order by all"
    );
    expect(others).toEqual([
      {method: "exact", file_id: 2, record_number: 2},
      {method: "none", file_id: 2, record_number: 1},
      {method: "none", file_id: 2, record_number: 2}
    ]);
  });

  it("writes age band and areas, and unknown where they are not known", async () => {
    const {date_of_birth: _, ...undated} = {...ANNA, L03: "B1", L17: "ZZ9 9ZZ", A45: ""};
    const younger = {...ANNA, L03: "C1", date_of_birth: "1978-09-01"};
    const rows = await link([[ANNA, undated], [younger]]);
    expect(rows.map(({person_key, ...row}) => ({...row, is_key: /^[0-9a-f]{32}$/.test(String(person_key))}))).toEqual([
      {file_id: 1, record_number: 1, age_band: "25_34", home_lea_code: "201", workplace_lea_code: "202", is_key: true},
      {file_id: 1, record_number: 2, age_band: "unknown", home_lea_code: null, workplace_lea_code: null, is_key: true},
      {
        file_id: 2,
        record_number: 1,
        age_band: "under_25",
        home_lea_code: "201",
        workplace_lea_code: "202",
        is_key: true
      }
    ]);
  });

  it("gives a key that hangs neither on the order of files nor on their number", async () => {
    const there = {...ANNA, L01: "100002", L03: "77"};
    const [first] = await link([[there], [ANNA]]);
    expect(first?.person_key).toBe(createHmac("sha256", KEY).update("100001/A1").digest("hex").slice(0, 32));
  });

  it("does away with the private database", async () => {
    await link([[ANNA]]);
    const databases = await query(
      warehouse.connection,
      "select database_name from duckdb_databases() where not internal"
    );
    expect(databases).toEqual([{database_name: "memory"}]);
  });
});

describe("keyedHash(text)", () => {
  it("is HMAC-SHA256, its first 128 bits, for short keys and long, and any text", async () => {
    for (const key of ["k", KEY, "long ".repeat(30), "é😀"])
      for (const text of ["", "100001/A1", "é😀", "x".repeat(200)]) {
        const reader = await warehouse.connection.runAndReadAll(`select ${keyedHash("$text::varchar")} as hash`, {
          ...paddedKeys(key),
          text
        });
        expect(reader.getRows()).toEqual([[createHmac("sha256", key).update(text).digest("hex").slice(0, 32)]]);
      }
  });
});
