import {cpSync, existsSync, mkdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type AtExit, neverExits} from "./atExit.js";
import {readRelease} from "./audit/release.js";
import {auditJson} from "./audit/report.js";
import {auditRelease} from "./auditRelease.js";
import {runChecks} from "./checks.js";
import {COLLECTIONS} from "./contracts/collections.js";
import {SURFACE} from "./contracts/published/figureTables.js";
import {REFERENCE_TABLES} from "./contracts/reference/tables.js";
import {UserError} from "./error.js";
import {passGate} from "./gate/gate.js";
import {inspectRelease} from "./gate/inspectRelease.js";
import {shownBefore} from "./gate/previous.js";
import type {LedgerFilter} from "./ingest/ledger.js";
import {prepareRaw} from "./ingest/load.js";
import {linkPeople} from "./ingest/people.js";
import {ingestReference, ingestReturns, readsRealPeople} from "./ingest/returns.js";
import {holdLock} from "./lock.js";
import {type Log, silent} from "./log.js";
import {buildModels, readModels} from "./models.js";
import {ownCode} from "./ownCode.js";
import {sealRelease} from "./publish/manifest.js";
import {publish} from "./publish/publish.js";
import {recover, switchInto} from "./publish/switch.js";
import {readBuilt} from "./release/builtSite.js";
import {type BuildRecord, recordBuild, writeRecord} from "./release/record.js";
import {answered, readSigned, refuseSynthetic, refuseUnsigned, type Signed} from "./release/signed.js";
import {writeReports} from "./report/writeReport.js";
import {hashKey, roundingSeed} from "./secrets.js";
import {buildSite} from "./site/build.js";
import {literal, openWarehouse} from "./warehouse.js";

/** The date that each publication describes, unless told otherwise: the plan's pages, and the page on today. */
export const AS_AT = {plan: "2004-06-30", today: "2026-11-01"} as const;

export interface BuildOptions {
  root: string; // the project: data/returns, data/reference, data/corrections
  out?: string; // where build, dist and src/data go; defaults to root
  asAt?: string; // builds from what had been received by this date; defaults to each publication's own
  previous?: string; // the data folder of the release before: what did not change keeps its rounding
  origin?: "all" | "real"; // "real" builds without any synthetic return
  final?: string; // a signed checklist: builds the data that were signed in their final form
  threads?: number; // never changes an output
  environment?: Readonly<Record<string, string | undefined>>; // where the hash key is looked for
  log?: Log;
  atExit?: AtExit; // what to undo where the build is interrupted
}

export interface BuildResult {
  dist: string; // the site, with data, ready to serve
  files: number;
  rowsRead: number;
  rowsAccepted: number;
  rowsHeld: number;
  figures: number;
}

/** The folder of the program. */
export const MACHINERY = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Takes the returns of a project to its published data and site, as drafts or in their final form. Whatever stops it, `dist`
 * stays wholly old or becomes wholly new. What is to be final and is synthetic, not what was signed, or not in order is refused.
 */
export async function build({root, out = root, log = silent, final, ...options}: BuildOptions): Promise<BuildResult> {
  const {atExit = neverExits, environment = {}, ...choices} = options;
  const places = placesIn(out);
  const key = keyFor(root, {environment, ...choices}); // first, so that a build that cannot be writes nothing
  const signed = final === undefined ? undefined : readSigned(final);
  mkdirSync(places.build, {recursive: true});
  const lock = holdLock(join(places.build, "lock"));
  const clean = (): void => {
    rmSync(join(places.next, "private"), {recursive: true, force: true});
    lock.release();
  };
  const stay = atExit(clean);
  try {
    recover(places.dist);
    recover(places.siteData);
    rmSync(places.next, {recursive: true, force: true});
    mkdirSync(join(places.next, "private"), {recursive: true, mode: 0o700});
    const seed = roundingSeed(environment, key);
    const {asAt, previous} = choices;
    const record = await recordBuild({
      root,
      machinery: MACHINERY,
      filter: returnsFilter(choices),
      asAt,
      signed,
      previous,
      key,
      seed
    });
    if (signed && readsSynthetic(record)) refuseSynthetic(signed.path);
    const counts = await walk({root, next: places.next, key, seed, signed, log, ...choices});
    log.step("Building the site and the reports");
    const dataFolder = join(places.next, "src-data");
    await allDone([
      buildSite({
        workFolder: join(places.next, "site"),
        dataFolder,
        outputFolder: join(places.next, "dist"),
        log,
        atExit
      }),
      writeReports({dataFolder, outputFolder: join(places.next, "reports")})
    ]);
    for (const folder of ["data", "reports"])
      cpSync(join(places.next, folder), join(places.next, "dist", folder), {recursive: true});
    log.step("Publishing");
    sealRelease(join(places.next, "dist"));
    if (signed) await refuseOpen(join(places.next, "dist"), {signed, record});
    writeRecord(join(places.next, "built.json"), {record, dist: join(places.next, "dist")});
    switchInto(join(places.next, "dist"), places.dist);
    if (existsSync(dirname(places.siteData))) switchInto(join(places.next, "src-data"), places.siteData);
    switchInto(join(places.next, "warehouse.duckdb"), places.warehouse);
    switchInto(join(places.next, "built.json"), places.record);
    rmSync(places.next, {recursive: true, force: true});
    return {dist: places.dist, ...counts};
  } finally {
    stay();
    clean();
  }
}

