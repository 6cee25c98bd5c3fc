import {resolve} from "node:path";
import {Command, CommanderError, InvalidArgumentError, Option} from "commander";
import pc from "picocolors";
import {COLLECTIONS} from "./contracts/collections.js";
import {UserError} from "./error.js";
import {explain, formatExplanation} from "./explain.js";
import {receive} from "./ingest/receive.js";
import {reportCsv, reportFile, reportText} from "./ingest/report.js";
import {initProject} from "./init.js";
import {progressLog} from "./progress.js";
import {type BuildResult, build, publishedFolder} from "./run.js";
import {simulate} from "./simulate/simulate.js";
import {serve} from "./site/serve.js";
import {formatStatus, status} from "./status.js";

const EXIT_CODES = `
Exit codes:
  0    done
  1    the input or the release is refused; the line above says what and where
  2    the command was not understood
  3    a fault in the program itself
  130  interrupted`;

const COLLECTION_NAMES = COLLECTIONS.map(({collection}) => collection);

/** Returns the command line, complete with help; nothing runs before `parseAsync`. */
export function commandLine(): Command {
  const program = new Command("uptake")
    .description("From returns about the training of school support staff to published figures.")
    .version("0.1.0")
    .option("--root <folder>", "the project's folder", ".")
    .addHelpText("after", EXIT_CODES)
    .exitOverride();
  const root = (): string => resolve(program.opts<{root: string}>().root);

  buildOptions(program.command("start").description("build everything, then serve the site on a local address"))
    .option("--no-serve", "end after the build (also where there is no terminal)")
    .option("--port <number>", "first port to try", portNumber, 4173)
    .action(async (options: BuildFlags & {serve: boolean; port: number}) => {
      const result = await runBuild(root(), options);
      if (options.serve && process.stdout.isTTY) await runServe(result.dist, options.port);
    });

  buildOptions(program.command("build").description("take the returns to published files and the site"))
    .option("--json", "say the result as JSON")
    .action(async (options: BuildFlags) => void (await runBuild(root(), options)));

  program
    .command("serve")
    .description("serve the site that was last built on a local address")
    .option("--port <number>", "first port to try", portNumber, 4173)
    .action(async ({port}: {port: number}) => {
      published(root());
      await runServe(resolve(root(), "dist"), port);
    });

  program
    .command("receive <file>")
    .description("copy a return in and record it in the ledger")
    .addOption(
      new Option("--collection <name>", "what it is a return of").choices(COLLECTION_NAMES).makeOptionMandatory()
    )
    .requiredOption("--period <period>", "2003-04 for a year, 2004-01 for a month")
    .requiredOption("--sender <code>", "code of the body that sends it")
    .requiredOption("--received <date>", "date of receipt, 2004-04-12", dateText)
    .addOption(new Option("--origin <origin>", "real or synthetic").choices(["real", "synthetic"]).default("real"))
    .option("--publisher <name>", "who sent or published it; defaults to the sender's code")
    .option("--url <address>", "where it was published")
    .option("--licence <name>", "its licence", "not stated")
    .option("--json", "say the result as JSON")
    .action(async (file: string, options: ReceiveFlags) => {
      const result = await receive(resolve(file), {
        ...options,
        publisher: options.publisher ?? options.sender,
        url: options.url ?? "",
        returnsFolder: resolve(root(), "data", "returns"),
        referenceFolder: resolve(root(), "data", "reference")
      });
      say(options.json ? JSON.stringify(result, null, 2) : result.text);
    });

  program
    .command("status")
    .description("say which senders have reported what")
    .addOption(new Option("--collection <name>", "one collection").choices(COLLECTION_NAMES))
    .option("--sender <code>", "one sender")
    .option("--file <address>", "what is wrong in one file: every held row with its place, code and remedy")
    .option("--csv", "with --file, say it as CSV")
    .option("--json", "say it as JSON")
    .action(async ({json, file, csv, ...options}: StatusFlags) => {
      if (file !== undefined) {
        const report = await reportFile(resolve(root(), "build", "warehouse.duckdb"), file);
        say(json ? JSON.stringify(report, null, 2) : csv ? reportCsv(report) : reportText(report));
        return;
      }
      const result = await status(published(root()), options);
      say(json ? JSON.stringify(result, null, 2) : formatStatus(result));
    });

  program
    .command("explain <indicator>")
    .description("print a figure and its chain: definition, model, returns with their hashes")
    .option("--area <area>", "code or name of the area; defaults to England")
    .option("--role <role>", "identifier or name of the role")
    .option("--route <route>", "identifier of the route")
    .option("--programme <programme>", "identifier or name of the programme")
    .option("--period <period>", "2003-04 for a year, 2004-01 for a month")
    .option("--category <category>", "category of a breakdown, such as a provider type")
    .option("--operator", "count the rows of each return exactly, from the warehouse of this machine")
    .option("--json", "say it as JSON")
    .action(async (indicator: string, {json, operator, ...options}: ExplainFlags) => {
      const warehouse = operator ? resolve(root(), "build", "warehouse.duckdb") : undefined;
      const result = await explain(published(root()), {indicator, ...options, warehouse});
      say(json ? JSON.stringify(result, null, 2) : formatExplanation(result));
    });

  program
    .command("simulate")
    .description("write the declared synthetic returns of 2003-04")
    .option("--seed <number>", "seed of the random numbers", wholeNumber, 2004)
    .option("--scale <number>", "size of the data; 1 is about 5 MB", positiveNumber, 1)
    .requiredOption("--out <folder>", "where the returns and their ledger go")
    .action(async ({seed, scale, out}: {seed: number; scale: number; out: string}) => {
      const referenceFolder = resolve(root(), "data", "reference");
      const result = await simulate({seed, scale, referenceFolder, out: resolve(out)});
      say(`${result.files.toLocaleString("en-GB")} synthetic returns written to ${out}`);
    });

  program
    .command("init <folder>")
    .description("start an empty project with the same machinery")
    .action((folder: string) => {
      initProject(resolve(folder));
      say(`An empty project stands in ${folder}; its README.md says what to do next.`);
    });

  return program;
}

