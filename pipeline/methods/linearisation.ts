import {clusterVariance} from "./clusterVariance.js";
import type {EstimateOptions, SurveyDesign} from "./survey.js";

/**
 * Returns the query behind an estimate: one row per domain, with its variance and what a design effect needs.
 *
 * A domain keeps the whole design: a cluster without members adds a zero to its stratum, a stratum without members adds
 * nothing. `sum` of doubles depends on which thread adds first, so none is taken as it comes. Sums over rows are exact:
 * each value is scaled by a power of two that takes the greatest to 2^80, and added as an integer of 128 bits, which
 * leaves 24 digits at whatever scale the weights have (a decimal type would fix that scale beforehand). Sums over
 * clusters and strata are taken in the order of what they add, where equal values change places without effect.
 */
export function linearisation(
  options: EstimateOptions,
  {kind, numerator, denominator}: {kind: "ratio" | "total"; numerator: string; denominator: string}
): string {
  const {cluster, by = [], singleCluster} = options;
  const keys = by.map((_, i) => `by_${i}`);
  const list = keys.map((key) => `${key}, `).join("");
  const match = (left: string, right: string): string =>
    keys.map((key) => `${left}.${key} is not distinct from ${right}.${key}`).join(" and ") || "true";
  // A total's linearised value is the value itself; a ratio's is its residual over the denominator's total.
  const influence =
    kind === "total" ? "numerator" : "(numerator - estimates.estimate * denominator) / estimates.weighted_denominator";
  const point = kind === "total" ? "weighted_numerator" : "weighted_numerator / nullif(weighted_denominator, 0)";
  // Rows that are clusters themselves need no adding up; millions of groups of one would be slow.
  const add = (expression: string, scale: string): string => (cluster ? exact(expression, scale) : expression);
  return `-- One row per domain, with its estimate and linearised variance.
${sampleTables(options, {numerator, denominator})},
domains as (
    select distinct ${keys.join(", ") || "0 as everyone"}
    from rows_read
),
scales as (
    select ${scale("weight")} as weight_scale,
        ${scale("weight * numerator")} as numerator_scale,
        ${scale("weight * denominator")} as denominator_scale
    from members
),
sums as (
    select ${list}count(*) as base,
        ${exact("weight", "weight_scale")} as population,
        ${exact("weight * numerator", "numerator_scale")} as weighted_numerator,
        ${exact("weight * denominator", "denominator_scale")} as weighted_denominator
    from members
    cross join scales
    ${keys.length ? "group by all" : "having count(*) > 0"}
),
estimates as (
    select ${list}base, population, weighted_denominator, ${point} as estimate,
        weighted_numerator / population as mean
    from sums
),
linearised as (
    select ${keys.map((key) => `members.${key}, `).join("")}stratum, cluster, weight, ${influence} as influence,
        ${kind === "total" ? "numerator - estimates.mean" : influence} as residual
    from members
    join estimates on ${match("members", "estimates")}
),
linearised_scales as (
    select ${scale("weight * influence")} as influence_scale,
        ${scale("weight * residual * residual")} as squares_scale,
        ${scale("weight")} as weight_scale
    from linearised
),
cluster_values as (
    select ${list}stratum, cluster,
        ${add("weight * influence", "influence_scale")} as influence,
        ${add("weight * residual * residual", "squares_scale")} as squares,
        ${add("weight", "weight_scale")} as cluster_weight
    from linearised
    cross join linearised_scales
    ${cluster ? "group by all" : ""}
),
design_sums as (
    select ${list}${ordered("squares")} as squares,
        power(${ordered("cluster_weight")}, 2) / ${ordered("cluster_weight * cluster_weight")} as cluster_base
    from cluster_values
    ${keys.length ? "group by all" : "having count(*) > 0"}
),
${clusterVariance(["influence"], {keys, singleCluster})}
select ${keys.map((key) => `domains.${key}, `).join("")}coalesce(base, 0) as base,
    estimate,
    influence_variance as variance,
    case when base > 1 then population * squares / (base - 1) end as plain_variance,
    population,
    cluster_base,
    cast(design.degrees as double) as design_degrees,
    cast(coalesce(domain_degrees, 0) as double) as domain_degrees
from domains
cross join design
left join estimates on ${match("domains", "estimates")}
left join design_sums on ${match("domains", "design_sums")}
left join variances on ${match("domains", "variances")}
${keys.length ? `order by ${keys.map((key) => `domains.${key} nulls last`).join(", ")}` : ""}`;
}

/** Returns the leading tables of a query about a sample: the rows read, with `more` columns from SQL, those in some domain, the strata and the design. */
export function sampleTables(
  {table, weight, stratum, cluster, populationSize, by = []}: SurveyDesign,
  {numerator, denominator, more = {}}: {numerator: string; denominator: string; more?: Record<string, string>}
): string {
  return `with rows_read as materialized (
    select ${by.map((column, i) => `${name(column)} as by_${i}, `).join("")}
        ${Object.entries(more)
          .map(([column, expression]) => `${expression} as ${column}, `)
          .join("")}
        ${stratum ? name(stratum) : "0"} as stratum,
        ${cluster ? name(cluster) : "row_number() over ()"} as cluster,
        cast(${weight ? name(weight) : "1"} as double) as weight,
        cast(${populationSize ? name(populationSize) : "null"} as double) as population_size,
        cast(${numerator} as double) as numerator,
        cast(${denominator} as double) as denominator
    from ${table}
),
members as (
    select ${[...by.map((_, i) => `by_${i}`), ...Object.keys(more), ""].join(", ")}
        stratum, cluster, weight, numerator, denominator
    from rows_read
    where numerator is not null and denominator is not null and weight > 0
),
strata as (
    select stratum, count(distinct cluster) as clusters, max(population_size) as population_size
    from rows_read
    group by all
),
design as (
    select sum(clusters) as clusters, sum(clusters) - count(*) as degrees
    from strata
)`;
}

/** Returns a column's name as SQL. */
export function name(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}

/** Returns the sum of an expression, taken in the order of its values. */
export function ordered(expression: string): string {
  return `sum(${expression} order by ${expression})`;
}

/** Returns the power of two that takes the greatest of an expression's values to about 2^80. */
export function scale(expression: string): string {
  return `power(2, greatest(-900, least(900, 80 - ceil(log2(nullif(max(abs(${expression})), 0))))))`;
}

/** Returns the sum of an expression, taken in integers of its values times a scale. */
export function exact(expression: string, scaleColumn: string): string {
  return `cast(sum(cast(${expression} * coalesce(${scaleColumn}, 1) as hugeint)) as double) / any_value(coalesce(${scaleColumn}, 1))`;
}
