import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {passFigures} from "./pass.js";

let warehouse: Warehouse;
let folder: string;
beforeEach(async () => {
  warehouse = await openWarehouse();
  folder = mkdtempSync(join(tmpdir(), "uptake-vintages-"));
});
afterEach(() => {
  warehouse.close();
  rmSync(folder, {recursive: true, force: true});
});

const KEPT = ["indicators", "progress", "releases", "vintages"];
const starts = (figures: Readonly<Record<string, number>>): Row[] =>
  Object.entries(figures).map(([period, value]) => ({period, value, numerator: value}));
const read = (table: string): Promise<Row[]> => query(warehouse.connection, `select * from published.${table}`);

/** Passes figures after the release `before` and keeps what is published as release `name`; returns its data. */
async function seal(
  name: string,
  {figures, before, tables = KEPT}: {figures: Readonly<Record<string, number>>; before?: string; tables?: string[]}
): Promise<string> {
  await passFigures(warehouse.connection, {figures: starts(figures), before});
  const data = join(folder, name, "data");
  mkdirSync(data, {recursive: true});
  for (const table of tables)
    await warehouse.connection.run(
      `copy (select * from published.${table}) to '${join(data, `${table}.parquet`)}' (format parquet)`
    );
  writeFileSync(join(folder, name, "release.json"), JSON.stringify({name}));
  return data;
}

const told = async (): Promise<string[]> =>
  (await read("vintages")).map(
    ({release_number, release, period, was_said, value, symbol}) =>
      `${release_number} ${release}: ${period} ${was_said ? (value ?? symbol) : "nothing"}`
  );

describe("passVintages(connection, folder)", () => {
  it("is empty without a release before", async () => {
    await passFigures(warehouse.connection, {figures: starts({"2003-04": 40})});
    expect([await read("vintages"), await read("releases")]).toEqual([[], []]);
  });

  it("tells what the release before said of what is revised, withdrawn or new, and of nothing else", async () => {
    const before = await seal("2004-05", {figures: {"2001-02": 40, "2002-03": 50, "2003-04": 60}});
    await passFigures(warehouse.connection, {figures: starts({"2002-03": 50, "2003-04": 90, "2004-05": 70}), before});
    expect(await told()).toEqual(["1 2004-05: 2001-02 40", "1 2004-05: 2003-04 60", "1 2004-05: 2004-05 nothing"]);
    expect(await read("releases")).toEqual([{release_number: 1, release: "2004-05", as_at_date: "2004-06-30"}]);
  });

  it("carries what was told from release to release, so that each can be asked of every figure", async () => {
    const first = await seal("r1", {figures: {"2001-02": 40, "2002-03": 50, "2003-04": 3}});
    const second = await seal("r2", {figures: {"2001-02": 40, "2002-03": 60, "2003-04": 80}, before: first});
    await passFigures(warehouse.connection, {
      figures: starts({"2001-02": 90, "2002-03": 60, "2004-05": 70}),
      before: second
    });
    expect(await told()).toEqual([
      "1 r1: 2002-03 50",
      "1 r1: 2003-04 low",
      "2 r2: 2001-02 40",
      "2 r2: 2003-04 80",
      "2 r2: 2004-05 nothing"
    ]);
    expect((await read("releases")).map(({release}) => release)).toEqual(["r1", "r2"]);
  });

  it.each(["{}", "null", "no JSON"])("refuses %s for what a sealed release says of itself", async (text) => {
    const before = await seal("r1", {figures: {"2003-04": 40}});
    writeFileSync(join(folder, "r1", "release.json"), text);
    await expect(passFigures(warehouse.connection, {figures: starts({"2003-04": 50}), before})).rejects.toThrow(
      /release\.json: expected what a sealed release says of itself; got no name/
    );
  });

  it("goes by the date of a release that was not sealed, and begins anew after one that told nothing of its past", async () => {
    const before = await seal("r1", {figures: {"2003-04": 40}, tables: ["indicators", "progress"]});
    rmSync(join(folder, "r1", "release.json"));
    await passFigures(warehouse.connection, {figures: starts({"2003-04": 50}), before});
    expect(await told()).toEqual(["1 2004-06-30: 2003-04 40"]);
  });
});
