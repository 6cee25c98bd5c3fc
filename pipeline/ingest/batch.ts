import {statSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Contract} from "../contracts/contract.js";
import {UserError} from "../error.js";
import {literal} from "../warehouse.js";
import {type Correction, correctionsOf} from "./correct.js";
import {faultSeverity} from "./fileFaults.js";
import type {Receipt} from "./ledger.js";
import {loadFiles} from "./load.js";
import {openSource, type ReadableSource} from "./open.js";
import type {FileFault} from "./source.js";

/** Files of one collection that are read together. */
export interface Batch {
  contract: Contract;
  receipts: readonly Receipt[]; // their lines in the ledger
}

const MOST_FILES = 64;
const MOST_BYTES = 4 << 20; // rows of a batch are held in memory together

/** Returns files in their order as batches, each of one collection and none large unless a single file is. */
export function batches(
  chosen: readonly {receipt: Receipt; contract: Contract}[],
  {returnsFolder}: {returnsFolder: string}
): Batch[] {
  const all: {contract: Contract; receipts: Receipt[]; bytes: number}[] = [];
  for (const {receipt, contract} of chosen) {
    const {size} = statSync(join(returnsFolder, receipt.file));
    const last = all.at(-1);
    if (last?.contract === contract && last.receipts.length < MOST_FILES && last.bytes + size <= MOST_BYTES) {
      last.receipts.push(receipt);
      last.bytes += size;
    } else all.push({contract, receipts: [receipt], bytes: size});
  }
  return all;
}

export interface BatchOptions extends Batch {
  contracts: readonly Contract[];
  returnsFolder: string;
  folder: string; // private and temporary, for files on their way
  corrections: readonly Correction[];
}

/** Adds files to raw.files and reads them; returns why they are refused, by their numbers, for those that are. */
export async function ingestFiles(
  connection: DuckDBConnection,
  {receipts, contract, contracts, returnsFolder, folder, corrections}: BatchOptions
): Promise<ReadonlyMap<number, FileFault>> {
  await addFiles(connection, receipts);
  const refusals = new Map<number, FileFault>();
  const opened: Opened[] = [];
  try {
    for (const receipt of receipts) {
      const {fileId, file} = receipt;
      const {source, refusal} = await openSource(join(returnsFolder, file), contract, {folder, contracts});
      if (refusal) refusals.set(fileId, refusal);
      else opened.push({source, fileId, corrections: correctionsOf(corrections, receipt)});
    }
    for (const [fileId, refusal] of await loadReadable(connection, {contract, files: opened}))
      refusals.set(fileId, refusal);
  } finally {
    for (const {source} of opened) await source.close();
  }
  await addFaults(connection, [
    ...[...refusals].map(([fileId, fault]) => ({fileId, fault})),
    ...opened.flatMap(({fileId, source}) =>
      refusals.has(fileId) ? [] : source.warnings.map((fault) => ({fileId, fault}))
    )
  ]);
  if (refusals.size > 0)
    await connection.run(
      `update raw.files set status = 'refused' where file_id in (${[...refusals.keys()].join(", ")})`
    );
  return refusals;
}

interface Opened {
  source: ReadableSource;
  fileId: number;
  corrections: readonly Correction[];
}

/** Loads what DuckDB can read, and returns the faults of the rest: where it stops, each half is tried apart. */
async function loadReadable(
  connection: DuckDBConnection,
  {contract, files}: {contract: Contract; files: readonly Opened[]}
): Promise<[fileId: number, fault: FileFault][]> {
  const [first] = files;
  if (!first) return [];
  try {
    await loadFiles(connection, {contract, files});
    return [];
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (files.length === 1) {
      const fault = await first.source.explain(error);
      if (!fault) throw error;
      return [[first.fileId, fault]];
    }
  }
  const middle = files.length >> 1;
  return [
    ...(await loadReadable(connection, {contract, files: files.slice(0, middle)})),
    ...(await loadReadable(connection, {contract, files: files.slice(middle)}))
  ];
}

async function addFiles(connection: DuckDBConnection, receipts: readonly Receipt[]): Promise<void> {
  const lines = receipts.map((receipt) => {
    const {fileId, file, collection, period, sender, submission, sha256, receivedDate, origin} = receipt;
    const {publisher, url, licence} = receipt;
    const values = [fileId, file, collection, period, sender, submission, sha256, receivedDate, origin, publisher];
    return `(${[...values, url || null, licence, "replaced"].map(literal).join(", ")}, 0, 0, 0, 0)`;
  });
  await connection.run(`insert into raw.files (
    file_id, file, collection, period, sender_id, submission, sha256, received_date, origin, publisher, url, licence,
    status, rows_read, rows_accepted, rows_held, corrections_count
) values ${lines.join(",\n")}`);
}

async function addFaults(
  connection: DuckDBConnection,
  faults: readonly {fileId: number; fault: FileFault}[]
): Promise<void> {
  if (faults.length === 0) return;
  const lines = faults.map(({fileId, fault}) => {
    const {code, place, expected, got, remedy} = fault;
    const values = [fileId, null, place, null, code, faultSeverity(fault), expected, got, remedy];
    return `(${values.map(literal).join(", ")})`;
  });
  await connection.run(`insert into raw.issues (
    file_id, record_number, place, column_name, code, severity, expected, got, remedy
) values ${lines.join(",\n")}`);
}
