import {linkSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {kill, pid} from "node:process";
import {setTimeout as pause} from "node:timers/promises";
import {UserError} from "./error.js";

export interface Lock {
  release(): void;
}

const HELD = new Set<string>(); // by this process; a lock with its number that is not here is a dead namesake's

/**
 * Takes the lock file at `path`, so that two builds never write the same folder. A lock that a dead process left is
 * taken over; a live one is a UserError.
 */
export function holdLock(path: string): Lock {
  for (let tried = 0; tried < 5; tried++) {
    if (takes(path)) return held(path);
    const holder = holderOf(path);
    if (holder !== undefined && isAtWork(holder, path))
      throw new UserError(`${path}: another build is at work (process ${holder}); wait for it, or end it.`);
    if (holder !== undefined) clearLock(path, holder);
  }
  throw new UserError(`${path}: expected a lock that can be taken; others took it each time. Try again.`);
}

/** Takes the lock file at `path` as `holdLock` does, and waits while another process of this machine holds it. */
export async function waitForLock(path: string, {seconds = 60}: {seconds?: number} = {}): Promise<Lock> {
  for (const end = Date.now() + seconds * 1000; ; ) {
    if (takes(path)) return held(path);
    const holder = holderOf(path);
    if (holder !== undefined && !isAtWork(holder, path)) clearLock(path, holder);
    else if (Date.now() > end)
      throw new UserError(`${path}: process ${holder} has been at work for ${seconds} s; wait for it, or end it.`);
    else await pause(20 + Math.random() * 30); // so that two that wait do not stay in step
  }
}

/** The lock appears with its holder's number already in it: an empty one would look like one that nobody holds. */
function takes(path: string): boolean {
  const own = `${path}.${pid}`;
  writeFileSync(own, String(pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, {force: true});
  }
}

function held(path: string): Lock {
  HELD.add(path);
  return {
    release() {
      if (HELD.delete(path)) rmSync(path, {force: true});
    }
  };
}

/** Puts a dead holder's lock away, unless somebody living took it over in between. */
function clearLock(path: string, holder: number): void {
  const away = `${path}.${pid}.dead`;
  try {
    renameSync(path, away);
    if (readFileSync(away, "utf8") !== String(holder) && holderOf(path) === undefined) linkSync(away, path);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EEXIST") throw error; // another process was quicker
  }
  rmSync(away, {force: true});
}

function holderOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function isAtWork(holder: number, path: string): boolean {
  return holder === pid ? HELD.has(path) : isAlive(holder);
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
