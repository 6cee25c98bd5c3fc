import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {UserError} from "../error.js";
import type {Catalogue, WrittenFile} from "./catalogue.js";

/** Where each kind of file of a release may stand, below its folder. What fits none is a stray. */
const PLACES = {
  page: /^[\w-]+(\/[\w-]+)*\.html$/,
  asset:
    /^(_arrow|_file|_import|_node|_npm|_observablehq|fonts)\/[\w./@+-]+\.(arrow|css|csv|ico|js|json|png|svg|txt|webp|woff2)$/,
  engine: /^_duckdb\/duckdb-[\w.-]+\.(js|wasm)$/, // of the SQL console
  table: /^data\/tables\/[\w-]+\.(csv|ods)$/, // of a page: rows of the data below, as the page shows them
  data: /^data\/[\w./-]+\.(csv|json|md|parquet|ods|xlsx)$/,
  report: /^reports\/[\w./-]+\.(csv|html|ods|pdf)$/
} as const;

export type FileKind = keyof typeof PLACES;

/** A file of a release, as its manifest lists it. */
export interface ManifestFile extends WrittenFile {
  kind: FileKind;
}

export interface Manifest {
  files: readonly ManifestFile[];
}

/** What is wrong with a file of a release. */
export interface StrayFile {
  file: string;
  fault: "not listed" | "changed" | "missing" | "not in the catalogue" | "other than in the catalogue";
}

export const MANIFEST = "manifest.json";
const CATALOGUE = "data/catalogue.json";
/** What tells of the data, and so stands beside the catalogue and not in it. */
const RECORDS: readonly string[] = [CATALOGUE, "data/audit.json"];

/**
 * Writes `manifest.json` into the folder of a release, last of all: every other file with its kind, bytes and SHA-256, in
 * the order of their names. Throws where a file stands in a place, or is of a form, that a release does not have.
 */
export function writeManifest(folder: string): Manifest {
  const files = filesOf(folder).map((file) => listed(folder, file));
  const manifest = {files};
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * Returns the files of a release that its manifest does not list by these bytes, those listed that are not there, and
 * those below `data` that its catalogue does not know by these bytes; none where all is well.
 */
export function strayFiles(folder: string): StrayFile[] {
  const here = new Map(filesOf(folder).map((file) => [file, sha256(readFileSync(join(folder, file)))]));
  const manifest = hashesOf(read<Manifest>(folder, MANIFEST)?.files ?? []);
  const catalogue = hashesOf(read<Catalogue>(folder, CATALOGUE)?.tables.flatMap(({files}) => files) ?? []);
  const found: StrayFile[] = [];
  for (const [file, hash] of here) {
    if (!manifest.has(file)) found.push({file, fault: "not listed"});
    else if (manifest.get(file) !== hash) found.push({file, fault: "changed"});
    if (!file.startsWith("data/") || RECORDS.includes(file) || fileKind(file) === "table") continue;
    if (!catalogue.has(file)) found.push({file, fault: "not in the catalogue"});
    else if (catalogue.get(file) !== hash) found.push({file, fault: "other than in the catalogue"});
  }
  for (const file of new Set([...manifest.keys(), ...catalogue.keys()])) {
    if (!here.has(file)) found.push({file, fault: "missing"});
  }
  return found;
}

/** Writes the manifest of a release and refuses what does not belong there. */
export function sealRelease(folder: string): Manifest {
  const manifest = writeManifest(folder);
  const [first, ...others] = strayFiles(folder);
  if (!first) return manifest;
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  throw new Error(`stray file: ${first.file}: ${first.fault}${more}`);
}

/** Returns the kind of a file of a release by its place; undefined where it has none there. */
export function fileKind(file: string): FileKind | undefined {
  if (/(^|\/)\.\.?(\/|$)/.test(file)) return undefined;
  return (Object.keys(PLACES) as FileKind[]).find((kind) => PLACES[kind].test(file));
}

function listed(folder: string, file: string): ManifestFile {
  const kind = fileKind(file);
  if (!kind) throw new UserError(`${file}: expected a page, an asset, data or a report; got a file of another kind.`);
  const bytes = readFileSync(join(folder, file));
  return {file, kind, bytes: bytes.length, sha256: sha256(bytes)};
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => file !== MANIFEST)
    .sort();
}

function read<T>(folder: string, file: string): T | undefined {
  const path = join(folder, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : undefined;
}

const hashesOf = (files: readonly WrittenFile[]): Map<string, string> =>
  new Map(files.map(({file, sha256}) => [file, sha256]));

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
