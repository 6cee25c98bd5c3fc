import type {DuckDBConnection} from "@duckdb/node-api";
import {LINKAGES} from "../contracts/linkage.js";
import {connectedComponents} from "../methods/connectedComponents.js";
import {type Linkage, linkRecords} from "../methods/linkage.js";
import {literal, query} from "../warehouse.js";
import {keyedHash, paddedKeys} from "./hash.js";
import {fixedModel, LEARNER_BLOCKING, LEARNER_COMPARISONS, LEAST_RECORDS} from "./likeness.js";
import {recordLinkage} from "./linkageRecord.js";
import {PEOPLE, PEOPLE_COLUMNS} from "./private.js";
import {quoted} from "./statement.js";

const AGE_DATE = "2003-08-31";
const UNKNOWN_POSTCODE = "ZZ99ZZ";

/** Records whose probability of being one person's is at least this are taken to be. */
const LINK_THRESHOLD = 0.9;

/**
 * Links the learners of every file that has been loaded, writes what may be known of them (a keyed hash, age band, areas)
 * onto raw, records how the linkage went, and does away with the private database. Records are one person's where a
 * provider gives them the same reference, or where linkage finds them likely to be; and so on from record to record.
 */
export async function linkPeople(connection: DuckDBConnection, {key}: {key: string}): Promise<void> {
  try {
    await nameLearners(connection);
    const linkage = await compareLearners(connection);
    await joinLearners(connection, {pairs: `(${linkedPairs(LINK_THRESHOLD)})`, into: "private.main.labels"});
    await hashLearners(connection, key);
    await recordLinkage(connection, {linkage, chosen: LINK_THRESHOLD, join: joinLearners, pairs: linkedPairs});
    for (const {collection} of LINKAGES) await describeRows(connection, collection);
  } finally {
    await connection.run("detach private");
  }
}

/** A learner is a provider's reference; all are numbered in the order of their text, so that no file's turn matters. */
async function nameLearners(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create table private.main.learners as
with learners as (select distinct people.provider, people.learner from ${PEOPLE} as people)
select learners.provider, learners.learner,
    row_number() over (order by learners.provider, learners.learner) as learner_number
from learners;
create table private.main.learner_records as
with known as (
    select distinct learners.learner_number,
        ${name("family_name")} as family_name, ${name("given_names")} as given_names, people.birth_date, people.sex,
        ${postcode("home_postcode")} as home_postcode, ${postcode("workplace_postcode")} as workplace_postcode
    from ${PEOPLE} as people
    inner join private.main.learners as learners using (provider, learner)
)
select known.*,
    row_number() over (
        order by learner_number, family_name, given_names, birth_date, sex, home_postcode, workplace_postcode
    ) as record_number
from known`);
}

/** Compares learners' records, and writes `private.main.learner_pairs`. What a provider calls one learner is not compared. */
async function compareLearners(connection: DuckDBConnection): Promise<Linkage> {
  const [row] = await query(connection, "select count(*) as records from private.main.learner_records");
  const records = Number(row?.records);
  return await linkRecords(connection, {
    table: "private.main.learner_records",
    id: "record_number",
    into: "private.main.learner_persons",
    pairsInto: "private.main.learner_pairs",
    workspace: "private.main",
    blocking: LEARNER_BLOCKING,
    neverWithin: "learner_number",
    threshold: LINK_THRESHOLD,
    smoothing: 0.5,
    ...(records < LEAST_RECORDS ? fixedModel() : {comparisons: LEARNER_COMPARISONS})
  });
}

/** A select of the learners that pairs at a threshold hold together. */
function linkedPairs(threshold: number): string {
  return `select ones.learner_number as one, others.learner_number as other
    from private.main.learner_pairs as pairs
    inner join private.main.learner_records as ones on ones.record_number = pairs.id_one
    inner join private.main.learner_records as others on others.record_number = pairs.id_other
    where pairs.match_probability >= ${threshold}`;
}

/** Writes each learner's label: the lowest number among the learners who are one person. */
async function joinLearners(connection: DuckDBConnection, {pairs, into}: {pairs: string; into: string}): Promise<void> {
  const components = "private.main.learner_components";
  await connectedComponents(connection, {edges: pairs, into: components, workspace: "private.main"});
  await connection.run(`create or replace table ${into} as
select learners.learner_number, coalesce(components.component, learners.learner_number) as label
from private.main.learners as learners
left join ${components} as components on components.node = learners.learner_number`);
}

async function hashLearners(connection: DuckDBConnection, key: string): Promise<void> {
  await connection.run(
    `create table private.main.learner_keys as
select learners.learner_number, ${keyedHash("learners.provider || '/' || learners.learner")} as person_key
from private.main.learners as learners`,
    paddedKeys(key)
  );
}

async function describeRows(connection: DuckDBConnection, collection: string): Promise<void> {
  const [people] = await query(
    connection,
    `select count(*) as people_count from ${PEOPLE} as people where people.collection = ${literal(collection)}`
  );
  if (people?.people_count === 0) return;
  await connection.run(`create or replace table private.main.described as
select people.file_id, people.record_number, persons.person_key,
    case
        when people.birth_date is null then 'unknown'
        when date_sub('year', people.birth_date, date '${AGE_DATE}') < 25 then 'under_25'
        when date_sub('year', people.birth_date, date '${AGE_DATE}') < 35 then '25_34'
        when date_sub('year', people.birth_date, date '${AGE_DATE}') < 45 then '35_44'
        when date_sub('year', people.birth_date, date '${AGE_DATE}') < 55 then '45_54'
        else '55_over'
    end as age_band,
    home.lea_code as home_lea_code,
    workplace.lea_code as workplace_lea_code
from ${PEOPLE} as people
inner join private.main.learners as learners using (provider, learner)
inner join private.main.labels as labels using (learner_number)
inner join private.main.learner_keys as persons on persons.learner_number = labels.label
left join reference.postcode_districts as home on home.district = ${district("people.home_postcode")}
left join reference.postcode_districts as workplace on workplace.district = ${district("people.workplace_postcode")}
where people.collection = ${literal(collection)}`);
  await connection.run(`update raw.${quoted(collection)} as target
set ${PEOPLE_COLUMNS.map((name) => `${name} = described.${name}`).join(", ")}
from private.main.described as described
where described.file_id = target.file_id and described.record_number = target.record_number`);
}

/** Names are the same where their letters are, whatever the case, accents, spaces and hyphens. */
function name(column: string): string {
  return `nullif(regexp_replace(upper(strip_accents(people.${column})), '[^A-Z]', '', 'g'), '')`;
}

/** A postcode's letters and figures; nothing where it stands for one that is not known. */
function postcode(column: string): string {
  return `nullif(nullif(regexp_replace(upper(people.${column}), '[^A-Z0-9]', '', 'g'), '${UNKNOWN_POSTCODE}'), '')`;
}

/** The outward half of a postcode: all but its last three characters. */
function district(column: string): string {
  return `trim(left(upper(${column}), -3))`;
}
