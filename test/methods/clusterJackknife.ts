import type {DuckDBConnection} from "@duckdb/node-api";
import {query} from "../../pipeline/warehouse.js";

/**
 * Returns standard errors of statistics, SQL over a table with columns stratum, school and weight, by leaving out each
 * school and estimating anew from the rows.
 */
export async function clusterJackknife(
  connection: DuckDBConnection,
  {table, statistics}: {table: string; statistics: readonly string[]}
): Promise<number[]> {
  const columns = statistics.map((statistic, i) => `${statistic} as s_${i}`).join(", ");
  const full = (await query(connection, `select ${columns} from ${table}`))[0];
  const replicates = await query(
    connection,
    `with schools as (
      select distinct stratum, school from ${table}
    ),
    sizes as (
      select stratum, count(*) as size from schools group by all
    ),
    kept as (
      select rows.* replace (
          if(rows.stratum = schools.stratum, weight * size / (size - 1), weight) as weight
        ), schools.school as dropped, size
      from ${table} as rows
      cross join schools
      join sizes on sizes.stratum = schools.stratum
      where rows.school <> schools.school
    )
    select dropped, any_value(size) as size, ${columns} from kept group by dropped order by dropped`
  );
  return statistics.map((_, i) => {
    const squares = replicates.map(
      (row) => ((Number(row.size) - 1) / Number(row.size)) * (Number(row[`s_${i}`]) - Number(full?.[`s_${i}`])) ** 2
    );
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
  });
}
