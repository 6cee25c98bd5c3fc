import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import type {Verification} from "../../pipeline/release/verify.js";
import {smallProject} from "../project.js";

const root = mkdtempSync(join(tmpdir(), "uptake-rebuild-"));

afterAll(() => rmSync(root, {recursive: true, force: true}));

describe("uptake verify", () => {
  it("builds a sealed release again, elsewhere on the machine, and every byte of its site agrees", () => {
    smallProject(root);
    const before = uptake("build", "--origin", "real");
    expect(before.status, before.stderr).toBe(0);
    expect(uptake("release", "2004-06").status).toBe(0);
    const taken = uptake("release", "2004-06");
    expect(taken.status).toBe(1);
    expect(taken.stderr).toMatch(/^uptake: .*a name that is not taken[^\n]*\n$/);
    const verified = uptake("verify", "2004-06", "--json");
    const {faults, missing, rebuild} = JSON.parse(verified.stdout) as Verification;
    expect({faults, missing, rebuild}).toEqual({faults: [], missing: [], rebuild: "every byte agrees"});
    expect(verified.status).toBe(0);
    expect(readdirSync(join(root, "build")).filter((name) => name.startsWith("verify-"))).toEqual([]);
    rmSync(join(root, "releases/2004-06/data/areas.csv"));
    const altered = uptake("verify", "2004-06");
    expect({status: altered.status, out: altered.stdout}).toEqual({
      status: 1,
      out: expect.stringContaining("  data/areas.csv: missing\nbuilt again: no\nNOT IN ORDER: 1 fault\n")
    });
    expect(uptake("explain", "APP-01", "--vintages").stdout).toMatch(/2004-06 \(draft\) .* first said {2}definition 1/);
  }, 600_000);
});

function uptake(...words: string[]) {
  return spawnSync(process.execPath, [resolve("bin/uptake.js"), "--root", root, ...words], {
    encoding: "utf8",
    env: {...process.env, NO_COLOR: "1"}
  });
}
