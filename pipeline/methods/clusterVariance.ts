import {exact, ordered, scale} from "./linearisation.js";
import type {SurveyDesign} from "./survey.js";

/**
 * Returns the tables that turn linearised values into variances: SQL that follows `strata`, `design` and
 * `cluster_values`, which has one row per combination of `keys`, stratum and cluster, with a column for each of `values`.
 * The last of them, `variances`, has one row per combination of `keys`, with `<value>_variance` for each of `values` and
 * `domain_degrees`, the clusters with members less the strata with members.
 *
 * A cluster without a row adds a zero to its stratum, a stratum without rows adds nothing. Clusters count as drawn with
 * replacement, or without when the stratum has a population size; one stage. Binder (1983), International Statistical
 * Review 51, 279–292; Särndal, Swensson and Wretman (1992), sections 5.5 and 5.8.
 */
export function clusterVariance(
  values: readonly string[],
  {keys, singleCluster = "error"}: {keys: readonly string[]; singleCluster?: SurveyDesign["singleCluster"]}
): string {
  const of = (table: string): string => keys.map((key) => `${table}.${key}, `).join("");
  const match = (left: string, right: string): string =>
    keys.map((key) => `${left}.${key} is not distinct from ${right}.${key}`).join(" and ") || "true";
  const each = (text: (value: string) => string): string => values.map(text).join(",\n        ");
  const own = (value: string): string => (singleCluster === "centre" ? `power(${value}_sum - ${value}_mean, 2)` : "0");
  // R's average: strata that cannot tell take the mean of those that can, which scales the sum of the latter.
  const spread = singleCluster === "average" ? " * count(*) / nullif(count(*) filter (not is_single), 0)" : "";
  return `value_scales as (
    select ${of("cluster_values")}${each((value) => `${scale(value)} as ${value}_scale`)}
    from cluster_values
    group by all
),
stratum_values as (
    select ${of("cluster_values")}stratum, count(*) as clusters_present,
        ${each((value) => `${exact(value, `${value}_scale`)} as ${value}_sum`)}
    from cluster_values
    join value_scales on ${match("cluster_values", "value_scales")}
    group by all
),
design_values as (
    select ${of("stratum_values")}${each((value) => `${ordered(`${value}_sum`)} / any_value(design.clusters) as ${value}_mean`)}
    from stratum_values
    cross join design
    group by all
),
deviations as (
    select ${of("cluster_values")}cluster_values.stratum,
        ${each((value) => `power(${value} - ${value}_sum / clusters, 2) as ${value}_square`)}
    from cluster_values
    join stratum_values on stratum_values.stratum = cluster_values.stratum
        and ${match("cluster_values", "stratum_values")}
    join strata on strata.stratum = cluster_values.stratum
),
deviation_scales as (
    select ${of("deviations")}${each((value) => `${scale(`${value}_square`)} as ${value}_scale`)}
    from deviations
    group by all
),
stratum_squares as (
    select ${of("deviations")}stratum,
        ${each((value) => `${exact(`${value}_square`, `${value}_scale`)} as ${value}_squares`)}
    from deviations
    join deviation_scales on ${match("deviations", "deviation_scales")}
    group by all
),
contributions as (
    select ${of("stratum_values")}clusters_present,
        clusters = 1 and coalesce(population_size, 2) > 1 as is_single,
        ${each(
          (value) => `case when population_size is null then 1 else 1 - clusters / population_size end
            * case
                when clusters = 1 then ${own(value)}
                else clusters / (clusters - 1)
                    * (${value}_squares + (clusters - clusters_present) * power(${value}_sum / clusters, 2))
            end as ${value}_part`
        )}
    from stratum_values
    join stratum_squares on stratum_squares.stratum = stratum_values.stratum
        and ${match("stratum_values", "stratum_squares")}
    join strata on strata.stratum = stratum_values.stratum
    join design_values on ${match("stratum_values", "design_values")}
),
variances as (
    select ${of("contributions")}${each((value) => `${ordered(`${value}_part`)}${spread} as ${value}_variance`)},
        sum(clusters_present) - count(*) as domain_degrees
    from contributions
    group by all
)`;
}
