import type {DuckDBConnection} from "@duckdb/node-api";
import {query} from "../warehouse.js";
import {type Comparison, frequencyLevel} from "./linkageComparison.js";
import type {LinkageModel} from "./linkageModel.js";
import type {Tables} from "./linkagePairs.js";
import {makeTable} from "./workingTable.js";

/** Writes the match weight (bits) and probability of every compared pair. */
export async function scorePairs(
  connection: DuckDBConnection,
  {tables, comparisons, model}: {tables: Tables; comparisons: readonly Comparison[]; model: LinkageModel}
): Promise<void> {
  const terms = comparisons.map((of, at) => {
    const weights = (model.m[at] ?? []).map((m, level) => Math.log2(m / (model.u[at]?.[level] ?? Number.NaN)));
    const cases = weights.map((weight, level) => `when ${level} then ${number(weight)}`);
    const term = `case level_${at} ${cases.join(" ")} else 0 end`;
    const frequent = frequencyLevel(of);
    if (frequent < 0) return term;
    // A shared value as common as that of the average pair leaves the weight as it is; a rarer one raises it.
    const u = number(model.u[at]?.[frequent] ?? Number.NaN);
    return `${term} + case when level_${at} = ${frequent} then log2(${u} / frequency_${at}) else 0 end`;
  });
  const prior = Math.log2(model.prior / (1 - model.prior));
  await connection.run(`${makeTable(tables.scored)} as
with weighed as (
    select one, other, ${[number(prior), ...terms].join("\n        + ")} as match_weight
    from ${tables.pairs}
)
select one, other, match_weight, 1 / (1 + pow(2::double, -greatest(-1000, match_weight))) as match_probability
from weighed`);
}

export interface LinkQuality {
  pairsLinked: number;
  expectedLinked: number; // true among the linked
  expectedMissed: number; // true among compared pairs below the threshold, and among those that blocking left out
  precision: number | null; // null where nothing is linked
  recall: number | null; // null where no match is expected
}

/**
 * Estimates precision and recall of the pairs at a threshold from the probabilities themselves: those of linked pairs sum
 * to the true ones among them, those of the others to the missed ones; matches that blocking left out are added in
 * proportion to the share it finds (see `trainModel`). Sums are taken over whole billionths, so that no order changes them.
 */
export async function linkQuality(
  connection: DuckDBConnection,
  {scored, threshold, found}: {scored: string; threshold: number; found: number}
): Promise<LinkQuality> {
  const [row] = await query(
    connection,
    `select count(*) filter (where match_probability >= ${threshold}) as linked,
    coalesce(sum(billionths) filter (where match_probability >= ${threshold}), 0) as true_linked,
    coalesce(sum(billionths), 0) as true_compared
from (select match_probability, round(match_probability * 1e9)::bigint as billionths from ${scored})`
  );
  const pairsLinked = Number(row?.linked);
  const expectedLinked = Number(row?.true_linked) / 1e9;
  const compared = Number(row?.true_compared) / 1e9;
  const all = compared / Math.max(0.01, found);
  return {
    pairsLinked,
    expectedLinked,
    expectedMissed: all - expectedLinked,
    precision: pairsLinked > 0 ? expectedLinked / pairsLinked : null,
    recall: all > 0 ? expectedLinked / all : null
  };
}

/** Every double has one shortest text, which DuckDB reads back as the same double. */
function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`invalid weight: ${value}`);
  return `(${value.toExponential()})::double`;
}
