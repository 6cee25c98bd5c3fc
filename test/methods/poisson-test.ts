import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {poisson} from "../../pipeline/methods/poisson.js";

describe("poisson(count)", () => {
  it("gives the interval of R's documentation of poisson.test (137 in 24.19893)", () => {
    const {estimate, lower, upper} = poisson(137, {exposure: 24.19893});
    expect(estimate).toBeCloseTo(5.661407, 6);
    expect(lower).toBeCloseTo(4.753125, 6);
    expect(upper).toBeCloseTo(6.692709, 6);
  });

  // Garwood, Biometrika 28 (1936), 437-442; also Breslow and Day, Statistical Methods in Cancer Research II, Table 2.10.
  it.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [10, 4.795, 18.39]
  ])("gives the tabled limits of a count of %i", (count, lower, upper) => {
    const interval = poisson(count);
    expect(interval.lower).toBeCloseTo(lower, 3);
    expect(interval.upper).toBeCloseTo(upper, 3);
  });

  it("holds for counts of thousands (SciPy's chi2.ppf)", () => {
    expect(poisson(10_000).lower).toBeCloseTo(19609.904934520368 / 2, 8);
    expect(poisson(9_999).upper).toBeCloseTo(20393.883649999767 / 2, 7);
  });

  it("contains the count and scales with the exposure", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 20_000}), fc.integer({min: 1, max: 1000}), (count, exposure) => {
        const {lower, upper} = poisson(count);
        expect(lower).toBeLessThanOrEqual(count);
        expect(upper).toBeGreaterThan(count);
        expect(poisson(count, {exposure}).upper * exposure).toBeCloseTo(upper, 6);
      })
    );
  });

  it("refuses counts and exposures that cannot be", () => {
    expect(() => poisson(-1)).toThrow("invalid count: -1");
    expect(() => poisson(1.5)).toThrow("invalid count: 1.5");
    expect(() => poisson(1, {exposure: 0})).toThrow("invalid exposure: 0");
  });
});
