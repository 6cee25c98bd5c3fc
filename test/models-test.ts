import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {buildModels, readModels, readTables} from "../pipeline/models.js";
import {openWarehouse, query, type Warehouse} from "../pipeline/warehouse.js";

let folder: string;
let warehouse: Warehouse;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "models-"));
  for (const layer of ["stage", "marts"]) await mkdir(join(folder, layer));
  warehouse = await openWarehouse();
});

afterEach(async () => {
  warehouse.close();
  await rm(folder, {recursive: true});
});

async function given(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), {recursive: true});
    await writeFile(join(folder, name), text);
  }
}

describe("readTables(connection, sql)", () => {
  const tables = (sql: string) => readTables(warehouse.connection, sql);

  it("returns the tables with a schema, wherever they are read, and not the CTEs", async () => {
    const sql = `
      with first as (select a from raw.one where b in (select b from reference.two)),
      second as (select * from first left join raw.three using (a))
      select *, (select max(a) from stage.four) from second, unnest([1, 2]) union all select a, 1 from first
    `;
    expect(await tables(sql)).toEqual(["raw.one", "raw.three", "reference.two", "stage.four"]);
  });

  it("refuses a bare name that is no CTE", async () => {
    await expect(tables("select a from one")).rejects.toThrow("unqualified table: one");
  });

  it("refuses a file, another database, a second statement and anything but a SELECT", async () => {
    await expect(tables("select * from read_csv('a.csv')")).rejects.toThrow("forbidden table function: read_csv");
    await expect(tables("select * from 'a.csv'")).rejects.toThrow("unqualified table: a.csv");
    await expect(tables("select * from other.raw.one")).rejects.toThrow("forbidden catalog: other");
    await expect(tables("select 1; select 2")).rejects.toThrow("invalid model: 2 statements");
    await expect(tables("drop table raw.one")).rejects.toThrow("invalid model");
  });
});

describe("readModels(folder)", () => {
  it("orders each model after what it reads", async () => {
    await given({
      "marts/a.sql": "select * from marts.b",
      "marts/b.sql": "select * from stage.z join reference.roles using (role_id)",
      "stage/z.sql": "select * from raw.z"
    });
    const models = await readModels(folder);
    expect(models.map(({name, reads}) => [name, reads])).toEqual([
      ["stage.z", ["raw.z"]],
      ["marts.b", ["reference.roles", "stage.z"]],
      ["marts.a", ["marts.b"]]
    ]);
    expect(models[2]?.file).toBe(`${basename(folder)}/marts/a.sql`);
    expect(models[2]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("refuses models that read each other", async () => {
    await given({"marts/a.sql": "select * from marts.b", "marts/b.sql": "select * from marts.a"});
    await expect(readModels(folder)).rejects.toThrow("circular model: marts.a → marts.b → marts.a");
  });

  it("refuses a table that no model makes", async () => {
    await given({"marts/a.sql": "select * from stage.missing"});
    await expect(readModels(folder)).rejects.toThrow("unknown table: stage.missing in ");
  });

  it("refuses a mart that reads raw or published, and a stage that reads stage or marts", async () => {
    for (const [file, table] of [
      ["marts/a.sql", "raw.enrolment"],
      ["marts/a.sql", "published.indicators"],
      ["stage/a.sql", "stage.b"],
      ["stage/a.sql", "marts.b"]
    ] as const) {
      await given({"marts/a.sql": "select 1 as n", "stage/a.sql": "select 1 as n", [file]: `select * from ${table}`});
      await expect(readModels(folder)).rejects.toThrow(`forbidden read: ${table} in ${basename(folder)}/${file}`);
    }
  });

  it("refuses a mart in TypeScript whose reads are forbidden or that builds nothing", async () => {
    await given({"marts/a.ts": 'export const reads = ["raw.z"]; export const build = async () => {};'});
    await expect(readModels(folder)).rejects.toThrow("forbidden read: raw.z");
    await rm(join(folder, "marts/a.ts"));
    await given({"marts/b.ts": "export const reads = [];"});
    await expect(readModels(folder)).rejects.toThrow("missing reads or build");
  });

  it("reads the project's own models", async () => {
    const names = (await readModels("pipeline")).map(({name}) => name);
    expect(names).toContain("marts.survey_estimates");
    expect(names.indexOf("stage.staff_questionnaire")).toBeLessThan(names.indexOf("marts.survey_estimates"));
  });
});

describe("pipeline/marts", () => {
  it("gathers the keys of every mart that feeds the gate", async () => {
    const models = await readModels("pipeline");
    const gathered = models.find(({name}) => name === "marts.figure_keys")?.reads;
    const feeding = models
      .filter(({layer, sql}) => layer === "marts" && / as measure\b|\.measure,\n/.test(sql))
      .map(({name}) => name);
    expect(feeding.filter((name) => !gathered?.includes(name))).toEqual([]);
    expect(feeding.length).toBeGreaterThan(7);
  });

  it("names its grain on the first line of each file, and never ends with a star", async () => {
    for (const {sql, file} of await readModels("pipeline")) {
      if (!sql) continue;
      expect(sql, file).toMatch(/^-- One row per .+\.\n/);
      expect(sql.slice(sql.lastIndexOf("\nselect")), file).not.toMatch(/^\nselect\s+\*/);
      expect(sql, file).not.toContain(";\n");
    }
  });
});

describe("buildModels(connection, models)", () => {
  it("makes views of stage and tables of marts", async () => {
    await given({
      "marts/b.sql": "select n + 1 as n from stage.z",
      "marts/c.ts": `export const reads = ["marts.b"];
        export const build = async (connection) => void (await connection.run("create or replace table marts.c as select n * 10 as n from marts.b"));`,
      "stage/z.sql": "-- One row per n.\nselect n from raw.z"
    });
    await warehouse.connection.run("create schema raw; create table raw.z as select 1 as n");
    await buildModels(warehouse.connection, await readModels(folder));
    expect(await query(warehouse.connection, "select n from marts.c")).toEqual([{n: 20}]);
    expect(
      await query(warehouse.connection, "select table_name, table_type from information_schema.tables order by all")
    ).toEqual([
      {table_name: "b", table_type: "BASE TABLE"},
      {table_name: "c", table_type: "BASE TABLE"},
      {table_name: "z", table_type: "BASE TABLE"},
      {table_name: "z", table_type: "VIEW"}
    ]);
  });

  it("names the table that is not there, and the file that reads it", async () => {
    await given({"stage/z.sql": "select n from raw.z"});
    const models = await readModels(folder);
    await expect(buildModels(warehouse.connection, models)).rejects.toThrow("unknown table: raw.z in ");
  });

  it("names the file whose SQL does not run", async () => {
    await given({"marts/a.sql": "select missing from reference.roles"});
    await warehouse.connection.run("create schema reference; create table reference.roles as select 1 as n");
    const models = await readModels(folder);
    await expect(buildModels(warehouse.connection, models)).rejects.toThrow(
      `invalid model: ${basename(folder)}/marts/a.sql`
    );
  });
});
