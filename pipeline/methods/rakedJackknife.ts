import type {DuckDBConnection} from "@duckdb/node-api";
import {query, type Row, type Value} from "../warehouse.js";
import type {JackknifeEstimate, JackknifeOptions} from "./jackknife.js";
import {name, ordered, sampleTables} from "./linearisation.js";
import {checkMargins, type Margin, type MarginCell, marginColumns, readCells} from "./margin.js";
import {proportionalFit} from "./proportionalFit.js";
import {checkDesign} from "./surveyDesign.js";

export interface RakedJackknifeOptions extends JackknifeOptions {
  /** The column with the weights as they were before raking. */
  weight: string;
  /** The margins that the weights are raked to, in the full sample and again without each cluster. */
  margins: readonly Margin[];
  /** The greatest gap between a margin and its total that counts as none, as a share; defaults to 1e-10. */
  tolerance?: number;
  /** Passes over the margins before giving up; defaults to 1,000. */
  iterations?: number;
}

/**
 * Estimates a ratio with raked weights, and its error by leaving out each cluster in turn and raking again, so that what
 * raking gains or costs is counted. Nothing is trimmed. Sources as for `jackknife`. Stops when the sample without some
 * cluster cannot be raked.
 */
export async function rakedJackknife(
  connection: DuckDBConnection,
  options: RakedJackknifeOptions
): Promise<JackknifeEstimate[]> {
  const {table, weight, margins, by = []} = options;
  checkMargins(margins);
  await checkDesign(connection, options);
  const cells = await readCells(connection, {table, weight, margins});
  const strata = await query(connection, strataQuery(options));
  const parts = await query(connection, partsQuery(options));
  const sample = arrange({cells, parts, by, columns: marginColumns(margins)});
  const full = sample.ratios(fitted(sample.weights(), {cells, options, without: "no cluster"}));
  const variances = full.map(() => 0);
  let replicates = 0;
  for (const stratum of strata) {
    const clusters = Number(stratum.clusters);
    if (clusters < 2) continue;
    const size = stratum.population_size;
    const scale = ((size === null ? 1 : 1 - clusters / Number(size)) * (clusters - 1)) / clusters;
    for (const cluster of sample.clustersOf(String(stratum.stratum))) {
      const change = {stratum: String(stratum.stratum), cluster, clusters};
      const factors = fitted(sample.weights(change), {cells, options, without: `cluster ${cluster}`});
      sample.ratios(factors, change).forEach((ratio, i) => {
        variances[i] = (variances[i] ?? 0) + scale * (ratio - (full[i] ?? 0)) ** 2;
      });
      replicates += 1;
    }
  }
  return sample.groups.map((group, i) => ({
    group,
    estimate: finite(full[i]),
    standardError: finite(Math.sqrt(variances[i] ?? Number.NaN)),
    replicates
  }));
}

/** Returns the factor of each cell that rakes the weights given. */
function fitted(
  weights: readonly number[],
  {cells, options, without}: {cells: readonly MarginCell[]; options: RakedJackknifeOptions; without: string}
): number[] {
  const {margins, tolerance = 1e-10, iterations = 1000} = options;
  const totals = margins.map((margin) => margin.totals.map(({total}) => total));
  const weighed = cells.map(({categories}, i) => ({categories, weight: weights[i] ?? 0}));
  const fit = proportionalFit(weighed, {totals, tolerance, iterations});
  if (!fit.converged) throw new Error(`invalid margins: without ${without} the weights cannot be raked to them`);
  return fit.factors;
}

interface Change {
  stratum: string;
  cluster: string;
  clusters: number;
}

interface Sample {
  groups: Record<string, Value>[];
  clustersOf(stratum: string): string[];
  /** The weight of each cell, with a cluster left out and the others of its stratum standing in for it. */
  weights(change?: Change): number[];
  /** The ratio of each domain, cells multiplied by their factors. */
  ratios(factors: readonly number[], change?: Change): number[];
}

