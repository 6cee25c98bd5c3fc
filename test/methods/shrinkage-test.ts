import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {betaPrior, shrinkage, shrinkProportions} from "../../pipeline/methods/shrinkage.js";

const AREAS = [
  {count: 4, base: 20},
  {count: 10, base: 30},
  {count: 3, base: 25},
  {count: 20, base: 40}
];

describe("shrinkage(measures)", () => {
  it("gives the predictions of blup in metafor's own tests (3, 2, 5, 4, 6 with variance 1)", () => {
    const found = shrinkage([3, 2, 5, 4, 6].map((estimate) => ({estimate, standardError: 1})));
    const published = [3.4, 2.8, 4.6, 4, 5.2];
    for (const [index, {estimate, reliability}] of found.entries()) {
      expect(estimate).toBeCloseTo(published[index] ?? Number.NaN, 12);
      expect(reliability).toBeCloseTo(0.6, 12);
    }
    // By hand from blup's formula: 0.6 × 1 + 0.4² × (1 + 1.5) / 5.
    expect((found[0]?.upper ?? 0) - 3.4).toBeCloseTo(1.959963984540054 * Math.sqrt(0.6 + 0.16 / 2), 12);
  });

  it("lies between the area's own figure and the mean, nearer to its own the surer that is", () => {
    const measures = fc.array(
      fc.record({
        estimate: fc.double({min: 0, max: 100, noNaN: true}),
        standardError: fc.double({min: 0.1, max: 20, noNaN: true})
      }),
      {minLength: 2, maxLength: 20}
    );
    fc.assert(
      fc.property(measures, (given) => {
        const values = given.map(({estimate}) => estimate);
        for (const {estimate, lower, upper, reliability} of shrinkage(given)) {
          expect(estimate).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(estimate).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
          expect(lower).toBeLessThan(estimate);
          expect(upper).toBeGreaterThan(estimate);
          expect(reliability).toBeGreaterThanOrEqual(0);
          expect(reliability).toBeLessThan(1);
        }
      })
    );
  });

  it("gives every area the mean when none differs beyond chance", () => {
    const found = shrinkage([1, 1.1].map((estimate) => ({estimate, standardError: 1})));
    expect(found.map(({estimate}) => estimate)).toEqual([1.05, 1.05]);
  });

  it("refuses a variance below 0", () => {
    const one = {estimate: 1, standardError: 1};
    expect(() => shrinkage([one, one], {tauSquared: -1})).toThrow("invalid tau squared: -1");
    expect(() => shrinkage([one])).toThrow("missing measures: 1");
  });
});

describe("shrinkProportions(areas)", () => {
  it("gives the batting averages of Robinson, Understanding empirical Bayes estimation (2015), from his prior", () => {
    const prior = {alpha: 78.661, beta: 224.875};
    const [few, many] = shrinkProportions(
      [
        {count: 4, base: 10},
        {count: 300, base: 1000}
      ],
      {prior}
    );
    expect(few?.estimate).toBeCloseTo(0.264, 3);
    expect(many?.estimate).toBeCloseTo(0.29, 3);
    // SciPy's beta.ppf.
    expect(few?.lower).toBeCloseTo(0.21642481, 8);
    expect(many?.upper).toBeCloseTo(0.31542228, 8);
  });

  it("gives what NumPy and SciPy give for the same moments", () => {
    const prior = betaPrior(AREAS);
    expect(prior?.alpha).toBeCloseTo(2.6309857613173766, 10);
    expect(prior?.beta).toBeCloseTo(5.546402415750146, 10);
    const found = shrinkProportions(AREAS);
    expect(found[2]?.estimate).toBeCloseTo(0.1697236, 7);
    expect(found[2]?.lower).toBeCloseTo(0.06439712, 7);
    expect(found[2]?.upper).toBeCloseTo(0.31251324, 7);
  });

  it("stays within 0 and 1 and between its own figure and the mean, counts of 0 and all too", () => {
    const area = fc
      .integer({min: 1, max: 500})
      .chain((base) => fc.record({count: fc.integer({min: 0, max: base}), base: fc.constant(base)}));
    fc.assert(
      fc.property(fc.array(area, {minLength: 2, maxLength: 20}), (given) => {
        const shares = given.map(({count, base}) => count / base);
        for (const {estimate, lower, upper} of shrinkProportions(given)) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(upper);
          expect(estimate).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9);
          expect(estimate).toBeLessThanOrEqual(Math.max(...shares) + 1e-9);
        }
      })
    );
  });

  it("gives every area the proportion of all when none differs beyond chance", () => {
    const same = [10, 20].map((base) => ({count: base / 2, base}));
    expect(betaPrior(same)).toBeNull();
    expect(shrinkProportions(same).map(({estimate, reliability}) => [estimate, reliability])).toEqual([
      [0.5, 0],
      [0.5, 0]
    ]);
  });

  it("refuses one area and a prior of nothing", () => {
    expect(() => shrinkProportions([{count: 1, base: 2}])).toThrow("missing areas: 1");
    expect(() => shrinkProportions(AREAS, {prior: {alpha: 0, beta: 1}})).toThrow("invalid prior: 0, 1");
  });
});
