import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {UserError} from "../error.js";
import {type Log, silent} from "../log.js";
import {literal, query} from "../warehouse.js";
import {type Correction, correctionsOf, readCorrections} from "./correct.js";
import {faultSeverity} from "./fileFaults.js";
import {
  currentFiles,
  type LedgerFilter,
  periodFault,
  type Receipt,
  readLedger,
  unlistedFiles,
  verifyFiles
} from "./ledger.js";
import {loadFile} from "./load.js";
import {loadReference} from "./loadReference.js";
import {openSource} from "./open.js";
import type {FileFault} from "./source.js";

export interface ReturnsOptions extends LedgerFilter {
  returnsFolder: string;
  correctionsFolder?: string; // without it nothing is corrected
  contracts: readonly Contract[];
  folder: string; // private and temporary, for files on their way
  log?: Log;
}

export interface ReturnsCounts {
  files: number;
  rowsRead: number;
  rowsAccepted: number;
  rowsHeld: number;
}

/**
 * Reads every file that the ledger lists into schema raw, in the order of their addresses. A file that cannot be read is
 * reported and refused, and the others go on; a file that is not what was received ends the run.
 */
export async function ingestReturns(
  connection: DuckDBConnection,
  {returnsFolder, correctionsFolder, contracts, folder, log = silent, ...filter}: ReturnsOptions
): Promise<ReturnsCounts> {
  const receipts = readLedger(returnsFolder, filter);
  for (const file of unlistedFiles(returnsFolder)) log.warn(`${file}: not in the ledger, and not used.`);
  const chosen = receipts.map((receipt) => ({receipt, contract: contractOf(receipt, contracts)}));
  await verifyFiles(returnsFolder, receipts);
  const corrections = correctionsFolder === undefined ? [] : readCorrections(correctionsFolder);
  log.step("Reading returns", chosen.length);
  for (const {receipt, contract} of chosen) {
    const refusal = await ingestFile(connection, {receipt, contract, contracts, returnsFolder, folder, corrections});
    if (refusal) log.warn(`${receipt.file}: refused. ${describeFault(refusal)}`);
    log.tick();
  }
  await markFiles(connection, receipts);
  return countRows(connection);
}

/** Returns whether a build would read real returns that have columns about persons. */
export function readsRealPeople(
  returnsFolder: string,
  {contracts, ...filter}: LedgerFilter & {contracts: readonly Contract[]}
): boolean {
  const personal = new Set(
    contracts.filter((of) => readColumns(of).some(({isPersonal}) => isPersonal)).map(({collection}) => collection)
  );
  const receipts = readLedger(returnsFolder, filter);
  for (const receipt of receipts) contractOf(receipt, contracts);
  return receipts.some(({origin, collection}) => origin === "real" && personal.has(collection));
}

export interface ReferenceFolderOptions {
  referenceFolder: string;
  tables: readonly Contract[];
  folder: string;
  log?: Log;
}

/** Reads every reference table into schema reference; a fault in one ends the run. */
export async function ingestReference(
  connection: DuckDBConnection,
  {referenceFolder, tables, folder, log = silent}: ReferenceFolderOptions
): Promise<void> {
  await connection.run("create schema if not exists reference");
  for (const contract of tables) {
    const file = join(referenceFolder, `${contract.collection}.csv`);
    const {source, refusal} = await openSource(file, contract, {folder});
    if (refusal) throw new UserError(`${file}: ${describeFault(refusal)}`);
    try {
      await loadReference(connection, {source, contract, file});
    } catch (error) {
      const fault = await source.explain(error);
      throw fault ? new UserError(`${file}: ${describeFault(fault)}`) : error;
    } finally {
      await source.close();
    }
    log.tick();
  }
}

/** Returns a fault of a file as one sentence for people. */
export function describeFault({code, place, expected, got, remedy}: FileFault): string {
  return `${code} ${place}: expected ${expected}; got ${got}. ${remedy}`;
}

