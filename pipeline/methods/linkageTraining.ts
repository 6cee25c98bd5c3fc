import type {Blocking} from "./linkageBlocking.js";
import type {Comparison} from "./linkageComparison.js";
import {estimateModel, estimatePrior, type LinkageModel, type Pattern} from "./linkageModel.js";

export interface TrainedModel extends LinkageModel {
  iterations: number; // of all runs of EM together
  converged: boolean; // all of them
  untrained: readonly string[]; // comparisons of which no pair could tell; their m is the value that EM starts from
  found: number; // share of matches that blocking finds, as the model expects it
}

export interface TrainingOptions {
  patterns: readonly (Pattern & {rules: number})[];
  comparisons: readonly Comparison[];
  blocking: Blocking;
  random: readonly (readonly number[])[] | null; // u of random pairs; null to estimate it in EM
  pairs: number; // all pairs of records
  prior?: number; // fixed
  smoothing?: number; // matches that each level is taken to have had before any was seen; 0
  tolerance?: number;
  iterations?: number;
}

/**
 * Estimates the model from the patterns of compared pairs. With u from random pairs, EM runs once for each blocking
 * rule over its own pairs, without the comparisons that look at a column that the rule looks at; an m is the mean over
 * the runs that tell of it, weighted by the matches that each expects. With u from EM there is one run, over all pairs.
 */
export function trainModel({patterns, comparisons, blocking, random, ...options}: TrainingOptions): TrainedModel {
  const {tolerance, iterations, pairs, smoothing = 0} = options;
  const start = comparisons.map(({levels, m}) => m ?? startingShares(levels.length + 1, 0.9));
  const fixedM = comparisons.map(({m}) => m !== undefined);
  const u = comparisons.map(
    ({levels, u: given}, at) => given ?? random?.[at] ?? startingShares(levels.length + 1, 0.1)
  );
  if (random === null && !comparisons.every((of) => of.m && of.u) && patterns.length > 0) {
    const run = estimateModel(patterns, {
      start: {m: start, u, prior: 0.1},
      fixedM,
      fixedU: comparisons.map((of) => of.u !== undefined),
      tolerance,
      iterations
    });
    const found = shareFound(patterns, {model: run, blocking, comparisons});
    return {...run, prior: options.prior ?? run.prior, untrained: [], found};
  }
  const sums = start.map((shares) => shares.map(() => 0));
  const weights = start.map(() => 0);
  const rounds: {iterations: number; converged: boolean}[] = [];
  for (const [rule, fixed] of blocking.fixed.entries()) {
    const active = fixed.map((isFixed) => !isFixed);
    const own = patterns.filter(({rules}) => blocking.comparesAll || Math.floor(rules / 2 ** rule) % 2 === 1);
    if (own.length === 0 || !active.some((isActive, at) => isActive && !fixedM[at])) continue;
    const run = estimateModel(own, {
      start: {m: start, u, prior: 0.1},
      fixedM,
      fixedU: u.map(() => true),
      active,
      tolerance,
      iterations
    });
    rounds.push(run);
    for (const [at, isActive] of active.entries()) {
      if (!isActive || fixedM[at]) continue;
      weights[at] = (weights[at] ?? 0) + run.expectedMatches;
      run.m[at]?.forEach((share, level) => {
        const own = sums[at];
        if (own) own[level] = (own[level] ?? 0) + share * run.expectedMatches;
      });
    }
  }
  const isTrained = (at: number): boolean => (weights[at] ?? 0) > 1e-6;
  const m = start.map((shares, at) =>
    isTrained(at) && !fixedM[at]
      ? (sums[at] ?? []).map((sum) => (sum + smoothing) / ((weights[at] ?? 0) + smoothing * shares.length))
      : shares
  );
  const {prior, found} = settlePrior(patterns, {m, u, prior: options.prior, blocking, comparisons, pairs});
  return {
    m,
    u,
    prior,
    found,
    iterations: rounds.reduce((sum, run) => sum + run.iterations, 0),
    converged: rounds.every(({converged}) => converged),
    untrained: comparisons.filter((_, at) => !fixedM[at] && !isTrained(at)).map(({name}) => name)
  };
}

interface PriorOptions extends Omit<LinkageModel, "prior"> {
  prior: number | undefined;
  blocking: Blocking;
  comparisons: readonly Comparison[];
  pairs: number;
}

/** The prior hangs on the share of matches found, which hangs on how often values are missing in matches: four rounds. */
function settlePrior(patterns: readonly Pattern[], {m, u, prior, blocking, comparisons, pairs}: PriorOptions) {
  let model: LinkageModel = {m, u, prior: prior ?? 0.001};
  let found = 1;
  for (let round = 0; round < 4; round++) {
    model = {m, u, prior: prior ?? estimatePrior(patterns, {m, u, found, pairs})};
    found = shareFound(patterns, {model, blocking, comparisons});
  }
  return {prior: model.prior, found};
}

/**
 * The share of matches that some rule finds, if a rule finds those that agree in the first level of every comparison it
 * looks at, levels being independent and missing values as frequent as among the matches found. A rule that looks at no
 * compared column tells nothing of it: beside others it is taken to find none, and where all are such, to find all.
 */
function shareFound(
  patterns: readonly Pattern[],
  {model, blocking, comparisons}: {model: LinkageModel; blocking: Blocking; comparisons: readonly Comparison[]}
): number {
  if (blocking.comparesAll) return 1;
  const agree = firstLevelShares(patterns, model, comparisons.length);
  const rules = blocking.fixed.map((fixed) => fixed.flatMap((isFixed, at) => (isFixed ? [at] : [])));
  if (rules.every((rule) => rule.length === 0)) return 1;
  const looked = [...new Set(rules.flat())].sort((one, other) => one - other);
  let found = 0;
  for (let mask = 0; mask < 2 ** looked.length; mask++) {
    const agreeing = new Set(looked.filter((_, bit) => Math.floor(mask / 2 ** bit) % 2 === 1));
    if (!rules.some((rule) => rule.length > 0 && rule.every((at) => agreeing.has(at)))) continue;
    found += looked.reduce((product, at) => product * (agreeing.has(at) ? (agree[at] ?? 0) : 1 - (agree[at] ?? 0)), 1);
  }
  return found;
}

function firstLevelShares(patterns: readonly Pattern[], model: LinkageModel, size: number): number[] {
  const {m, u, prior} = model;
  const known = new Array<number>(size).fill(0);
  let total = 0;
  for (const {levels, count} of patterns) {
    let odds = prior / (1 - prior);
    levels.forEach((level, at) => {
      if (level !== null) odds *= (m[at]?.[level] ?? 0) / (u[at]?.[level] ?? 1);
    });
    const matched = count * (odds / (1 + odds));
    total += matched;
    levels.forEach((level, at) => {
      if (level !== null) known[at] = (known[at] ?? 0) + matched;
    });
  }
  return known.map((one, at) => (total > 0 ? one / total : 1) * (m[at]?.[0] ?? 0));
}

/** The first level gets `first`, the others share the rest evenly. */
function startingShares(length: number, first: number): number[] {
  return Array.from({length}, (_, level) => (level === 0 ? first : (1 - first) / (length - 1)));
}
