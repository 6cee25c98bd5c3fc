import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {silent} from "../../pipeline/log.js";
import {buildSite} from "../../pipeline/site/build.js";
import {PAGES} from "../../src/pages/pages.js";
import {writeSample} from "../browser/sample.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-build-"));
const at = (name: string): string => join(folder, name);
const read = (site: string, page: string): string => readFileSync(join(at(site), `${page}.html`), "utf8");

async function built(site: string, {origin}: {origin: "all" | "real"}): Promise<void> {
  writeSample(at(`${site}-data`), {root: resolve("."), origin});
  await buildSite({
    workFolder: at(`${site}-work`),
    dataFolder: at(`${site}-data`),
    outputFolder: at(site),
    log: silent
  });
}

beforeAll(async () => {
  await built("all", {origin: "all"});
  await built("real", {origin: "real"});
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("buildSite(options)", () => {
  it("writes every page with its figures, no script and no address elsewhere", () => {
    for (const page of ["index", "progress", "today", "methods", "404"]) {
      const html = read("all", page);
      expect(html).toContain('<html lang="en-GB">');
      expect(html).not.toMatch(/<script|\{\{|(src|href)="https?:/);
    }
    expect(read("all", "index")).toContain("Of the plan’s five numbered targets, one is off course");
    expect(read("all", "progress")).toContain("1,540 of around 7,000");
  });

  it("leaves nothing that pages do not use", () => {
    const top = [...new Set(PAGES.map(({path}) => path.split("/")))]
      .map(([first = "", ...rest]) => (rest.length === 0 ? `${first}.html` : first))
      .filter((name) => name !== "areas"); // the release of the test has no areas
    const kept = ["404.html", "_arrow", "_duckdb", "_file", "_import", "_node", "data", "fonts"];
    expect(readdirSync(at("all")).toSorted()).toEqual([...new Set([...top, ...kept])].toSorted());
    expect(existsSync(join(at("all"), "fonts", "source-sans-3-latin-wght-normal.woff2"))).toBe(true);
  });

  it("names a download of synthetic figures so", () => {
    expect(read("all", "progress")).toContain('download="targets-synthetic.csv"');
    expect(read("real", "progress")).toContain('download="targets.csv"');
  });

  it("builds without any synthetic return, and then has no banner", () => {
    for (const page of ["index", "progress", "today", "methods"]) {
      expect(read("real", page)).not.toContain("Synthetic returns");
      expect(read("real", page)).not.toContain("in the synthetic returns");
    }
    expect(read("real", "index")).toContain("cannot be judged");
    expect(read("real", "today")).toContain("4,577");
  });

  it("fails in one line where the published tables are missing", async () => {
    const options = {workFolder: at("work"), dataFolder: at("all"), outputFolder: at("out"), log: silent};
    await expect(buildSite(options)).rejects.toThrow(
      /^site: expected every page to build; got (?!unexpected).*indicators\.arrow/i
    );
  });
});
