import {existsSync} from "node:fs";
import {join} from "node:path";
import {type AtExit, neverExits} from "../atExit.js";
import type {AuditResult} from "../audit/audit.js";
import {auditRelease} from "../auditRelease.js";
import {UserError} from "../error.js";
import type {Catalogue} from "../publish/catalogue.js";
import type {Manifest} from "../publish/manifest.js";
import {type Bundle, bundleFolder, LISTS, readBundle, readList} from "./bundle.js";
import {fileDifferences, filesBelow, hashedFile} from "./hashedFile.js";
import {missingFor, previousData, type Rebuilder, rebuild} from "./rebuild.js";
import {SEAL, sealDifferences, sealIn} from "./seal.js";
import {openPoints} from "./signed.js";
import {dataHash, SIGN_OFF} from "./signOff.js";

export interface VerifyOptions {
  root: string;
  name: string;
  seal?: string; // as whoever sealed it told it
  tool: Rebuilder;
  isRebuilt?: boolean; // where all is at hand; true unless told otherwise
  atExit?: AtExit;
}

export interface Verification {
  name: string;
  seal: string | null;
  files: number;
  faults: readonly string[]; // none where the release is as it was sealed, and safe
  audit: Pick<AuditResult, "figures" | "cells" | "isSafe"> | null; // null where it could not be made
  rebuild: "every byte agrees" | "differs" | "not done";
  missing: readonly string[]; // what a check would have needed
}

/**
 * Returns what a check of a sealed release found: each altered, missing or added file by its name; what the public audit
 * says of its data; and, where all that it was built with is at hand, whether a second build gives the same bytes.
 */
export async function verifyRelease({
  root,
  name,
  seal,
  tool,
  isRebuilt = true,
  atExit = neverExits
}: VerifyOptions): Promise<Verification> {
  const releases = join(root, "releases");
  const folder = bundleFolder(releases, name);
  if (!existsSync(folder)) readBundle(releases, name);
  const found = sealIn(folder) ?? null;
  const result = {
    name,
    seal: found,
    files: filesBelow(folder).length,
    audit: null,
    rebuild: "not done",
    missing: []
  } as const;
  const altered = sealDifferences(folder).map(({file, fault}) => `${file}: ${fault}`);
  if (altered.length > 0) return {...result, faults: altered};
  const bundle = readBundle(releases, name);
  const broken = [
    ...otherSeal(found, seal),
    ...otherName(bundle, name),
    ...otherData(folder, bundle),
    ...otherSignature(folder, bundle),
    ...otherPrevious(bundle, releases)
  ];
  if (broken.length > 0) return {...result, faults: broken};
  const lacking = missingFor(bundle, {root, releases}, tool);
  const isOtherCode = lacking.some((text) => text.startsWith("the code"));
  const attack = await audited(folder, {previous: previousData(bundle, releases), isOtherCode});
  const missing = [...(isRebuilt ? lacking : []), ...attack.missing];
  const checked = {...result, audit: attack.audit, faults: attack.faults, missing};
  if (!isRebuilt || lacking.length > 0 || attack.faults.length > 0) return checked;
  const differences = await rebuild(bundle, {root, releases}, {...tool, atExit});
  return {
    ...checked,
    rebuild: differences.length === 0 ? "every byte agrees" : "differs",
    faults: differences.map(({file, fault}) => `${file}: built again, it is ${fault}`)
  };
}

