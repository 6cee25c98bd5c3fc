import {UserError} from "./error.js";

/** How a run that failed ends: what to say, on one line, and the exit code. */
export interface Failure {
  line: string;
  exitCode: number;
  isFault: boolean; // of the program itself, not of what it was given
}

const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: "may not be read or written by this user; change its permissions",
  EPERM: "may not be changed by this user; change its permissions",
  EROFS: "lies on a disk that cannot be written; choose another folder",
  ENOSPC: "has no room left on its disk; free some",
  EDQUOT: "has no room left in this user's quota; free some",
  ENOENT: "was expected and is not there",
  ENOTDIR: "lies below a file that was expected to be a folder",
  EISDIR: "is a folder where a file was expected",
  EEXIST: "stands already where something else was expected",
  EMFILE: "could not be opened, as too many files are open",
  EBUSY: "is in use by another program",
  ENAMETOOLONG: "has too long a name"
};

/** Says in one line why a run failed; what the machine refuses is for people, whatever else is unknown is a fault. */
export function failureOf(error: unknown): Failure {
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof UserError) return {line: oneLine(said), exitCode: error.exitCode, isFault: false};
  const {code = "", path, dest} = (error ?? {}) as {code?: string; path?: string; dest?: string};
  const words = SYSTEM[code];
  if (words && path !== undefined) return {line: oneLine(`${dest ?? path}: ${words}.`), exitCode: 1, isFault: false};
  if (code === "ENOSPC") return {line: "disk: no room is left; free some.", exitCode: 1, isFault: false};
  return {line: oneLine(said), exitCode: 3, isFault: true};
}

const oneLine = (text: string): string => text.trim().replace(/\s*[\r\n]+\s*/g, " ");
