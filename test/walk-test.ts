import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {hashes, smallProject} from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-walk-"));
let undisturbed: Record<string, string> | undefined;

function uptake(root: string, args: readonly string[], environment: Record<string, string> = {}) {
  return spawnSync(process.execPath, [resolve("bin/uptake.js"), "--root", root, ...args], {
    encoding: "utf8",
    env: {...process.env, ...environment}
  });
}

beforeAll(() => {
  smallProject(join(folder, "one"));
  const built = uptake(join(folder, "one"), ["build"], {TZ: "UTC", LANG: "C"});
  expect(built.stderr + built.stdout).toContain("rows read");
  undisturbed = hashes(join(folder, "one/dist/data"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("uptake build", () => {
  it("gives the same bytes a second time", () => {
    expect(uptake(join(folder, "one"), ["build"]).status).toBe(0);
    expect(hashes(join(folder, "one/dist/data"))).toEqual(undisturbed);
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

  it("builds without any synthetic return on --origin real", () => {
    smallProject(join(folder, "real"));
    expect(uptake(join(folder, "real"), ["build", "--origin", "real"]).stderr).not.toContain("fault in the program");
    const explained = uptake(join(folder, "real"), [
      "explain",
      "APP-01",
      "--programme",
      "Teaching Assistant",
      "--period",
      "2023-24"
    ]);
    expect(explained.stdout).toContain("4,661");
    expect(uptake(join(folder, "real"), ["status", "--json"]).stdout).not.toContain('"origin": "synthetic"');
  });

  it("says in one line what is wrong, and leaves what was published as it was", () => {
    const refused = uptake(join(folder, "one"), ["build", "--as-at", "30 June"]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("Expected a date such as 2004-06-30.");
    expect(refused.stderr).not.toMatch(/\n\s+at /);
    expect(hashes(join(folder, "one/dist/data"))).toEqual(undisturbed);
  });
});
