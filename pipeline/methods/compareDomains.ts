import type {DuckDBConnection} from "@duckdb/node-api";
import {query, type Row, type Value} from "../warehouse.js";
import {clusterVariance} from "./clusterVariance.js";
import {type DomainComparison, pairTables, referenceRows, SIDES} from "./domainPairs.js";
import {tailOf} from "./interval.js";
import {exact, scale} from "./linearisation.js";
import {checkDesign} from "./surveyDesign.js";
import {type TestedEstimate, testedEstimate} from "./testedEstimate.js";

export interface CompareDomainsOptions extends DomainComparison {
  /** Defaults to 0.95. */
  confidence?: number;
  /** Whose clusters and strata the degrees of freedom count: the whole design's (the default) or those of both sides. */
  degreesOfFreedom?: "design" | "domain";
}

/** One side of a comparison: the same numbers as `estimateRatio` gives. */
export interface ComparedSide {
  estimate: number | null;
  standardError: number | null;
  /** Rows of the side with a weight above zero. */
  base: number;
  effectiveBase: number | null;
}

/** A domain beside its reference. */
export interface Comparison {
  group: Record<string, Value>;
  domain: Value;
  first: ComparedSide;
  second: ComparedSide;
  /** First less second, in the unit of the ratio estimated. */
  difference: TestedEstimate;
  /** First over second; null unless both are above zero. */
  ratio: TestedEstimate;
  /** Of the two estimates: what schools with staff on both sides, or people on both sides, have in common. */
  covariance: number | null;
  degreesOfFreedom: number;
}

/**
 * Compares ratios (so also means and proportions) of domains of one survey, each with a reference domain or with the rest
 * of its group, in one query; one `Comparison` for each, by group and domain. Errors are those of the joint linearised
 * values, so that the covariance of the two sides is taken; a domain keeps the whole design. Rows of one person who is on
 * both sides must share a cluster. Where everybody on a side answers alike there is neither interval nor p-value.
 * Throws as `estimateRatio` does, and `unknown reference: …`.
 * Source: Woodruff (1971), JASA 66, 411–414; Särndal, Swensson and Wretman (1992), sections 5.6 and 5.8; for the rest of
 * the whole, Binder (1983), International Statistical Review 51, 279–292.
 */
export async function compareDomains(
  connection: DuckDBConnection,
  options: CompareDomainsOptions
): Promise<Comparison[]> {
  const {confidence = 0.95, reference} = options;
  tailOf(confidence); // stops at a confidence that is none before any work is done
  await checkDesign(connection, options);
  const rows = await query(connection, comparisonQuery(options));
  if (reference.kind === "category" && rows[0]?.reference_rows === 0)
    throw new Error(`unknown reference: ${reference.value}`);
  return rows.map((row) => finish(row, {options, confidence}));
}

function finish(row: Row, {options, confidence}: {options: CompareDomainsOptions; confidence: number}): Comparison {
  const group = Object.fromEntries((options.by ?? []).map((column, i) => [column, row[`by_${i}`] ?? null]));
  const degreesOfFreedom = Number(options.degreesOfFreedom === "domain" ? row.domain_degrees : row.design_degrees);
  const [first, second] = [sideOf(row, "first"), sideOf(row, "second")];
  const isTestable = Number(row.first_plain) > 0 && Number(row.second_plain) > 0;
  const inference = {degreesOfFreedom, confidence, isTestable};
  const hasBoth = first.estimate !== null && second.estimate !== null;
  const isPositive = Number(first.estimate) > 0 && Number(second.estimate) > 0;
  const difference = hasBoth ? Number(first.estimate) - Number(second.estimate) : null;
  const ratio = isPositive ? Number(first.estimate) / Number(second.estimate) : null;
  const [firstVariance, secondVariance] = [numberOf(row.first_variance), numberOf(row.second_variance)];
  const variance = numberOf(row.difference_variance);
  const hasVariances = firstVariance !== null && secondVariance !== null && variance !== null;
  return {
    group,
    domain: row.domain ?? null,
    first,
    second,
    difference: testedEstimate(difference, {...inference, standardError: rootOf(variance)}),
    ratio: testedEstimate(ratio, {
      ...inference,
      standardError: ratio === null ? null : rootOf(numberOf(row.log_ratio_variance)),
      isRatio: true
    }),
    covariance: hasVariances ? (firstVariance + secondVariance - variance) / 2 : null,
    degreesOfFreedom
  };
}

