import {join} from "node:path";
import {UserError} from "../error.js";
import {type Manifest, strayFiles} from "../publish/manifest.js";
import {readBuilt} from "./builtSite.js";
import {type Bundle, lastBundles, readBundles} from "./bundle.js";
import {listHash} from "./code.js";
import {hashedFile} from "./hashedFile.js";
import {noticeOf} from "./notices.js";
import {type BuiltRecord, readRecord} from "./record.js";
import {sealIn} from "./seal.js";
import {answered, refuseSynthetic} from "./signed.js";
import {dataHash, type SignOff} from "./signOff.js";

/** What is asked of a release. */
export interface ReleaseAsked {
  root: string; // the project, whose last build is sealed
  name: string;
  final?: boolean; // whether it is meant to be: what was built says whether it can
  compact?: boolean;
  corrects?: string; // an earlier release; the notices of the build say what was wrong
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
 * gap in the series, a correction without a notice, and a form that is not the one asked for are a UserError.
 */
export async function describe({
  root,
  name,
  final = false,
  compact = false,
  corrects
}: ReleaseAsked): Promise<Described> {
  const [dist, releases] = [join(root, "dist"), join(root, "releases")];
  const built = join(root, "build", "built.json");
  const record = readRecord(built, {dist});
  refuseStrays(dist);
  const site = await readBuilt(dist, {hasPrevious: record.previous !== null});
  const {catalogue, manifest, audit} = site;
  const {as_at, origin} = catalogue.release;
  const status = catalogue.release.signed_by ? "final" : "draft";
  refuseOtherForm({name, origin, status, final});
  const data = dataHash(catalogue);
  const signOff = record.sign_off ? answered(site.checklist, {path: built, signOff: record.sign_off}) : site.checklist;
  const {figures, cells, sums, small, fewest} = audit;
  const bundle: Bundle = {
    name,
    status,
    as_at,
    origin,
    notice: noticeOf(corrects, {notices: site.notices, releases}),
    previous: previousOf(record, {releases, origin, status, data}),
    holds: compact ? "compact" : "whole",
    outputs: {
      files: manifest.files.length,
      bytes: manifest.files.reduce((total, {bytes}) => total + bytes, 0),
      manifest_sha256: record.manifest_sha256,
      catalogue_sha256: hashedFile(join(dist, "data"), "catalogue.json").sha256,
      data_sha256: data
    },
    inputs: inputCounts(record),
    code: {sha256: record.code.sha256, files: record.code.files.length, commit: record.code.commit},
    tools: {...record.tools, packages: record.tools.packages.length},
    options: record.options,
    fingerprints: record.fingerprints,
    models: site.models,
    coverage: site.coverage,
    checks: record.checks,
    audit: {sha256: audit.sha256, figures, cells, sums, small, fewest},
    changes: site.changes
  };
  return {bundle, record, signOff, manifest};
}

function refuseStrays(dist: string): void {
  const [stray] = strayFiles(dist);
  if (stray)
    throw new UserError(
      `${join(dist, stray.file)}: expected what was built; it is ${stray.fault}. Run \`uptake build\` again.`
    );
}

/** What was built is a draft or in its final form; whoever seals it says which is meant, since nothing can be changed after. */
function refuseOtherForm({name, origin, status, final}: Pick<Bundle, "name" | "origin" | "status"> & {final: boolean}) {
  if (origin === "synthetic" && final) refuseSynthetic(name);
  if (origin === "synthetic" && !name.split(/[.-]/).includes("synthetic"))
    throw new UserError(
      `${name}: expected a name that says synthetic, since some of its figures are; got none. Try ${name}-synthetic.`
    );
  if (final && status === "draft")
    throw new UserError(
      `${name}: expected a build in its final form; got a draft. Seal it without --final, have its sign-off.json filled in and signed, and run \`uptake build --final FILE\`.`
    );
  if (!final && status === "final")
    throw new UserError(
      `${name}: expected a draft; got a build in its final form. Say --final, or run \`uptake build\` for a draft.`
    );
}

/** A release continues its series, so that the audit subtracted the one before and its change log is whole. */
function previousOf(
  {previous}: BuiltRecord,
  {releases, ...series}: {releases: string; data: string} & Pick<Bundle, "origin" | "status">
): Bundle["previous"] {
  const all = readBundles(releases);
  const last = lastBundles(all, series);
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

function inputCounts({inputs}: BuiltRecord): Bundle["inputs"] {
  const count = (kind: string): number => inputs.filter((input) => input.kind === kind).length;
  return {
    returns: count("return"),
    reference: count("reference"),
    corrections: count("correction"),
    sha256: listHash(inputs)
  };
}
