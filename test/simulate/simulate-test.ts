import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readLedger} from "../../pipeline/ingest/ledger.js";
import {simulate} from "../../pipeline/simulate/simulate.js";

const COMMITTED = "data/returns";
const REAL = "apprenticeships/2022_2026/dfe_all.csv";
const out = mkdtempSync(join(tmpdir(), "uptake-simulate-"));
const written = readLedger(COMMITTED).filter(({origin}) => origin === "synthetic");

beforeAll(async () => {
  process.env.TZ = "Pacific/Auckland";
  mkdirSync(join(out, "school_frame", "2004-03"), {recursive: true});
  writeFileSync(join(out, "school_frame/2004-03/LLSC99.csv"), "of an earlier run\n");
  const real = readFileSync(join(COMMITTED, "ledger.csv"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("file,") || line.startsWith(REAL));
  const stale = `school_frame/2004-03/LLSC99.csv,${"0".repeat(64)},2004-04-01,synthetic,Someone,,CC0-1.0`;
  writeFileSync(join(out, "ledger.csv"), `${[...real, stale].join("\n")}\n`);
  await simulate({seed: 2004, scale: 1, referenceFolder: "data/reference", out});
}, 300_000);

afterAll(() => {
  delete process.env.TZ;
  rmSync(out, {recursive: true, force: true});
});

describe("simulate(options)", () => {
  it("writes the committed returns again, byte for byte", () => {
    const different = written.filter(({file}) => {
      const path = join(out, file);
      return !existsSync(path) || !readFileSync(path).equals(readFileSync(join(COMMITTED, file)));
    });
    expect(different.map(({file}) => file)).toEqual([]);
    expect(written.length).toBeGreaterThan(700);
  });

  it("lists the same files, with the same hashes and dates, and keeps the lines of real returns", () => {
    const again = readLedger(out);
    expect(again.filter(({origin}) => origin === "real").map(({file}) => file)).toEqual([REAL]);
    const plain = (of: typeof again) =>
      of
        .filter(({origin}) => origin === "synthetic")
        .map(({file, sha256, receivedDate}) => [file, sha256, receivedDate]);
    expect(plain(again)).toEqual(plain(written));
  });

  it("removes the synthetic returns of an earlier run", () => {
    expect(existsSync(join(out, "school_frame/2004-03/LLSC99.csv"))).toBe(false);
  });

  it("says of every file that it is synthetic and free to use", () => {
    expect(new Set(written.map(({publisher}) => publisher))).toEqual(new Set(["Uptake simulator (synthetic)"]));
    expect(new Set(written.map(({licence}) => licence))).toEqual(new Set(["CC0-1.0"]));
  });

  it("stays near five megabytes", () => {
    const bytes = written.reduce((sum, {file}) => sum + readFileSync(join(COMMITTED, file)).length, 0);
    expect(bytes).toBeGreaterThan(4_000_000);
    expect(bytes).toBeLessThan(6_500_000);
  });
});
