import type {DuckDBConnection} from "@duckdb/node-api";
import {query, type Value} from "../warehouse.js";
import {exact, ordered, sampleTables, scale} from "./linearisation.js";
import type {SurveyDesign} from "./survey.js";
import {checkDesign} from "./surveyDesign.js";

export interface JackknifeOptions extends SurveyDesign {
  /** SQL expressions, as in `estimateRatio`; a row where one is null is outside the domain. */
  numerator: string;
  denominator?: string;
}

export interface JackknifeEstimate {
  group: Record<string, Value>;
  estimate: number | null;
  standardError: number | null;
  /** Clusters left out in turn. */
  replicates: number;
}

/**
 * Estimates the error of a ratio by leaving out each cluster in turn, the others of its stratum standing in for it:
 * an independent check of the linearised error, with the weights as they are. Squares are about the full estimate. A
 * stratum with one cluster stops, or adds nothing whatever `singleCluster` declares. Rust and Rao (1996), Statistical
 * Methods in Medical Research 5, 283–310; Lohr (2010), Sampling: Design and Analysis, section 9.3.
 */
export async function jackknife(connection: DuckDBConnection, options: JackknifeOptions): Promise<JackknifeEstimate[]> {
  await checkDesign(connection, options);
  const rows = await query(connection, replicates(options));
  return rows.map((row) => ({
    group: Object.fromEntries((options.by ?? []).map((column, i) => [column, row[`by_${i}`] ?? null])),
    estimate: row.estimate === null ? null : Number(row.estimate),
    standardError: row.variance === null ? null : Math.sqrt(Number(row.variance)),
    replicates: Number(row.replicates)
  }));
}

function replicates({numerator, denominator = "1", ...design}: JackknifeOptions): string {
  const keys = (design.by ?? []).map((_, i) => `by_${i}`);
  const list = keys.map((key) => `${key}, `).join("");
  const match = (left: string, right: string): string =>
    keys.map((key) => `${left}.${key} is not distinct from ${right}.${key}`).join(" and ") || "true";
  const sums = (from: string): string =>
    `${exact(`${from} * numerator`, "numerator_scale")} as numerator,
        ${exact(`${from} * denominator`, "denominator_scale")} as denominator`;
  const grouped = keys.length ? "group by all" : "having count(*) > 0";
  const without = (part: string): string =>
    `(totals.${part} + clusters / (clusters - 1) * (stratum_sums.${part} / clusters - cluster_sums.${part}))`;
  const withoutEmpty = (part: string): string => `(totals.${part} + stratum_sums.${part} / (clusters - 1))`;
  const estimate = "totals.numerator / nullif(totals.denominator, 0)";
  return `-- One row per domain, with its estimate and jackknife variance.
${sampleTables(design, {numerator, denominator})},
scales as (
    select ${scale("weight * numerator")} as numerator_scale, ${scale("weight * denominator")} as denominator_scale
    from members
),
cluster_sums as (
    select ${list}stratum, cluster, ${sums("weight")}
    from members
    cross join scales
    group by all
),
stratum_sums as (
    select ${list}stratum, count(*) as clusters_present, ${sums("1")}
    from cluster_sums
    cross join scales
    group by all
),
totals as (
    select ${list}${sums("1")}
    from stratum_sums
    cross join scales
    ${grouped}
),
squares as (
    select ${keys.map((key) => `cluster_sums.${key}, `).join("")}cluster_sums.stratum,
        any_value(clusters) as clusters,
        any_value(population_size) as population_size,
        any_value(clusters_present) as clusters_present,
        any_value(power(${withoutEmpty("numerator")} / nullif(${withoutEmpty("denominator")}, 0) - ${estimate}, 2))
            as square_of_empty,
        ${ordered(`power(${without("numerator")} / nullif(${without("denominator")}, 0) - ${estimate}, 2)`)} as squares
    from cluster_sums
    join stratum_sums on stratum_sums.stratum = cluster_sums.stratum and ${match("stratum_sums", "cluster_sums")}
    join strata on strata.stratum = cluster_sums.stratum
    join totals on ${match("totals", "cluster_sums")}
    where clusters > 1
    group by all
),
contributions as (
    select ${list}case when population_size is null then 1 else 1 - clusters / population_size end
        * (clusters - 1) / clusters * (squares + (clusters - clusters_present) * square_of_empty) as contribution
    from squares
),
variances as (
    select ${list}${ordered("contribution")} as variance
    from contributions
    ${grouped}
)
select ${keys.map((key) => `totals.${key}, `).join("")}${estimate} as estimate,
    coalesce(variance, 0) as variance,
    (select sum(clusters) from strata where clusters > 1) as replicates
from totals
left join variances on ${match("totals", "variances")}
${keys.length ? `order by ${keys.map((key) => `totals.${key} nulls last`).join(", ")}` : ""}`;
}
