import type {DuckDBConnection} from "@duckdb/node-api";
import {readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {query} from "../warehouse.js";
import {faults, type Issue, issue} from "./fault.js";
import {FOUND, HELD, JUDGED, TOLD} from "./private.js";
import type {Source} from "./source.js";
import {quoted} from "./statement.js";

export interface ListedIssue extends Issue {
  recordNumber: number | null; // null in the line that counts the rest
  place: string;
}

const LISTED = 20; // rows listed for a column and code of one file; the others are held and counted all the same

/**
 * Writes into the private database what is wrong with the judged file: in `told` the rows that are not in order and their
 * texts, in `found` a line for each row and fault, in `held` the rows with an error. Keys are judged here, since they run
 * across rows.
 */
export async function findFaults(
  connection: DuckDBConnection,
  contract: Contract
): Promise<{rowsRead: number; rowsHeld: number}> {
  await connection.run(`create or replace table ${TOLD} as
select judged.rowid as record, judged.faults, judged.cells from ${JUDGED} as judged where judged.cells is not null;
create or replace table ${FOUND} as
select told.record, unnest(told.faults) as place from ${TOLD} as told`);
  const first = faults(contract).length - contract.keys.length;
  for (const [place, {columns}] of contract.keys.entries())
    await findDuplicates(connection, {contract, columns, place: first + place});
  const errors = faults(contract).flatMap(({severity}, place) => (severity === "error" ? [place] : []));
  await connection.run(`create or replace table ${HELD} as
select told.record, told.cells
from ${TOLD} as told
where told.record in (select found.record from ${FOUND} as found where found.place in (${errors.join(", ")}))
order by told.record`);
  const [counts] = await query(
    connection,
    `select (select count(*) from ${JUDGED}) as rows_read, (select count(*) from ${HELD}) as rows_held`
  );
  return {rowsRead: Number(counts?.rows_read), rowsHeld: Number(counts?.rows_held)};
}

/** Returns what people are told: the first rows of each fault, with their places, and how many more there are. */
export async function listIssues(
  connection: DuckDBConnection,
  {source, contract}: {source: Pick<Source, "place">; contract: Contract}
): Promise<readonly ListedIssue[]> {
  const columns = readColumns(contract);
  const rows = await query(
    connection,
    `with listed as (
    select found.place, found.record, count(*) over (partition by found.place) as rows_count,
        row_number() over (partition by found.place order by found.record) as turn
    from ${FOUND} as found
    qualify turn <= ${LISTED}
)
select listed.place, listed.record, listed.rows_count, listed.turn, to_json(told.cells)::varchar as cells
from listed
inner join ${TOLD} as told using (record)
order by listed.place, listed.record`
  );
  const issues: ListedIssue[] = [];
  for (const {place, record, rows_count, turn, cells} of rows) {
    const fault = faults(contract)[Number(place)];
    if (!fault) throw new Error(`unknown fault: ${place}`);
    const texts: (string | null)[] = JSON.parse(String(cells));
    const row = Object.fromEntries(columns.map(({name}, at) => [name, texts[at] ?? null]));
    const recordNumber = Number(record) + 1;
    issues.push({
      ...issue(contract, fault, row),
      recordNumber,
      place: await source.place(recordNumber, fault.column)
    });
    if (turn === LISTED && Number(rows_count) > LISTED)
      issues.push({
        ...issue(contract, fault, {}),
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
  {contract, columns, place}: {contract: Contract; columns: readonly string[]; place: number}
): Promise<void> {
  const key = columns.map((name) => `judged.${quoted(name)}`).join(", ");
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
    select judged.rowid as record, row_number() over (partition by ${key} order by judged.rowid) as turn
    from ${JUDGED} as judged
    where ${whole} and hash(${key}) in (select doubled.hashed from doubled)
)
select keyed.record, ${place} from keyed where keyed.turn > 1;
insert into ${TOLD}
select judged.rowid, null, ${cells(contract)}
from ${JUDGED} as judged
where judged.rowid in (select found.record from ${FOUND} as found where found.place = ${place})
    and judged.rowid not in (select told.record from ${TOLD} as told)`);
}

/** A row in order keeps no texts; its values, all written in the one way that is taken, give them back. */
function cells(contract: Contract): string {
  const values = readColumns(contract).map(({name}) => `judged.${quoted(name)}::varchar`);
  return `[${values.join(", ")}]`;
}
