import {type Command, Option} from "commander";
import {type Machine, type ReleaseFlags, runRelease, runVerify, type VerifyFlags} from "./actions.js";
import {filledText} from "./values.js";

/** Adds the verbs that seal a release and check one. */
export function addReleaseVerbs(program: Command, {root, machine}: {root: () => string; machine: Machine}): void {
  program
    .command("release")
    .description("seal what was built last as releases/NAME, which is never changed again")
    .argument("<name>", "its name, such as 2004-06; one with synthetic figures says synthetic", filledText)
    .option(
      "--final",
      "make it final: refused until a named person has answered the checklist, and for synthetic figures"
    )
    .option("--sign-off <file>", "the checklist: a filled-in copy of a draft's sign-off.json", filledText)
    .addOption(
      new Option("--corrects <release>", "the release that it puts right, which stays as it is").argParser(filledText)
    )
    .option("--because <reason>", "with --corrects, what was wrong, for readers", filledText)
    .option("--compact", "copy the published tables alone, not what is made from them")
    .option("--json", "say the result as JSON")
    .addHelpText("after", examples("uptake release 2004-06-synthetic", RELEASE_FINAL, RELEASE_CORRECTION))
    .action((name: string, options: ReleaseFlags) => runRelease(name, {root: root(), ...options, machine}));

  program
    .command("verify")
    .description(
      "check a sealed release: every file, the public audit, and whether a second build gives the same bytes"
    )
    .argument("<name>", "its name below releases", filledText)
    .option("--seal <hash>", "the seal as it was told when the release was made", filledText)
    .option("--no-rebuild", "do not build it again")
    .option("--json", "say it as JSON")
    .addHelpText("after", `${examples("uptake verify 2004-06-synthetic")}\n\n${VERIFY}`)
    .action((name: string, options: VerifyFlags) => runVerify(name, {root: root(), ...options, machine}));
}

/** Returns commands to try, for the end of a verb's help. */
export const examples = (...lines: string[]): string =>
  ["", "Examples:", ...lines.map((line) => `  ${line}`)].join("\n");

const RELEASE_FINAL = "uptake release 2004-06 --final --sign-off signed.json";
const RELEASE_CORRECTION = 'uptake release 2004-06.1 --corrects 2004-06 --because "Leeds was counted twice"';
const VERIFY =
  "Ends with 0 where all is in order, also where it could not be built again (it says what was not at hand), and with 1 where not.";
