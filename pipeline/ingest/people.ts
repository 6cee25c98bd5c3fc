import type {DuckDBConnection} from "@duckdb/node-api";
import {LINKAGES} from "../contracts/linkage.js";
import {literal, query} from "../warehouse.js";
import {keyedHash, paddedKeys} from "./hash.js";
import {PEOPLE, PEOPLE_COLUMNS} from "./private.js";
import {quoted} from "./statement.js";

const AGE_DATE = "2003-08-31";

/**
 * Links the learners of every file that has been loaded, writes what may be known of them (a keyed hash, age band, areas)
 * onto raw, and does away with the private database. Records are one person's where a provider gives them the same
 * reference, or where names, birth date and sex are the same; and so on from record to record.
 */
export async function linkPeople(connection: DuckDBConnection, {key}: {key: string}): Promise<void> {
  try {
    await nameLearners(connection);
    await joinLearners(connection);
    await hashPeople(connection, key);
    for (const {collection} of LINKAGES) await describeRows(connection, collection);
  } finally {
    await connection.run("detach private");
  }
}

/** A learner is a provider's reference; learners are numbered in the order of their text, so that no file's turn matters. */
async function nameLearners(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create table private.main.learners as
with learners as (select distinct people.provider, people.learner from ${PEOPLE} as people)
select learners.provider, learners.learner,
    row_number() over (order by learners.provider, learners.learner) as learner_number
from learners;
create table private.main.labels as
select learners.learner_number, learners.learner_number as label from private.main.learners as learners;
create table private.main.namings as
select distinct learners.learner_number,
    hash(${name("family_name")}, ${name("given_names")}, people.birth_date, people.sex) as naming_hash,
    concat_ws('/', ${name("family_name")}, ${name("given_names")}, people.birth_date, people.sex) as naming
from ${PEOPLE} as people
inner join private.main.learners as learners using (provider, learner)
where ${name("family_name")} <> '' and ${name("given_names")} <> ''
    and people.birth_date is not null and people.sex is not null`);
}

/** Learners with the same naming take the lowest number among them, until none changes. */
async function joinLearners(connection: DuckDBConnection): Promise<void> {
  for (;;) {
    await connection.run(`create or replace table private.main.lower_labels as
with by_naming as (
    select namings.naming_hash, namings.naming, min(labels.label) as label
    from private.main.namings as namings
    inner join private.main.labels as labels using (learner_number)
    group by all
), by_learner as (
    select namings.learner_number, min(by_naming.label) as label
    from private.main.namings as namings
    inner join by_naming using (naming_hash, naming)
    group by all
)
select labels.learner_number, by_learner.label
from private.main.labels as labels
inner join by_learner using (learner_number)
where by_learner.label < labels.label`);
    const [changed] = await query(connection, "select count(*) as labels_count from private.main.lower_labels");
    if (changed?.labels_count === 0) return;
    await connection.run(`update private.main.labels as labels set label = lower_labels.label
from private.main.lower_labels as lower_labels
where lower_labels.learner_number = labels.learner_number`);
  }
}

async function hashPeople(connection: DuckDBConnection, key: string): Promise<void> {
  await connection.run(
    `create table private.main.persons as
with persons as (select distinct labels.label from private.main.labels as labels)
select persons.label, ${keyedHash("learners.provider || '/' || learners.learner")} as person_key
from persons
inner join private.main.learners as learners on learners.learner_number = persons.label`,
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
inner join private.main.persons as persons using (label)
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
  return `regexp_replace(upper(strip_accents(people.${column})), '[^A-Z]', '', 'g')`;
}

/** The outward half of a postcode: all but its last three characters. */
function district(column: string): string {
  return `trim(left(upper(${column}), -3))`;
}
