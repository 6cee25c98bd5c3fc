import type {DuckDBConnection} from "@duckdb/node-api";
import {literal, query, type Value} from "../warehouse.js";
import {name, ordered} from "./linearisation.js";
import {
  agreeingMargins,
  type DifferingTotals,
  type Margin,
  type MarginCell,
  marginColumns,
  readCells,
  type ScaledMargin
} from "./margin.js";
import {type Fit, marginSums, proportionalFit} from "./proportionalFit.js";

export interface RakeOptions {
  /** A table or view, or a select in brackets; read only. */
  table: string;
  /** The table to write: every column of `table`, and the raked weight. Replaced when it exists. */
  into: string;
  /** The column with the weights to begin with. */
  weight: string;
  /** What each column's categories, or combinations of them, must sum to. */
  margins: readonly Margin[];
  /** What happens to margins that sum to another population than the first: brought to it, or refused; defaults to "scale". */
  differingTotals?: DifferingTotals;
  /** The column to write the weights in; defaults to "raked_weight". */
  rakedWeight?: string;
  /** No weight stays above this many times the median of the raked weights; without it nothing is trimmed. */
  trim?: number;
  /** The greatest gap between a margin and its total that counts as none, as a share; defaults to 1e-10. */
  tolerance?: number;
  /** Passes over the margins before giving up; defaults to 1,000. */
  iterations?: number;
  /** Times to trim and rake again before giving up; defaults to 50. */
  rounds?: number;
}

/** How well the weights fit. A weight is above the limit only if trimming and raking did not settle. */
export interface RakeReport {
  converged: boolean;
  iterations: number;
  greatestGap: number;
  /** Times trimmed and raked again. */
  rounds: number;
  limit: number | null;
  /** Weights above the limit when first raked. */
  trimmed: number;
  aboveLimit: number;
  /** Kish's effect of unequal weights, n Σw² / (Σw)², before and after. */
  kishEffect: {before: number; after: number};
  /** Margins that summed to another population than the first, which were brought to it. */
  scaled: ScaledMargin[];
  /** Totals as raked to, so after any scaling. */
  margins: {group: Record<string, Value>; total: number; before: number; after: number}[];
}

/**
 * Rakes weights to the totals of several margins and writes them beside the rows; nothing is estimated for a category
 * without respondents: it stops there. With `trim`, weights above the limit are cut to it and all are raked again, until
 * both hold or the rounds are used up; `converged` says which. Deming and Stephan (1940); trimming as in Potter (1990),
 * Proceedings of the ASA Section on Survey Research Methods, 225–230.
 */
export async function rake(connection: DuckDBConnection, given: RakeOptions): Promise<RakeReport> {
  const {table, into, weight, rakedWeight = "raked_weight", trim, rounds = 50} = given;
  const {margins, scaled} = agreeingMargins(given.margins, given);
  const options = {...given, margins};
  if (trim !== undefined && !(trim > 1)) throw new Error(`invalid trim: ${trim}`);
  await checkWeights(connection, {table, weight});
  const cells = await readCells(connection, {table, weight, margins});
  const raked = name(rakedWeight);
  await connection.run(
    `create or replace table ${into} as select *, cast(${name(weight)} as double) as ${raked} from ${table}`
  );
  const before = await kishEffect(connection, {table: into, weight: rakedWeight});
  let {fit, fitted} = await fitOnce(connection, {into, rakedWeight, cells, options});
  const limit = trim === undefined ? null : await trimLimit(connection, {into, raked, trim});
  let trimmed = 0;
  let round = 0;
  let aboveLimit = limit === null ? 0 : await countAbove(connection, {into, raked, limit});
  while (limit !== null && aboveLimit > 0 && round < rounds) {
    if (round === 0) trimmed = aboveLimit;
    round += 1;
    await connection.run(`update ${into} set ${raked} = least(${raked}, ${literal(limit)}::double)`);
    ({fit, fitted} = await fitOnce(connection, {into, rakedWeight, options}));
    aboveLimit = await countAbove(connection, {into, raked, limit});
  }
  return {
    converged: fit.converged && aboveLimit === 0,
    iterations: fit.iterations,
    greatestGap: fit.greatestGap,
    rounds: round,
    limit,
    trimmed,
    aboveLimit,
    kishEffect: {before, after: await kishEffect(connection, {table: into, weight: rakedWeight})},
    scaled,
    margins: compare(margins, {cells, fitted, factors: fit.factors})
  };
}

