import * as fs from "node:fs";
import {join} from "node:path";

/** What the switch needs of the file system, so that a test can stop it at any moment. */
export type SwitchFiles = Pick<typeof fs, "existsSync" | "renameSync" | "rmSync">;

/**
 * Puts `next` (a folder or a file) in the place of `current`. A process killed in between leaves the old or the new in
 * place, or neither with the old beside it, which `recover` puts back.
 */
export function switchInto(next: string, current: string, {files = fs}: {files?: SwitchFiles} = {}): void {
  recover(current, {files});
  if (!files.existsSync(next)) throw new Error(`missing folder: ${next}`);
  const {previous, discarded} = placesBeside(current);
  if (files.existsSync(current)) files.renameSync(current, previous);
  try {
    files.renameSync(next, current);
  } catch (error) {
    recover(current, {files});
    throw error;
  }
  if (!files.existsSync(previous)) return;
  files.renameSync(previous, discarded);
  files.rmSync(discarded, {recursive: true, force: true});
}

/** Repairs an interrupted switch: where `current` is missing the one before it comes back; leftovers go. */
export function recover(current: string, {files = fs}: {files?: SwitchFiles} = {}): void {
  const {previous, discarded} = placesBeside(current);
  if (files.existsSync(discarded)) files.rmSync(discarded, {recursive: true, force: true});
  if (!files.existsSync(previous)) return;
  if (!files.existsSync(current)) files.renameSync(previous, current);
  else {
    files.renameSync(previous, discarded); // first out of the way: half of it must never come back
    files.rmSync(discarded, {recursive: true, force: true});
  }
}

/** Returns the folder of published files below `dist`, or nothing where no build has finished. */
export function publishedFolder(dist: string): string | undefined {
  const isThere = (): boolean => fs.existsSync(join(dist, "data", "catalogue.json"));
  if (!isThere()) recover(dist); // otherwise left alone: a build may be switching it just now
  return isThere() ? join(dist, "data") : undefined;
}

function placesBeside(current: string): {previous: string; discarded: string} {
  return {previous: `${current}.previous`, discarded: `${current}.discarded`};
}
