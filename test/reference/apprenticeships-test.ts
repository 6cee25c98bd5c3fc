import {createHash} from "node:crypto";
import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, relative, resolve} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {apprenticeships, editionOf} from "../../pipeline/contracts/apprenticeships.js";
import {compile} from "../../pipeline/ingest/compile.js";
import {openSource} from "../../pipeline/ingest/open.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {readTable} from "./tables.js";

const RETURNS = "data/returns";
const SUPPORT_ROLES = `${RETURNS}/apprenticeships/2022_2026/dfe_support_roles.csv`;
const ALL = `${RETURNS}/apprenticeships/2022_2026/dfe_all.csv`;
const PARQUET = "../shared/real/apprenticeships/subjects_and_standards_0.parquet";

let warehouse: Warehouse;
let folder: string;

beforeAll(async () => {
  warehouse = await openWarehouse();
  folder = mkdtempSync(join(tmpdir(), "apprenticeships-"));
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, {recursive: true});
});

/** Reads a file through its contract into a table; returns its columns and how many rows it has and how many are at fault. */
async function load(table: string, path: string): Promise<{columns: readonly string[]; rows: number; faulty: number}> {
  const {source, refusal} = await openSource(path, apprenticeships, {folder});
  if (!source) throw new Error(`refused file: ${path} ${refusal.code}`);
  const {columns, relation} = source;
  await warehouse.connection.run(
    `create or replace table ${table} as ${compile(apprenticeships, {relation, present: columns})}`
  );
  await source.close();
  const [counts] = await query(warehouse.connection, `select count(*) as rows, count(faults) as faulty from ${table}`);
  return {columns, rows: Number(counts?.rows), faulty: Number(counts?.faulty)};
}

/** Returns the sums of a table's values by the columns given, in order. */
function totals(table: string, by: string, condition = "true"): Promise<Row[]> {
  return query(
    warehouse.connection,
    `select ${by}, sum(value)::bigint as value from ${table} where ${condition} group by all order by all`
  );
}

describe("apprenticeships", () => {
  it("reads the figures for support roles as published", async () => {
    const {columns, rows, faulty} = await load("support_roles", SUPPORT_ROLES);
    expect({edition: editionOf(columns), rows, faulty}).toEqual({edition: "support_roles", rows: 543, faulty: 0});
    const starts = await totals("support_roles", "programme_name, academic_year", "measure = 'Starts'");
    const value = (name: string, year: string) =>
      starts.find((row) => row.programme_name === name && row.academic_year === year)?.value;
    expect(value("Teaching Assistant", "2023/24")).toBe(4661);
    expect(value("Specialist Teaching Assistant", "2025/26 (Aug to Apr)")).toBe(2517);
  });

  it("reads the figures for all programmes as published", async () => {
    const {columns, rows, faulty} = await load("all_programmes", ALL);
    expect({edition: editionOf(columns), rows, faulty}).toEqual({edition: "all_programmes", rows: 252, faulty: 0});
  });

  it("has one row for each programme or provider type, measure and year", async () => {
    for (const table of ["support_roles", "all_programmes"]) {
      const by = "academic_year, apprenticeship_level, programme_name, programme_type, provider_type, measure";
      const doubled = await query(warehouse.connection, `select ${by} from ${table} group by all having count(*) > 1`);
      expect(doubled).toEqual([]);
    }
  });

  it("knows a role for every programme and level", async () => {
    const named = await query(
      warehouse.connection,
      "select distinct programme_name, programme_type, apprenticeship_level from support_roles order by all"
    );
    const known = readTable("apprenticeship_roles").map((row) => [
      row.programme_name,
      row.programme_type,
      row.apprenticeship_level
    ]);
    expect(named.map((row) => Object.values(row))).toEqual(known.sort());
  });

  it("stands in the ledger with the hash of its bytes", () => {
    const ledger: Record<string, string>[] = parse(readFileSync(`${RETURNS}/ledger.csv`), {columns: true});
    for (const path of [SUPPORT_ROLES, ALL]) {
      const line = ledger.find(({file}) => file === relative(RETURNS, path));
      expect(line?.sha256).toBe(createHash("sha256").update(readFileSync(path)).digest("hex"));
      expect(line?.origin).toBe("real");
    }
  });
});

describe("editionOf(present)", () => {
  it("knows none where a file has columns of two editions", () => {
    expect(editionOf(["programme_name", "provider_name", "provider_count"])).toBeUndefined();
  });
});

describe("the edition by provider, as published in Parquet", () => {
  if (!existsSync(PARQUET)) {
    it("is not present beside the project, so its totals are not compared", () => {
      expect(resolve(PARQUET).startsWith(resolve("."))).toBe(false);
    });
    return;
  }

  it("reads all 205,803 rows, none of them at fault", async () => {
    const {columns, rows, faulty} = await load("by_provider", PARQUET);
    expect({edition: editionOf(columns), rows, faulty}).toEqual({edition: "by_provider", rows: 205_803, faulty: 0});
  });

  it("has no two rows with one key", async () => {
    const names = apprenticeships.keys[0]?.columns.join(", ");
    const doubled = await query(
      warehouse.connection,
      `select ${names} from by_provider group by all having count(*) > 1`
    );
    expect(doubled).toEqual([]);
  });

  it("adds up to the committed totals of every support programme, level, provider type, year and measure", async () => {
    const by = "programme_name, programme_type, apprenticeship_level, provider_type, academic_year, measure";
    const committed = await totals("support_roles", by);
    const named = "programme_name in (select distinct support_roles.programme_name from support_roles)";
    expect(await totals("by_provider", by, named)).toEqual(committed);
  });

  it("adds up to the committed totals of all programmes by level, provider type, year and measure", async () => {
    const by = "apprenticeship_level, provider_type, academic_year, measure";
    expect(await totals("by_provider", by)).toEqual(await totals("all_programmes", by));
  });
});
