import type {DuckDBConnection} from "@duckdb/node-api";
import {LINKAGES} from "../contracts/linkage.js";
import {type Linkage, linkSensitivity} from "../methods/linkage.js";
import {literal, query, type Value} from "../warehouse.js";
import {PEOPLE} from "./private.js";

/** Thresholds at which the linkage is done again, to show how much hangs on the one chosen. */
const THRESHOLDS = [0.5, 0.75, 0.9, 0.95, 0.99, 0.999] as const;

export interface LinkageRecordOptions {
  linkage: Linkage;
  chosen: number; // the threshold by which persons are counted
  join: (connection: DuckDBConnection, options: {pairs: string; into: string}) => Promise<void>;
  pairs: (threshold: number) => string; // a select of learners to join: one, other
}

/** A way of telling persons apart. */
interface Method {
  method: "none" | "exact" | "probabilistic";
  threshold: number | null;
  pairs: string; // a select of learners who are one person
}

/** Makes `raw.linkage` and `raw.linkage_people`, empty. */
export async function prepareLinkage(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create or replace table raw.linkage (
    method varchar, threshold decimal(4, 3), is_chosen boolean, records integer, learners integer, pairs integer,
    persons integer, estimated_precision double, estimated_recall double
);
create or replace table raw.linkage_people (
    method varchar, threshold decimal(4, 3), collection varchar, file_id integer, record_number integer, person_key varchar
)`);
}

/**
 * Fills `raw.linkage`, one row per way of telling persons apart (each provider's references alone, same names with the
 * same birth date and sex, linkage at several thresholds), and `raw.linkage_people`, the keyed hash that a record would
 * have under it where that is another one than it has. Nothing in them is personal.
 */
export async function recordLinkage(
  connection: DuckDBConnection,
  {linkage, chosen, join, pairs}: LinkageRecordOptions
): Promise<void> {
  await prepareLinkage(connection);
  const methods: Method[] = [
    {method: "none", threshold: null, pairs: "select 0 as one, 0 as other where false"},
    {method: "exact", threshold: null, pairs: SAME_NAMING},
    ...THRESHOLDS.map((threshold) => ({method: "probabilistic" as const, threshold, pairs: pairs(threshold)}))
  ];
  const qualities = await linkSensitivity(connection, {
    pairs: "private.main.learner_pairs",
    thresholds: THRESHOLDS,
    found: linkage.found
  });
  for (const {method, threshold, pairs: edges} of methods) {
    const labels = "private.main.other_labels";
    await join(connection, {pairs: `(${edges})`, into: labels});
    const [counts] = await query(
      connection,
      `select count(*) as learners, count(distinct label) as persons,
    (select count(*) from (select distinct least(one, other), greatest(one, other) from (${edges}) where one <> other)) as pairs
from ${labels}`
    );
    const quality = qualities.find((of) => of.threshold === threshold);
    const isChosen = threshold === chosen;
    const row: Value[] = [method, threshold, isChosen, linkage.records, counts?.learners ?? 0, counts?.pairs ?? 0];
    row.push(counts?.persons ?? 0, quality?.precision ?? null, quality?.recall ?? null);
    await connection.run(`insert into raw.linkage values (${row.map(literal).join(", ")})`);
    if (!isChosen) await keepOthers(connection, {method, threshold, labels});
  }
}

const SAME_NAMING = `select min(records.learner_number) over naming as one, records.learner_number as other
    from private.main.learner_records as records
    where records.family_name is not null and records.given_names is not null
        and records.birth_date is not null and records.sex is not null
    window naming as (partition by records.family_name, records.given_names, records.birth_date, records.sex)`;

async function keepOthers(
  connection: DuckDBConnection,
  {method, threshold, labels}: Omit<Method, "pairs"> & {labels: string}
): Promise<void> {
  for (const {collection} of LINKAGES)
    await connection.run(`create or replace table private.main.other_keys as
select people.file_id, people.record_number, keys.person_key
from ${labels} as others
inner join private.main.labels as labels using (learner_number)
inner join private.main.learners as learners using (learner_number)
inner join private.main.learner_keys as keys on keys.learner_number = others.label
inner join ${PEOPLE} as people on people.provider = learners.provider and people.learner = learners.learner
where others.label <> labels.label and people.collection = ${literal(collection)}
order by people.file_id, people.record_number;
insert into raw.linkage_people
select ${literal(method)}, ${literal(threshold)}, ${literal(collection)}, keys.file_id, keys.record_number, keys.person_key
from private.main.other_keys as keys`);
}
