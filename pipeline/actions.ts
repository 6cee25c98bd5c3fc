import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import pc from "picocolors";
import type {AtExit} from "./atExit.js";
import {UserError} from "./error.js";
import type {Rebuilder} from "./release/rebuild.js";
import type {BuildResult} from "./run.js";

/** What the verbs use of the machine they run on. */
export interface Machine {
  isTerminal: boolean; // whether a person watches
  errors: NodeJS.WriteStream; // where progress goes
  environment: Readonly<Record<string, string | undefined>>;
  atExit: AtExit;
  say(text: string): void;
  /** Returns when a person presses Ctrl+C, which from now on ends nothing else. */
  interruption(): Promise<void>;
}

export interface BuildFlags {
  asAt?: string;
  previous?: string;
  origin: "all" | "real";
  final?: string;
  threads: number;
  json?: boolean;
}
export type ReportName = "july-progress" | "area";
export interface ReportFlags {
  area?: string;
  all?: boolean;
  out: string;
  json?: boolean;
}
export interface AuditFlags {
  previous?: string;
  json?: boolean;
}
export interface ReleaseFlags {
  final?: boolean;
  compact?: boolean;
  corrects?: string;
  json?: boolean;
}
export interface VerifyFlags {
  seal?: string;
  rebuild: boolean;
  json?: boolean;
}

/** Builds, shows its progress and says what was read and published. */
export async function runBuild(
  root: string,
  {json, asAt, previous, origin, final, threads, machine}: BuildFlags & {machine: Machine}
): Promise<BuildResult> {
  const [{build}, {progressLog}] = await Promise.all([import("./run.js"), import("./progress.js")]);
  const {errors, environment, atExit, say} = machine;
  const log = progressLog(errors);
  const stay = atExit(() => log.close({isDone: false})); // gives the terminal its cursor back
  try {
    const result = await build({
      root,
      asAt,
      previous: previous === undefined ? undefined : dataFolder(previous),
      origin,
      final,
      threads,
      environment,
      log,
      atExit
    });
    log.close();
    say(json ? JSON.stringify(result, null, 2) : summary(result));
    return result;
  } finally {
    stay();
    log.close({isDone: false});
  }
}

function summary({files, rowsRead, rowsAccepted, rowsHeld, figures, dist}: BuildResult): string {
  const number = (of: number): string => of.toLocaleString("en-GB");
  return [
    `${number(files)} returns: ${number(rowsRead)} rows read = ${number(rowsAccepted)} accepted + ${number(rowsHeld)} held`,
    `${number(figures)} figures published; the site stands in ${dist}`
  ].join("\n");
}

/**
 * Audits published files and says what was found; unsafe ones are a UserError. Without a folder it is what the project has
 * published last.
 */
export async function runAudit(
  folder: string | undefined,
  {root, previous, json, machine}: AuditFlags & {root: string; machine: Machine}
): Promise<void> {
  const [{auditRelease}, {auditJson, auditText}] = await Promise.all([
    import("./auditRelease.js"),
    import("./audit/report.js")
  ]);
  const read = folder === undefined ? await published(root) : dataFolder(folder);
  const before = previous === undefined ? undefined : dataFolder(previous);
  const result = await auditRelease(read, {previous: before});
  const beside = before === undefined ? "" : `, beside the release before in ${before}`;
  machine.say(json ? auditJson(result).trimEnd() : `${read}${beside}\n${auditText(result)}`);
  const count = result.faults.length + result.disclosures.length;
  if (!result.isSafe) throw new UserError(`${read}: expected files that are safe to publish; got ${count} faults.`);
}

/** Writes the July report, or the packs of one area or of all, from what was last built, and says where they stand. */
export async function runReport(
  name: ReportName,
  {root, out, area, all = false, json, machine}: ReportFlags & {root: string; machine: Machine}
): Promise<void> {
  if ((name === "area") !== (all || area !== undefined))
    throw new UserError("report: expected --area or --all with area, and with nothing else; got another choice.", {
      exitCode: 2
    });
  const {writeAreaPacks, writeJulyReport} = await import("./report/writeReport.js");
  const data = await published(root);
  const place = {dataFolder: resolve(data, "..", "_arrow"), catalogue: join(data, "catalogue.json")};
  const options = {...place, outputFolder: resolve(out)};
  const written = name === "area" ? await writeAreaPacks({...options, area}) : [await writeJulyReport(options)];
  const claims = written.reduce((sum, report) => sum + report.claims.length, 0);
  const files = written.map(({file}) => `${join(out, file)}\n`).join("");
  const said = `${files}${claims.toLocaleString("en-GB")} claims, all true of the published cells`;
  const told = written.map(({file, bytes, claims: {length}}) => ({file, bytes, claims: length}));
  machine.say(json ? JSON.stringify(told, null, 2) : said);
}

/** Returns the folder of the data of a release, which may be named itself or by the folder of the site around it. */
function dataFolder(folder: string): string {
  const found = [resolve(folder), resolve(folder, "data")].find((path) => existsSync(join(path, "catalogue.json")));
  if (!found)
    throw new UserError(`${folder}: expected published data with catalogue.json, such as dist/data; found none there.`);
  return found;
}

/** Seals what the last build published, and says how it stands and what is open. */
export async function runRelease(
  name: string,
  {root, json, machine, ...options}: ReleaseFlags & {root: string; machine: Machine}
): Promise<void> {
  const {release, releaseText} = await import("./release/release.js");
  const result = await release({root, name, ...options, atExit: machine.atExit});
  machine.say(json ? JSON.stringify(result, null, 2) : releaseText(result));
}

/** Checks a sealed release, builds it again where all is at hand, and says what was found; faults are a UserError. */
export async function runVerify(
  name: string,
  {root, seal, rebuild, json, machine}: VerifyFlags & {root: string; machine: Machine}
): Promise<void> {
  const [{build, MACHINERY, returnsFilter}, {verificationText, verifyRelease}] = await Promise.all([
    import("./run.js"),
    import("./release/verify.js")
  ]);
  const {environment, atExit} = machine;
  const tool: Rebuilder = {
    machinery: MACHINERY,
    environment,
    filter: returnsFilter,
    build: (options) => build({...options, environment, atExit})
  };
  const result = await verifyRelease({root, name, seal, tool, isRebuilt: rebuild, atExit});
  machine.say(json ? JSON.stringify(result, null, 2) : verificationText(result));
  const {faults} = result;
  if (faults.length > 0)
    throw new UserError(`${name}: expected a release that is as it was sealed, and safe; got ${faults.length} faults.`);
}

/** Serves a site until a person ends it. */
export async function runServe(folder: string, {port, machine}: {port: number; machine: Machine}): Promise<void> {
  const {serve} = await import("./site/serve.js");
  const server = await serve(folder, {port});
  const ended = machine.interruption();
  machine.say(`${pc.bold("Uptake")} is at ${pc.cyan(server.url)} (Ctrl+C ends it)`);
  await ended;
  await server.close();
}

/** Returns the folder of published files of a project; one where no build has finished is a UserError. */
export async function published(root: string): Promise<string> {
  const {publishedFolder} = await import("./publish/switch.js");
  const folder = publishedFolder(resolve(root, "dist"));
  if (!folder)
    throw new UserError(`${root}: expected published files in dist; found none. Run \`uptake build\` first.`);
  return folder;
}
