import {readFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../error.js";
import type {Catalogue} from "../publish/catalogue.js";
import {MANIFEST, type Manifest, strayFiles} from "../publish/manifest.js";
import {openPublished} from "../publish/reader.js";
import {safeAudit} from "./auditRecord.js";
import {barriersIn} from "./barriers.js";
import {type Bundle, lastBundles, readBundle, readBundles} from "./bundle.js";
import {readChanges} from "./changes.js";
import {listHash} from "./code.js";
import {readCoverage} from "./coverage.js";
import {hashedFile} from "./hashedFile.js";
import {type BuiltRecord, readRecord} from "./record.js";
import {sealIn} from "./seal.js";
import {answered, checklist, openPoints, type SignOff} from "./signOff.js";

/** What is asked of a release. */
export interface ReleaseAsked {
  root: string; // the project, whose last build is sealed
  name: string;
  final?: boolean;
  signOff?: string; // the filled-in checklist
  compact?: boolean;
  corrects?: string;
  because?: string; // why a correction is made
}

/** All that a release says of itself. */
export interface Described {
  bundle: Bundle;
  record: BuiltRecord;
  signOff: SignOff;
  manifest: Manifest;
}

/**
 * Returns what the release of a project's last build says. Files that are not as built, an audit that is stale or unsafe, a
 * gap in the series, and a final release that is synthetic or not signed off are a UserError.
 */
export async function describe({
  root,
  name,
  final = false,
  compact = false,
  ...options
}: ReleaseAsked): Promise<Described> {
  const [dist, releases] = [join(root, "dist"), join(root, "releases")];
  const data = join(dist, "data");
  const record = readRecord(join(root, "build", "built.json"), {dist});
  refuseStrays(dist);
  const catalogue = JSON.parse(readFileSync(join(data, "catalogue.json"), "utf8")) as Catalogue;
  const manifest = JSON.parse(readFileSync(join(dist, MANIFEST), "utf8")) as Manifest;
  const audit = safeAudit(data, catalogue);
  const origin = originOf(catalogue, record);
  refuseSynthetic({name, origin, final});
  const status = final ? "final" : "draft";
  const previous = previousOf(record, {releases, origin, status});
  const notice = noticeOf(options, releases);
  const reader = await openPublished(data);
  try {
    const coverage = await readCoverage(reader, catalogue);
    const changes = previous === null ? null : await readChanges(reader);
    const models = await reader.rows(
      "select distinct mart, sql_file, sql_sha256 from published.provenance order by all"
    );
    const pages = manifest.files.filter(({kind}) => kind === "page" || kind === "report").map(({file}) => file);
    const blank = checklist({
      manifest: record.manifest_sha256,
      coverage,
      audit,
      changes,
      reports: manifest.files.filter(({kind}) => kind === "report").map(({file}) => file),
      pages: pages.length,
      barriers: barriersIn(dist, pages),
      warnings: warningsOf(catalogue),
      isSynthetic: origin === "synthetic"
    });
    const signOff = options.signOff === undefined ? blank : answered(blank, options.signOff);
    if (final) refuseOpen(openPoints(signOff), options.signOff);
    const {figures, cells, sums, small, fewest} = audit;
    const bundle: Bundle = {
      name,
      status,
      as_at: catalogue.release.as_at,
      origin,
      notice,
      previous,
      holds: compact ? "compact" : "whole",
      outputs: {
        files: manifest.files.length,
        bytes: manifest.files.reduce((total, {bytes}) => total + bytes, 0),
        manifest_sha256: record.manifest_sha256,
        catalogue_sha256: hashedFile(data, "catalogue.json").sha256
      },
      inputs: inputCounts(record),
      code: {sha256: record.code.sha256, files: record.code.files.length, commit: record.code.commit},
      tools: {...record.tools, packages: record.tools.packages.length},
      options: record.options,
      fingerprints: record.fingerprints,
      models: models as unknown as Bundle["models"],
      coverage,
      checks: record.checks,
      audit: {sha256: audit.sha256, figures, cells, sums, small, fewest},
      changes
    };
    return {bundle, record, signOff, manifest};
  } finally {
    reader.close();
  }
}

function refuseStrays(dist: string): void {
  const [stray] = strayFiles(dist);
  if (stray)
    throw new UserError(
      `${join(dist, stray.file)}: expected what was built; it is ${stray.fault}. Run \`uptake build\` again.`
    );
}

/** Tables of how a method did in simulated countries: synthetic in every release, and no figure about England. */
const TRIALS: readonly string[] = ["interval_coverage"];

/** One synthetic return or figure makes a release synthetic. */
function originOf({tables}: Catalogue, {inputs}: BuiltRecord): Bundle["origin"] {
  const isRead = inputs.some(({ledger}) => ledger?.origin === "synthetic");
  const isSaid = tables.some(({table, origins}) => !TRIALS.includes(table) && (origins.synthetic ?? 0) > 0);
  return isRead || isSaid ? "synthetic" : "real";
}

function refuseSynthetic({name, origin, final}: Pick<Bundle, "name" | "origin"> & {final: boolean}): void {
  if (origin !== "synthetic") return;
  if (final)
    throw new UserError(
      `${name}: expected real figures in a final release; got synthetic ones, which nobody may sign off. Leave --final out for a draft, or build with --origin real.`
    );
  if (!name.split(/[.-]/).includes("synthetic"))
    throw new UserError(
      `${name}: expected a name that says synthetic, since some of its figures are; got none. Try ${name}-synthetic.`
    );
}

/** A release continues its series, so that the audit subtracted the one before and its change log is whole. */
function previousOf(
  {previous, manifest_sha256: manifest}: BuiltRecord,
  {releases, origin, status}: {releases: string} & Pick<Bundle, "origin" | "status">
): Bundle["previous"] {
  const all = readBundles(releases);
  const last = lastBundles(all, {origin, status, manifest});
  const is = ({outputs}: Bundle): boolean => outputs.catalogue_sha256 === previous?.catalogue_sha256;
  const found = last.find(is) ?? (last.length === 0 ? all.find(is) : undefined);
  const [expected] = last;
  if (expected && !found)
    throw new UserError(
      `${join(releases, expected.name)}: expected a build that continues this release; got one beside ${previous ? "another" : "none"}. Run \`uptake build --previous ${join(releases, expected.name)}\`.`
    );
  if (previous === null) return null;
  const seal = found ? sealIn(join(releases, found.name)) : undefined;
  return {release: found?.name ?? null, catalogue_sha256: previous.catalogue_sha256, seal: seal ?? null};
}

function noticeOf({corrects, because}: Pick<ReleaseAsked, "corrects" | "because">, releases: string): Bundle["notice"] {
  if (corrects === undefined && because === undefined) return null;
  if (corrects === undefined) throw new UserError("--because: expected --corrects beside it; got none.", {exitCode: 2});
  if (because === undefined)
    throw new UserError("--corrects: expected --because with the reason, for readers; got none.", {exitCode: 2});
  return {corrects: readBundle(releases, corrects).name, reason: because};
}

function refuseOpen(points: readonly string[], path: string | undefined): void {
  if (points.length === 0) return;
  const where = path ?? "--sign-off: no checklist was given, so";
  throw new UserError(
    `${where}: expected a checklist that a named person has answered; got ${points.length} open points: ${points.join("; ")}.`
  );
}

const warningsOf = ({warnings, tables}: Catalogue): string[] => [
  ...warnings,
  ...tables.flatMap(({title, warnings: ofTable}) => ofTable.map((warning) => `${title}: ${warning}`))
];

function inputCounts({inputs}: BuiltRecord): Bundle["inputs"] {
  const count = (kind: string): number => inputs.filter((input) => input.kind === kind).length;
  return {
    returns: count("return"),
    reference: count("reference"),
    corrections: count("correction"),
    sha256: listHash(inputs)
  };
}
