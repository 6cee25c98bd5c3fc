import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, relative, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {strayFiles} from "../../pipeline/publish/manifest.js";
import {openPublished} from "../../pipeline/publish/reader.js";
import {smallProject} from "../project.js";
import {FREE, PERSONAL, plant} from "./plant.js";
import {type Found, scanBytes, scanFile} from "./scan.js";

const STALE = "Staleleafmarrow";
const root = mkdtempSync(join(tmpdir(), "uptake-leaks-"));
const said: string[] = [];

function uptake(...args: string[]): number | null {
  const run = spawnSync(process.execPath, [resolve("bin/uptake.js"), "--root", root, ...args], {encoding: "utf8"});
  said.push(run.stdout, run.stderr);
  return run.status;
}

beforeAll(() => {
  smallProject(root);
  plant(root);
  mkdirSync(join(root, "src"));
  const caches = ["build/next/site/.observablehq/cache", "build/next/dist/data", "src/.observablehq/cache"];
  for (const cache of caches) {
    mkdirSync(join(root, cache), {recursive: true});
    writeFileSync(join(root, cache, "rows.csv"), STALE);
  }
  expect(uptake("build"), said.join("")).toBe(0);
  uptake("status");
  uptake("status", "--json");
  uptake("explain", "OUT-08", "--json");
}, 600_000);
afterAll(() => rmSync(root, {recursive: true, force: true}));

async function leaks(folder: string, tokens: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const path of filesBelow(join(root, folder))) {
    found.push(...(await scanFile(path, {bytes: readFileSync(path), tokens})));
  }
  return found;
}

function filesBelow(place: string): string[] {
  return readdirSync(place, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** UPT-05 is shares of all learners, of whom all is no figure. */
const PARTS = `
select distinct indicator_id, unit, period, area_code, programme_id, nqf_level
from published.indicators
where (role_id is not null or route_id is not null) and dimension_1 is null and indicator_id <> 'UPT-05'`;

describe("tokens planted in returns", () => {
  it("are in the returns, and came through ingest into the warehouse", async () => {
    const planted = await leaks("data/returns", [...PERSONAL, ...FREE]);
    for (const token of ["Zephyrwort", "ZQX7R41K9B", "QXBAD77ZQ", "ZQ-71-KJVX-0042", "9182736455", ...FREE]) {
      expect(planted.map((found) => found.token)).toContain(token);
    }
    const kept = await scanFile(join(root, "build/warehouse.duckdb"), {
      bytes: readFileSync(join(root, "build/warehouse.duckdb")),
      tokens: FREE
    });
    expect(new Set(kept.map(({token}) => token))).toEqual(new Set(FREE));
  }, 120_000);

  it.each(["dist", "src/data"])(
    "are in no byte of %s",
    async (folder) => {
      expect(filesBelow(join(root, folder)).length).toBeGreaterThan(10);
      expect(await leaks(folder, [...PERSONAL, ...FREE, STALE])).toEqual([]);
    },
    120_000
  );

  it("are in nothing that is said while building, or asked for afterwards", () => {
    const bytes = Buffer.from(said.join("\n"));
    expect(bytes.length).toBeGreaterThan(1000);
    expect(scanBytes(bytes, {tokens: [...PERSONAL, ...FREE], where: "log"})).toEqual([]);
  });

  it("are, where they name somebody, not even in the warehouse or beside it", async () => {
    expect(await leaks("build", PERSONAL)).toEqual([]);
  }, 120_000);
});

describe("what an earlier build left", () => {
  it("is cleared with the site's work folder and cache before each build, and never shipped", () => {
    expect(existsSync(join(root, "build/next"))).toBe(false);
    const left = filesBelow(root)
      .filter((path) => readFileSync(path, "latin1").includes(STALE))
      .map((path) => relative(root, path));
    expect(left).toEqual([join("src", ".observablehq", "cache", "rows.csv")]);
  });
});

describe("figures by role and by route", () => {
  it("each have a total of their own beside them, counted and not added up", async () => {
    const reader = await openPublished(join(root, "dist/data"));
    const parts = await reader.rows(PARTS);
    const without = await reader.rows(`
select parts.*
from (${PARTS}
) as parts
left join published.indicators as totals
    on totals.indicator_id = parts.indicator_id
    and totals.unit = parts.unit
    and totals.period = parts.period
    and totals.area_code = parts.area_code
    and totals.programme_id is not distinct from parts.programme_id
    and totals.nqf_level is not distinct from parts.nqf_level
    and totals.role_id is null
    and totals.route_id is null
    and totals.dimension_1 is null
where totals.indicator_id is null`);
    reader.close();
    expect(parts.length).toBeGreaterThan(5);
    expect(without).toEqual([]);
  });
});

describe("dist", () => {
  it("holds only what its manifest and its catalogue list, and a stray or changed file is found", () => {
    const dist = join(root, "dist");
    expect(strayFiles(dist)).toEqual([]);
    writeFileSync(join(dist, "data/rows.csv"), "planted");
    writeFileSync(join(dist, "index.html"), `${readFileSync(join(dist, "index.html"), "utf8")}<!-- -->`);
    expect(strayFiles(dist)).toEqual([
      {file: "data/rows.csv", fault: "not listed"},
      {file: "data/rows.csv", fault: "not in the catalogue"},
      {file: "index.html", fault: "changed"}
    ]);
  });
});
