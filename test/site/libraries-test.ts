import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {bundleLibraries} from "../../pipeline/site/libraries.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-libraries-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const files = (of: string): string[] =>
  readdirSync(of, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();

describe("bundleLibraries(workFolder)", () => {
  it("leaves each library as one file that imports nothing, where Framework looks, the same bytes each time", async () => {
    const [first, second] = [join(folder, "first"), join(folder, "second")];
    await bundleLibraries(first);
    await bundleLibraries(second);
    expect(createRequire(join(first, "page.js")).resolve("apache-arrow")).toContain("apache-arrow");
    const made = files(first);
    expect(made.map((file) => file.slice(first.length).replace(/@\d+\.\d+\.\d+\//, "@version/"))).toEqual([
      "/.observablehq/cache/_node/@duckdb/duckdb-wasm@version/index.js",
      "/.observablehq/cache/_node/apache-arrow@version/index.js"
    ]);
    for (const [index, file] of made.entries()) {
      const text = readFileSync(file, "utf8");
      expect(text).not.toMatch(/\bimport\s*["'{*]|\bfrom\s*["']/);
      expect(text).toBe(readFileSync(files(second)[index] ?? "", "utf8"));
    }
  });
});
