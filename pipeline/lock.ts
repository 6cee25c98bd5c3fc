import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {kill, pid} from "node:process";
import {UserError} from "./error.js";

/**
 * Takes the lock file at `path`, so that two builds never write the same folder. A lock that a dead process left is
 * taken over; a live one is a UserError.
 */
export function holdLock(path: string): {release(): void} {
  try {
    writeFileSync(path, String(pid), {flag: "wx"});
  } catch {
    const holder = Number(readFileSync(path, "utf8"));
    if (holder !== pid && isAlive(holder))
      throw new UserError(`${path}: another build is at work (process ${holder}); wait for it, or end it.`);
    writeFileSync(path, String(pid));
  }
  return {release: () => rmSync(path, {force: true})};
}

function isAlive(process: number): boolean {
  if (!Number.isInteger(process) || process <= 0) return false;
  try {
    kill(process, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
