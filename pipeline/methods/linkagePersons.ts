import type {DuckDBConnection} from "@duckdb/node-api";
import {query} from "../warehouse.js";
import {connectedComponents} from "./connectedComponents.js";
import type {Tables} from "./linkagePairs.js";
import {makeTable} from "./workingTable.js";

export interface PersonCounts {
  persons: number;
  largestPerson: number; // records of the person who has most
  splitPersons: number; // components that were larger than allowed, and were split
}

const STEP = 2; // bits by which an oversized component's weakest links must be stronger in the next round

/**
 * Writes each record's person: records joined by links, directly or through others. A component of more than
 * `mostRecords` records loses its weakest links (up to two bits above the weakest) and is looked at again, until it is
 * small enough or all its links are equally strong: then nothing speaks for one against another, and it stays.
 */
export async function resolvePersons(
  connection: DuckDBConnection,
  {
    tables,
    threshold,
    mostRecords,
    into,
    workspace
  }: {tables: Tables; threshold: number; mostRecords: number; into: string; workspace: string}
): Promise<PersonCounts> {
  const {scored, links, weak, components, records} = tables;
  await connection.run(`${makeTable(links)} as
select one, other, match_weight, match_probability from ${scored} where match_probability >= ${threshold}`);
  let split = 0;
  for (let round = 0; ; round++) {
    await connectedComponents(connection, {edges: links, into: components, workspace});
    const cut = await findWeakLinks(connection, {tables, mostRecords});
    if (round === 0) split = cut.components;
    if (cut.links === 0) break;
    await connection.run(`${makeTable(links)} as
select links.* from ${links} as links anti join ${weak} as weak on weak.one = links.one and weak.other = links.other`);
  }
  await connection.run(`${makeTable(into)} as
with ties as (
    select one as record, match_probability from ${links}
    union all
    select other as record, match_probability from ${links}
), strongest as (
    select ties.record, max(ties.match_probability) as match_probability from ties group by all
)
select records.id, coalesce(firsts.id, records.id) as person_id, strongest.match_probability
from ${records} as records
left join ${components} as components on components.node = records.record
left join ${records} as firsts on firsts.record = components.component
left join strongest on strongest.record = records.record
order by records.record`);
  const [row] = await query(
    connection,
    `with persons as (select count(*) as records from ${into} group by person_id)
select count(*) as persons, coalesce(max(records), 0) as largest from persons`
  );
  return {persons: Number(row?.persons), largestPerson: Number(row?.largest), splitPersons: split};
}

async function findWeakLinks(
  connection: DuckDBConnection,
  {tables: {links, weak, components}, mostRecords}: {tables: Tables; mostRecords: number}
): Promise<{links: number; components: number}> {
  await connection.run(`${makeTable(weak)} as
with large as (
    select component from ${components} group by component having count(*) > ${mostRecords}
), inside as (
    select links.one, links.other, links.match_weight, components.component,
        min(links.match_weight) over (partition by components.component) as weakest,
        max(links.match_weight) over (partition by components.component) as strongest
    from ${links} as links
    inner join ${components} as components on components.node = links.one
    inner join large using (component)
)
select one, other, component from inside where match_weight < least(weakest + ${STEP}, strongest)`);
  const [row] = await query(
    connection,
    `select count(*) as links, count(distinct component) as components from ${weak}`
  );
  return {links: Number(row?.links), components: Number(row?.components)};
}
