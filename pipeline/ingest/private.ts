import type {DuckDBConnection} from "@duckdb/node-api";
import type {Contract} from "../contracts/contract.js";
import {linkageOf} from "../contracts/linkage.js";
import {literal} from "../warehouse.js";
import {quoted} from "./statement.js";

/** Tables of the private database: the texts of several files, the files judged, rows not in order, what is wrong, those held. */
export const RECEIVED = "private.main.received";
export const JUDGED = "private.main.judged";
export const TOLD = "private.main.told";
export const FOUND = "private.main.found";
export const HELD = "private.main.held";
export const PEOPLE = "private.main.people";

/** Columns of raw that linkage fills, for rows about learners. */
export const PEOPLE_COLUMNS = ["person_key", "age_band", "home_lea_code", "workplace_lea_code"] as const;

/** Attaches the private database, where personal values live until people are linked: in memory, apart from the warehouse. */
export async function preparePrivate(connection: DuckDBConnection): Promise<void> {
  await connection.run(`attach if not exists ':memory:' as private;
create table if not exists ${PEOPLE} (
    file_id integer, record_number integer, collection varchar, provider varchar, learner varchar,
    family_name varchar, given_names varchar, birth_date date, sex varchar,
    home_postcode varchar, workplace_postcode varchar
)`);
}

/** Drops what was made for the files at hand. */
export async function dropJudged(connection: DuckDBConnection): Promise<void> {
  for (const table of [RECEIVED, JUDGED, TOLD, FOUND, HELD]) await connection.run(`drop table if exists ${table}`);
}

/**
 * Keeps what tells who the learners of the judged files' accepted rows are, until `linkPeople`; `fileId` and `recordNumber`
 * are SQL over the judged rows.
 */
export async function keepPeople(
  connection: DuckDBConnection,
  {contract, fileId, recordNumber}: {contract: Contract; fileId: string; recordNumber: string}
): Promise<void> {
  const linkage = linkageOf(contract.collection);
  if (!linkage) return;
  const {provider, learner, familyName, givenNames, birthDate, sex, homePostcode, workplacePostcode} = linkage;
  const names = [provider, learner, familyName, givenNames, birthDate, sex, homePostcode, workplacePostcode];
  await connection.run(`insert into ${PEOPLE}
select ${fileId}, ${recordNumber}, ${literal(contract.collection)}, ${names.map((name) => `judged.${quoted(name)}`).join(", ")}
from ${JUDGED} as judged
where judged.rowid not in (select held.record from ${HELD} as held)`);
}
