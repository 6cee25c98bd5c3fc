import type {DuckDBConnection} from "@duckdb/node-api";
import {query, type Row, type Value} from "../warehouse.js";
import {clusterVariance} from "./clusterVariance.js";
import {type DomainComparison, pairTables, referenceRows, SIDES, sameKeys} from "./domainPairs.js";
import {tailOf} from "./interval.js";
import {ordered} from "./linearisation.js";
import {checkDesign} from "./surveyDesign.js";
import {type TestedEstimate, testedEstimate} from "./testedEstimate.js";

export interface AdjustedRatioOptions extends DomainComparison {
  /** Columns; domain and reference are compared within each combination of them. */
  strata: readonly string[];
  /** Whose spread over the strata both are given for the standardised rates; defaults to that of both together. */
  standard?: "both" | "reference";
  /** Defaults to 0.95. */
  confidence?: number;
  /** Whose clusters and strata the degrees of freedom count: the whole design's (the default) or those of both sides. */
  degreesOfFreedom?: "design" | "domain";
}

/** A domain beside its reference, like compared with like. */
export interface AdjustedComparison {
  group: Record<string, Value>;
  domain: Value;
  /** The ratio of Mantel and Haenszel over the strata, with weighted totals; null where a sum of it is zero. */
  ratio: TestedEstimate;
  /** The rates with one spread over the strata, and the difference of the two. */
  firstStandardised: number | null;
  secondStandardised: number | null;
  difference: TestedEstimate;
  degreesOfFreedom: number;
  /** Rows of each side with a weight above zero in the strata used. */
  firstBase: number;
  secondBase: number;
  /** Strata with members of both sides, and strata left out because they lack one. */
  strataUsed: number;
  strataDropped: number;
  /** The share (of 1) of each side's weighted denominator that lies in the strata left out; null without members. */
  firstShareDropped: number | null;
  secondShareDropped: number | null;
}

/**
 * Compares ratios of domains of one survey with strata (such as role × region) held equal: the risk ratio of Mantel and
 * Haenszel from weighted totals, and the difference of directly standardised rates. Errors are linearised over all the
 * totals of all strata, so the covariance of the two sides and the sampling of the strata's sizes are taken. Strata that
 * lack either side are left out and reported; where everybody on a side answers alike within strata there is neither
 * interval nor p-value. Throws as `compareDomains` does.
 * Source: Mantel and Haenszel (1959), JNCI 22, 719–748; Greenland and Robins (1985), Biometrics 41, 55–68 (the ratio);
 * Graubard and Korn (1999), Statistics in Medicine 18, 2021–2032 (standardised rates from surveys); Binder (1983).
 */
export async function adjustedRatio(
  connection: DuckDBConnection,
  options: AdjustedRatioOptions
): Promise<AdjustedComparison[]> {
  const {confidence = 0.95, reference, strata} = options;
  tailOf(confidence); // stops at a confidence that is none before any work is done
  if (strata.length === 0) throw new Error("missing strata: none given");
  await checkDesign(connection, options);
  const rows = await query(connection, adjustedQuery(options));
  if (reference.kind === "category" && rows[0]?.reference_rows === 0)
    throw new Error(`unknown reference: ${reference.value}`);
  return rows.map((row) => finish(row, {options, confidence}));
}

function finish(
  row: Row,
  {options, confidence}: {options: AdjustedRatioOptions; confidence: number}
): AdjustedComparison {
  const degreesOfFreedom = Number(options.degreesOfFreedom === "domain" ? row.domain_degrees : row.design_degrees);
  const isTestable = row.first_varies === true && row.second_varies === true;
  const inference = {degreesOfFreedom, confidence, isTestable};
  const [top, bottom] = [numberOf(row.mh_top), numberOf(row.mh_bottom)];
  const ratio = top !== null && bottom !== null && top > 0 && bottom > 0 ? top / bottom : null;
  const [first, second] = [numberOf(row.first_standardised), numberOf(row.second_standardised)];
  const difference = first === null || second === null ? null : first - second;
  return {
    group: Object.fromEntries((options.by ?? []).map((column, i) => [column, row[`by_${i}`] ?? null])),
    domain: row.domain ?? null,
    ratio: testedEstimate(ratio, {...inference, standardError: rootOf(row.log_ratio_variance), isRatio: true}),
    firstStandardised: first,
    secondStandardised: second,
    difference: testedEstimate(difference, {...inference, standardError: rootOf(row.difference_variance)}),
    degreesOfFreedom,
    firstBase: Number(row.first_base),
    secondBase: Number(row.second_base),
    strataUsed: Number(row.strata_used),
    strataDropped: Number(row.strata_dropped),
    firstShareDropped: numberOf(row.first_share_dropped),
    secondShareDropped: numberOf(row.second_share_dropped)
  };
}

