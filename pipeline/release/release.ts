import {copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {type AtExit, neverExits} from "../atExit.js";
import {UserError} from "../error.js";
import {grouped} from "../layout.js";
import {holdLock} from "../lock.js";
import {MANIFEST} from "../publish/manifest.js";
import {type Bundle, bundleFolder, LISTS} from "./bundle.js";
import {writeRevisions} from "./changes.js";
import {type Described, describe, type ReleaseAsked} from "./describe.js";
import {hashedFile} from "./hashedFile.js";
import {bundlePage} from "./page.js";
import {readRecord} from "./record.js";
import {writeSeal} from "./seal.js";

export interface ReleaseOptions extends ReleaseAsked {
  atExit?: AtExit; // what to undo where the sealing is interrupted
}

export interface ReleaseResult {
  folder: string;
  seal: string; // one hash for all that it holds
  bundle: Bundle;
}

/**
 * Seals what the last build published as `releases/NAME`, whole or not at all. A name that is taken, files that are not
 * as built, an audit that is stale or unsafe, a gap in the series, and a build that is not in the form asked for are refused.
 */
export async function release({root, name, atExit = neverExits, ...options}: ReleaseOptions): Promise<ReleaseResult> {
  const releases = join(root, "releases");
  const folder = bundleFolder(releases, name);
  if (existsSync(folder))
    throw new UserError(
      `${folder}: expected a name that is not taken; a sealed release is never changed. Choose another, and say --corrects ${name} if it puts that one right.`
    );
  const dist = join(root, "dist");
  const next = join(releases, `.${name}.sealing`);
  readRecord(join(root, "build", "built.json"), {dist}); // first, so that a release that cannot be writes nothing
  const lock = holdLock(join(root, "build", "lock")); // no build may switch dist meanwhile
  const clean = (): void => {
    rmSync(next, {recursive: true, force: true});
    lock.release();
  };
  const stay = atExit(clean);
  try {
    const made = await describe({root, name, ...options});
    forgetInterrupted(releases);
    await writeBundle(next, {...made, dist, releases});
    const seal = writeSeal(next);
    renameSync(next, folder);
    return {folder, seal, bundle: made.bundle};
  } finally {
    stay();
    clean();
  }
}

/** Returns what was sealed as text for a terminal. */
export function releaseText({folder, seal, bundle}: ReleaseResult): string {
  const {name, status, origin, outputs, changes} = bundle;
  const next =
    status === "final"
      ? "final: signed off"
      : origin === "synthetic"
        ? "draft: some of its figures are synthetic, so it can never be final"
        : `draft: to make it final, fill in and sign a copy of ${join(folder, LISTS.signOff)}, run \`uptake build --final FILE\` with the options of this build, then \`uptake release NAME --final\``;
  return [
    `${folder}: sealed, ${grouped(outputs.files)} files of the site listed`,
    ...(changes
      ? [
          `${grouped(changes.added)} figures added, ${grouped(changes.revised)} revised, ${grouped(changes.withdrawn)} withdrawn since the release before`
        ]
      : []),
    next,
    `seal ${seal} (\`uptake verify ${name} --seal …\` holds it to this)`
  ].join("\n");
}

/** What of the site a release has a copy of; below `data` stand what pages show and other forms of the same figures. */
const HELD = {whole: /^(data|reports)\//, compact: /^data\/[^/]+$/} as const;

async function writeBundle(
  next: string,
  {bundle, record, signOff, manifest, dist, releases}: Described & {dist: string; releases: string}
): Promise<void> {
  mkdirSync(next, {recursive: true});
  const write = (file: string, value: unknown): void =>
    writeFileSync(join(next, file), `${JSON.stringify(value, null, 2)}\n`);
  write(LISTS.inputs, record.inputs);
  write(LISTS.code, record.code.files);
  write(LISTS.tools, record.tools);
  write(LISTS.signOff, signOff);
  copyFileSync(join(dist, MANIFEST), join(next, LISTS.outputs));
  for (const {file, sha256: hash} of manifest.files) {
    if (!HELD[bundle.holds].test(file)) continue;
    mkdirSync(dirname(join(next, file)), {recursive: true});
    copyFileSync(join(dist, file), join(next, file));
    if (hashedFile(next, file).sha256 !== hash)
      throw new UserError(
        `${file}: expected the file that was built; it changed meanwhile. Run \`uptake build\` again.`
      );
  }
  const before = bundle.previous?.release;
  if (before)
    await writeRevisions(join(next, LISTS.revisions), {
      data: join(next, "data"),
      previous: join(releases, before, "data")
    });
  write("release.json", bundle);
  writeFileSync(join(next, "README.md"), bundlePage(bundle, signOff));
}

/** A sealing that was killed left its folder; whoever holds the lock is the only one at work. */
function forgetInterrupted(releases: string): void {
  mkdirSync(releases, {recursive: true});
  for (const name of readdirSync(releases))
    if (/^\..+\.sealing$/.test(name)) rmSync(join(releases, name), {recursive: true, force: true});
}
