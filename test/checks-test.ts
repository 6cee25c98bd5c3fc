import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {readChecks, runChecks} from "../pipeline/checks.js";
import {UserError} from "../pipeline/error.js";
import {openWarehouse, type Warehouse} from "../pipeline/warehouse.js";

let folder: string;
let warehouse: Warehouse;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "checks-")), "checks");
  await mkdir(folder);

  warehouse = await openWarehouse();
  await warehouse.connection.run(
    "create schema marts; create table marts.apples as select unnest([1, 2, 30]) as apples"
  );
});

afterEach(async () => {
  warehouse.close();
  await rm(dirname(folder), {recursive: true});
});

const given = (name: string, sql: string) => writeFile(join(folder, `${name}.sql`), sql);

describe("readChecks(folder)", () => {
  it("returns each check with what it reads", async () => {
    await given("apples_are_few", "select * from marts.apples");
    await given("all_is_well", "select 1 as file where false");
    expect(await readChecks(folder)).toMatchObject([
      {name: "all_is_well", reads: []},
      {name: "apples_are_few", reads: ["marts.apples"], file: `${basename(dirname(folder))}/checks/apples_are_few.sql`}
    ]);
  });

  it("refuses a check that reads what the gate has let out", async () => {
    await given("apples_are_few", "select * from published.indicators");
    await expect(readChecks(folder)).rejects.toThrow("forbidden read: published.indicators");
  });
});

describe("runChecks(connection, {folder})", () => {
  it("is silent where no row comes back", async () => {
    await given("apples_are_few", "select apples as rows from marts.apples where apples > 100");
    await runChecks(warehouse.connection, {folder});
  });

  it("stops the release with check, file, rule and rows, for every check that fails", async () => {
    await given(
      "apples_are_few",
      "select 'basket' as file, 'at most 9' as rule, apples as rows from marts.apples where apples > 9"
    );
    await given(
      "apples_are_odd",
      "select 'basket' as file, 'odd' as rule, apples as rows from marts.apples where apples % 2 = 0"
    );
    const failure = await runChecks(warehouse.connection, {folder}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    const lines = (failure as UserError).message.split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(
      "expected that apples are few; got 1 that break it: file basket, rule at most 9, rows 30."
    );
    expect(lines[1]).toContain("got 2 that break it: file basket, rule odd, rows 2; file basket, rule odd, rows 30.");
  });

  it("shows five offenders and counts the rest", async () => {
    await given("nothing_is_here", "select n as rows from range(8) as numbers(n)");
    await expect(runChecks(warehouse.connection, {folder})).rejects.toThrow("rows 4; and 3 more.");
  });
});
