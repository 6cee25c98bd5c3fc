import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {listHash} from "./code.js";
import {type FileDifference, fileDifferences, filesBelow, type HashedFile, hashedFile} from "./hashedFile.js";

export const SEAL = "seal.json";

/** The last file of a release: every other one by its hash, and one hash for all, which can be told to others. */
export interface Seal {
  seal: string;
  files: readonly HashedFile[];
}

const SHAPE = z.object({
  seal: z.string(),
  files: z.array(z.object({file: z.string(), bytes: z.number(), sha256: z.string()}))
});

/** Writes the seal of all that stands in `folder`, and returns its hash. */
export function writeSeal(folder: string): string {
  const made = sealOf(filesIn(folder));
  writeFileSync(join(folder, SEAL), textOf(made));
  return made.seal;
}

/** Returns the hash of a sealed folder; undefined where its seal cannot be read. */
export function sealIn(folder: string): string | undefined {
  return readSeal(folder)?.seal;
}

/** Returns every file that is not as it was sealed, by its address; the seal itself where that was altered. */
export function sealDifferences(folder: string): FileDifference[] {
  if (!existsSync(join(folder, SEAL))) return [{file: SEAL, fault: "missing"}];
  const seal = readSeal(folder);
  if (!seal || readFileSync(join(folder, SEAL), "utf8") !== textOf(sealOf(seal.files)))
    return [{file: SEAL, fault: "altered"}];
  return fileDifferences(seal.files, filesIn(folder));
}

function readSeal(folder: string): Seal | undefined {
  try {
    return SHAPE.parse(JSON.parse(readFileSync(join(folder, SEAL), "utf8")));
  } catch {
    return undefined;
  }
}

const sealOf = (files: readonly HashedFile[]): Seal => ({seal: listHash(files), files});

const textOf = (seal: Seal): string => `${JSON.stringify(seal, null, 2)}\n`;

const filesIn = (folder: string): HashedFile[] =>
  filesBelow(folder)
    .filter((file) => file !== SEAL)
    .map((file) => hashedFile(folder, file));
