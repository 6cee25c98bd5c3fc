import {resolve} from "node:path";
import {Argument, type Command, Option} from "commander";
import {
  type AuditFlags,
  type Machine,
  published,
  type ReportFlags,
  type ReportName,
  runAudit,
  runReport
} from "./actions.js";
import {UserError} from "./error.js";
import {examples} from "./releaseVerbs.js";
import {filledText} from "./values.js";

/** What a verb acts on. */
export interface VerbOptions {
  root: () => string; // the project's folder, once the words are read
  machine: Machine;
}

/** Adds the verbs that read what came in and what was published: they change neither. */
export function addReadingVerbs(program: Command, options: VerbOptions & {collections: readonly string[]}): void {
  addStatus(program, options);
  addExplain(program, options);
  addReport(program, options);
  addAudit(program, options);
}

/** Returns the option that names a collection; `collections` are offered as choices where any are given. */
export function collectionOption(description: string, collections: readonly string[]): Option {
  const option = new Option("--collection <name>", description);
  return collections.length === 0 ? option : option.choices(collections);
}

function addStatus(
  program: Command,
  {root, collections, machine}: VerbOptions & {collections: readonly string[]}
): void {
  program
    .command("status")
    .description("say which senders have reported what")
    .addOption(collectionOption("one collection", collections))
    .option("--sender <code>", "one sender", filledText)
    .addOption(
      new Option("--file <address>", "what is wrong in one file: every held row with its place, code and remedy")
        .argParser(filledText)
        .conflicts(["collection", "sender"])
    )
    .addOption(new Option("--csv", "with --file, say it as CSV").conflicts(["json", "collection", "sender"]))
    .option("--json", "say it as JSON")
    .addHelpText("after", examples("uptake status --sender LLSC01", `uptake status --file ${ADDRESS} --csv`))
    .action(async ({json, file, csv, ...options}: StatusFlags) => {
      if (csv && file === undefined) throw new UserError("--csv: expected --file beside it; got none.", {exitCode: 2});
      if (file !== undefined) {
        const {reportCsv, reportFile, reportText} = await import("./ingest/report.js");
        const report = await reportFile(resolve(root(), "build", "warehouse.duckdb"), file);
        machine.say(json ? JSON.stringify(report, null, 2) : csv ? reportCsv(report) : reportText(report));
        return;
      }
      const {formatStatus, status} = await import("./status.js");
      const result = await status(await published(root()), options);
      machine.say(json ? JSON.stringify(result, null, 2) : formatStatus(result));
    });
}

function addExplain(program: Command, {root, machine}: VerbOptions): void {
  program
    .command("explain")
    .description("print a figure and its chain: definition, model, returns with their hashes")
    .argument("<indicator>", "its identifier, such as APP-01", filledText)
    .option("--area <area>", "code or name of the area; defaults to England", filledText)
    .option("--role <role>", "identifier or name of the role", filledText)
    .option("--route <route>", "identifier of the route", filledText)
    .option("--programme <programme>", "identifier or name of the programme", filledText)
    .option("--period <period>", "2003-04 for a year, 2004-01 for a month", filledText)
    .option("--category <category>", "category of a breakdown, such as a provider type", filledText)
    .option("--operator", "count the rows of each return exactly, from the warehouse of this machine")
    .option("--vintages", "print instead what each sealed release said of it")
    .option("--json", "say it as JSON")
    .addHelpText("after", examples("uptake explain UPT-01", EXPLAIN, "uptake explain UPT-01 --vintages"))
    .action(async (indicator: string, {json, operator, vintages: isOverTime, ...options}: ExplainFlags) => {
      if (isOverTime) {
        const {vintages, vintagesText} = await import("./release/vintages.js");
        const figures = await vintages(resolve(root(), "releases"), {indicator, ...options});
        machine.say(json ? JSON.stringify(figures, null, 2) : vintagesText(indicator, figures));
        return;
      }
      const {explain, formatExplanation} = await import("./explain.js");
      const warehouse = operator ? resolve(root(), "build", "warehouse.duckdb") : undefined;
      const result = await explain(await published(root()), {indicator, ...options, warehouse});
      machine.say(json ? JSON.stringify(result, null, 2) : formatExplanation(result));
    });
}

function addReport(program: Command, {root, machine}: VerbOptions): void {
  program
    .command("report")
    .description("write reports for print from what was last built")
    .addArgument(new Argument("<name>", "which report").choices(["july-progress", "area"]))
    .option("--area <area>", "with area: code or name of one region or local LSC", filledText)
    .addOption(new Option("--all", "with area: every region and local LSC").conflicts("area"))
    .option("--out <folder>", "where they go", filledText, ".")
    .option("--json", "say the result as JSON")
    .addHelpText("after", examples("uptake report july-progress", "uptake report area --all --out ../packs"))
    .action((name: ReportName, options: ReportFlags) => runReport(name, {root: root(), ...options, machine}));
}

function addAudit(program: Command, {root, machine}: VerbOptions): void {
  program
    .command("audit")
    .description("attack published files, and nothing else: say what can be worked out of them that should not be")
    .argument("[folder]", "their folder of data; defaults to what the project has published last", filledText)
    .option("--previous <folder>", "folder of data of the release before, which an attacker has too", filledText)
    .option("--json", "say it as JSON, with the hash of every file that was read")
    .addHelpText(
      "after",
      `${examples("uptake audit", "uptake audit dist/data --previous ../2004-03/data")}\n\n${AUDIT}`
    )
    .action((folder: string | undefined, options: AuditFlags) => runAudit(folder, {root: root(), ...options, machine}));
}

const ADDRESS = "staff_questionnaire/2004-03/LLSC01.csv";
const EXPLAIN = 'uptake explain APP-01 --programme "Teaching Assistant" --period 2023-24';
const AUDIT = "Ends with 0 where they are safe, and with 1 where they are not.";

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
  vintages?: boolean;
  json?: boolean;
}
