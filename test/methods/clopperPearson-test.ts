import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {clopperPearson} from "../../pipeline/methods/clopperPearson.js";
import {wilson} from "../../pipeline/methods/wilson.js";

describe("clopperPearson(count, base)", () => {
  it("gives the interval of SciPy's documentation of proportion_ci (7 of 50)", () => {
    const {lower, upper} = clopperPearson(7, 50);
    expect(lower).toBeCloseTo(0.05819170033997342, 11);
    expect(upper).toBeCloseTo(0.26739600249700846, 11);
  });

  it("gives the interval of R's documentation of binom.test (682 of 925; Conover 1971, p. 97)", () => {
    const {estimate, lower, upper} = clopperPearson(682, 925);
    expect(estimate).toBeCloseTo(0.7372973, 7);
    expect(lower).toBeCloseTo(0.7076683, 7);
    expect(upper).toBeCloseTo(0.7654066, 7);
  });

  it("contains the estimate, mirrors, and is exact at the ends", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.double({min: 0, max: 1, noNaN: true}), (base, share) => {
        const count = Math.round(share * base);
        const {estimate, lower, upper} = clopperPearson(count, base);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect(clopperPearson(base - count, base).lower).toBeCloseTo(1 - upper, 9);
        if (count === 0) expect(upper).toBeCloseTo(1 - 0.025 ** (1 / base), 12);
      })
    );
  });

  it("is wider than Wilson's where counts are small", () => {
    expect(clopperPearson(1, 29).upper).toBeGreaterThan(wilson(1, 29).upper);
  });

  it("refuses what is not whole", () => {
    expect(() => clopperPearson(1.5, 10)).toThrow("invalid count: 1.5");
    expect(() => clopperPearson(1, 10.5)).toThrow("invalid base: 10.5");
    expect(() => clopperPearson(0, 0)).toThrow("invalid base: 0");
  });
});
