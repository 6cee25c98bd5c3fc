import type {DuckDBConnection} from "@duckdb/node-api";
import {readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {linkageOf} from "../contracts/linkage.js";
import {literal, query} from "../warehouse.js";
import {compile, sqlType} from "./compile.js";
import {type Correction, correct} from "./correct.js";
import {MASK} from "./fault.js";
import {prepareLinkage} from "./linkageRecord.js";
import {findFaults, type ListedIssue, listIssues} from "./listing.js";
import {dropJudged, HELD, JUDGED, keepPeople, PEOPLE_COLUMNS, preparePrivate} from "./private.js";
import type {Source} from "./source.js";
import {quoted} from "./statement.js";

export interface LoadOptions {
  source: Source;
  contract: Contract;
  fileId: number; // of the line that the caller has put into raw.files; its counts are filled in here
  corrections?: readonly Correction[]; // those of this very file
}

export interface Counts {
  rowsRead: number;
  rowsAccepted: number;
  rowsHeld: number;
}

const LISTED_PLACES = 200; // held rows whose place is looked up; the others go by their record's number

/** Creates schema raw with its tables for files, issues and held rows, one for each contract, and the private database. */
export async function prepareRaw(connection: DuckDBConnection, contracts: readonly Contract[]): Promise<void> {
  await connection.run(`create schema if not exists raw;
create or replace table raw.files (
    file_id integer, file varchar, collection varchar, period varchar, sender_id varchar, submission integer,
    sha256 varchar, received_date date, origin varchar, publisher varchar, url varchar, licence varchar,
    status varchar, rows_read integer, rows_accepted integer, rows_held integer
);
create or replace table raw.issues (
    file_id integer, record_number integer, place varchar, column_name varchar, code varchar, severity varchar,
    expected varchar, got varchar, remedy varchar
);
create or replace table raw.held (
    file_id integer, collection varchar, record_number integer, place varchar, content json
);`);
  for (const contract of contracts) {
    const columns = [
      ...publicColumns(contract).map((column) => `${quoted(column.name)} ${sqlType(column)}`),
      "file_id integer",
      "record_number integer",
      ...(linkageOf(contract.collection) ? PEOPLE_COLUMNS.map((name) => `${name} varchar`) : [])
    ];
    await connection.run(`create or replace table raw.${quoted(contract.collection)} (${columns.join(", ")})`);
  }
  await prepareLinkage(connection);
  await preparePrivate(connection);
}

/**
 * Judges every row of a file and moves it to raw: accepted, or held with its reasons; all of the file or nothing. What
 * DuckDB refuses to read is thrown as it comes.
 */
export async function loadFile(
  connection: DuckDBConnection,
  {source, contract, fileId, corrections = []}: LoadOptions
): Promise<Counts> {
  const relation = await correct(connection, {source, contract, corrections});
  await connection.run(
    `create or replace table ${JUDGED} as ${compile(contract, {relation, present: source.columns})}`
  );
  try {
    const {rowsRead, rowsHeld} = await findFaults(connection, contract);
    const counts = {rowsRead, rowsHeld, rowsAccepted: rowsRead - rowsHeld};
    const issues = await listIssues(connection, {source, contract});
    const places = await readPlaces(connection, source);
    await keepPeople(connection, {contract, fileId});
    await connection.run("begin");
    try {
      await insert(connection, {contract, fileId, issues, places, counts});
      await connection.run("commit");
    } catch (error) {
      await connection.run("rollback");
      await connection.run(`delete from private.main.people where file_id = ${fileId}`);
      throw error;
    }
    return counts;
  } finally {
    await dropJudged(connection);
  }
}

interface InsertOptions {
  contract: Contract;
  fileId: number;
  issues: readonly ListedIssue[];
  places: ReadonlyMap<number, string>;
  counts: Counts;
}

async function insert(
  connection: DuckDBConnection,
  {contract, fileId, issues, places, counts}: InsertOptions
): Promise<void> {
  const names = publicColumns(contract).map(({name}) => quoted(name));
  await connection.run(`insert into raw.${quoted(contract.collection)} (${[...names, "file_id", "record_number"].join(", ")})
select ${names.map((name) => `judged.${name}`).join(", ")}, ${fileId}, judged.rowid + 1
from ${JUDGED} as judged
${counts.rowsHeld > 0 ? `where judged.rowid not in (select held.record from ${HELD} as held)` : ""}`);
  if (counts.rowsHeld > 0) await insertHeld(connection, {contract, fileId, places});
  for (let from = 0; from < issues.length; from += 500) {
    const lines = issues.slice(from, from + 500).map(({recordNumber, place, column, code, severity, ...words}) => {
      const values = [recordNumber, place, column, code, severity, words.expected, words.got, words.remedy];
      return `(${fileId}, ${values.map(literal).join(", ")})`;
    });
    await connection.run(`insert into raw.issues values ${lines.join(",\n")}`);
  }
  await connection.run(`update raw.files
set rows_read = ${counts.rowsRead}, rows_accepted = ${counts.rowsAccepted}, rows_held = ${counts.rowsHeld}
where file_id = ${fileId}`);
}

async function insertHeld(
  connection: DuckDBConnection,
  {contract, fileId, places}: Pick<InsertOptions, "contract" | "fileId" | "places">
): Promise<void> {
  const content = readColumns(contract).map(({name, isPersonal}, place) => {
    const cell = `held.cells[${place + 1}]`;
    return `${literal(name)}, ${isPersonal ? `case when ${cell} is not null then '${MASK}' end` : cell}`;
  });
  const known = [...places].map(([record, place]) => `(${record}, ${literal(place)})`);
  await connection.run(`insert into raw.held
select ${fileId}, ${literal(contract.collection)}, held.record + 1,
    coalesce(places.place, 'record ' || (held.record + 1)), json_object(${content.join(", ")})
from ${HELD} as held
left join (values ${known.join(", ")}) as places (record, place) using (record)
order by held.record`);
}

async function readPlaces(connection: DuckDBConnection, source: Source): Promise<ReadonlyMap<number, string>> {
  const rows = await query(connection, `select record from ${HELD} order by record limit ${LISTED_PLACES}`);
  const places = new Map<number, string>();
  for (const {record} of rows) places.set(Number(record), await source.place(Number(record) + 1));
  return places;
}

function publicColumns(contract: Contract) {
  return readColumns(contract).filter(({isPersonal}) => !isPersonal);
}
