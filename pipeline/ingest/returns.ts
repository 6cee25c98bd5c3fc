import {existsSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {UserError} from "../error.js";
import {type Log, silent} from "../log.js";
import {query} from "../warehouse.js";
import {batches, ingestFiles} from "./batch.js";
import {readCorrections} from "./correct.js";
import {
  currentFiles,
  type LedgerFilter,
  periodFault,
  type Receipt,
  readLedger,
  unlistedFiles,
  verifyFiles
} from "./ledger.js";
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
  for (const {contract, receipts} of batches(chosen, {returnsFolder})) {
    const options = {receipts, contract, contracts, returnsFolder, folder, corrections};
    const refusals = await ingestFiles(connection, options);
    for (const {file, fileId} of receipts) {
      const refusal = refusals.get(fileId);
      if (refusal) log.warn(`${file}: refused. ${describeFault(refusal)}`);
      log.tick();
    }
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
    if (!existsSync(file))
      throw new UserError(
        `${file}: expected a reference table (${contract.title}); found none. Copy it out of a new project, which \`uptake init\` makes.`
      );
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
function describeFault({code, place, expected, got, remedy}: FileFault): string {
  return `${code} ${place}: expected ${expected}; got ${got}. ${remedy}`;
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
