import type {DuckDBConnection} from "@duckdb/node-api";
import {readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {UserError} from "../error.js";
import {compile} from "./compile.js";
import {findFaults, listIssues} from "./listing.js";
import {dropJudged, JUDGED, preparePrivate} from "./private.js";
import {lookups} from "./refer.js";
import type {Source} from "./source.js";
import {quoted} from "./statement.js";

export interface ReferenceOptions {
  source: Source;
  contract: Contract;
  file?: string; // defaults to data/reference/<table>.csv; named in what is said of it
}

/** Reads a reference table into schema reference; it is ours, so a fault in it ends the build. */
export async function loadReference(
  connection: DuckDBConnection,
  {source, contract, file = `data/reference/${contract.collection}.csv`}: ReferenceOptions
): Promise<void> {
  await preparePrivate(connection);
  await connection.run("create schema if not exists reference");
  const table = `reference.${quoted(contract.collection)}`;
  if (lookups(contract).some((lookup) => lookup.table === contract.collection))
    // a table that refers to its own rows is looked up in its text
    await connection.run(`create or replace table ${table} as ${source.relation}`);
  await connection.run(
    `create or replace table ${JUDGED} as ${compile(contract, {relation: source.relation, present: source.columns})}`
  );
  try {
    await findFaults(connection, contract);
    const issues = await listIssues(connection, {files: [{source, start: 0}], contract});
    const [first] = issues;
    if (first) {
      const others = issues.length > 1 ? ` There are others: ${issues.length - 1} more are known.` : "";
      throw new UserError(
        `${file}: ${first.place}, ${first.column}: expected ${first.expected}; got ${first.got} (${first.code}). ${first.remedy}${others}`
      );
    }
    const names = readColumns(contract).map(({name}) => `judged.${quoted(name)}`);
    await connection.run(`create or replace table ${table} as
select ${names.join(", ")} from ${JUDGED} as judged order by judged.rowid`);
  } finally {
    await dropJudged(connection);
  }
}
