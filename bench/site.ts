import {fork} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {gzipSync} from "node:zlib";
import type {Browser} from "playwright-core";
import {silent} from "../pipeline/log.js";
import {build} from "../pipeline/run.js";
import {buildSite} from "../pipeline/site/build.js";
import {stayOffline} from "../pipeline/site/offline.js";
import {serve} from "../pipeline/site/serve.js";
import {startBrowser} from "../test/browser/chromium.js";

const LIMITS = {home: 150, page: 350, ratio: 3} as const;
const KILOBYTE = 1000;

/** Measures what each page costs its reader, gzipped, and what building the site costs beside as many empty pages. */
async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "uptake-bench-"));
  try {
    const project = join(folder, "project");
    mkdirSync(join(project, "src"), {recursive: true});
    const {dist} = await build({root: resolve("."), out: project});
    await measurePages(dist);
    await measureBuild(folder, join(project, "src", "data"));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function measurePages(dist: string): Promise<void> {
  const served = await serve(dist, {port: 4400});
  const browser = await startBrowser({folder: resolve("build/chromium")});
  const weights: {page: string; kilobytes: number}[] = [];
  for (const page of htmlFiles(dist)) weights.push({page, kilobytes: await weigh(browser, `${served.url}${page}`)});
  await browser.close();
  await served.close();
  const home = weights.find(({page}) => page === "index.html");
  const others = weights
    .filter(({page}) => !["index.html", "explore.html"].includes(page))
    .sort((a, b) => b.kilobytes - a.kilobytes);
  print(`Home                 ${home?.kilobytes.toFixed(0)} kB  (at most ${LIMITS.home})`);
  for (const {page, kilobytes} of others.slice(0, 5))
    print(`${page.padEnd(20)} ${kilobytes.toFixed(0)} kB  (at most ${LIMITS.page})`);
  const explore = weights.find(({page}) => page === "explore.html");
  print(`explore.html         ${explore?.kilobytes.toFixed(0) ?? "none"} kB  (no limit)`);
}

/** Everything that the first view of a page loads, gzipped, in kilobytes. */
async function weigh(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bodies: Promise<number>[] = [];
  page.on("response", (response) => bodies.push(response.body().then((body) => gzipSync(body).length)));
  await page.goto(url, {waitUntil: "networkidle"});
  const sizes = await Promise.all(bodies);
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0) / KILOBYTE;
}

/** Builds in turn, so that a busy machine slows both alike. */
async function measureBuild(folder: string, dataFolder: string): Promise<void> {
  const site = join(folder, "site");
  let [ours, bare, pages] = [0, 0, 0];
  for (let run = 0; run < 3; ++run) {
    ours += await seconds(() =>
      buildSite({workFolder: join(folder, "work"), dataFolder, outputFolder: site, log: silent})
    );
    pages = htmlFiles(site).length;
    const empty = emptyProject(join(folder, "empty"), pages);
    bare += await seconds(() => bareBuild(empty));
  }
  print(`site of ${pages} pages    ${(ours / 3).toFixed(1)} s`);
  print(`as many empty pages  ${(bare / 3).toFixed(1)} s`);
  print(`ratio                ${(ours / bare).toFixed(2)}  (at most ${LIMITS.ratio})`);
}

function emptyProject(folder: string, pages: number): string {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(join(folder, "src"), {recursive: true});
  for (let page = 0; page < pages; ++page)
    writeFileSync(join(folder, "src", page === 0 ? "index.md" : `page-${page}.md`), `# Page ${page}\n`);
  writeFileSync(join(folder, "observablehq.config.js"), 'export default {root: "src", globalStylesheets: []};\n');
  cpSync("package.json", join(folder, "package.json"));
  return folder;
}

function bareBuild(folder: string): Promise<void> {
  const framework = dirname(createRequire(import.meta.url).resolve("@observablehq/framework/package.json"));
  stayOffline(join(folder, "src"), {clientFolder: join(framework, "dist", "client")});
  const child = fork(join(framework, "dist", "bin", "observable.js"), ["build"], {
    cwd: folder,
    execArgv: [],
    silent: true,
    env: {OBSERVABLE_TELEMETRY_DISABLE: "true"}
  });
  return new Promise((done, fail) => {
    child.once("close", (exit) => (exit === 0 ? done() : fail(new Error("invalid project: no empty page was built"))));
  });
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const htmlFiles = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/")
    )
    .sort();

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await measure();
