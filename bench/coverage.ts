import {spawn} from "node:child_process";
import {appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {UserError} from "../pipeline/error.js";
import {openSurvey, type SeedResult} from "./coverageSeed.js";
import {type Coverage, summarise} from "./coverageSummary.js";
import {coverageTable} from "./coverageTable.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const {values} = parseArgs({
  options: {
    seeds: {type: "string", default: "200"},
    from: {type: "string", default: "1"},
    processes: {type: "string", default: "1"},
    results: {type: "string", default: join(ROOT, "build", "coverage.jsonl")}, // one line a seed; a run goes on from it
    out: {type: "string"}, // the reference table to write
    summarise: {type: "boolean", default: false}, // computes nothing
    only: {type: "string"} // seeds of one of several processes
  }
});

const count = whole("seeds", values.seeds);
const from = whole("from", values.from);
const seeds = Array.from({length: count}, (_, index) => from + index);

try {
  if (values.only !== undefined) await compute(values.only.split(",").map(Number));
  else {
    if (!values.summarise) await computeMissing();
    const results = complete();
    const rows = summarise(results);
    print(rows);
    if (values.out !== undefined) writeFileSync(values.out, coverageTable(rows, {from, count, code: codeOf(results)}));
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Seeds computed by other code are computed again. */
async function computeMissing(): Promise<void> {
  const survey = await openSurvey(ROOT);
  survey.close();
  const done = new Set(readResults().flatMap(({seed, code}) => (code === survey.code ? [seed] : [])));
  const missing = seeds.filter((seed) => !done.has(seed));
  const processes = Math.min(whole("processes", values.processes), missing.length);
  if (processes <= 1) return await compute(missing);
  const shares = Array.from({length: processes}, (_, share) => missing.filter((_, at) => at % processes === share));
  await Promise.all(shares.map(computeElsewhere));
}

async function compute(of: readonly number[]): Promise<void> {
  if (of.length === 0) return;
  const survey = await openSurvey(ROOT);
  mkdirSync(dirname(values.results), {recursive: true});
  for (const seed of of) {
    appendFileSync(values.results, `${JSON.stringify(await survey.run(seed))}\n`);
    console.log(`seed ${seed}`);
  }
  survey.close();
}

async function computeElsewhere(of: readonly number[]): Promise<void> {
  const args = ["--import", "tsx", fileURLToPath(import.meta.url), "--only", of.join(","), "--results", values.results];
  const child = spawn(process.execPath, args, {stdio: "inherit"});
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (status) => (status === 0 ? resolve() : reject(new Error(`failed process: ${status}`))));
  });
}

/** A line cut short by an interruption is no result. */
function readResults(): SeedResult[] {
  if (!existsSync(values.results)) return [];
  return readFileSync(values.results, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("]}"))
    .map((line) => JSON.parse(line) as SeedResult);
}

/** Returns one result for each seed asked for, all by the code that computed the last of them. */
function complete(): SeedResult[] {
  const results = readResults();
  const code = results.filter(({seed}) => seeds.includes(seed)).at(-1)?.code;
  const bySeed = new Map(results.flatMap((result) => (result.code === code ? [[result.seed, result]] : [])));
  const missing = seeds.filter((seed) => !bySeed.has(seed));
  if (missing.length > 0)
    throw new UserError(
      `${values.results}: expected the seeds ${from} to ${from + count - 1} by one version of the code; got none for ${missing.length} of them, first ${missing[0]}. Run without --summarise to compute them.`
    );
  return seeds.flatMap((seed) => bySeed.get(seed) ?? []);
}

function codeOf([first]: readonly SeedResult[]): string {
  if (!first) throw new Error("missing result: 0");
  return first.code;
}

function whole(option: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UserError(`--${option}: expected a whole number from 1; got ${text}.`);
  return Number(text);
}

function print(rows: readonly Coverage[]): void {
  for (const {indicator, kind, intervals, percent, lower, upper, bias, errorRatio} of rows) {
    const held = `${percent.toFixed(1)} % (${lower.toFixed(1)} to ${upper.toFixed(1)}) of ${intervals}`;
    const rest = `bias ${bias.toFixed(2)}, error ${errorRatio?.toFixed(2) ?? "–"}`;
    console.log(`${indicator}  ${kind.padEnd(12)} ${held.padEnd(36)} ${rest}`);
  }
}
