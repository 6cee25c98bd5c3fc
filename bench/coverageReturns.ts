import type {DuckDBConnection} from "@duckdb/node-api";
import {readColumns} from "../pipeline/contracts/cell.js";
import {COLLECTIONS} from "../pipeline/contracts/collections.js";
import type {Contract} from "../pipeline/contracts/contract.js";
import {judge} from "../pipeline/ingest/judge.js";
import {type References, readReferences} from "../pipeline/ingest/refer.js";
import type {SimulatedFile} from "../pipeline/simulate/file.js";
import {literal} from "../pipeline/warehouse.js";

/** Files of a collection on their way, their columns in the contract's order. */
export interface Incoming {
  collection: string;
  files: readonly SimulatedFile[];
  keeps?: (row: readonly string[]) => boolean; // which rows are of use; all, if left out
}

/**
 * Puts simulated returns into schema raw in place of what stands there, as ingest would: the last file of each sender
 * received by the as-at date, its rows judged by the contract, those at fault left out.
 */
export async function receive(
  connection: DuckDBConnection,
  {returns, asAt}: {returns: readonly Incoming[]; asAt: string}
): Promise<void> {
  await connection.run("delete from raw.files");
  let fileId = 0;
  for (const {collection, files, keeps = () => true} of returns) {
    const contract = COLLECTIONS.find((of) => of.collection === collection);
    if (!contract) throw new Error(`unknown collection: ${collection}`);
    const references = await readReferences(connection, contract);
    const names = publicNames(contract).map((name) => `"${name}"`);
    const columns = [...names, "file_id", "record_number"];
    await connection.run(
      `create or replace temp table incoming (${columns.map((name) => `${name} varchar`).join(", ")})`
    );
    const appender = await connection.createAppender("incoming");
    for (const file of inUse(files, asAt)) {
      fileId += 1;
      await connection.run(
        `insert into raw.files (file_id, collection, period, sender_id, submission, received_date, origin, status)
values (${[fileId, collection, file.period, file.sender, file.submission, file.received, "synthetic", "used"].map(literal).join(", ")})`
      );
      for (const [record, cells] of accepted({contract, references, rows: file.rows.filter(keeps)})) {
        for (const cell of cells) {
          if (cell === null) appender.appendNull();
          else appender.appendVarchar(cell);
        }
        appender.appendVarchar(String(fileId));
        appender.appendVarchar(String(record));
        appender.endRow();
      }
    }
    appender.closeSync();
    await connection.run(`delete from raw.${collection};
insert into raw.${collection} (${columns.join(", ")}) select ${columns.join(", ")} from incoming;
drop table incoming`);
  }
}

/** The file in use of each sender: the last received by the date. */
function inUse(files: readonly SimulatedFile[], asAt: string): SimulatedFile[] {
  const last = new Map<string, SimulatedFile>();
  for (const file of files) if (file.received <= asAt) last.set(file.sender, file);
  return [...last.values()];
}

interface Judged {
  contract: Contract;
  references: References;
  rows: readonly (readonly string[])[];
}

function* accepted({contract, references, rows}: Judged): Generator<[number, (string | null)[]]> {
  const judgeRow = judge(contract, {references});
  const columns = readColumns(contract).map(({name}) => name);
  const names = publicNames(contract);
  for (const [index, cells] of rows.entries()) {
    const {row, issues} = judgeRow(Object.fromEntries(columns.map((name, place) => [name, cells[place]])));
    if (issues.some(({severity}) => severity === "error")) continue;
    yield [index + 1, names.map((name) => (row[name] === null || row[name] === undefined ? null : String(row[name])))];
  }
}

const publicNames = (contract: Contract): string[] =>
  readColumns(contract)
    .filter(({isPersonal}) => !isPersonal)
    .map(({name}) => name);
