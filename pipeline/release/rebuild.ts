import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {AtExit} from "../atExit.js";
import type {LedgerFilter} from "../ingest/ledger.js";
import {MANIFEST, type Manifest} from "../publish/manifest.js";
import {DEMONSTRATION_KEY, roundingSeed} from "../secrets.js";
import {type Bundle, bundleFolder, LISTS, readList} from "./bundle.js";
import {codeIn, listHash} from "./code.js";
import {fingerprints} from "./fingerprint.js";
import {type FileDifference, fileDifferences, type HashedFile, hashedFile} from "./hashedFile.js";
import {type InputFile, inputsOf} from "./inputs.js";

/** What a rebuild needs of the rest of the program. */
export interface Rebuilder {
  machinery: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Returns which returns a build with these options reads. */
  filter(options: {asAt?: string; origin: "all" | "real"}): LedgerFilter;
  /** Builds the project at `root` into `out`. */
  build(options: {
    root: string;
    out: string;
    asAt?: string;
    origin: "all" | "real";
    final?: string; // the signed checklist of a build in its final form
    previous?: string;
  }): Promise<unknown>;
}

export interface RebuildPlaces {
  root: string;
  releases: string;
}

/** Returns, in words, what is not at hand to build a sealed release again; nothing where all is. */
export function missingFor(bundle: Bundle, {root, releases}: RebuildPlaces, tool: Rebuilder): string[] {
  const folder = bundleFolder(releases, bundle.name);
  const code = fileDifferences(readList<HashedFile[]>(folder, "code"), codeIn(tool.machinery).files);
  const asAt = bundle.options.as_at ?? undefined;
  const here = existsSync(join(root, "data", "returns", "ledger.csv"))
    ? inputsOf(root, tool.filter({asAt, origin: bundle.options.origin}))
    : [];
  const inputs = fileDifferences(readList<InputFile[]>(folder, "inputs").map(withLedger), here.map(withLedger));
  const key = tool.environment.UPTAKE_HASH_KEY || DEMONSTRATION_KEY;
  const own = fingerprints({key, seed: roundingSeed(tool.environment, key)});
  const {previous} = bundle;
  return [
    ...differing("the code", code),
    ...differing("the inputs", inputs),
    ...(own.hash_key === bundle.fingerprints.hash_key ? [] : ["the hash key (UPTAKE_HASH_KEY is another, or not set)"]),
    ...(own.rounding_seed === bundle.fingerprints.rounding_seed
      ? []
      : ["the rounding seed (UPTAKE_ROUNDING_SEED is another, or not set)"]),
    ...(previous === null || previousData(bundle, releases) ? [] : ["the data of the release before"])
  ];
}

/** Builds a release again in a folder of its own, and returns every file of the site that is not the one that was sealed. */
export async function rebuild(
  bundle: Bundle,
  {root, releases}: RebuildPlaces,
  {atExit, ...tool}: Rebuilder & {atExit: AtExit}
): Promise<FileDifference[]> {
  mkdirSync(join(root, "build"), {recursive: true});
  const out = mkdtempSync(join(root, "build", "verify-")); // it holds a warehouse, so it stays in the project
  const clean = (): void => rmSync(out, {recursive: true, force: true});
  const stay = atExit(clean);
  try {
    const {as_at, origin} = bundle.options;
    const folder = bundleFolder(releases, bundle.name);
    await tool.build({
      root,
      out,
      asAt: as_at ?? undefined,
      origin,
      final: bundle.status === "final" ? join(folder, LISTS.signOff) : undefined,
      previous: previousData(bundle, releases)
    });
    const sealed = readList<Manifest>(folder, "outputs");
    const built = JSON.parse(readFileSync(join(out, "dist", MANIFEST), "utf8")) as Manifest;
    return fileDifferences(sealed.files, built.files);
  } finally {
    stay();
    clean();
  }
}

/** Returns the data folder of the release before, where it is the one that was meant. */
export function previousData({previous}: Bundle, releases: string): string | undefined {
  if (!previous?.release) return undefined;
  const data = join(releases, previous.release, "data");
  const isThere = existsSync(join(data, "catalogue.json"));
  return isThere && hashedFile(data, "catalogue.json").sha256 === previous.catalogue_sha256 ? data : undefined;
}

/** A return is another input where the ledger says other things of it. */
const withLedger = ({file, sha256, ledger}: InputFile): {file: string; sha256: string} => ({
  file,
  sha256: listHash([{file: JSON.stringify(ledger), sha256}])
});

function differing(what: string, [first, ...others]: readonly FileDifference[]): string[] {
  if (!first) return [];
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return [`${what} (${first.file} is ${first.fault === "altered" ? "another" : first.fault}${more})`];
}
