import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../error.js";
import type {Changes} from "./changes.js";
import type {Coverage} from "./coverage.js";
import type {Fingerprints} from "./fingerprint.js";
import type {Notice} from "./notices.js";
import type {BuildRecord} from "./record.js";
import {SEAL} from "./seal.js";

/** What `release.json` says of a release. Lists of files stand beside it. */
export interface Bundle {
  name: string;
  status: "draft" | "final";
  as_at: string;
  origin: "synthetic" | "real";
  notice: {corrects: string; said: readonly Omit<Notice, "corrects_release">[]} | null; // what a correction puts right
  previous: {release: string | null; catalogue_sha256: string; seal: string | null} | null;
  holds: "whole" | "compact"; // all of dist/data and dist/reports, or the tables of figures alone
  outputs: {files: number; bytes: number; manifest_sha256: string; catalogue_sha256: string; data_sha256: string};
  inputs: {returns: number; reference: number; corrections: number; sha256: string};
  code: {sha256: string; files: number; commit: string | null};
  tools: {uptake: string; node: string; platform: string; duckdb: string; packages: number};
  options: BuildRecord["options"];
  fingerprints: Fingerprints;
  models: readonly {mart: string; sql_file: string; sql_sha256: string}[];
  coverage: Coverage;
  checks: readonly string[];
  audit: {sha256: string; figures: number; cells: number; sums: number; small: number; fewest: number | null};
  changes: Changes | null; // null where there was no release before
}

/** Files of a release that list what `release.json` counts. */
export const LISTS = {
  inputs: "inputs.json",
  code: "code.json",
  tools: "tools.json",
  outputs: "outputs.json", // the manifest of the site, byte for byte
  revisions: "revisions.csv",
  signOff: "sign-off.json",
  catalogue: "data/catalogue.json"
} as const;

const NAME = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;

/** Returns the folder of a release; a name that is no folder's is a UserError. */
export function bundleFolder(releases: string, name: string): string {
  if (!NAME.test(name) || name.includes(".."))
    throw new UserError(
      `${name}: expected the name of a release in small letters, digits, dots and hyphens, such as 2004-06; got another.`
    );
  return join(releases, name);
}

/** Returns what a sealed release says of itself; a UserError where there is none of that name. */
export function readBundle(releases: string, name: string): Bundle {
  const folder = bundleFolder(releases, name);
  const path = join(folder, "release.json");
  if (!existsSync(path)) {
    const known = namesIn(releases).join(", ") || "none";
    throw new UserError(`${folder}: expected a sealed release; found none. There are: ${known}.`);
  }
  return readJson<Bundle>(path);
}

/** Returns one of the files that list what `release.json` counts; what is no JSON is a UserError. */
export const readList = <Of>(folder: string, list: keyof typeof LISTS): Of => readJson<Of>(join(folder, LISTS[list]));

function readJson<Of>(path: string): Of {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Of;
  } catch {
    throw new UserError(`${path}: expected JSON; got something else. Put the release back as it was sealed.`);
  }
}

/** Returns every sealed release of a project, each after those that it follows: drafts first, then by name. */
export function readBundles(releases: string): Bundle[] {
  const bundles = namesIn(releases).map((name) => readBundle(releases, name));
  const byName = new Map(bundles.map((bundle) => [bundle.name, bundle]));
  const place = (bundle: Bundle): number => {
    const seen = new Set<Bundle>();
    for (let at: Bundle | undefined = bundle; at && !seen.has(at); at = byName.get(at.previous?.release ?? ""))
      seen.add(at);
    return seen.size;
  };
  const order = (one: Bundle, other: Bundle): number =>
    place(one) - place(other) ||
    Number(one.status === "final") - Number(other.status === "final") ||
    (one.name < other.name ? -1 : 1);
  return bundles.sort(order);
}

/**
 * Returns the last releases of the series that a new one continues: of the same origin, final ones where it is to be
 * final, and never of the very same data, as the draft of what is now final is. A draft and its final form are followed
 * together.
 */
export function lastBundles(
  bundles: readonly Bundle[],
  {origin, status, data}: {origin: Bundle["origin"]; status: Bundle["status"]; data: string}
): Bundle[] {
  const series = bundles.filter(
    (bundle) =>
      bundle.origin === origin &&
      (status === "draft" || bundle.status === "final") &&
      bundle.outputs.data_sha256 !== data
  );
  const dataOf = new Map(bundles.map(({name, outputs}) => [name, outputs.data_sha256]));
  const followed = new Set(series.flatMap(({previous}) => (previous?.release ? [dataOf.get(previous.release)] : [])));
  return series.filter(({outputs}) => !followed.has(outputs.data_sha256));
}

function namesIn(releases: string): string[] {
  if (!existsSync(releases)) return [];
  return readdirSync(releases)
    .filter((name) => NAME.test(name) && existsSync(join(releases, name, SEAL)))
    .sort();
}
