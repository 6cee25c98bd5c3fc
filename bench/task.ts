import {createReadStream, mkdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type DuckDBAppender, DuckDBDateValue} from "@duckdb/node-api";
import {parse} from "csv-parse";
import {type Cell, type Kind, readColumns} from "../pipeline/contracts/cell.js";
import {enrolment} from "../pipeline/contracts/enrolment.js";
import {linkageOf} from "../pipeline/contracts/linkage.js";
import {REFERENCE_TABLES} from "../pipeline/contracts/reference/tables.js";
import {judge} from "../pipeline/ingest/judge.js";
import {loadFile, prepareRaw} from "../pipeline/ingest/load.js";
import {openSource} from "../pipeline/ingest/open.js";
import {PEOPLE_COLUMNS} from "../pipeline/ingest/private.js";
import {readReferences} from "../pipeline/ingest/refer.js";
import {ingestReference} from "../pipeline/ingest/returns.js";
import {literal, openWarehouse, type Warehouse} from "../pipeline/warehouse.js";

export type Task = "text" | "ingest" | "rows";

export interface Measurement {
  seconds: number; // from the open database to the closed file
  peakBytes: number; // of the whole process
  bytes: number; // of the database file
  note: string;
}

const [task, path, folder] = process.argv.slice(2);
if (path === undefined || folder === undefined) throw new Error("missing argument: path or folder");
const TASKS: Readonly<Record<string, typeof loadText>> = {text: loadText, ingest, rows: judgeRows};
const run = TASKS[task ?? ""];
if (!run) throw new Error(`unknown task: ${task}`);

const work = join(folder, "work");
rmSync(work, {recursive: true, force: true});
mkdirSync(work);
const file = join(work, "warehouse.duckdb");
const warehouse = await openWarehouse(file, {temporaryDirectory: join(work, "private")});
const {seconds, note} = await run(warehouse, path);
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({seconds, peakBytes, bytes: statSync(file).size, note} satisfies Measurement));

/** DuckDB alone, every column as text: the least that getting a file into a table costs. */
async function loadText({connection, close}: Warehouse, from: string) {
  const columns = readColumns(enrolment).map(({name}) => `${literal(name)}: 'varchar'`);
  const options = `columns = {${columns.join(", ")}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"'`;
  return timed(async () => {
    await connection.run(`create table enrolment as select * from read_csv(${literal(from)}, ${options})`);
    close();
    return "";
  });
}

/** As a build does it: read, typed, judged, split, personal values kept apart. */
async function ingest(warehouse: Warehouse, from: string) {
  const {connection, close} = warehouse;
  await prepare(warehouse);
  await prepareRaw(connection, [enrolment]);
  return timed(async () => {
    const {source, refusal} = await openSource(from, enrolment, {folder: work});
    if (!source) throw new Error(`refused file: ${refusal?.code}`);
    const {rowsRead, rowsAccepted, rowsHeld} = await loadFile(connection, {source, contract: enrolment, fileId: 1});
    await source.close();
    close();
    return `${rowsRead} read = ${rowsAccepted} accepted + ${rowsHeld} held`;
  });
}

/** The same contract row by row, and the same rows into the same tables by DuckDB's appender. */
async function judgeRows(warehouse: Warehouse, from: string) {
  const {connection, close} = warehouse;
  await prepare(warehouse);
  await prepareRaw(connection, [enrolment]);
  const references = await readReferences(connection, enrolment);
  return timed(async () => {
    const judgeRow = judge(enrolment, {references});
    const columns = readColumns(enrolment);
    const accepted = await connection.createAppender("enrolment", "raw");
    const people = await connection.createAppender("people", "main", "private");
    const of = Object.values(linkageOf(enrolment.collection) ?? {}).slice(1);
    let record = 0;
    let held = 0;
    for await (const cells of createReadStream(from).pipe(parse({columns: true}))) {
      record++;
      const {row, issues} = judgeRow(cells);
      if (issues.some(({severity}) => severity === "error")) {
        held++;
        continue;
      }
      for (const {name, kind, isPersonal} of columns) if (!isPersonal) append(accepted, kind.type, row[name] ?? null);
      accepted.appendInteger(1);
      accepted.appendInteger(record);
      for (const _ of PEOPLE_COLUMNS) accepted.appendNull();
      accepted.endRow();
      people.appendInteger(1);
      people.appendInteger(record);
      people.appendVarchar(enrolment.collection);
      for (const name of of)
        append(people, columns.find((column) => column.name === name)?.kind.type ?? "text", row[name] ?? null);
      people.endRow();
    }
    accepted.closeSync();
    people.closeSync();
    close();
    return `${record} read, ${held} held`;
  });
}

function append(appender: DuckDBAppender, type: Kind["type"], cell: Cell): void {
  if (cell === null) appender.appendNull();
  else if (type === "integer") appender.appendInteger(Number(cell));
  else if (type === "date") appender.appendDate(new DuckDBDateValue(Date.parse(String(cell)) / 86_400_000));
  else appender.appendVarchar(String(cell));
}

async function prepare({connection}: Warehouse): Promise<void> {
  await ingestReference(connection, {
    referenceFolder: fileURLToPath(new URL("../data/reference", import.meta.url)),
    tables: REFERENCE_TABLES,
    folder: work
  });
}

async function timed(body: () => Promise<string>): Promise<{seconds: number; note: string}> {
  const from = performance.now();
  const note = await body();
  return {seconds: (performance.now() - from) / 1000, note};
}
