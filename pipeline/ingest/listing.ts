import type {DuckDBConnection} from "@duckdb/node-api";
import {readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {query} from "../warehouse.js";
import {faults, type Issue, issue} from "./fault.js";
import {FOUND, HELD, JUDGED, TOLD} from "./private.js";
import type {Source} from "./source.js";
import {quoted} from "./statement.js";

export interface ListedIssue extends Issue {
  file: number; // place of its file among those judged
  recordNumber: number | null; // null in the line that counts the rest
  place: string;
}

/** How a judged file stands in the table of those judged together. */
export interface JudgedFile {
  start: number; // its first row's place
  rowsRead: number;
  rowsHeld: number;
}

/** The column of a table of several files that says which of them a row is of, from 0. */
export const FILE_PLACE = "file_place";

const LISTED = 20; // rows listed for a column and code of one file; the others are held and counted all the same

/**
 * Writes into the private database what is wrong with the judged files: in `told` the rows that are not in order and their
 * texts, in `found` a line for each row and fault, in `held` the rows with an error. Keys are judged here, since they run
 * across the rows of a file. Returns how the `files` stand; where they are several, the judged table has FILE_PLACE.
 */
export async function findFaults(
  connection: DuckDBConnection,
  contract: Contract,
  {files = 1}: {files?: number} = {}
): Promise<readonly JudgedFile[]> {
  const file = files === 1 ? "0" : `judged.${FILE_PLACE}`;
  await connection.run(`create or replace table ${TOLD} as
select judged.rowid as record, ${file} as file, judged.faults, judged.cells
from ${JUDGED} as judged
where judged.cells is not null;
create or replace table ${FOUND} as
select told.record, told.file, unnest(told.faults) as place from ${TOLD} as told`);
  const first = faults(contract).length - contract.keys.length;
  for (const [place, {columns}] of contract.keys.entries())
    await findDuplicates(connection, {contract, columns, place: first + place, file});
  const errors = faults(contract).flatMap(({severity}, place) => (severity === "error" ? [place] : []));
  await connection.run(`create or replace table ${HELD} as
select told.record, told.file, told.cells
from ${TOLD} as told
where told.record in (select found.record from ${FOUND} as found where found.place in (${errors.join(", ")}))
order by told.record`);
  return await readJudged(connection, {files, file});
}

async function readJudged(
  connection: DuckDBConnection,
  {files, file}: {files: number; file: string}
): Promise<readonly JudgedFile[]> {
  const rows = await query(
    connection,
    `with spans as (
    select ${file} as file, min(judged.rowid) as first, max(judged.rowid) as last, count(*) as rows_read
    from ${JUDGED} as judged
    group by all
    having rows_read > 0
), holdings as (
    select held.file, count(*) as rows_held from ${HELD} as held group by all
)
select spans.*, coalesce(holdings.rows_held, 0) as rows_held from spans left join holdings using (file)`
  );
  const judged: JudgedFile[] = Array.from({length: files}, () => ({start: 0, rowsRead: 0, rowsHeld: 0}));
  for (const row of rows) {
    const [start, rowsRead] = [Number(row.first), Number(row.rows_read)];
    // Records are numbered by their places, so a file's rows must stand together.
    if (Number(row.last) - start + 1 !== rowsRead) throw new Error(`invalid order: rows of file ${row.file} are apart`);
    judged[Number(row.file)] = {start, rowsRead, rowsHeld: Number(row.rows_held)};
  }
  return judged;
}

/** Returns what people are told of each file: the first rows of each fault, with their places, and how many more there are. */
export async function listIssues(
  connection: DuckDBConnection,
  {files, contract}: {files: readonly {source: Pick<Source, "place">; start: number}[]; contract: Contract}
): Promise<readonly ListedIssue[]> {
  const columns = readColumns(contract);
  const rows = await query(
    connection,
    `with listed as (
    select found.file, found.place, found.record,
        count(*) over (partition by found.file, found.place) as rows_count,
        row_number() over (partition by found.file, found.place order by found.record) as turn
    from ${FOUND} as found
    qualify turn <= ${LISTED}
)
select listed.file, listed.place, listed.record, listed.rows_count, listed.turn,
    to_json(told.cells)::varchar as cells
from listed
inner join ${TOLD} as told using (record)
order by listed.file, listed.place, listed.record`
  );
  const issues: ListedIssue[] = [];
  for (const {file, place, record, rows_count, turn, cells} of rows) {
    const fault = faults(contract)[Number(place)];
    const at = files[Number(file)];
    if (!fault || !at) throw new Error(`unknown fault: ${place} of file ${file}`);
    const texts: (string | null)[] = JSON.parse(String(cells));
    const row = Object.fromEntries(columns.map(({name}, index) => [name, texts[index] ?? null]));
    const recordNumber = Number(record) - at.start + 1;
    issues.push({
      ...issue(contract, fault, row),
      file: Number(file),
      recordNumber,
      place: await at.source.place(recordNumber, fault.column)
    });
    if (turn === LISTED && Number(rows_count) > LISTED)
      issues.push({
        ...issue(contract, fault, {}),
        file: Number(file),
        recordNumber: null,
        place: "further rows",
        got: `… and ${Number(rows_count) - LISTED} more`
      });
  }
  return issues;
}

/** The first row of a key is kept. Equal hashes are sought first: cheap, and in most files there are none. */
async function findDuplicates(
  connection: DuckDBConnection,
  {contract, columns, place, file}: {contract: Contract; columns: readonly string[]; place: number; file: string}
): Promise<void> {
  const key = [file, ...columns.map((name) => `judged.${quoted(name)}`)].join(", ");
  const whole = columns.map((name) => `judged.${quoted(name)} is not null`).join(" and ");
  const [hashes] = await query(
    connection,
    `select count(*) - count(distinct hash(${key})) as doubled_count from ${JUDGED} as judged where ${whole}`
  );
  if (hashes?.doubled_count === 0) return;
  await connection.run(`insert into ${FOUND}
with doubled as (
    select hash(${key}) as hashed from ${JUDGED} as judged where ${whole} group by all having count(*) > 1
), keyed as (
    select judged.rowid as record, ${file} as file, row_number() over (partition by ${key} order by judged.rowid) as turn
    from ${JUDGED} as judged
    where ${whole} and hash(${key}) in (select doubled.hashed from doubled)
)
select keyed.record, keyed.file, ${place} from keyed where keyed.turn > 1;
insert into ${TOLD}
select judged.rowid, ${file}, null, ${cells(contract)}
from ${JUDGED} as judged
where judged.rowid in (select found.record from ${FOUND} as found where found.place = ${place})
    and judged.rowid not in (select told.record from ${TOLD} as told)`);
}

/** A row in order keeps no texts; its values, all written in the one way that is taken, give them back. */
function cells(contract: Contract): string {
  const values = readColumns(contract).map(({name}) => `judged.${quoted(name)}::varchar`);
  return `[${values.join(", ")}]`;
}