/** Returns a verification as text for a terminal; at most so many faults are named. */
export function verificationText(
  {name, seal, files, faults, audit, rebuild: again, missing}: Verification,
  {named = 20}: {named?: number} = {}
): string {
  const rest = faults.length - named;
  return [
    `Release ${name}: ${files.toLocaleString("en-GB")} files${seal === null ? "" : `, seal ${seal}`}`,
    ...faults.slice(0, named).map((fault) => `  ${fault}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...(audit === null
      ? []
      : [
          `public audit: ${audit.figures.toLocaleString("en-GB")} figures, ${audit.cells.toLocaleString("en-GB")} numbers of people: ${audit.isSafe ? "safe" : "NOT SAFE"}`
        ]),
    again === "not done" ? "built again: no" : `built again: ${again}`,
    ...missing.map((what) => `  not at hand: ${what}`),
    faults.length === 0
      ? "in order: every file is as it was sealed"
      : `NOT IN ORDER: ${faults.length} ${faults.length === 1 ? "fault" : "faults"}`
  ].join("\n");
}

async function audited(
  folder: string,
  {previous, isOtherCode}: {previous?: string; isOtherCode: boolean}
): Promise<Pick<Verification, "audit" | "faults" | "missing">> {
  try {
    const {figures, cells, faults, disclosures} = await auditRelease(join(folder, "data"), {previous});
    const leftOut = new Set(leftOutOf(folder).map((file) => `${file} is listed in the catalogue and is not there`));
    const said = [
      ...faults.map(({text}) => text).filter((text) => !leftOut.has(text)),
      ...disclosures.map(({id, rule}) => `${id}: ${rule}`)
    ];
    return {
      audit: {figures, cells, isSafe: said.length === 0},
      faults: said.map((text) => `audit: ${text}`),
      missing: []
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Tables have changed their columns since: only the program of then can read them.
    if (isOtherCode) return {audit: null, faults: [], missing: [`the program that can audit it (${error.message})`]};
    return {audit: null, faults: [`audit: ${error.message}`], missing: []};
  }
}

/** A compact release lists more files than it holds; none of those is a table that the audit reads. */
const leftOutOf = (folder: string): string[] =>
  readList<Manifest>(folder, "outputs")
    .files.map(({file}) => file)
    .filter((file) => file.startsWith("data/") && !existsSync(join(folder, file)));

const otherSeal = (found: string | null, told: string | undefined): string[] =>
  told === undefined || told === found ? [] : [`${SEAL}: another than the seal that was told`];

const otherName = ({name}: Bundle, folder: string): string[] =>
  name === folder ? [] : [`release.json: names the release ${name}`];

/** The data must be those that came out of the build. */
function otherData(folder: string, {outputs}: Bundle): string[] {
  const here = filesBelow(folder).filter((file) => /^(data|reports)\//.test(file));
  const isHere = new Set(here);
  const listed = readList<Manifest>(folder, "outputs").files.filter(({file}) => isHere.has(file));
  const found = here.map((file) => hashedFile(folder, file));
  const isOther = hashedFile(folder, LISTS.outputs).sha256 !== outputs.manifest_sha256;
  return [
    ...(isOther ? [`${LISTS.outputs}: another than release.json says`] : []),
    ...fileDifferences(listed, found).map(({file, fault}) => `${file}: ${fault} beside ${LISTS.outputs}`)
  ];
}

/** What the data say of who signed them must be what was signed, and they what was signed for. */
function otherSignature(folder: string, {status}: Bundle): string[] {
  const catalogue = readList<Catalogue>(folder, "catalogue");
  const {signed_by} = catalogue.release;
  if (status === "draft") return signed_by ? [`${LISTS.catalogue}: signed, in a draft`] : [];
  const {data: signOff} = SIGN_OFF.safeParse(readList(folder, "signOff"));
  if (!signOff || signOff.questions.length === 0) return [`${LISTS.signOff}: has not the form of a checklist`];
  const isOther = JSON.stringify(signed_by) !== JSON.stringify(signOff.signed_by);
  return [
    ...(isOther ? [`${LISTS.catalogue}: signed by another than ${LISTS.signOff} says`] : []),
    ...(dataHash(catalogue) === signOff.data_sha256 ? [] : [`${LISTS.signOff}: is about other data`]),
    ...openPoints(signOff).map((point) => `${LISTS.signOff}: ${point}`)
  ];
}

/** Each release holds the seal of the one before, so that an earlier one cannot be changed and sealed again unseen. */
function otherPrevious({previous}: Bundle, releases: string): string[] {
  if (!previous?.release || previous.seal === null) return [];
  const folder = join(releases, previous.release);
  if (!existsSync(folder) || sealIn(folder) === previous.seal) return [];
  return [`release ${previous.release}: its seal is another than when this release followed it`];
}
