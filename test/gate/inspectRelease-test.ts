import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {COLLECTIONS} from "../../pipeline/contracts/collections.js";
import {collectionsOfPeople, identifyingNames} from "../../pipeline/contracts/identifying.js";
import {indicators} from "../../pipeline/contracts/published/indicators.js";
import {type PublishedTable, publishedTable} from "../../pipeline/contracts/published/table.js";
import {PUBLISHED_TABLES} from "../../pipeline/contracts/published/tables.js";
import {inspectRelease} from "../../pipeline/gate/inspectRelease.js";
import {openWarehouse, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {makeTable} from "./marts.js";

const roles = publishedTable({
  table: "roles",
  title: "Roles",
  row: "one role",
  description: "Roles.",
  key: ["role_id"],
  columns: ["role_id", "role_name", "note", "sha256", "status", "sender_name"],
  vocabularies: {status: ["now"]}
});
const ROLE: Row = {
  role_id: "R01",
  role_name: "Teaching assistant",
  note: null,
  sha256: "ab".repeat(32),
  status: "now",
  sender_name: "Riverside College"
};
const FIGURE: Row = {
  ...Object.fromEntries(indicators.columns.map((name) => [name, null])),
  indicator_id: "UPT-04",
  area_level: "national",
  unit: "learners",
  origin: "synthetic",
  value: 10,
  senders_returned: 9,
  senders_expected: 10
};
const CODE = [
  "select 'Held by ' || role || ' since ' || day || '.' as note, 'learners' as unit, 'UPT-04' as indicator_id, 'WRK-01'"
];

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
  const {connection} = warehouse;
  for (const schema of ["raw", "reference", "published"]) await connection.run(`create schema ${schema}`);
  await makeTable(connection, {name: "reference.roles", rows: [{role_id: "R01", role_name: "Teaching assistant"}]});
  for (const collection of collectionsOfPeople()) {
    await makeTable(connection, {name: `raw.${collection}`, rows: people(3)});
  }
  await makeTable(connection, {name: "raw.provider", rows: [{provider_name: "Riverside College"}]});
});
afterEach(() => warehouse.close());

const people = (count: number): Row[] => Array.from({length: count}, (_, record_number) => ({record_number}));

async function inspect(rows: readonly Row[], table: PublishedTable = roles) {
  await makeTable(warehouse.connection, {name: `published.${table.table}`, rows});
  return inspectRelease(warehouse.connection, {code: CODE, tables: [table]});
}

describe("inspectRelease(connection, {code, tables})", () => {
  it("lets through words of reference tables, of lists, of code, of a register, and codes of a declared form", async () => {
    await expect(inspect([ROLE, {...ROLE, note: "Held by 12 since 2004-06-30."}])).resolves.toEqual({uncovered: []});
  });

  it.each([
    ["free text", {note: "Ask Mrs Zephyrwort"}, "published.roles.note: expected words"],
    ["a name where a role should stand", {role_name: "Zephyrwort"}, "published.roles.role_name"],
    ["a code of another form", {sha256: "Zephyrwort"}, "published.roles.sha256"],
    ["a body that is on no register", {sender_name: "Zephyrwort & Daughters"}, "published.roles.sender_name"]
  ])("refuses %s and does not repeat it", async (_name, given, message) => {
    const refused = inspect([ROLE, {...ROLE, ...given}]);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow("Zephyrwort");
  });

  it("does not judge words of releases before by the lists of today", async () => {
    const before = [{...ROLE, role_name: "Classroom helper"}];
    await expect(inspect(before)).rejects.toThrow("published.roles.role_name: expected words of the reference tables");
    await expect(inspect(before, {...roles, isCarried: true})).resolves.toEqual({uncovered: []});
  });

  it("refuses a column that a contract calls personal, by any of its names, and the key of a linked person", async () => {
    for (const column of ["family_name", "FamilyName", "L17", "Form No", "ULN", "person_key", "record_number"]) {
      const table = {...roles, columns: ["role_id", column]} as unknown as PublishedTable;
      await expect(inspect([ROLE], table)).rejects.toThrow(`identifying column: published.roles.${column}`);
    }
  });

  it("refuses a table with as many rows as a collection has of people, though the words are ours", async () => {
    await makeTable(warehouse.connection, {name: "raw.enrolment", rows: people(60)});
    const rows = Array.from({length: 60}, () => ROLE);
    await expect(inspect(rows)).rejects.toThrow("exactly as many rows as enrolment has of people");
    await expect(inspect(rows.slice(1))).resolves.toEqual({uncovered: []});
  });

  it("returns the figures from returns that do not say how many came, unless it is listed why", async () => {
    const uncovered = {...FIGURE, senders_returned: null, senders_expected: null};
    expect(await inspect([FIGURE, uncovered, uncovered], indicators)).toEqual({
      uncovered: [{indicator: "UPT-04", unit: "learners", figures: 2}]
    });
    const others: Row[] = [
      {origin: "real"},
      {value: null, symbol: "low"},
      {indicator_id: "WRK-01"},
      {area_level: "lea"}
    ];
    for (const fine of others) {
      expect(await inspect([{...uncovered, ...fine}], indicators)).toEqual({uncovered: []});
    }
  });
});

describe("identifyingNames()", () => {
  it("holds every personal column of every contract, and no published column goes by such a name", () => {
    const names = identifyingNames();
    for (const name of ["familyname", "dateofbirth", "postcode", "l03", "uln", "respondentid", "personkey"]) {
      expect(names, name).toContain(name);
    }
    const published = new Set(PUBLISHED_TABLES.flatMap(({columns}) => columns));
    expect([...published].filter((name) => names.has(name.replaceAll("_", "")))).toEqual([]);
  });
});

describe("collectionsOfPeople()", () => {
  it("are those whose contract has a personal column", () => {
    expect(collectionsOfPeople()).toEqual(["staff_questionnaire", "enrolment", "ilr"]);
    expect(COLLECTIONS.length).toBeGreaterThan(3);
  });
});
