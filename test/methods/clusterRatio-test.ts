import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {clusterRatio} from "../../pipeline/methods/clusterRatio.js";
import {fieller} from "../../pipeline/methods/fieller.js";

describe("clusterRatio(clusters)", () => {
  const clusters = [
    {numerator: 10, denominator: 5},
    {numerator: 14, denominator: 6},
    {numerator: 9, denominator: 4},
    {numerator: 15, denominator: 9}
  ];

  it("is Fieller's interval on totals, with the variance of totals between clusters", () => {
    // Totals 48 and 24; sums of squares about the means 26 and 14, of products 17; times 4/3.
    const expected = fieller(
      {estimate: 48, standardError: Math.sqrt((4 / 3) * 26)},
      {estimate: 24, standardError: Math.sqrt((4 / 3) * 14)},
      {covariance: (4 / 3) * 17, degreesOfFreedom: 3}
    );
    expect(clusterRatio(clusters)).toEqual({estimate: 2, lower: expected.lower, upper: expected.upper});
    expect(expected.lower).toBeLessThan(2);
  });

  it("has no limits for one cluster, for clusters that are alike, and no estimate over nothing", () => {
    expect(clusterRatio([{numerator: 6, denominator: 3}])).toEqual({estimate: 2, lower: null, upper: null});
    expect(
      clusterRatio([
        {numerator: 6, denominator: 3},
        {numerator: 6, denominator: 3}
      ]).upper
    ).toBeNull();
    expect(clusterRatio([])).toEqual({estimate: null, lower: null, upper: null});
    expect(clusterRatio([{numerator: 6, denominator: 0}]).estimate).toBeNull();
  });

  it("holds its estimate, and a unit of either side only scales it", () => {
    const cluster = fc.record({numerator: fc.integer({min: 0, max: 500}), denominator: fc.integer({min: 1, max: 50})});
    fc.assert(
      fc.property(fc.array(cluster, {minLength: 2, maxLength: 12}), (drawn) => {
        const {estimate, lower, upper} = clusterRatio(drawn);
        if (estimate === null || lower === null || upper === null) return;
        expect(lower).toBeLessThanOrEqual(estimate + 1e-9);
        expect(upper).toBeGreaterThanOrEqual(estimate - 1e-9);
        const scaled = clusterRatio(drawn.map((of) => ({...of, numerator: of.numerator * 100})));
        expect(scaled.upper).toBeCloseTo(upper * 100, 4);
      })
    );
  });

  it("refuses what is no sum", () => {
    expect(() => clusterRatio([{numerator: -1, denominator: 2}])).toThrow("invalid cluster: -1, 2");
    expect(() => clusterRatio([{numerator: 1, denominator: Number.NaN}])).toThrow("invalid cluster: 1, NaN");
  });
});
