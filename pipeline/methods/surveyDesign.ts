import type {DuckDBConnection} from "@duckdb/node-api";
import {query} from "../warehouse.js";
import {name} from "./linearisation.js";
import type {SurveyDesign} from "./survey.js";

/** Stops when the design's columns cannot be what they are said to be, naming the first stratum at fault. */
export async function checkDesign(connection: DuckDBConnection, design: SurveyDesign): Promise<void> {
  const {table, weight, stratum, cluster, populationSize, singleCluster = "error"} = design;
  const select = (column: string | undefined, otherwise: string): string => (column ? name(column) : otherwise);
  const rows = await query(
    connection,
    `-- One row per fault of the design, the gravest first.
with rows_read as (
    select ${select(stratum, "0")} as stratum, ${select(cluster, "0")} as cluster,
        cast(${select(weight, "1")} as double) as weight, cast(${select(populationSize, "null")} as double) as size
    from ${table}
),
strata as (
    select stratum, ${cluster ? "count(distinct cluster)" : "count(*)"} as clusters,
        count(*) filter (weight is null) as weights_missing,
        count(*) filter (weight < 0 or not isfinite(weight)) as weights_wrong,
        count(*) filter (cluster is null) as clusters_missing,
        count(distinct size) + cast(count(*) > count(size) and count(size) > 0 as integer) as sizes,
        max(size) as size
    from rows_read
    group by all
),
faults as (
    select 1 as rank, stratum, 'missing weight' as fault from strata where weights_missing > 0
    union all
    select 2, stratum, 'invalid weight: below zero or not finite' from strata where weights_wrong > 0
    union all
    select 3, stratum, 'missing stratum' from strata where stratum is null
    union all
    select 4, stratum, 'missing cluster' from strata where clusters_missing > 0
    union all
    select 5, stratum, 'invalid population size: more than one' from strata where sizes > 1
    union all
    select 6, stratum, 'invalid population size: ' || size || ' is less than the ' || clusters || ' clusters sampled'
    from strata where size < clusters
    union all
    select 7, stratum, 'single cluster' from strata where clusters = 1 and coalesce(size, 2) > 1
)
select rank, cast(stratum as varchar) as stratum, fault
from faults
where rank < 7 or ${singleCluster === "error"}
order by rank, stratum
limit 1`
  );
  const [fault] = rows;
  if (!fault) return;
  const remedy = fault.rank === 7 ? "; merge the stratum, or set singleCluster to certainty, centre or average" : "";
  throw new Error(`${fault.fault}${stratum ? ` (${stratum} ${fault.stratum})` : ""}${remedy}`);
}
