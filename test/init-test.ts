import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {initProject} from "../pipeline/init.js";

const root = mkdtempSync(join(tmpdir(), "uptake-init-"));

afterAll(() => rmSync(root, {recursive: true, force: true}));

describe("initProject(folder, {from})", () => {
  it("copies the reference tables, but no notice: none of its releases has been corrected", () => {
    const from = join(root, "reference");
    const project = join(root, "project");
    cpSync("data/reference", from, {recursive: true});
    const heading = "notice_id,notice_date,corrects_release,page,text,source\n";
    writeFileSync(join(from, "notices.csv"), `${heading}N01,2004-08-02,2004-06,uptake,It was wrong,the team\n`);
    initProject(project, {from});
    const read = (file: string): string => readFileSync(join(project, "data/reference", file), "utf8");
    expect(read("notices.csv")).toBe(heading);
    expect(read("areas.csv")).toBe(readFileSync("data/reference/areas.csv", "utf8"));
  });
});
