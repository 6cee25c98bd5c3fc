import type {DuckDBConnection} from "@duckdb/node-api";
import {query, type Row, type Value} from "../warehouse.js";
import {tailOf} from "./interval.js";
import {linearisation} from "./linearisation.js";
import {checkDesign} from "./surveyDesign.js";
import {type SurveyInterval, surveyInterval} from "./surveyInterval.js";

/** How a sample was drawn. Names are columns of `table`; what is left out is as in simple random sampling. */
export interface SurveyDesign {
  /** A table or view, or a select in brackets. Every row of the sample belongs in it, domain members or not. */
  table: string;
  /** A column with the weight of the row, not negative; 1 when left out. */
  weight?: string;
  /** A column with the stratum; one stratum when left out. */
  stratum?: string;
  /** A column with the first-stage cluster, read within its stratum; each row its own when left out. */
  cluster?: string;
  /** A column with the clusters in the population of the row's stratum, for the finite-population correction. */
  populationSize?: string;
  /** Columns; each combination is a domain with an estimate of its own. */
  by?: readonly string[];
  /**
   * What a stratum with one cluster (of several) does: stops with an error, adds no variance, adds its squared distance
   * from the mean of all clusters, or counts as the average of the other strata with members. In R survey's
   * words: fail, certainty (or remove), adjust and average.
   */
  singleCluster?: "error" | "certainty" | "centre" | "average";
}

export interface EstimateOptions extends SurveyDesign {
  /** Defaults to 0.95. */
  confidence?: number;
  /** The simple random sample that the design effect compares with; defaults to one drawn with replacement. */
  simpleRandom?: "with replacement" | "without replacement";
  /** Whose clusters and strata the degrees of freedom count: the whole design's (the default) or those with members of the domain. */
  degreesOfFreedom?: "design" | "domain";
}

export interface RatioOptions extends EstimateOptions {
  /** A SQL expression; a row where it is null is outside the domain. */
  numerator: string;
  /** A SQL expression, "1" by default, which makes the ratio a mean or a proportion. */
  denominator?: string;
  /** Defaults to "t"; the other two are for proportions. */
  interval?: SurveyInterval;
}

export interface TotalOptions extends EstimateOptions {
  /** A SQL expression; a row where it is null is outside the domain. */
  value: string;
}

/** One estimate. A null is a value that the sample cannot give (no members, or no degrees of freedom). */
export interface Estimate {
  group: Record<string, Value>;
  estimate: number | null;
  standardError: number | null;
  degreesOfFreedom: number;
  designEffect: number | null;
  /** Rows of the domain with a weight above zero. */
  base: number;
  /** The size of a simple random sample, drawn with replacement, with the same standard error. */
  effectiveBase: number | null;
  lower: number | null;
  upper: number | null;
}

/**
 * Estimates the ratio of two totals (so also a mean or a proportion) for each domain, with its linearised error.
 * Clusters are taken as drawn with replacement within strata, or without when `populationSize` is given; one stage.
 * Woodruff (1971), JASA 66, 411–414; Särndal, Swensson and Wretman (1992), sections 5.6, 5.8 and 10.3.
 */
export async function estimateRatio(connection: DuckDBConnection, options: RatioOptions): Promise<Estimate[]> {
  const {numerator, denominator = "1", interval = "t"} = options;
  return await estimate(connection, options, {kind: "ratio", numerator, denominator, interval});
}

/** Estimates the total of a value for each domain, in the same way. The total of "1" is the size of the domain. */
export async function estimateTotal(connection: DuckDBConnection, options: TotalOptions): Promise<Estimate[]> {
  const target = {kind: "total", numerator: options.value, denominator: "1", interval: "t"} as const;
  return await estimate(connection, options, target);
}

interface Target {
  kind: "ratio" | "total";
  numerator: string;
  denominator: string;
  interval: SurveyInterval;
}

async function estimate(connection: DuckDBConnection, options: EstimateOptions, target: Target): Promise<Estimate[]> {
  const {confidence = 0.95} = options;
  tailOf(confidence); // stops at a confidence that is none before any work is done
  await checkDesign(connection, options);
  const rows = await query(connection, linearisation(options, target));
  return rows.map((row) => finish(row, {options, interval: target.interval, confidence}));
}

function finish(
  row: Row,
  {options, interval, confidence}: {options: EstimateOptions; interval: SurveyInterval; confidence: number}
): Estimate {
  const group = Object.fromEntries((options.by ?? []).map((column, i) => [column, row[`by_${i}`] ?? null]));
  const base = Number(row.base);
  const point = finite(row.estimate);
  const variance = finite(row.variance);
  const standardError = variance === null ? null : Math.sqrt(variance);
  const degreesOfFreedom = Number(options.degreesOfFreedom === "domain" ? row.domain_degrees : row.design_degrees);
  // With replacement: the plain variance needs no population, so scaling the weights changes nothing.
  const plain = finite(row.plain_variance);
  const isConstant = plain === null || plain <= 0;
  const ratio = isConstant || variance === null ? null : variance / plain;
  // Where every member answers alike nothing shows how alike clusters are, so each counts as one answer.
  const effectiveBase = point === null ? null : ratio ? base / ratio : Math.min(base, Number(row.cluster_base));
  const shrink = options.simpleRandom === "without replacement" ? 1 - base / Number(row.population) : 1;
  const designEffect = ratio === null || shrink <= 0 ? null : ratio / shrink;
  const limits = surveyInterval({
    kind: interval,
    estimate: point,
    standardError,
    degreesOfFreedom,
    effectiveBase,
    confidence
  });
  return {group, estimate: point, standardError, degreesOfFreedom, designEffect, base, effectiveBase, ...limits};
}

function finite(value: Value | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
