import type {DuckDBConnection} from "@duckdb/node-api";
import type {JackknifeEstimate, JackknifeOptions} from "./jackknife.js";
import {agreeingMargins, type DifferingTotals, type Margin, readCells} from "./margin.js";
import {type RakedSample, unitRaker} from "./rakedSample.js";
import {readUnits, type UnitSample} from "./rakedUnits.js";
import {checkDesign} from "./surveyDesign.js";

export interface RakedJackknifeOptions extends JackknifeOptions {
  /** The column with the weights as they were before raking. */
  weight: string;
  /** The margins that the weights are raked to, in the full sample and again without each cluster. */
  margins: readonly Margin[];
  /** As for `rake`; defaults to "scale". */
  differingTotals?: DifferingTotals;
  /** As for `rake`: cut to this many times the median, which is taken anew without each cluster, and raked again. */
  trim?: number;
  /** The greatest gap between a margin and its total that counts as none, as a share; defaults to 1e-10. */
  tolerance?: number;
  /** Passes over the margins before giving up; defaults to 1,000. */
  iterations?: number;
  /** Times to trim and rake again before giving up; defaults to 50. */
  rounds?: number;
}

export interface RakedJackknifeEstimate extends JackknifeEstimate {
  /** Samples, the full one among them, in which some weight was still above the limit when the rounds were used up. */
  untrimmed: number;
}

/**
 * Estimates a ratio with raked (and trimmed) weights, and its error by leaving out each cluster in turn, raking and
 * trimming again by the rule of `rake`, so that what raking gains or costs is counted. With one margin it is the jackknife
 * of `postStratify`. Sources as for `jackknife` and `rake`. Stops when the sample without some cluster cannot be raked.
 */
export async function rakedJackknife(
  connection: DuckDBConnection,
  options: RakedJackknifeOptions
): Promise<RakedJackknifeEstimate[]> {
  const {table, weight, trim, tolerance = 1e-10, iterations = 1000, rounds = 50} = options;
  if (trim !== undefined && !(trim > 1)) throw new Error(`invalid trim: ${trim}`);
  const {margins} = agreeingMargins(options.margins, options);
  await checkDesign(connection, options);
  const cells = await readCells(connection, {table, weight, margins});
  const sample = await readUnits(connection, {...options, margins, cells});
  const totals = margins.map((margin) => margin.totals.map(({total}) => total));
  const raker = unitRaker(sample.units, {cells, totals, trim, tolerance, iterations, rounds});
  let untrimmed = 0;
  const attempt = (multipliers: Float64Array, without: string, start?: Float64Array): RakedSample => {
    const raked = raker(multipliers, start);
    if (!raked.isFitted) throw new Error(`invalid margins: ${without}the weights cannot be raked to them`);
    if (!raked.isTrimmed) untrimmed += 1;
    return raked;
  };
  const all = attempt(new Float64Array(sample.units.length).fill(1), "");
  const ratios = ratiosOf(sample);
  const full = ratios(all.weights);
  const variances = full.map(() => 0);
  let replicates = 0;
  for (const [place, {cluster, stratum}] of sample.clusters.entries()) {
    const size = sample.strata.get(stratum);
    if (!size || size.clusters < 2) continue;
    // The factors of the full sample are nearly those without one cluster, so each fit takes a few passes.
    const raked = attempt(
      without(sample, {place, stratum, size: size.clusters}),
      `without cluster ${cluster} `,
      all.factors
    );
    const share = size.population === null ? 1 : 1 - size.clusters / size.population;
    const scale = (share * (size.clusters - 1)) / size.clusters;
    ratios(raked.weights).forEach((ratio, i) => {
      variances[i] = (variances[i] ?? 0) + scale * (ratio - (full[i] ?? 0)) ** 2;
    });
    replicates += 1;
  }
  return sample.groups.map((group, i) => ({
    group,
    estimate: finite(full[i]),
    standardError: finite(Math.sqrt(variances[i] ?? Number.NaN)),
    replicates,
    untrimmed
  }));
}

/** Returns what to multiply the weights by when a cluster is left out and the others of its stratum stand in for it. */
function without(
  {units, clusters}: UnitSample,
  {place, stratum, size}: {place: number; stratum: string; size: number}
): Float64Array {
  const byCluster = Float64Array.from(clusters, (of) => (of.stratum === stratum ? size / (size - 1) : 1));
  byCluster[place] = 0;
  const multipliers = new Float64Array(units.length);
  for (const [i, {cluster}] of units.entries()) multipliers[i] = byCluster[cluster] ?? 1;
  return multipliers;
}

/** Returns what takes weights of units to the ratio of each domain, many times over. */
function ratiosOf({parts, groups}: UnitSample): (weights: Float64Array) => number[] {
  const inside = parts.filter(({numerator, denominator}) => numerator !== 0 || denominator !== 0);
  const [units, domains] = [Int32Array.from(inside, ({unit}) => unit), Int32Array.from(inside, ({domain}) => domain)];
  const numerators = Float64Array.from(inside, ({numerator}) => numerator);
  const denominators = Float64Array.from(inside, ({denominator}) => denominator);
  const [tops, bottoms] = [new Float64Array(groups.length), new Float64Array(groups.length)];
  return (weights) => {
    tops.fill(0);
    bottoms.fill(0);
    for (let i = 0; i < units.length; i++) {
      const domain = domains[i] ?? 0;
      const weight = weights[units[i] ?? 0] ?? 0;
      tops[domain] = (tops[domain] ?? 0) + weight * (numerators[i] ?? 0);
      bottoms[domain] = (bottoms[domain] ?? 0) + weight * (denominators[i] ?? 0);
    }
    return groups.map((_, i) => (tops[i] ?? 0) / (bottoms[i] ?? 0));
  };
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
