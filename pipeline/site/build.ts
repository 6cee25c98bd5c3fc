import {type ChildProcess, fork} from "node:child_process";
import {cpSync, existsSync, mkdirSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {type AtExit, neverExits} from "../atExit.js";
import {UserError} from "../error.js";
import type {Log} from "../log.js";
import {citePages} from "./citations.js";
import {finishPages} from "./finish.js";
import {KEPT, placeKept} from "./kept.js";
import {bundleLibraries} from "./libraries.js";
import {stayOffline} from "./offline.js";

export interface SiteOptions {
  workFolder: string; // emptied first; pages and data are put together here
  dataFolder: string; // the published tables as Arrow files
  outputFolder: string; // where the site goes; emptied first
  log: Log;
  atExit?: AtExit;
}

const MACHINERY = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const require = createRequire(import.meta.url);
const FRAMEWORK = join(dirname(require.resolve("@observablehq/framework/package.json")), "dist");

/** Builds the site from the pages in `src` and the published tables, with one run of Framework and no network. */
export async function buildSite({workFolder, dataFolder, outputFolder, log, atExit}: SiteOptions): Promise<void> {
  const pages = join(MACHINERY, "src");
  rmSync(workFolder, {recursive: true, force: true});
  rmSync(outputFolder, {recursive: true, force: true});
  mkdirSync(workFolder, {recursive: true});
  cpSync(pages, workFolder, {recursive: true, filter: (from) => !isMade(from.slice(pages.length))});
  cpSync(dataFolder, join(workFolder, "data"), {recursive: true});
  stayOffline(workFolder, {clientFolder: join(FRAMEWORK, "client")});
  await bundleLibraries(workFolder);
  await runFramework({workFolder, outputFolder, atExit});
  copyFont(outputFolder);
  copyEngine(outputFolder);
  copyArrow(dataFolder, {outputFolder});
  placeTables(workFolder, {outputFolder});
  placeKept(outputFolder, {folder: join(workFolder, KEPT)});
  citePages(outputFolder);
  finishPages(outputFolder);
  log.note("site built");
}

/** Framework parses each page anew several times; with room for what lives briefly, that takes half the time. */
const YOUNG_SPACE = ["--max-semi-space-size=128"];

const isMade = (path: string): boolean => /^[\\/](data|\.observablehq)([\\/]|$)/.test(path);

async function runFramework({
  workFolder,
  outputFolder,
  atExit = neverExits
}: Pick<SiteOptions, "workFolder" | "outputFolder" | "atExit">): Promise<void> {
  const child = fork(fileURLToPath(new URL("framework.ts", import.meta.url)), ["build"], {
    cwd: MACHINERY,
    execArgv: [...YOUNG_SPACE, "--import", pathToFileURL(require.resolve("tsx/esm")).href],
    silent: true,
    env: {
      OBSERVABLE_TELEMETRY_DISABLE: "true",
      NO_COLOR: "1",
      UPTAKE_SITE_ROOT: workFolder,
      UPTAKE_SITE_OUTPUT: outputFolder
    }
  });
  const stay = atExit(() => child.kill());
  await ended(child).finally(stay);
}

function ended(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  child.stdout?.on("data", (text) => said.push(String(text)));
  child.stderr?.on("data", (text) => said.push(String(text)));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit) => {
      if (exit === 0) return resolve();
      reject(new UserError(`site: expected every page to build; got ${reason(said.join(""))}`));
    });
  });
}

/** The line of Framework's output that says what went wrong. */
function reason(said: string): string {
  const lines = said.split("\n").map((line) => line.trim());
  const line = lines.find((text) => /error:/i.test(text)) ?? lines.findLast((text) => text !== "");
  return line?.replace(/^(?:unexpected )?\w*error:\s*/i, "") ?? "no reason";
}

/** Tables of pages keep their names and stand at one address, so that a link to one holds from release to release. */
function placeTables(workFolder: string, {outputFolder}: {outputFolder: string}): void {
  cpSync(join(workFolder, "data", "tables"), join(outputFolder, "data", "tables"), {recursive: true});
  rmSync(join(outputFolder, "_file", "data", "tables"), {recursive: true, force: true});
  const reports = join(workFolder, "data", "reports");
  if (existsSync(reports)) cpSync(reports, join(outputFolder, "reports"), {recursive: true});
}

function copyFont(outputFolder: string): void {
  const file = "source-sans-3-latin-wght-normal.woff2";
  mkdirSync(join(outputFolder, "fonts"), {recursive: true});
  cpSync(
    join(dirname(require.resolve("@fontsource-variable/source-sans-3")), "files", file),
    join(outputFolder, "fonts", file)
  );
}

/** The published tables for scripts of pages, each at one address. */
function copyArrow(dataFolder: string, {outputFolder}: {outputFolder: string}): void {
  cpSync(dataFolder, join(outputFolder, "_arrow"), {
    recursive: true,
    filter: (from) => from === dataFolder || from.endsWith(".arrow")
  });
}

/** The database of the SQL console, and the worker that it runs in: the one build that every browser of today runs. */
function copyEngine(outputFolder: string): void {
  mkdirSync(join(outputFolder, "_duckdb"), {recursive: true});
  for (const file of ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"])
    cpSync(require.resolve(`@duckdb/duckdb-wasm/dist/${file}`), join(outputFolder, "_duckdb", file));
}
