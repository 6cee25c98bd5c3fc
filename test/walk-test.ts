import {spawnSync} from "node:child_process";
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {columnMeta} from "../pipeline/contracts/contract.js";
import {enrolment} from "../pipeline/contracts/enrolment.js";
import {openWarehouse, query} from "../pipeline/warehouse.js";
import {heldIn} from "./heldIn.js";
import {builtProject, hashes, smallProject} from "./project.js";
import {builtFaults} from "./publish/ees/builtFaults.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-walk-"));
let undisturbed: Record<string, string> | undefined;

function uptake(root: string, args: readonly string[], environment: Record<string, string> = {}) {
  return spawnSync(process.execPath, [resolve("bin/uptake.js"), "--root", root, ...args], {
    encoding: "utf8",
    env: {...process.env, ...environment}
  });
}

beforeAll(async () => {
  cpSync(await builtProject(), join(folder, "one"), {recursive: true});
  undisturbed = hashes(join(folder, "one/dist/data"));
  expect(Object.keys(undisturbed ?? {}).length).toBeGreaterThan(10);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("uptake build", () => {
  it("gives the same bytes a second time", () => {
    expect(uptake(join(folder, "one"), ["build"]).status).toBe(0);
    expect(hashes(join(folder, "one/dist/data"))).toEqual(undisturbed);
  });

  it("uses nothing that was received after the date that each publication describes", () => {
    const rows = parse(readFileSync(join(folder, "one/dist/data/files.csv")), {columns: true}) as Record<
      string,
      string
    >[];
    const plan = rows.filter(({collection = ""}) => !["apprenticeships", "ilr"].includes(collection));
    const ledger = parse(readFileSync(join(folder, "one/data/returns/ledger.csv")), {columns: true}) as Record<
      string,
      string
    >[];
    expect(
      ledger.filter(({received_date = "", origin}) => origin === "synthetic" && received_date > "2004-06-30")
    ).not.toEqual([]);
    expect(plan.length).toBeGreaterThan(10);
    expect(plan.filter(({received_date = ""}) => received_date > "2004-06-30")).toEqual([]);
    expect(rows.some(({collection}) => collection === "apprenticeships")).toBe(true);
  });

  it("has a figure of every indicator, or says why there is none", () => {
    const read = (file: string) =>
      parse(readFileSync(join(folder, file)), {columns: true, bom: true}) as Record<string, string>[];
    const figures = read("one/dist/data/indicators.csv");
    const told = new Set(figures.map(({indicator_id}) => indicator_id));
    const catalogue = read("one/data/reference/indicators.csv").map(({indicator_id}) => indicator_id);
    expect(catalogue.length).toBeGreaterThanOrEqual(60);
    expect(catalogue.filter((id) => !told.has(id))).toEqual([]);
    expect(figures.filter(({value, bound, symbol_reason}) => value === "" && !bound && !symbol_reason)).toEqual([]);
  });

  it("writes files of open data that pass the government's checks of files", () => {
    const {standard, beside, faults} = builtFaults(join(folder, "one/dist/data/ees"));
    expect(standard.length).toBeGreaterThan(20);
    expect(beside.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  it("gives the same bytes with files listed in another order, another zone and language, and other threads", () => {
    smallProject(join(folder, "two"), {reverse: true});
    const built = uptake(join(folder, "two"), ["build", "--threads", "1"], {
      TZ: "Pacific/Auckland",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8"
    });
    expect(built.status).toBe(0);
    expect(hashes(join(folder, "two/dist/data"))).toEqual(undisturbed);
  });

  it("builds without any synthetic return on --origin real", async () => {
    const real = await builtProject({origin: "real"});
    const explained = uptake(real, ["explain", "APP-01", "--programme", "Teaching Assistant", "--period", "2023-24"]);
    expect(explained.stdout).toContain("4,661");
    const part = uptake(real, [
      "explain",
      "APP-01",
      "--programme",
      "Specialist Teaching Assistant",
      "--period",
      "2025-26"
    ]);
    expect(part.stdout).toContain("2,517");
    expect(part.stdout).toContain("part year (August to April)");
    expect(uptake(real, ["status", "--json"]).stdout).not.toContain('"origin": "synthetic"');
  }, 600_000);

  it("says in one line what is wrong, and leaves what was published as it was", () => {
    const refused = uptake(join(folder, "one"), ["build", "--as-at", "30 June"]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("Expected a date such as 2004-06-30.");
    expect(refused.stderr).not.toMatch(/\n\s+at /);
    expect(hashes(join(folder, "one/dist/data"))).toEqual(undisturbed);
  });
});

describe("what enrolments say of persons", () => {
  it("stays out of the warehouse and of everything published", async () => {
    const root = join(folder, "one");
    const tokens = personalTexts(join(root, "data/returns/enrolment/2003-04"));
    expect(tokens.length).toBeGreaterThan(50);
    expect(heldIn(tokens.join("\n"), tokens).size).toBe(tokens.length);
    for (const file of [...filesBelow(join(root, "dist")), join(root, "build/warehouse.duckdb")])
      expect([...heldIn(readFileSync(file, "latin1"), tokens)], file).toEqual([]);
    expect([...heldIn(await warehouseText(join(root, "build/warehouse.duckdb")), tokens)]).toEqual([]);
  });
});

/** Names, learner references and postcodes of eight characters and more, as the senders wrote them. */
function personalTexts(enrolments: string): string[] {
  const found = new Set<string>();
  for (const file of filesBelow(enrolments)) {
    const rows = parse(readFileSync(file, "latin1"), {
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      relax_quotes: true
    });
    for (const row of rows) for (const cell of row.slice(1, 5)) if (/^[A-Z][\w '-]{7,}$/.test(cell)) found.add(cell);
    for (const cell of rows.flat()) if (/^Q[A-Z]\d \d[A-Z]{2}$/.test(cell)) found.add(cell);
  }
  const headings = new Set(
    Object.values(enrolment.schema.shape).flatMap((schema) => [
      columnMeta(schema, "").title,
      ...(columnMeta(schema, "").headers ?? [])
    ])
  );
  return [...found].filter((text) => !headings.has(text));
}

/** Every text that a warehouse holds, read through SQL, since its file is compressed. */
async function warehouseText(path: string): Promise<string> {
  const {connection, close} = await openWarehouse(path);
  const tables = await query(
    connection,
    "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('raw', 'marts', 'published')"
  );
  const texts: string[] = [];
  for (const {name} of tables) texts.push(JSON.stringify(await query(connection, `from ${name}`)));
  close();
  return texts.join("\n");
}

function filesBelow(place: string): string[] {
  return readdirSync(place, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
