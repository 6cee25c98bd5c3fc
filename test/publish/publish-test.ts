import {createHash} from "node:crypto";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {PUBLISHED_TABLES} from "../../pipeline/contracts/published/tables.js";
import type {Catalogue} from "../../pipeline/publish/catalogue.js";
import {publish} from "../../pipeline/publish/publish.js";
import {openPublished} from "../../pipeline/publish/reader.js";
import {openWarehouse} from "../../pipeline/warehouse.js";
import {AS_AT, release} from "./release.js";

let folder: string;
let written: Catalogue;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "publish-"));
  written = await release({out: folder});
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const read = (name: string): string => readFileSync(join(folder, "data", name), "utf8");

/** Every file below a folder with its hash. */
function hashes(of: string): Record<string, string> {
  const files = readdirSync(of, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(of.length), createHash("sha256").update(readFileSync(path)).digest("hex")])
  );
}

describe("publish(connection, {out, asAt})", () => {
  it("writes each table in each format and lists it in the catalogue", () => {
    const names = PUBLISHED_TABLES.map(({table}) => table);
    expect(readdirSync(join(folder, "data")).sort()).toEqual(
      [
        ...names.flatMap((name) => [`${name}.csv`, `${name}.csv-metadata.json`, `${name}.meta.csv`, `${name}.parquet`]),
        "catalogue.json",
        "ees"
      ].sort()
    );
    expect(readdirSync(join(folder, "src-data")).sort()).toEqual(
      [...names.map((name) => `${name}.arrow`), "catalogue.json"].sort()
    );
    expect(written.tables.map(({table}) => table)).toEqual(names);
  });

  it("writes figures as CSV with symbols where numbers are missing", async () => {
    await expect(read("indicators.csv")).toMatchFileSnapshot("../output/publish/indicators.csv");
    await expect(read("returns.csv")).toMatchFileSnapshot("../output/publish/returns.csv");
  });

  it("describes each column beside it", async () => {
    await expect(read("progress.meta.csv")).toMatchFileSnapshot("../output/publish/progress.meta.csv");
  });

  it("lists in the catalogue the columns that stand beside each table", () => {
    for (const {table, columns} of written.tables) {
      const [, ...beside] = parse(read(`${table}.meta.csv`)) as string[][];
      expect(columns.map(({column, title, type}) => [column, title, type])).toEqual(
        beside.map(([column, title, , , , type]) => [column, title, type])
      );
    }
  });

  it("writes no carriage return and no byte order mark, and every cell is read back as it was", async () => {
    for (const {table, columns} of PUBLISHED_TABLES) {
      const text = read(`${table}.csv`);
      expect(text).not.toMatch(/[\r\uFEFF]/);
      expect(text.endsWith("\n")).toBe(true);
      const [header] = parse(text) as string[][];
      expect(header).toEqual(columns);
    }
  });

  it("writes the same rows to Arrow and Parquet as to CSV", async () => {
    const reader = await openPublished(join(folder, "data"));
    for (const {table, key, columns} of PUBLISHED_TABLES) {
      const order = key.map((name) => `${name} nulls first`).join(", ");
      const rows = await reader.rows(`select * from published.${table} order by ${order}`);
      const arrow = tableFromIPC(readFileSync(join(folder, "src-data", `${table}.arrow`)));
      expect(arrow.schema.fields.map(({name}) => name)).toEqual(columns);
      expect(arrow.toArray().map((row) => ({...row?.toJSON()}))).toEqual(rows);
      expect((parse(read(`${table}.csv`)) as string[][]).length - 1).toBe(rows.length);
    }
    reader.close();
  });

  it("seals each file with its hash and says what is synthetic, provisional and withheld", () => {
    const figures = written.tables.find(({table}) => table === "indicators");
    const [csv] = figures?.files ?? [];
    expect(csv?.sha256).toBe(createHash("sha256").update(read("indicators.csv")).digest("hex"));
    expect(figures).toMatchObject({rows: 9, origins: {synthetic: 4, real: 5}, coverage: {provisional: 1}});
    expect(figures?.warnings).toContain("4 of 9 rows are synthetic.");
    expect(written.release).toMatchObject({as_at: AS_AT, origin: "synthetic", tool: "uptake"});
    expect(written.release.returns).toEqual({expected: 2, received: 1});
  });

  it("gives the same bytes for any number of threads, zone and language, and when repeated", async () => {
    const before = {TZ: process.env.TZ, LANG: process.env.LANG};
    const other = mkdtempSync(join(tmpdir(), "publish-"));
    try {
      process.env.TZ = "Pacific/Kiritimati";
      process.env.LANG = "tr_TR.UTF-8";
      await release({out: other, threads: 1});
      expect(hashes(other)).toEqual(hashes(folder));
      await release({out: other, threads: 4});
      expect(hashes(other)).toEqual(hashes(folder));
    } finally {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      rmSync(other, {recursive: true, force: true});
    }
  });

  it("gives the same bytes for a large table, whatever the threads and the order in which rows stand", async () => {
    const [indicators] = PUBLISHED_TABLES;
    if (!indicators) throw new Error("missing table: indicators");
    const outcomes: Record<string, string>[] = [];
    for (const {threads, order} of [
      {threads: 1, order: "number"},
      {threads: 4, order: "hash(number)"}
    ]) {
      const warehouse = await openWarehouse(":memory:", {threads});
      const out = mkdtempSync(join(tmpdir(), "publish-"));
      const columns = indicators.columns.map((name) => {
        if (name === "period") return "lpad(cast(number as varchar), 7, '0') as period";
        if (name === "value") return "sqrt(number) as value";
        return `'x' as ${name}`;
      });
      await warehouse.connection.run("create schema published");
      await warehouse.connection.run("create table published.returns as select 'received' as status");
      await warehouse.connection.run(
        `create table published.indicators as select ${columns.join(", ")} from range(150000) as numbers(number) order by ${order}`
      );
      await warehouse.connection.run("alter table published.indicators alter numerator type integer using 1");
      await publish(warehouse.connection, {
        out,
        asAt: AS_AT,
        tables: [{...indicators, columns: SOME, key: ["period"]}]
      });
      outcomes.push(hashes(out));
      warehouse.close();
      rmSync(out, {recursive: true, force: true});
    }
    expect(outcomes[0]).toEqual(outcomes[1]);
  });
});

const SOME = ["indicator_id", "period", "area_code", "numerator", "value"] as const;
