import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {parse} from "csv-parse/sync";
import {UserError} from "../error.js";
import {simulateEnrolments} from "./enrolment.js";
import type {SimulatedFile} from "./file.js";
import {simulateFunding} from "./funding.js";
import {simulateIlr} from "./ilr.js";
import {simulateLocalPlans} from "./localPlan.js";
import {simulateProgrammes} from "./programme.js";
import {simulateProviders} from "./provider.js";
import {simulateSchoolFrame} from "./schoolFrame.js";
import {simulateSchoolQuestionnaire} from "./schoolQuestionnaire.js";
import {simulateStaffQuestionnaire} from "./staffQuestionnaire.js";
import {runSurvey} from "./survey.js";
import {simulateWorkforce} from "./workforce.js";
import {buildWorld, type World, type WorldOptions} from "./world.js";
import {addressOf, encodeFile} from "./write.js";

export interface SimulateOptions extends WorldOptions {
  out: string; // a returns folder; real returns that stand in it stay
}

const COLUMNS = ["file", "sha256", "received_date", "origin", "publisher", "url", "licence"] as const;
const PUBLISHER = "Uptake simulator (synthetic)";

/** Writes the synthetic returns of a seed and their ledger lines into `out`, in place of those that stand there. */
export async function simulate({out, ...options}: SimulateOptions): Promise<{files: number; bytes: number}> {
  const kept = removeSynthetic(out);
  const lines: string[][] = [];
  let bytes = 0;
  for (const file of simulateFiles(buildWorld(options))) {
    const address = addressOf(file);
    const content = await encodeFile(file);
    mkdirSync(dirname(join(out, address)), {recursive: true});
    writeFileSync(join(out, address), content);
    const sha256 = createHash("sha256").update(content).digest("hex");
    lines.push([address, sha256, file.received, "synthetic", PUBLISHER, "", "CC0-1.0"]);
    bytes += content.length;
  }
  const ordered = [...kept, ...lines].sort(([left = ""], [right = ""]) => (left < right ? -1 : 1));
  writeFileSync(
    join(out, "ledger.csv"),
    [COLUMNS, ...ordered].map((line) => `${line.map(quote).join(",")}\n`).join("")
  );
  return {files: lines.length, bytes};
}

/** Returns every synthetic return of a country, in the order in which they are written. */
function simulateFiles(world: World): SimulatedFile[] {
  const survey = runSurvey(world);
  return [
    ...simulateSchoolFrame(world, survey),
    ...simulateStaffQuestionnaire(world, survey),
    ...simulateSchoolQuestionnaire(world, survey),
    ...simulateWorkforce(world),
    ...simulateEnrolments(world),
    ...simulateIlr(world),
    ...simulateProviders(world),
    ...simulateProgrammes(world),
    ...simulateFunding(world),
    ...simulateLocalPlans(world)
  ];
}

/** Removes the synthetic files that a ledger lists; returns the lines of the others. */
function removeSynthetic(out: string): string[][] {
  mkdirSync(out, {recursive: true});
  const ledger = join(out, "ledger.csv");
  if (!existsSync(ledger)) return [];
  const lines = readLines(ledger);
  for (const {file = "", origin} of lines)
    if (ADDRESS.test(file) && origin === "synthetic") rmSync(join(out, file), {force: true});
  return lines.filter(({origin}) => origin !== "synthetic").map((line) => COLUMNS.map((column) => line[column] ?? ""));
}

/** Nothing outside the folder is ever removed, whatever stands in its ledger. */
const ADDRESS = /^\w+\/[\w-]+\/[\w.-]+$/;

function readLines(ledger: string): Record<string, string>[] {
  try {
    return parse(readFileSync(ledger), {columns: true, bom: true});
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UserError(`${ledger}: expected a CSV file; got ${said}. Restore the ledger, or choose another folder.`);
  }
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
