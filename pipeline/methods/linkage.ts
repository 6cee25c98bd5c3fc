import type {DuckDBConnection} from "@duckdb/node-api";
import {type BlockingRule, readBlocking} from "./linkageBlocking.js";
import {type Comparison, checkComparisons, levelName} from "./linkageComparison.js";
import {comparePairs, countPatterns, prepareRecords, sampleShares, type Tables, workingTables} from "./linkagePairs.js";
import {type PersonCounts, resolvePersons} from "./linkagePersons.js";
import {type LinkQuality, linkQuality, scorePairs} from "./linkageScore.js";
import {type TrainedModel, trainModel} from "./linkageTraining.js";
import {makeTable} from "./workingTable.js";

export interface LinkOptions {
  /** A table or view, or a select in brackets: one row for each record. */
  table: string;
  /** A column (or SQL expression) that names a record; unique and never null. */
  id: string;
  /** The table that is written; "linked_records" when left out. */
  into?: string;
  /** SQL expressions over a record; two records are compared where one of them (a list: all of it) is the same in both. */
  blocking: readonly BlockingRule[];
  comparisons: readonly Comparison[];
  /** Probability from which a pair is linked: above 0, at most 1. */
  threshold: number;
  /** Fixed probability that two records taken at random are one person's (with `u: "em"`: that a compared pair is). */
  prior?: number;
  /** Where u comes from: pairs taken at random (the default), or EM, together with m and the prior. */
  u?: "random" | "em";
  /** Random pairs to estimate u from; 1,000,000 when left out. */
  sample?: number;
  /** Matches that each level is taken to have had before any was seen, so that an m from few matches is no veto; 0 when left out. */
  smoothing?: number;
  /** A SQL expression; records with the same value are never compared with each other. */
  neverWithin?: string;
  /** A table to write every compared pair to: `id_one, id_other, <comparison>_level …, match_weight, match_probability`. */
  pairsInto?: string;
  /** A schema for working tables, which are dropped again; "temp" when left out. */
  workspace?: string;
  /** Most records that one person may have before weak links are cut; 100 when left out. */
  mostRecords?: number;
  /** Most pairs that one blocking rule may make; 500,000,000 when left out. */
  mostPairs?: number;
  /** When EM stops: greatest change of a parameter (1e-10) and most rounds (5,000). */
  tolerance?: number;
  iterations?: number;
}

export interface LevelParameters {
  comparison: string;
  level: string; // in words; "other" for what fits no level
  m: number;
  u: number;
  weight: number; // log2(m / u), before any adjustment for the frequency of a value
}

export interface Linkage extends LinkQuality, PersonCounts {
  records: number;
  pairsCompared: number;
  prior: number;
  parameters: readonly LevelParameters[];
  iterations: number;
  converged: boolean;
  untrained: readonly string[]; // comparisons whose m no pair could tell
  found: number; // share of matches that blocking is expected to find
}

/**
 * Finds the records that are one person's (or one thing's) by probabilistic linkage, and writes `into`: `id, person_id`
 * (the lowest id of the person's records) and `match_probability` (of the strongest link that ties the record to its
 * person; null where it stands alone). Linked pairs are resolved by connected components. Working tables are the
 * function's own: two linkages must not run in one workspace at once. Nothing depends on threads or the order of rows.
 * Fellegi and Sunter (1969), JASA 64, 1183–1210; Winkler (1988); term frequencies as in Winkler (2000), Census RR2000/06.
 */
export async function linkRecords(connection: DuckDBConnection, options: LinkOptions): Promise<Linkage> {
  const {into = "linked_records", threshold, workspace = "temp", mostRecords = 100, pairsInto} = options;
  return await scored(connection, options, async ({tables, model, ...counts}) => {
    if (pairsInto !== undefined) await keepPairs(connection, {tables, pairsInto, comparisons: options.comparisons});
    const quality = await linkQuality(connection, {scored: tables.scored, threshold, found: model.found});
    const persons = await resolvePersons(connection, {tables, threshold, mostRecords, into, workspace});
    return {
      ...counts,
      ...quality,
      ...persons,
      prior: model.prior,
      parameters: parametersOf(options.comparisons, model),
      iterations: model.iterations,
      converged: model.converged,
      untrained: model.untrained,
      found: model.found
    };
  });
}

