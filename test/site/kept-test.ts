import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {keeper, placeKept} from "../../pipeline/site/kept.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "uptake-kept-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

describe("placeKept(site, options)", () => {
  it("puts each part where it was taken from, whatever characters it has", () => {
    const keep = keeper(join(folder, "kept"));
    const [first, second] = [keep("<table>$1 & $&</table>"), keep("<svg></svg>")];
    writeFileSync(join(folder, "index.html"), `<p>${second}</p>${first}`);
    placeKept(folder, {folder: join(folder, "kept")});
    expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("<p><svg></svg></p><table>$1 & $&</table>");
  });
});
