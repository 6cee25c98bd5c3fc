import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  estimateModel,
  estimatePrior,
  type LinkageModel,
  matchWeight,
  type Pattern,
  probabilityOf
} from "../../pipeline/methods/linkageModel.js";

/** Counts of patterns exactly as a model expects them, of so many pairs. */
function expected({m, u, prior}: LinkageModel, pairs: number): Pattern[] {
  let patterns: {levels: number[]; match: number; other: number}[] = [{levels: [], match: prior, other: 1 - prior}];
  for (const [at, shares] of m.entries())
    patterns = patterns.flatMap(({levels, match, other}) =>
      shares.map((share, level) => ({
        levels: [...levels, level],
        match: match * share,
        other: other * (u[at]?.[level] ?? 0)
      }))
    );
  return patterns.map(({levels, match, other}) => ({levels, count: pairs * (match + other)}));
}

const PLANTED: LinkageModel = {
  m: [
    [0.85, 0.1, 0.05],
    [0.9, 0.1],
    [0.8, 0.15, 0.05],
    [0.95, 0.05]
  ],
  u: [
    [0.01, 0.04, 0.95],
    [0.1, 0.9],
    [0.02, 0.08, 0.9],
    [0.5, 0.5]
  ],
  prior: 0.03
};
const START: LinkageModel = {
  m: PLANTED.m.map((shares) => shares.map((_, level) => (level === 0 ? 0.8 : 0.2 / (shares.length - 1)))),
  u: PLANTED.u.map((shares) => shares.map((_, level) => (level === 0 ? 0.2 : 0.8 / (shares.length - 1)))),
  prior: 0.1
};

describe("matchWeight(levels, model)", () => {
  // Herzog, Scheuren and Winkler (2007), Data Quality and Record Linkage, chapter 8: the weight is the sum of log2(m / u)
  // over agreements and of log2((1 − m) / (1 − u)) over disagreements; 0.9 against 0.1, and 0.8 against 0.05.
  const model: LinkageModel = {
    m: [
      [0.9, 0.1],
      [0.8, 0.2]
    ],
    u: [
      [0.1, 0.9],
      [0.05, 0.95]
    ],
    prior: 0.5
  };

  it("adds up the evidence of each comparison in bits", () => {
    expect(matchWeight([0, 0], model)).toBeCloseTo(Math.log2(9 * 16), 12);
    expect(matchWeight([0, 1], model)).toBeCloseTo(Math.log2((9 * 0.2) / 0.95), 12);
    expect(matchWeight([1, 1], model)).toBeCloseTo(Math.log2((1 / 9) * (0.2 / 0.95)), 12);
  });

  it("takes nothing from a missing value, and begins with the odds of the prior", () => {
    expect(matchWeight([null, 0], {...model, prior: 0.2})).toBeCloseTo(Math.log2(0.25 * 16), 12);
    expect(probabilityOf(matchWeight([null, 0], {...model, prior: 0.2}))).toBeCloseTo(0.8, 12);
  });
});

describe("estimateModel(patterns, options)", () => {
  it("finds m, u and the prior that made the patterns", () => {
    const found = estimateModel(expected(PLANTED, 1e6), {start: START, tolerance: 1e-13, iterations: 20_000});
    expect(found.converged).toBe(true);
    expect(found.prior).toBeCloseTo(PLANTED.prior, 6);
    for (const key of ["m", "u"] as const)
      found[key].forEach((shares, at) => {
        shares.forEach((share, level) => {
          expect(share).toBeCloseTo(PLANTED[key][at]?.[level] ?? Number.NaN, 5);
        });
      });
    expect(found.expectedMatches).toBeCloseTo(30_000, 0);
  });

  it("keeps what is fixed, and leaves alone what it is told not to look at", () => {
    const found = estimateModel(expected(PLANTED, 1e6), {
      start: {...START, u: PLANTED.u},
      fixedU: [true, true, true, true],
      active: [true, false, true, true]
    });
    expect(found.u).toEqual(PLANTED.u);
    expect(found.m[1]).toEqual(START.m[1]);
    expect(found.m[0]?.[0]).toBeCloseTo(0.85, 5);
  });

  it("never makes the likelihood smaller, whatever the patterns", () => {
    const patterns = fc.array(
      fc.record({
        levels: fc.tuple(fc.constantFrom(0, 1, 2, null), fc.constantFrom(0, 1, null)),
        count: fc.integer({min: 1, max: 1000})
      }),
      {minLength: 1, maxLength: 12}
    );
    const start = {m: START.m.slice(0, 2), u: START.u.slice(0, 2), prior: 0.1};
    fc.assert(
      fc.property(patterns, (given) => {
        let before = Number.NEGATIVE_INFINITY;
        for (const iterations of [1, 2, 4, 8]) {
          const likelihood = logLikelihood(given, estimateModel(given, {start, iterations, tolerance: 0}));
          expect(likelihood).toBeGreaterThanOrEqual(before - 1e-6);
          before = likelihood;
        }
      }),
      {numRuns: 50}
    );
  });

  it("says that it has not converged", () => {
    expect(estimateModel(expected(PLANTED, 1e6), {start: START, iterations: 2}).converged).toBe(false);
    expect(() => estimateModel([], {start: START})).toThrow("missing pattern");
  });
});

describe("estimatePrior(patterns, options)", () => {
  it("finds the prior of all pairs", () => {
    const {m, u, prior} = PLANTED;
    expect(estimatePrior(expected(PLANTED, 1e6), {m, u, found: 1, pairs: 1e6})).toBeCloseTo(prior, 8);
  });
});

function logLikelihood(patterns: readonly Pattern[], {m, u, prior}: LinkageModel): number {
  return patterns.reduce((sum, {levels, count}) => {
    const of = (shares: LinkageModel["m"]): number =>
      levels.reduce<number>((product, level, at) => product * (level === null ? 1 : (shares[at]?.[level] ?? 0)), 1);
    return sum + count * Math.log(prior * of(m) + (1 - prior) * of(u));
  }, 0);
}