function sideOf(row: Row, side: (typeof SIDES)[number]): ComparedSide {
  const base = Number(row[`${side}_base`]);
  const estimate = numberOf(row[`${side}_estimate`]);
  const variance = numberOf(row[`${side}_variance`]);
  const plain = Number(row[`${side}_plain`]);
  const effect = plain > 0 && variance !== null ? variance / plain : null;
  // Where every member answers alike nothing shows how alike clusters are, so each counts as one answer.
  const alike = Math.min(base, Number(row[`${side}_cluster_base`]));
  const effectiveBase = estimate === null ? null : effect ? base / effect : alike;
  return {estimate, standardError: estimate === null ? null : rootOf(variance), base, effectiveBase};
}

function numberOf(value: Value | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function rootOf(variance: number | null): number | null {
  return variance === null ? null : Math.sqrt(variance);
}

function comparisonQuery(options: CompareDomainsOptions): string {
  const {by = [], singleCluster} = options;
  const each = (text: (side: string) => string): string => SIDES.map(text).join(",\n        ");
  const influence = (side: string): string =>
    `(pairs.${side}_numerator - ${side}_estimate * pairs.${side}_denominator) / estimates.${side}_denominator`;
  // What rounding leaves of residuals that are all zero is no variance.
  const residuals = (side: string): string => `case when ${side}_residuals > 1e-12 * ${side}_squares
            then ${side}_residuals else 0 end`;
  return `-- One row per comparison, with both estimates and the linearised variances.
${pairTables(options)},
estimates as (
    select *,
        ${each((side) => `${side}_numerator / nullif(${side}_denominator, 0) as ${side}_estimate`)},
        ${each(
          (side) => `${side}_squares - 2 * ${side}_estimate * ${side}_products
            + ${side}_estimate * ${side}_estimate * ${side}_denominator_squares as ${side}_residuals`
        )}
    from totals
),
influences as (
    select comparison, stratum, cluster, first_estimate, second_estimate,
        ${each((side) => `pairs.${side}_weight as ${side}_weight`)},
        ${each((side) => `${influence(side)} as ${side}`)}
    from pairs
    join estimates using (comparison)
),
cluster_values as (
    select comparison, stratum, cluster, first_weight, second_weight, first, second,
        first - second as difference,
        first / nullif(first_estimate, 0) - second / nullif(second_estimate, 0) as log_ratio
    from influences
),
weight_scales as (
    select ${each((side) => `${scale(`${side}_weight * ${side}_weight`)} as ${side}_scale`)}
    from cluster_values
),
weight_squares as (
    select comparison,
        ${each((side) => `${exact(`${side}_weight * ${side}_weight`, `${side}_scale`)} as ${side}_weight_squares`)}
    from cluster_values
    cross join weight_scales
    group by all
),
${clusterVariance(["first", "second", "difference", "log_ratio"], {keys: ["comparison"], singleCluster})}
select ${[...by.map((_, i) => `by_${i}`), "domain"].join(", ")},
    ${each(
      (side) => `coalesce(${side}_base, 0) as ${side}_base, ${side}_estimate, ${side}_variance,
        case when ${side}_base > 1
            then ${side}_weight / (${side}_base - 1) * ${residuals(side)} / power(${side}_denominator, 2)
        end as ${side}_plain,
        power(${side}_weight, 2) / nullif(${side}_weight_squares, 0) as ${side}_cluster_base`
    )},
    difference_variance,
    log_ratio_variance,
    ${referenceRows(options)} as reference_rows,
    cast(design.degrees as double) as design_degrees,
    cast(coalesce(domain_degrees, 0) as double) as domain_degrees
from comparisons
cross join design
left join estimates using (comparison)
left join weight_squares using (comparison)
left join variances using (comparison)
order by comparison`;
}
