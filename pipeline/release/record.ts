import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../error.js";
import type {LedgerFilter} from "../ingest/ledger.js";
import {type Code, codeIn} from "./code.js";
import {type Fingerprints, fingerprints} from "./fingerprint.js";
import {hashedFile} from "./hashedFile.js";
import {type InputFile, inputsOf} from "./inputs.js";
import type {Signed} from "./signed.js";
import type {SignOff} from "./signOff.js";
import {type Tools, toolsIn} from "./tools.js";

/** What a build was asked, what it read and what it was made with. */
export interface BuildRecord {
  options: {as_at: string | null; origin: "all" | "real"};
  sign_off: SignOff | null; // what was signed where it is in its final form; null makes it a draft
  previous: {catalogue_sha256: string} | null; // the release before, by its catalogue
  fingerprints: Fingerprints;
  code: Code;
  tools: Tools;
  checks: readonly string[]; // that had to hold, or there would be no build
  inputs: readonly InputFile[];
}

/** A record beside what came of it. */
export interface BuiltRecord extends BuildRecord {
  manifest_sha256: string; // of dist/manifest.json
}

export interface BuildAsked {
  root: string; // the project
  machinery: string; // the program
  filter: LedgerFilter; // of returns, with the as-at dates of the build
  asAt?: string; // as asked for; each publication has its own otherwise
  signed?: Signed; // the checklist of a build in its final form
  previous?: string; // the data folder of the release before
  key: string;
  seed: string;
}

/** Returns the record of a build that is about to begin, so that what is changed meanwhile cannot pass for what was read. */
export async function recordBuild({
  root,
  machinery,
  filter,
  asAt,
  signed,
  previous,
  ...secrets
}: BuildAsked): Promise<BuildRecord> {
  return {
    options: {as_at: asAt ?? null, origin: filter.origin ?? "all"},
    sign_off: signed?.signOff ?? null,
    previous: previous === undefined ? null : {catalogue_sha256: hashedFile(previous, "catalogue.json").sha256},
    fingerprints: fingerprints(secrets),
    code: codeIn(machinery),
    tools: await toolsIn(machinery),
    checks: readdirSync(join(machinery, "pipeline", "checks"))
      .filter((name) => name.endsWith(".sql"))
      .map((name) => name.slice(0, -".sql".length))
      .sort(),
    inputs: inputsOf(root, filter)
  };
}

/** Writes the record of a build whose site stands, with its manifest, in `dist`. */
export function writeRecord(path: string, {record, dist}: {record: BuildRecord; dist: string}): void {
  const built: BuiltRecord = {...record, manifest_sha256: hashedFile(dist, "manifest.json").sha256};
  writeFileSync(path, `${JSON.stringify(built, null, 2)}\n`);
}

/** Returns the record of what stands in `dist`; where there is none, or one of another build, that is a UserError. */
export function readRecord(path: string, {dist}: {dist: string}): BuiltRecord {
  if (!existsSync(join(dist, "manifest.json")))
    throw new UserError(`${dist}: expected what a build has published; found none. Run \`uptake build\` first.`);
  if (!existsSync(path))
    throw new UserError(`${path}: expected the record of the last build; found none. Run \`uptake build\` again.`);
  const built = JSON.parse(readFileSync(path, "utf8")) as BuiltRecord;
  if (built.manifest_sha256 !== hashedFile(dist, "manifest.json").sha256)
    throw new UserError(
      `${path}: expected the record of what stands in ${dist}; got that of another build. Run \`uptake build\` again.`
    );
  return built;
}