/** Returns what `linkRecords` gives at its threshold for several others, from the table that it wrote its pairs to. */
export async function linkSensitivity(
  connection: DuckDBConnection,
  {pairs, thresholds, found}: {pairs: string; thresholds: readonly number[]; found: number}
): Promise<(LinkQuality & {threshold: number})[]> {
  const results: (LinkQuality & {threshold: number})[] = [];
  for (const threshold of thresholds)
    results.push({threshold, ...(await linkQuality(connection, {scored: pairs, threshold, found}))});
  return results;
}

interface Scored {
  tables: Tables;
  model: TrainedModel;
  records: number;
  pairsCompared: number;
}

async function scored<Result>(
  connection: DuckDBConnection,
  options: LinkOptions,
  use: (of: Scored) => Promise<Result>
): Promise<Result> {
  checkOptions(options);
  const {table, id, neverWithin, comparisons, workspace = "temp", mostPairs = 500_000_000} = options;
  const tables = workingTables(workspace);
  const columns = comparisons.map(({column}) => column);
  const blocking = await readBlocking(connection, {blocking: options.blocking, columns});
  try {
    const records = await prepareRecords(connection, {tables, blocking, comparisons, table, id, neverWithin});
    await comparePairs(connection, {tables, blocking, comparisons, mostPairs});
    const patterns = await countPatterns(connection, {tables, comparisons});
    const isRandom = options.u !== "em" && comparisons.some(({u}) => u === undefined);
    const {sample = 1_000_000, prior, smoothing, tolerance, iterations} = options;
    const random = isRandom ? await sampleShares(connection, {tables, comparisons, sample}) : null;
    const pairs = (records * (records - 1)) / 2;
    const model = trainModel({
      patterns,
      comparisons,
      blocking,
      random: options.u === "em" ? null : (random ?? comparisons.map(({u = []}) => u)),
      pairs,
      prior,
      smoothing,
      tolerance,
      iterations
    });
    await scorePairs(connection, {tables, comparisons, model});
    return await use({tables, model, records, pairsCompared: patterns.reduce((sum, {count}) => sum + count, 0)});
  } finally {
    for (const name of Object.values(tables)) await connection.run(`drop table if exists ${name}`);
  }
}

async function keepPairs(
  connection: DuckDBConnection,
  {tables, pairsInto, comparisons}: {tables: Tables; pairsInto: string; comparisons: readonly Comparison[]}
): Promise<void> {
  const levels = comparisons.map(({name}, at) => `pairs.level_${at} as ${name}_level`);
  await connection.run(`${makeTable(pairsInto)} as
select one.id as id_one, other.id as id_other, ${levels.join(", ")}, scored.match_weight, scored.match_probability
from ${tables.scored} as scored
inner join ${tables.pairs} as pairs on pairs.one = scored.one and pairs.other = scored.other
inner join ${tables.records} as one on one.record = scored.one
inner join ${tables.records} as other on other.record = scored.other
order by scored.one, scored.other`);
}

function parametersOf(comparisons: readonly Comparison[], {m, u}: TrainedModel): LevelParameters[] {
  return comparisons.flatMap(({name, levels}, at) =>
    (m[at] ?? []).map((share, level) => ({
      comparison: name,
      level: levelName(levels[level]),
      m: share,
      u: u[at]?.[level] ?? Number.NaN,
      weight: Math.log2(share / (u[at]?.[level] ?? Number.NaN))
    }))
  );
}

function checkOptions(options: LinkOptions): void {
  const {table, id, into, comparisons, threshold, prior, smoothing, sample, mostRecords} = options;
  if (table.trim() === "") throw new Error("missing table");
  if (id.trim() === "") throw new Error("missing id");
  if (into !== undefined && into.trim() === "") throw new Error("missing into");
  checkComparisons(comparisons);
  if (!(threshold > 0 && threshold <= 1)) throw new Error(`invalid threshold: ${threshold}`);
  if (prior !== undefined && !(prior > 0 && prior < 1)) throw new Error(`invalid prior: ${prior}`);
  if (smoothing !== undefined && !(smoothing >= 0)) throw new Error(`invalid smoothing: ${smoothing}`);
  if (sample !== undefined && !(sample >= 1)) throw new Error(`invalid sample: ${sample}`);
  if (mostRecords !== undefined && !(mostRecords >= 2)) throw new Error(`invalid mostRecords: ${mostRecords}`);
}