export interface FileOptions {
  receipt: Receipt; // the file's line in the ledger
  contract: Contract;
  contracts: readonly Contract[];
  returnsFolder: string;
  folder: string;
  corrections: readonly Correction[];
}

/** Adds a file to raw.files and reads it; returns why it is refused, where it is. */
export async function ingestFile(
  connection: DuckDBConnection,
  {receipt, contract, contracts, returnsFolder, folder, corrections}: FileOptions
): Promise<FileFault | undefined> {
  await addFile(connection, receipt);
  const {fileId} = receipt;
  const {source, refusal} = await openSource(join(returnsFolder, receipt.file), contract, {folder, contracts});
  if (refusal) return refuse(connection, {fileId, refusal});
  try {
    await loadFile(connection, {source, contract, fileId, corrections: correctionsOf(corrections, receipt)});
  } catch (error) {
    const fault = error instanceof UserError ? undefined : await source.explain(error);
    if (!fault) throw error;
    return refuse(connection, {fileId, refusal: fault});
  } finally {
    await source.close();
  }
  for (const warning of source.warnings) await addIssue(connection, {fileId, fault: warning});
  return undefined;
}

function contractOf({file, collection, period}: Receipt, contracts: readonly Contract[]): Contract {
  const contract = contracts.find((of) => of.collection === collection);
  if (!contract)
    throw new UserError(
      `${file}: expected one of the collections ${contracts.map((of) => of.collection).join(", ")}; got ${collection}. Correct the ledger.`
    );
  const fault = periodFault(period, contract);
  if (fault) throw new UserError(`${file}: ${fault}. Correct the ledger and the file's address.`);
  return contract;
}

async function addFile(connection: DuckDBConnection, receipt: Receipt): Promise<void> {
  const {fileId, file, collection, period, sender, submission, sha256, receivedDate, origin} = receipt;
  const {publisher, url, licence} = receipt;
  const values = [fileId, file, collection, period, sender, submission, sha256, receivedDate, origin, publisher];
  await connection.run(`insert into raw.files (
    file_id, file, collection, period, sender_id, submission, sha256, received_date, origin, publisher, url, licence,
    status, rows_read, rows_accepted, rows_held
) values (${[...values, url || null, licence, "replaced"].map(literal).join(", ")}, 0, 0, 0)`);
}

async function refuse(
  connection: DuckDBConnection,
  {fileId, refusal}: {fileId: number; refusal: FileFault}
): Promise<FileFault> {
  await addIssue(connection, {fileId, fault: refusal});
  await connection.run(`update raw.files set status = 'refused' where file_id = ${fileId}`);
  return refusal;
}

async function addIssue(
  connection: DuckDBConnection,
  {fileId, fault}: {fileId: number; fault: FileFault}
): Promise<void> {
  const {code, place, expected, got, remedy} = fault;
  const values = [fileId, null, place, null, code, faultSeverity(fault), expected, got, remedy];
  await connection.run(`insert into raw.issues (
    file_id, record_number, place, column_name, code, severity, expected, got, remedy
) values (${values.map(literal).join(", ")})`);
}

async function markFiles(connection: DuckDBConnection, receipts: readonly Receipt[]): Promise<void> {
  const refused = await query(connection, "select file_id from raw.files where status = 'refused'");
  const isRefused = new Set(refused.map(({file_id}) => file_id));
  const current = [...currentFiles(receipts, (fileId) => isRefused.has(fileId))];
  if (current.length === 0) return;
  await connection.run(`update raw.files set status = 'used' where file_id in (${current.join(", ")})`);
}

async function countRows(connection: DuckDBConnection): Promise<ReturnsCounts> {
  const [counts] = await query(
    connection,
    `select count(*) as files, coalesce(sum(rows_read), 0) as rows_read,
    coalesce(sum(rows_accepted), 0) as rows_accepted, coalesce(sum(rows_held), 0) as rows_held
from raw.files`
  );
  return {
    files: Number(counts?.files),
    rowsRead: Number(counts?.rows_read),
    rowsAccepted: Number(counts?.rows_accepted),
    rowsHeld: Number(counts?.rows_held)
  };
}