interface Step {
  into: string;
  rakedWeight: string;
  cells?: MarginCell[];
  options: RakeOptions;
}

/** Fits the weights as they stand in the table, and writes them back. */
async function fitOnce(
  connection: DuckDBConnection,
  {into, rakedWeight, cells, options}: Step
): Promise<{fit: Fit; fitted: MarginCell[]}> {
  const {margins, tolerance = 1e-10, iterations = 1000} = options;
  const fitted = cells ?? (await readCells(connection, {table: into, weight: rakedWeight, margins}));
  const totals = margins.map((margin) => margin.totals.map(({total}) => total));
  const fit = proportionalFit(fitted, {totals, tolerance, iterations});
  const columns = marginColumns(margins);
  const values = fitted.map(
    (cell, i) => `(${cell.values.map(literal).join(", ")}, ${literal(String(fit.factors[i] ?? 1))}::double)`
  );
  await connection.run(`update ${into} set ${name(rakedWeight)} = ${name(rakedWeight)} * cells.factor
from (values ${values.join(", ")}) as cells(${columns.map((_, i) => `c_${i}, `).join("")}factor)
where ${columns.map((column, i) => `cast(${name(column)} as varchar) is not distinct from cells.c_${i}`).join(" and ")}`);
  return {fit, fitted};
}

function compare(
  margins: readonly Margin[],
  {cells, fitted, factors}: {cells: MarginCell[]; fitted: MarginCell[]; factors: number[]}
): RakeReport["margins"] {
  return margins.flatMap((margin, m) => {
    const size = margin.totals.length;
    const before = marginSums(cells, {factors: [], margin: m, size});
    const after = marginSums(fitted, {factors, margin: m, size});
    return margin.totals.map(({group, total}, i) => ({
      group: {...group},
      total,
      before: before[i] ?? 0,
      after: after[i] ?? 0
    }));
  });
}

async function checkWeights(
  connection: DuckDBConnection,
  {table, weight}: {table: string; weight: string}
): Promise<void> {
  const column = `cast(${name(weight)} as double)`;
  const [row] = await query(
    connection,
    `select count(*) as wrong from ${table} where ${column} is null or ${column} < 0 or not isfinite(${column})`
  );
  if (Number(row?.wrong) > 0) throw new Error(`invalid weight: ${row?.wrong} rows have none, or one below zero`);
}

async function kishEffect(
  connection: DuckDBConnection,
  {table, weight}: {table: string; weight: string}
): Promise<number> {
  const column = name(weight);
  const [row] = await query(
    connection,
    `select count(*) * ${ordered(`${column} * ${column}`)} / power(${ordered(column)}, 2) as effect from ${table} where ${column} > 0`
  );
  return Number(row?.effect);
}

async function trimLimit(
  connection: DuckDBConnection,
  {into, raked, trim}: {into: string; raked: string; trim: number}
): Promise<number> {
  const [row] = await query(connection, `select median(${raked}) as middle from ${into} where ${raked} > 0`);
  return Number(row?.middle) * trim;
}

/** Counts weights above the limit, but for what is lost in rounding. */
async function countAbove(
  connection: DuckDBConnection,
  {into, raked, limit}: {into: string; raked: string; limit: number}
): Promise<number> {
  const [row] = await query(
    connection,
    `select count(*) as above from ${into} where ${raked} > ${literal(limit * (1 + 1e-6))}::double`
  );
  return Number(row?.above);
}