function numberOf(value: Value | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function rootOf(variance: Value | undefined): number | null {
  const value = numberOf(variance);
  return value === null ? null : Math.sqrt(value);
}

function adjustedQuery(options: AdjustedRatioOptions): string {
  const {by = [], singleCluster} = options;
  const adjust = options.strata.map((_, i) => `adjust_${i}`);
  const size = (table: string): string =>
    options.standard === "reference"
      ? `${table}.second_denominator`
      : `${table}.first_denominator + ${table}.second_denominator`;
  // The differential of numerator × denominator / both, the product that Mantel and Haenszel sum.
  const product = (one: string, other: string): string =>
    `(pairs.${one}_numerator * used.${other}_denominator + used.${one}_numerator * pairs.${other}_denominator
            - used.${one}_numerator * used.${other}_denominator / both_denominators
                * (pairs.first_denominator + pairs.second_denominator)) / both_denominators`;
  const add = (expression: string): string => (options.cluster ? ordered(expression) : expression);
  const sides = (text: (side: string) => string): string => SIDES.map(text).join(",\n        ");
  return `-- One row per comparison, with the adjusted ratio, the standardised rates and the linearised variances.
${pairTables(options, options.strata)},
rated as (
    select *, first_denominator > 0 and second_denominator > 0 as is_used,
        ${sides((side) => `${side}_numerator / nullif(${side}_denominator, 0) as ${side}_rate`)},
        first_denominator + second_denominator as both_denominators,
        ${size("totals")} as standard_size
    from totals
),
used as (
    select *,
        first_numerator * second_denominator / both_denominators as top_part,
        second_numerator * first_denominator / both_denominators as bottom_part,
        ${sides(
          (side) => `${side}_squares - 2 * ${side}_rate * ${side}_products
            + ${side}_rate * ${side}_rate * ${side}_denominator_squares > 1e-12 * ${side}_squares as ${side}_varies`
        )}
    from rated
    where is_used
),
sums as (
    select comparison,
        ${ordered("top_part")} as mh_top,
        ${ordered("bottom_part")} as mh_bottom,
        ${ordered("standard_size")} as size,
        ${sides((side) => `${ordered(`standard_size * ${side}_rate`)} / ${ordered("standard_size")} as ${side}_standardised`)},
        ${sides((side) => `sum(${side}_base) as ${side}_base, bool_or(${side}_varies) as ${side}_varies`)},
        ${sides((side) => `${ordered(`${side}_denominator`)} as ${side}_used`)},
        count(*) as strata_used
    from used
    group by all
),
strata_counts as (
    select comparison, count(*) as strata_seen,
        ${sides((side) => `${ordered(`${side}_denominator`)} as ${side}_seen`)}
    from totals
    group by all
),
influences as (
    select pairs.comparison, pairs.stratum, pairs.cluster,
        ${sides(
          (side) => `(standard_size * (pairs.${side}_numerator - ${side}_rate * pairs.${side}_denominator)
            / used.${side}_denominator + (${side}_rate - ${side}_standardised) * (${size("pairs")})) / size as ${side}`
        )},
        ${product("first", "second")} / nullif(mh_top, 0)
            - ${product("second", "first")} / nullif(mh_bottom, 0) as log_ratio
    from pairs
    join used on ${sameKeys("pairs", {right: "used", keys: ["comparison", ...adjust]})}
    join sums on sums.comparison = pairs.comparison
),
cluster_values as (
    select comparison, stratum, cluster,
        ${add("first - second")} as difference,
        ${add("log_ratio")} as log_ratio
    from influences
    ${options.cluster ? "group by all" : ""}
),
${clusterVariance(["difference", "log_ratio"], {keys: ["comparison"], singleCluster})}
select ${[...by.map((_, i) => `by_${i}`), "domain"].join(", ")},
    mh_top, mh_bottom, log_ratio_variance, difference_variance,
    ${sides(
      (side) => `${side}_standardised, ${side}_varies, coalesce(${side}_base, 0) as ${side}_base,
        1 - coalesce(${side}_used, 0) / nullif(${side}_seen, 0) as ${side}_share_dropped`
    )},
    coalesce(strata_used, 0) as strata_used,
    coalesce(strata_seen, 0) - coalesce(strata_used, 0) as strata_dropped,
    ${referenceRows(options)} as reference_rows,
    cast(design.degrees as double) as design_degrees,
    cast(coalesce(domain_degrees, 0) as double) as domain_degrees
from comparisons
cross join design
left join strata_counts using (comparison)
left join sums using (comparison)
left join variances using (comparison)
order by comparison`;
}
