/** Pairs of records that agree alike: a level for each comparison (null where a value is missing), and how many. */
export interface Pattern {
  levels: readonly (number | null)[];
  count: number;
}

/** The Fellegi–Sunter model: for each comparison the share of each level in matches (m) and non-matches (u). */
export interface LinkageModel {
  m: readonly (readonly number[])[];
  u: readonly (readonly number[])[];
  prior: number; // probability that a pair is a match before anything is compared
}

export interface EmOptions {
  start: LinkageModel;
  fixedM?: readonly boolean[]; // comparisons whose m stays as it starts
  fixedU?: readonly boolean[];
  active?: readonly boolean[]; // comparisons that are looked at; all when left out
  tolerance?: number; // 1e-10: greatest change of a parameter in the last iteration
  iterations?: number; // 5,000
}

export interface EmResult extends LinkageModel {
  iterations: number;
  converged: boolean;
  expectedMatches: number; // sum of the pairs' probabilities
}

/**
 * Estimates the model by expectation–maximisation over counts of patterns, comparisons being independent within matches
 * and within non-matches; a missing value says nothing. The order of the patterns must be fixed by the caller.
 * Fellegi and Sunter (1969), JASA 64, 1183–1210; Winkler (1988), Proc. Survey Research Methods, ASA, 667–671.
 */
export function estimateModel(patterns: readonly Pattern[], options: EmOptions): EmResult {
  const {start, fixedM = [], fixedU = [], active = [], tolerance = 1e-10, iterations = 5000} = options;
  if (patterns.length === 0) throw new Error("missing pattern: none given");
  const isActive = start.m.map((_, at) => active[at] ?? true);
  let model: LinkageModel = start;
  let expectedMatches = 0;
  for (let round = 1; round <= iterations; round++) {
    const {matches, others, matched, total} = expectation(patterns, model, isActive);
    expectedMatches = matched;
    const next = {
      m: model.m.map((shares, at) => (isActive[at] && !fixedM[at] ? sharesOf(matches[at] ?? [], shares) : shares)),
      u: model.u.map((shares, at) => (isActive[at] && !fixedU[at] ? sharesOf(others[at] ?? [], shares) : shares)),
      prior: Math.min(1 - SMALLEST, Math.max(SMALLEST, matched / total))
    };
    const change = greatestChange(model, next);
    model = next;
    if (change < tolerance) return {...model, iterations: round, converged: true, expectedMatches};
  }
  return {...model, iterations, converged: false, expectedMatches};
}

/** Returns the match weight of a pattern in bits: log2 of the odds that a pair with it is a match. */
export function matchWeight(
  levels: Pattern["levels"],
  {m, u, prior}: LinkageModel,
  isActive: readonly boolean[] = []
): number {
  let weight = Math.log2(prior / (1 - prior));
  levels.forEach((level, at) => {
    if (level !== null && (isActive[at] ?? true))
      weight += Math.log2((m[at]?.[level] ?? Number.NaN) / (u[at]?.[level] ?? Number.NaN));
  });
  return weight;
}

/** Returns the probability of a match weight. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight);
}

/**
 * Estimates the probability that two records taken at random match, m and u being known: the prior at which the
 * compared pairs' probabilities sum to it, the share of matches that blocking finds taken into account.
 */
export function estimatePrior(
  patterns: readonly Pattern[],
  {m, u, found, pairs}: {m: LinkageModel["m"]; u: LinkageModel["u"]; found: number; pairs: number}
): number {
  const ratios = patterns.map(({levels}) => 2 ** matchWeight(levels, {m, u, prior: 0.5}));
  const least = 0.5 / Math.max(1, pairs);
  let prior = 0.001;
  for (let round = 0; round < 5000; round++) {
    const odds = prior / (1 - prior);
    const matched = patterns.reduce((sum, {count}, at) => sum + count * share(odds * (ratios[at] ?? 0)), 0);
    const next = Math.min(0.999, Math.max(least, matched / (Math.max(found, 0.01) * Math.max(1, pairs))));
    if (Math.abs(next - prior) <= 1e-12 * prior) return next;
    prior = next;
  }
  return prior;
}

const SMALLEST = 1e-12;
const share = (odds: number): number => (odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds));

function expectation(patterns: readonly Pattern[], model: LinkageModel, isActive: readonly boolean[]) {
  const matches = model.m.map((shares) => shares.map(() => 0));
  const others = model.u.map((shares) => shares.map(() => 0));
  let matched = 0;
  let total = 0;
  for (const {levels, count} of patterns) {
    const probability = probabilityOf(matchWeight(levels, model, isActive));
    matched += count * probability;
    total += count;
    levels.forEach((level, at) => {
      if (level === null) return;
      const [inMatches, inOthers] = [matches[at], others[at]];
      if (inMatches) inMatches[level] = (inMatches[level] ?? 0) + count * probability;
      if (inOthers) inOthers[level] = (inOthers[level] ?? 0) + count * (1 - probability);
    });
  }
  return {matches, others, matched, total};
}

/** A level that was never seen keeps a share too small to matter, so that no weight is infinite. */
function sharesOf(sums: readonly number[], before: readonly number[]): number[] {
  const total = sums.reduce((sum, one) => sum + one, 0);
  if (total <= 0) return [...before];
  const raised = sums.map((sum) => Math.max(SMALLEST, sum / total));
  const whole = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / whole);
}

function greatestChange(before: LinkageModel, after: LinkageModel): number {
  let change = Math.abs(before.prior - after.prior);
  for (const key of ["m", "u"] as const)
    before[key].forEach((shares, at) => {
      shares.forEach((one, level) => {
        change = Math.max(change, Math.abs(one - (after[key][at]?.[level] ?? 0)));
      });
    });
  return change;
}
