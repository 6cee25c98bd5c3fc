import {resolve} from "node:path";
import {Command, Option} from "commander";
import {type BuildFlags, type Machine, published, runBuild, runServe} from "./actions.js";
import {addReadingVerbs, collectionOption, type VerbOptions} from "./readingVerbs.js";
import {addReleaseVerbs, examples} from "./releaseVerbs.js";
import {dateText, filledText, portNumber, scaleNumber, threadsNumber, wholeNumber} from "./values.js";

// What a verb needs is imported when it runs, so that help and mistakes are answered at once.

const EXIT_CODES = `
Exit codes:
  0    done
  1    the input or the release is refused; the line above says what and where
  2    the command was not understood
  3    a fault in the program itself
  130  interrupted`;

const START = `
A first walk:
  uptake init my-project                                     an empty project
  uptake --root my-project receive LLSC01.csv --collection staff_questionnaire \\
    --period 2004-03 --sender LLSC01 --received 2004-05-14   a return comes in
  uptake --root my-project start                             figures and the site

\`uptake <command> --help\` has examples of each.`;

/** Returns the command line, complete with help; `collections` are offered as choices where any are given. */
export function verbs({collections, machine}: {collections: readonly string[]; machine: Machine}): Command {
  const program = new Command("uptake")
    .description("From returns about the training of school support staff to published figures.")
    .version("0.1.0")
    .option("--root <folder>", "the project's folder", filledText, ".")
    .addHelpText("after", `${START}\n${EXIT_CODES}`)
    .showSuggestionAfterError()
    .exitOverride();
  const root = (): string => resolve(program.opts<{root: string}>().root);

  addBuildVerbs(program, {root, machine});
  addReceive(program, {root, collections, machine});
  addReadingVerbs(program, {root, collections, machine});
  addReleaseVerbs(program, {root, machine});
  addProjectVerbs(program, {root, machine});
  return program;
}

function addBuildVerbs(program: Command, {root, machine}: VerbOptions): void {
  buildOptions(program.command("start").description("build everything, then serve the site on a local address"))
    .option("--no-serve", "end after the build (also where there is no terminal)")
    .option("--port <number>", "first port to try", portNumber, 4173)
    .addHelpText("after", examples("uptake start", "uptake start --port 8080"))
    .action(async (options: BuildFlags & {serve: boolean; port: number}) => {
      const result = await runBuild(root(), {...options, machine});
      if (options.serve && machine.isTerminal) await runServe(result.dist, {port: options.port, machine});
    });

  buildOptions(program.command("build").description("take the returns to published files and the site"))
    .option(
      "--final <file>",
      "build in final form: only the data that this signed checklist, a filled-in sign-off.json of a draft, is about",
      filledText
    )
    .option("--json", "say the result as JSON")
    .addHelpText(
      "after",
      examples(
        "uptake build",
        "uptake build --as-at 2004-05-31 --origin real",
        "uptake build --origin real --final signed.json",
        "uptake build --previous ../2004-03/data"
      )
    )
    .action(async (options: BuildFlags) => void (await runBuild(root(), {...options, machine})));

  program
    .command("serve")
    .description("serve the site that was last built on a local address")
    .option("--port <number>", "first port to try", portNumber, 4173)
    .addHelpText("after", examples("uptake serve --port 8080"))
    .action(async ({port}: {port: number}) => {
      await published(root());
      await runServe(resolve(root(), "dist"), {port, machine});
    });
}

function addReceive(
  program: Command,
  {root, collections, machine}: VerbOptions & {collections: readonly string[]}
): void {
  program
    .command("receive")
    .description("copy a return in and record it in the ledger")
    .argument("<file>", "the return, as it came", filledText)
    .addOption(collectionOption("what it is a return of", collections).makeOptionMandatory())
    .requiredOption("--period <period>", "2003-04 for a year, 2004-01 for a month, 2022_2026 for a span")
    .requiredOption("--sender <code>", "code of the body that sends it")
    .requiredOption("--received <date>", "date of receipt, 2004-04-12", dateText)
    .addOption(new Option("--origin <origin>", "real or synthetic").choices(["real", "synthetic"]).default("real"))
    .option("--publisher <name>", "who sent or published it; defaults to the sender's code")
    .option("--url <address>", "where it was published")
    .option("--licence <name>", "its licence", "not stated")
    .option("--json", "say the result as JSON")
    .addHelpText("after", examples(RECEIVE))
    .action(async (file: string, options: ReceiveFlags) => {
      const {receive} = await import("./ingest/receive.js");
      const result = await receive(resolve(file), {
        ...options,
        publisher: options.publisher ?? options.sender,
        url: options.url ?? "",
        returnsFolder: resolve(root(), "data", "returns"),
        referenceFolder: resolve(root(), "data", "reference"),
        atExit: machine.atExit
      });
      machine.say(options.json ? JSON.stringify(result, null, 2) : result.text);
    });
}

function addProjectVerbs(program: Command, {root, machine}: VerbOptions): void {
  program
    .command("simulate")
    .description("write the declared synthetic returns of 2003-04")
    .option("--seed <number>", "seed of the random numbers", wholeNumber, 2004)
    .option("--scale <number>", "size of the data; 1 is about 5 MB", scaleNumber, 1)
    .requiredOption(
      "--out <folder>",
      "where the returns and their ledger go; synthetic ones there are replaced",
      filledText
    )
    .addHelpText("after", examples("uptake simulate --scale 0.1 --out my-project/data/returns"))
    .action(async ({seed, scale, out}: {seed: number; scale: number; out: string}) => {
      const {simulate} = await import("./simulate/simulate.js");
      const referenceFolder = resolve(root(), "data", "reference");
      const result = await simulate({seed, scale, referenceFolder, out: resolve(out)});
      machine.say(`${result.files.toLocaleString("en-GB")} synthetic returns written to ${out}`);
    });

  program
    .command("init")
    .description("start an empty project with the same machinery")
    .argument("<folder>", "empty, or not there yet", filledText)
    .addHelpText("after", examples("uptake init my-project"))
    .action(async (folder: string) => {
      const {initProject} = await import("./init.js");
      initProject(resolve(folder));
      machine.say(`An empty project stands in ${folder}; its README.md says what to do next.`);
    });
}

const RECEIVE =
  "uptake receive LLSC01.csv --collection staff_questionnaire --period 2004-03 --sender LLSC01 --received 2004-05-14";

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

function buildOptions(command: Command): Command {
  return command
    .option("--as-at <date>", "build from what had been received by then; otherwise each page has its own", dateText)
    .addOption(
      new Option("--origin <origin>", "'real' builds without any synthetic return")
        .choices(["all", "real"])
        .default("all")
    )
    .option(
      "--previous <folder>",
      "folder of data of the release before: what did not change stays as it is",
      filledText
    )
    .option("--threads <number>", "threads for the warehouse; never changes a figure", threadsNumber, 2);
}
