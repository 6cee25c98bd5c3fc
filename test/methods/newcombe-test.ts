import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {newcombe} from "../../pipeline/methods/newcombe.js";

const proportion = fc
  .integer({min: 1, max: 5000})
  .chain((base) => fc.record({count: fc.integer({min: 0, max: base}), base: fc.constant(base)}));

describe("newcombe(first, second)", () => {
  // Newcombe, Statistics in Medicine 17 (1998), 873-890, Table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1]
  ])("gives the published interval of %i/%i less %i/%i", (a, m, b, n, lower, upper) => {
    const interval = newcombe({count: a, base: m}, {count: b, base: n});
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it("gives the p-value of statsmodels' documentation of proportions_ztest (5 of 83, 12 of 99)", () => {
    expect(newcombe({count: 5, base: 83}, {count: 12, base: 99}).pValue).toBeCloseTo(0.159, 3);
  });

  it("contains the difference, lies within -1 to 1, and turns round when the two change places", () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const {estimate, lower, upper, pValue} = newcombe(first, second);
        const turned = newcombe(second, first);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect(lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(upper).toBeLessThanOrEqual(1 + 1e-12);
        expect(turned.estimate).toBeCloseTo(-estimate, 12);
        expect(turned.lower).toBeCloseTo(-upper, 12);
        expect(turned.pValue).toBeCloseTo(pValue, 12);
      })
    );
  });

  it("cannot tell none from none", () => {
    expect(newcombe({count: 0, base: 10}, {count: 0, base: 20}).pValue).toBe(1);
  });

  it("refuses an empty base", () => {
    expect(() => newcombe({count: 0, base: 0}, {count: 1, base: 2})).toThrow("invalid base: 0");
  });
});
