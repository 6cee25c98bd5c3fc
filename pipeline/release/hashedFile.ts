import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";

/** A file by its address below a folder, and what it holds. */
export interface HashedFile {
  file: string;
  bytes: number;
  sha256: string;
}

/** Returns the file at an address below `folder`, with its hash. */
export function hashedFile(folder: string, file: string): HashedFile {
  const bytes = readFileSync(join(folder, file));
  return {file, bytes: bytes.length, sha256: sha256(bytes)};
}

/** Returns the addresses of all files below `folder`, in the order of their names; a link counts as a file. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** Returns the SHA-256 of bytes or text, in lower case. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What differs between the files that are listed and those that are found. */
export interface FileDifference {
  file: string;
  fault: "altered" | "missing" | "added";
}

/** Returns every file that is not in both lists with the same bytes, in the order of their names. */
export function fileDifferences(
  listed: readonly Pick<HashedFile, "file" | "sha256">[],
  found: readonly Pick<HashedFile, "file" | "sha256">[]
): FileDifference[] {
  const here = new Map(found.map(({file, sha256: hash}) => [file, hash]));
  const known = new Set(listed.map(({file}) => file));
  const differences: FileDifference[] = [];
  for (const {file, sha256: hash} of listed) {
    if (!here.has(file)) differences.push({file, fault: "missing"});
    else if (here.get(file) !== hash) differences.push({file, fault: "altered"});
  }
  for (const {file} of found) if (!known.has(file)) differences.push({file, fault: "added"});
  return differences.sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0));
}