interface BuildFlags {
  asAt?: string;
  origin: "all" | "real";
  threads: number;
  json?: boolean;
}
interface ReceiveFlags {
  collection: string;
  period: string;
  sender: string;
  received: string;
  origin: "real" | "synthetic";
  publisher?: string;
  url?: string;
  licence: string;
  json?: boolean;
}
interface StatusFlags {
  collection?: string;
  sender?: string;
  file?: string;
  csv?: boolean;
  json?: boolean;
}
interface ExplainFlags {
  area?: string;
  role?: string;
  route?: string;
  programme?: string;
  period?: string;
  category?: string;
  operator?: boolean;
  json?: boolean;
}

function buildOptions(command: Command): Command {
  return command
    .option(
      "--as-at <date>",
      "build from what had been received by this date; otherwise each page has its own",
      dateText
    )
    .addOption(
      new Option("--origin <origin>", "'real' builds without any synthetic return")
        .choices(["all", "real"])
        .default("all")
    )
    .option("--threads <number>", "threads for the warehouse; never changes a figure", wholeNumber, 2);
}

async function runBuild(root: string, {json, ...options}: BuildFlags): Promise<BuildResult> {
  const log = progressLog(process.stderr);
  try {
    const result = await build({root, ...options, environment: process.env, log});
    log.close();
    say(json ? JSON.stringify(result, null, 2) : summary(result));
    return result;
  } finally {
    log.close();
  }
}

function summary({files, rowsRead, rowsAccepted, rowsHeld, figures, dist}: BuildResult): string {
  const number = (of: number): string => of.toLocaleString("en-GB");
  return [
    `${number(files)} returns: ${number(rowsRead)} rows read = ${number(rowsAccepted)} accepted + ${number(rowsHeld)} held`,
    `${number(figures)} figures published; the site stands in ${dist}`
  ].join("\n");
}

async function runServe(folder: string, port: number): Promise<void> {
  const server = await serve(folder, {port});
  say(`${pc.bold("Uptake")} is at ${pc.cyan(server.url)} (Ctrl+C ends it)`);
  await new Promise<void>((end) => process.once("SIGINT", end));
  await server.close();
}

function published(root: string): string {
  const folder = publishedFolder(root);
  if (!folder)
    throw new UserError(`${root}: expected published files in dist; found none. Run \`uptake build\` first.`);
  return folder;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function dateText(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) !== text)
    throw new InvalidArgumentError("Expected a date such as 2004-06-30.");
  return text;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

function positiveNumber(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0 || number > 1000)
    throw new InvalidArgumentError("Expected a number above 0, at most 1000.");
  return number;
}

function portNumber(text: string): number {
  const number = wholeNumber(text);
  if (number < 1 || number > 65535) throw new InvalidArgumentError("Expected a port from 1 to 65535.");
  return number;
}

/** Runs the command line and returns its exit code; an error for people is one line on standard error. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    await commandLine().parseAsync(argv, {from: "user"});
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      process.stderr.write(`${pc.red("uptake:")} ${error.message}\n`);
      return error.exitCode;
    }
    process.stderr.write(
      `${pc.red("uptake: a fault in the program:")} ${error instanceof Error ? error.message : String(error)}\n`
    );
    if (process.env.UPTAKE_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : ""}\n`);
    return 3;
  }
}
