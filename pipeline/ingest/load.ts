import type {DuckDBConnection} from "@duckdb/node-api";
import {readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {linkageOf} from "../contracts/linkage.js";
import {literal, query} from "../warehouse.js";
import {compile, sqlType} from "./compile.js";
import {type Correction, correct} from "./correct.js";
import {MASK} from "./fault.js";
import {prepareLinkage} from "./linkageRecord.js";
import {FILE_PLACE, findFaults, type JudgedFile, type ListedIssue, listIssues} from "./listing.js";
import {dropJudged, HELD, JUDGED, keepPeople, PEOPLE_COLUMNS, preparePrivate, RECEIVED} from "./private.js";
import type {Source} from "./source.js";
import {quoted} from "./statement.js";

export interface FileToLoad {
  source: Source;
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
    status varchar, rows_read integer, rows_accepted integer, rows_held integer,
    corrections_count integer
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
  {contract, ...file}: FileToLoad & {contract: Contract}
): Promise<Counts> {
  const [counts] = await loadFiles(connection, {contract, files: [file]});
  if (!counts) throw new Error("missing counts: of the file");
  return counts;
}

/**
 * Loads files of one collection as `loadFile` does, each judged apart, but all in the same few statements: planning one
 * takes longer than reading a small file. All of the files or nothing; returns the counts of each.
 */
export async function loadFiles(
  connection: DuckDBConnection,
  {contract, files}: {contract: Contract; files: readonly FileToLoad[]}
): Promise<readonly Counts[]> {
  try {
    await judge(connection, {contract, files});
    const judged = await findFaults(connection, contract, {files: files.length});
    const batch = files.map((file, place) => ({start: 0, rowsRead: 0, rowsHeld: 0, ...file, ...judged[place]}));
    const issues = await listIssues(connection, {files: batch, contract});
    const places = await readPlaces(connection, batch);
    const fileId = ofFile(batch.map((file) => file.fileId));
    const start = ofFile(batch.map((file) => file.start));
    const recordNumber = `judged.rowid - ${start("judged")} + 1`;
    await keepPeople(connection, {contract, fileId: fileId("judged"), recordNumber});
    await connection.run("begin");
    try {
      await insertRows(connection, {contract, fileId: fileId("judged"), recordNumber, batch});
      await insertHeld(connection, {contract, fileId: fileId("held"), start: start("held"), places, batch});
      await insertIssues(connection, {batch, issues});
      await connection.run("commit");
    } catch (error) {
      await connection.run("rollback");
      const ids = files.map((file) => file.fileId).join(", ");
      await connection.run(`delete from private.main.people where file_id in (${ids})`);
      throw error;
    }
    return batch.map(({rowsRead, rowsHeld}) => ({rowsRead, rowsHeld, rowsAccepted: rowsRead - rowsHeld}));
  } finally {
    await dropJudged(connection);
  }
}

type LoadedFile = FileToLoad & JudgedFile;

async function judge(
  connection: DuckDBConnection,
  {contract, files}: {contract: Contract; files: readonly FileToLoad[]}
): Promise<void> {
  const relations: string[] = [];
  for (const {source, corrections = []} of files)
    relations.push(await correct(connection, {source, contract, corrections}));
  const present = readColumns(contract).flatMap(({name}) =>
    files.some(({source}) => source.columns.includes(name)) ? [name] : []
  );
  const [only = ""] = relations;
  if (files.length > 1) await bringTogether(connection, {files, relations, present});
  const options =
    files.length > 1 ? {relation: `select * from ${RECEIVED}`, present, kept: [FILE_PLACE]} : {relation: only, present};
  await connection.run(`create or replace table ${JUDGED} as ${compile(contract, options)}`);
}

/** Writes the texts of several files into one table: judged as they are read, each would be a pipeline with all its tests. */
async function bringTogether(
  connection: DuckDBConnection,
  {files, relations, present}: {files: readonly FileToLoad[]; relations: readonly string[]; present: readonly string[]}
): Promise<void> {
  const selects = relations.map((relation, place) => {
    const has = new Set(files[place]?.source.columns);
    const names = present.map((name) => (has.has(name) ? quoted(name) : `null::varchar as ${quoted(name)}`));
    return `select ${names.join(", ")}, ${place} as ${FILE_PLACE} from (${relation}) as source`;
  });
  await connection.run(`create or replace table ${RECEIVED} as ${selects.join("\nunion all\n")}`);
}

/** Returns SQL for what belongs to the file of a row of `judged` or `held`. */
function ofFile(values: readonly number[]): (table: "judged" | "held") => string {
  const [only = 0] = values;
  if (values.length === 1) return () => String(only);
  return (table) => `([${values.join(", ")}])[${table}.${table === "held" ? "file" : FILE_PLACE} + 1]`;
}

interface InsertOptions {
  contract: Contract;
  fileId: string; // SQL, as are `recordNumber` and `start`
  batch: readonly LoadedFile[];
}

async function insertRows(
  connection: DuckDBConnection,
  {contract, fileId, recordNumber, batch}: InsertOptions & {recordNumber: string}
): Promise<void> {
  const names = publicColumns(contract).map(({name}) => quoted(name));
  await connection.run(`insert into raw.${quoted(contract.collection)} (${[...names, "file_id", "record_number"].join(", ")})
select ${names.map((name) => `judged.${name}`).join(", ")}, ${fileId}, ${recordNumber}
from ${JUDGED} as judged
${isHeld(batch) ? `where judged.rowid not in (select held.record from ${HELD} as held)` : ""}`);
}

async function insertHeld(
  connection: DuckDBConnection,
  {contract, fileId, start, places, batch}: InsertOptions & {start: string; places: ReadonlyMap<number, string>}
): Promise<void> {
  if (!isHeld(batch)) return;
  const content = readColumns(contract).map(({name, isPersonal}, place) => {
    const cell = `held.cells[${place + 1}]`;
    return `${literal(name)}, ${isPersonal ? `case when ${cell} is not null then '${MASK}' end` : cell}`;
  });
  const known = [...places].map(([record, place]) => `(${record}, ${literal(place)})`);
  const recordNumber = `held.record - ${start} + 1`;
  await connection.run(`insert into raw.held
select ${fileId}, ${literal(contract.collection)}, ${recordNumber},
    coalesce(places.place, 'record ' || (${recordNumber})), json_object(${content.join(", ")})
from ${HELD} as held
left join (values ${known.join(", ")}) as places (record, place) using (record)
order by held.record`);
}

/** Writes what is wrong, and the counts of the files. */
async function insertIssues(
  connection: DuckDBConnection,
  {batch, issues}: {batch: readonly LoadedFile[]; issues: readonly ListedIssue[]}
): Promise<void> {
  for (let from = 0; from < issues.length; from += 500) {
    const lines = issues
      .slice(from, from + 500)
      .map(({file, recordNumber, place, column, code, severity, ...words}) => {
        const fileId = batch[file]?.fileId ?? null;
        const values = [fileId, recordNumber, place, column, code, severity, words.expected, words.got, words.remedy];
        return `(${values.map(literal).join(", ")})`;
      });
    await connection.run(`insert into raw.issues values ${lines.join(",\n")}`);
  }
  const counts = batch.map(
    ({fileId, rowsRead, rowsHeld, corrections = []}) =>
      `(${fileId}, ${rowsRead}, ${rowsRead - rowsHeld}, ${rowsHeld}, ${corrections.length})`
  );
  await connection.run(`update raw.files as files
set rows_read = counts.rows_read, rows_accepted = counts.rows_accepted, rows_held = counts.rows_held,
    corrections_count = counts.corrections_count
from (values ${counts.join(", ")}) as counts (file_id, rows_read, rows_accepted, rows_held, corrections_count)
where counts.file_id = files.file_id`);
}

async function readPlaces(
  connection: DuckDBConnection,
  batch: readonly LoadedFile[]
): Promise<ReadonlyMap<number, string>> {
  const places = new Map<number, string>();
  if (!isHeld(batch)) return places;
  const rows = await query(
    connection,
    `select held.file, held.record
from ${HELD} as held
qualify row_number() over (partition by held.file order by held.record) <= ${LISTED_PLACES}
order by held.record`
  );
  for (const {file, record} of rows) {
    const of = batch[Number(file)];
    if (of) places.set(Number(record), await of.source.place(Number(record) - of.start + 1));
  }
  return places;
}

function isHeld(batch: readonly LoadedFile[]): boolean {
  return batch.some(({rowsHeld}) => rowsHeld > 0);
}

function publicColumns(contract: Contract) {
  return readColumns(contract).filter(({isPersonal}) => !isPersonal);
}