const readsSynthetic = ({inputs}: BuildRecord): boolean => inputs.some(({ledger}) => ledger?.origin === "synthetic");

/** The tool fills its part of the checklist from what is about to be published; only the answers come from who signed. */
async function refuseOpen(dist: string, {signed, record}: {signed: Signed; record: BuildRecord}): Promise<void> {
  const {checklist} = await readBuilt(dist, {hasPrevious: record.previous !== null});
  answered(checklist, signed);
}

/** Returns when all are done, whatever becomes of any; then throws what stopped the first that failed. */
async function allDone(works: readonly Promise<unknown>[]): Promise<void> {
  for (const work of await Promise.allSettled(works)) if (work.status === "rejected") throw work.reason;
}

interface WalkOptions extends Omit<BuildOptions, "out" | "final" | "environment" | "atExit"> {
  next: string;
  key: string;
  seed: string;
  signed?: Signed;
  log: Log;
}

async function walk({root, next, key, seed, signed, log, asAt, previous, origin = "all", threads = 2}: WalkOptions) {
  const folder = join(next, "private");
  const warehouse = await openWarehouse(join(next, "warehouse.duckdb"), {threads, temporaryDirectory: folder});
  const {connection} = warehouse;
  const planDate = asAt ?? AS_AT.plan;
  try {
    const returnsFolder = join(root, "data", "returns");
    const correctionsFolder = join(root, "data", "corrections");
    log.step("Reading reference tables", REFERENCE_TABLES.length);
    await ingestReference(connection, {
      referenceFolder: join(root, "data", "reference"),
      tables: REFERENCE_TABLES,
      folder,
      log
    });
    await prepareRaw(connection, COLLECTIONS);
    const read = await ingestReturns(connection, {
      returnsFolder,
      correctionsFolder,
      contracts: COLLECTIONS,
      asAt: asAt ?? publicationDate,
      origin,
      folder,
      log
    });
    log.step("Linking people");
    await linkPeople(connection, {key});
    await describeRelease(connection, {asAt: planDate, origin});
    const models = await readModels(join(MACHINERY, "pipeline"));
    await buildModels(connection, models, {log});
    log.step("Checking");
    await runChecks(connection, {folder: join(MACHINERY, "pipeline", "checks")});
    log.step("Passing the gate");
    const before = previous === undefined ? undefined : shownBefore(readRelease(previous).tables, SURFACE);
    const gate = await passGate(connection, {models, asAt: planDate, seed, previous: before, before: previous});
    const {uncovered} = await inspectRelease(connection, {code: ownCode(join(MACHINERY, "pipeline"))});
    for (const {indicator, unit} of uncovered)
      log.warn(`${indicator} (${unit}) does not say how many returns it rests on`);
    log.step("Writing published files");
    const catalogue = await publish(connection, {out: next, asAt: planDate, signedBy: signed?.signOff.signed_by});
    if (signed) refuseUnsigned(signed, catalogue);
    log.step("Attacking what is about to be published");
    await refuseUnsafe(join(next, "data"), {previous});
    return {...read, figures: gate.figures};
  } finally {
    warehouse.close();
  }
}

/** The gate has proved that what it lets out is safe; this reads what was written, and knows nothing else. */
async function refuseUnsafe(folder: string, {previous}: {previous?: string}): Promise<void> {
  const result = await auditRelease(folder, {previous});
  writeFileSync(join(folder, "audit.json"), auditJson(result));
  if (!result.isSafe)
    throw new UserError(
      `${folder}: expected a release that is safe to publish; got ${result.faults.length} faults and ${result.disclosures.length} numbers that can be told. \`uptake audit ${folder}\` names them.`
    );
}

function keyFor(root: string, {asAt, origin, environment = {}}: Omit<BuildOptions, "root">): string {
  const filter = {contracts: COLLECTIONS, ...returnsFilter({asAt, origin})};
  return hashKey(environment, {isReal: readsRealPeople(join(root, "data", "returns"), filter)});
}

/** Returns which returns a build reads: those received by its date, or by that of each publication. */
export function returnsFilter({asAt, origin}: Pick<BuildOptions, "asAt" | "origin">): LedgerFilter {
  return {asAt: asAt ?? publicationDate, origin};
}

/** Collections of our own time; the others belong to the plan's. */
const COLLECTIONS_OF_TODAY: readonly string[] = ["apprenticeships", "ilr"];

function publicationDate(collection: string): string {
  return COLLECTIONS_OF_TODAY.includes(collection) ? AS_AT.today : AS_AT.plan;
}

async function describeRelease(
  connection: DuckDBConnection,
  {asAt, origin}: {asAt: string; origin: string}
): Promise<void> {
  await connection.run(
    `create table reference.release as select ${literal(asAt)}::date as as_at_date, ${literal(origin)} as origin_filter`
  );
}

function placesIn(out: string) {
  const build = join(out, "build");
  return {
    build,
    next: join(build, "next"),
    warehouse: join(build, "warehouse.duckdb"),
    record: join(build, "built.json"),
    dist: join(out, "dist"),
    siteData: join(out, "src", "data")
  };
}
