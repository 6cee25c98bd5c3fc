import {type Command, Option} from "commander";
import {type Machine, type ReleaseFlags, runRelease, runVerify, type VerifyFlags} from "./actions.js";
import {filledText} from "./values.js";

/** Adds the verbs that seal a release and check one. */
export function addReleaseVerbs(program: Command, {root, machine}: {root: () => string; machine: Machine}): void {
  program
    .command("release")
    .description("seal what was built last as releases/NAME, which is never changed again")
    .argument("<name>", "its name, such as 2004-06; one with synthetic figures says synthetic", filledText)
    .option("--final", "it is meant to be final: refused unless `uptake build --final FILE` made what it seals")
    .addOption(
      new Option(
        "--corrects <release>",
        "the release that it puts right, which stays as it is; a notice about it must stand in what was built"
      ).argParser(filledText)
    )
    .option("--compact", "copy the published tables alone, not what is made from them")
    .option("--json", "say the result as JSON")
    .addHelpText(
      "after",
      `${examples("uptake release 2004-06-synthetic", RELEASE_FINAL, RELEASE_CORRECTION)}\n${FROM_DRAFT_TO_FINAL}`
    )
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

const RELEASE_FINAL = "uptake release 2004-06 --final";
const RELEASE_CORRECTION = "uptake release 2004-06.1 --final --corrects 2004-06";
const FROM_DRAFT_TO_FINAL = `
From a draft to its final form:
  uptake build --origin real                        a draft, which says so everywhere
  uptake release 2004-06-draft                      seals it, with the checklist sign-off.json
                                                    a named person fills in and signs a copy of that
  uptake build --origin real --final signed.json    the same data in their final form
  uptake release 2004-06 --final                    seals that`;
const VERIFY =
  "Ends with 0 where all is in order, also where it could not be built again (it says what was not at hand), and with 1 where not.";