/** Three sums for each cell (and domain): over the sample, over each stratum and over each cluster. */
function arrange({
  cells,
  parts,
  by,
  columns
}: {
  cells: readonly MarginCell[];
  parts: readonly Row[];
  by: readonly string[];
  columns: readonly string[];
}): Sample {
  const cellIndex = new Map(cells.map(({values}, i) => [JSON.stringify(values), i]));
  const groups: Record<string, Value>[] = [];
  const groupIndex = new Map<string, number>();
  const sums = new Map<string, number[]>();
  const clusters = new Map<string, Set<string>>();
  const add = (key: string, index: number, value: Value | undefined): void => {
    const list = sums.get(key) ?? new Array<number>(cells.length).fill(0);
    list[index] = (list[index] ?? 0) + Number(value);
    sums.set(key, list);
  };
  for (const part of parts) {
    const cell = cellIndex.get(JSON.stringify(columns.map((_, i) => part[`c_${i}`] ?? null)));
    const group = Object.fromEntries(by.map((column, i) => [column, part[`by_${i}`] ?? null]));
    const key = JSON.stringify(group);
    const index = groupIndex.get(key) ?? groups.push(group) - 1;
    groupIndex.set(key, index);
    const stratum = String(part.stratum);
    clusters.set(stratum, (clusters.get(stratum) ?? new Set()).add(String(part.cluster)));
    if (cell === undefined) continue;
    for (const place of ["", `|${stratum}`, `|${stratum}|${part.cluster}`]) {
      add(`weight${place}`, cell, part.weight);
      add(`numerator ${index}${place}`, cell, part.numerator);
      add(`denominator ${index}${place}`, cell, part.denominator);
    }
  }
  const changed = (what: string, change?: Change): number[] => {
    const all = sums.get(what) ?? cells.map(() => 0);
    if (!change) return all;
    const stratum = sums.get(`${what}|${change.stratum}`);
    const cluster = sums.get(`${what}|${change.stratum}|${change.cluster}`);
    const ratio = change.clusters / (change.clusters - 1);
    // A cell left with nothing must be exactly nothing, or raking would blow up what rounding left.
    return all.map((sum, i) => {
      const rest = (stratum?.[i] ?? 0) - (cluster?.[i] ?? 0);
      const value = sum - (stratum?.[i] ?? 0) + rest * ratio;
      return Math.abs(value) > 1e-12 * Math.abs(sum) ? value : 0;
    });
  };
  const total = (what: string, {factors, change}: {factors: readonly number[]; change: Change | undefined}): number =>
    changed(what, change).reduce((sum, value, i) => sum + value * (factors[i] ?? 1), 0);
  return {
    groups,
    clustersOf: (stratum) => [...(clusters.get(stratum) ?? [])],
    weights: (change) => changed("weight", change),
    ratios: (factors, change) =>
      groups.map((_, i) => total(`numerator ${i}`, {factors, change}) / total(`denominator ${i}`, {factors, change}))
  };
}

function strataQuery({numerator, denominator = "1", ...design}: RakedJackknifeOptions): string {
  return `-- One row per stratum, with its clusters.
${sampleTables(design, {numerator, denominator})}
select cast(stratum as varchar) as stratum, clusters, population_size
from strata
order by stratum`;
}

function partsQuery({numerator, denominator = "1", ...design}: RakedJackknifeOptions): string {
  const {table, weight, stratum, cluster, by = [], margins} = design;
  const texts = marginColumns(margins).map((column, i) => `cast(${name(column)} as varchar) as c_${i}`);
  return `-- One row per domain, stratum, cluster and cell, with its sums.
with rows_read as (
    select ${by.map((column, i) => `${name(column)} as by_${i}, `).join("")}${texts.join(", ")},
        cast(${stratum ? name(stratum) : "0"} as varchar) as stratum,
        cast(${cluster ? name(cluster) : "row_number() over ()"} as varchar) as cluster,
        cast(${name(weight)} as double) as weight,
        cast(${numerator} as double) as top,
        cast(${denominator} as double) as bottom
    from ${table}
),
products as (
    select * exclude (top, bottom),
        case when top is null or bottom is null then 0 else weight * top end as numerator,
        case when top is null or bottom is null then 0 else weight * bottom end as denominator
    from rows_read
)
select * exclude (weight, numerator, denominator),
    ${ordered("weight")} as weight,
    ${ordered("numerator")} as numerator,
    ${ordered("denominator")} as denominator
from products
group by all
order by ${[...by.map((_, i) => `by_${i} nulls last`), "stratum", "cluster", ...texts.map((_, i) => `c_${i}`)].join(", ")}`;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
