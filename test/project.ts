import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {madeOnce} from "./madeOnce.js";

export interface SmallProjectOptions {
  every?: number; // how many synthetic returns there are to one that is kept; 30 when not given
  reverse?: boolean; // whether the ledger lists them from the last to the first
}

/**
 * Makes a project in `folder` from the shipped one: all reference tables and corrections, the real returns, and every
 * thirtieth synthetic one or fewer, so that a build is quick.
 */
export function smallProject(folder: string, {every = 30, reverse = false}: SmallProjectOptions = {}): void {
  cpSync("data/reference", join(folder, "data/reference"), {recursive: true});
  cpSync("data/corrections", join(folder, "data/corrections"), {recursive: true});
  const [header = "", ...lines] = readFileSync("data/returns/ledger.csv", "utf8").trimEnd().split("\n");
  const kept = lines.filter((line, index) => line.startsWith("apprenticeships/") || index % every === 0);
  for (const line of kept) {
    const file = line.split(",")[0] ?? "";
    mkdirSync(dirname(join(folder, "data/returns", file)), {recursive: true});
    cpSync(join("data/returns", file), join(folder, "data/returns", file));
  }
  if (reverse) kept.reverse();
  writeFileSync(join(folder, "data/returns/ledger.csv"), `${[header, ...kept].join("\n")}\n`);
}

/** Returns a small project that was built, once for all tests of a run; who would change it takes a copy. */
export function builtProject({origin = "all"}: {origin?: "all" | "real"} = {}): Promise<string> {
  return madeOnce(`small-${origin}`, (folder) => {
    smallProject(folder);
    const words = [resolve("bin/uptake.js"), "--root", folder, "build", "--origin", origin];
    const environment = {...process.env, TZ: "UTC", LANG: "C", NO_COLOR: "1"};
    const {status, stdout, stderr} = spawnSync(process.execPath, words, {encoding: "utf8", env: environment});
    if (status !== 0 || !stdout.includes("rows read"))
      throw new Error(`invalid build of ${origin} returns: ${status} ${stdout}${stderr}`);
  });
}

/** Returns the SHA-256 of each file below a folder, by its path from there; an absent folder is undefined. */
export function hashes(folder: string): Record<string, string> | undefined {
  try {
    const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
    return Object.fromEntries(
      paths.map((path) => [relative(folder, path), createHash("sha256").update(readFileSync(path)).digest("hex")])
    );
  } catch {
    return undefined;
  }
}
