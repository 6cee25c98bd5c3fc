import type {DuckDBConnection} from "@duckdb/node-api";
import {query, type Value} from "../warehouse.js";
import type {JackknifeOptions} from "./jackknife.js";
import {name, ordered, sampleTables} from "./linearisation.js";
import {type Margin, type MarginCell, marginColumns} from "./margin.js";
import type {Unit} from "./rakedSample.js";

/** What the rows of a unit that lie in a domain give to its ratio. */
export interface Part {
  /** Places in the lists of units and domains. */
  unit: number;
  domain: number;
  /** Sums over the rows, unweighted. */
  numerator: number;
  denominator: number;
}

/** A sample in memory, as small as its raking allows. */
export interface UnitSample {
  units: Unit[];
  parts: Part[];
  /** The domains, by place. */
  groups: Record<string, Value>[];
  /** The clusters, by place, with or without a unit. */
  clusters: {cluster: string; stratum: string}[];
  strata: Map<string, {clusters: number; population: number | null}>;
}

export interface UnitOptions extends JackknifeOptions {
  weight: string;
  margins: readonly Margin[];
  cells: readonly MarginCell[];
  trim?: number;
}

/**
 * Reads a sample as units: rows of one cluster and cell, taken together; where weights are to be trimmed, which looks at
 * each weight, only rows of one weight. Units of one weight are one in all domains.
 */
export async function readUnits(connection: DuckDBConnection, options: UnitOptions): Promise<UnitSample> {
  const {by = [], margins, cells} = options;
  const columns = marginColumns(margins);
  const cellPlaces = new Map(cells.map(({values}, i) => [JSON.stringify(values), i]));
  const [groups, clusters] = [new Places<Record<string, Value>>(), new Places<{cluster: string; stratum: string}>()];
  const units: Unit[] = [];
  const parts: Part[] = [];
  const unitPlaces = new Map<string, number>();
  for (const row of await query(connection, unitsQuery(options))) {
    const domain = groups.of(Object.fromEntries(by.map((column, i) => [column, row[`by_${i}`] ?? null])));
    const cluster = clusters.of({cluster: String(row.cluster), stratum: String(row.stratum)});
    const cell = cellPlaces.get(JSON.stringify(columns.map((_, i) => row[`c_${i}`] ?? null)));
    // Only rows without weight lie in no cell; their cluster counts all the same.
    if (cell === undefined) continue;
    const [weight, rows] = [Number(row.weight), Number(row.size)];
    const key = `${cluster} ${cell} ${weight}`;
    const unit = unitPlaces.get(key) ?? units.push({cell, cluster, weight, rows: 0}) - 1;
    unitPlaces.set(key, unit);
    const known = units[unit];
    if (known) known.rows += rows;
    parts.push({unit, domain, numerator: Number(row.numerator), denominator: Number(row.denominator)});
  }
  const strata = (await query(connection, strataQuery(options))).map((row) => {
    const population = row.population_size === null ? null : Number(row.population_size);
    return [String(row.stratum), {clusters: Number(row.clusters), population}] as const;
  });
  return {units, parts, groups: groups.list, clusters: clusters.list, strata: new Map(strata)};
}

/** A list of different things, each with its place. */
class Places<T> {
  readonly list: T[] = [];
  readonly #places = new Map<string, number>();

  of(thing: T): number {
    const key = JSON.stringify(thing);
    const place = this.#places.get(key) ?? this.list.push(thing) - 1;
    this.#places.set(key, place);
    return place;
  }
}

function strataQuery({numerator, denominator = "1", ...design}: UnitOptions): string {
  return `-- One row per stratum, with its clusters.
${sampleTables(design, {numerator, denominator})}
select cast(stratum as varchar) as stratum, clusters, population_size
from strata
order by stratum`;
}

function unitsQuery({numerator, denominator = "1", ...design}: UnitOptions): string {
  const {table, weight, stratum, cluster, by = [], margins, trim} = design;
  const cells = marginColumns(margins).map((_, i) => `c_${i}`);
  const keys = [
    ...by.map((_, i) => `by_${i}`),
    "stratum",
    "cluster",
    ...cells,
    ...(trim === undefined ? [] : ["weight"])
  ];
  // Clusters come last: rows that are clusters themselves are numbered as read, which must change nothing.
  const fixed = keys.filter((key) => key !== "cluster" && key !== "weight");
  const order = [...fixed, "weight", "numerator", "denominator", "cluster"];
  const mean = (part: string): string =>
    `coalesce(${ordered(`weight * ${part}`)} / nullif(${ordered("weight")}, 0), 0) as ${part}`;
  const sums =
    trim === undefined
      ? [`${ordered("weight")} as weight`, "1 as size", mean("numerator"), mean("denominator")]
      : ["count(*) as size", `${ordered("numerator")} as numerator`, `${ordered("denominator")} as denominator`];
  return `-- One row per domain, stratum, cluster and cell (and weight, if weights are trimmed), with its sums.
with rows_read as (
    select ${by.map((column, i) => `${name(column)} as by_${i}, `).join("")}
        ${marginColumns(margins)
          .map((column, i) => `cast(${name(column)} as varchar) as c_${i}, `)
          .join("")}
        cast(${stratum ? name(stratum) : "0"} as varchar) as stratum,
        cast(${cluster ? name(cluster) : "row_number() over ()"} as varchar) as cluster,
        cast(${name(weight)} as double) as weight,
        cast(${numerator} as double) as top,
        cast(${denominator} as double) as bottom
    from ${table}
),
members as (
    select * exclude (top, bottom),
        case when top is null or bottom is null then 0 else top end as numerator,
        case when top is null or bottom is null then 0 else bottom end as denominator
    from rows_read
),
units as (
    select ${[...keys, ...sums].join(", ")}
    from members
    group by all
)
select ${[...keys, ...(trim === undefined ? ["weight"] : []), "size", "numerator", "denominator"].join(", ")}
from units
order by ${order.map((key) => `${key} nulls last`).join(", ")}`;
}
