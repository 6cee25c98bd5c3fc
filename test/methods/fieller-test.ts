import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fieller} from "../../pipeline/methods/fieller.js";

// Student, Biometrika 6 (1908), 1-25: hours of sleep gained by ten patients on two drugs (R's data set `sleep`).
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Returns the covariance of two means. */
function covarianceOf(one: readonly number[], two: readonly number[]): number {
  const products = one.map((value, index) => (value - mean(one)) * ((two[index] ?? 0) - mean(two)));
  return products.reduce((sum, value) => sum + value, 0) / (one.length - 1) / one.length;
}

const measure = (values: readonly number[]) => {
  return {estimate: mean(values), standardError: Math.sqrt(covarianceOf(values, values))};
};
const covariance = covarianceOf(FIRST, SECOND);

describe("fieller(numerator, denominator)", () => {
  it("reaches 1 exactly at the p-value of t.test in R's documentation (sleep, Welch: df = 17.776, p = 0.07939)", () => {
    const {upper} = fieller(measure(FIRST), measure(SECOND), {degreesOfFreedom: 17.776, confidence: 1 - 0.07939});
    expect(upper).toBeCloseTo(1, 4);
  });

  it("gives the ratios at which SciPy's ttest_1samp of first - ratio × second is at its 95% limit", () => {
    const {lower, upper} = fieller(measure(FIRST), measure(SECOND), {covariance, degreesOfFreedom: 9});
    expect(lower).toBeCloseTo(-0.48491977537206044, 9);
    expect(upper).toBeCloseTo(0.6565966852861801, 9);
  });

  it("contains the ratio, and turns round when the two change places", () => {
    const sure = fc.record({
      estimate: fc.double({min: 1, max: 1000, noNaN: true}),
      standardError: fc.double({min: 0.001, max: 0.2, noNaN: true})
    });
    fc.assert(
      fc.property(sure, sure, (numerator, denominator) => {
        const {estimate, lower, upper, g} = fieller(numerator, denominator);
        const turned = fieller(denominator, numerator);
        if (lower === null || upper === null || turned.lower === null) throw new Error("no interval");
        expect(g).toBeLessThan(1);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect(turned.lower * upper).toBeCloseTo(1, 6);
      })
    );
  });

  it("has no bounds where the denominator does not differ from 0", () => {
    const {estimate, lower, upper, g} = fieller({estimate: 1, standardError: 0.1}, {estimate: 1, standardError: 1});
    expect({estimate, lower, upper}).toEqual({estimate: 1, lower: null, upper: null});
    expect(g).toBeCloseTo(1.959964 ** 2, 5);
  });

  it("refuses what cannot be", () => {
    const good = {estimate: 1, standardError: 0.1};
    expect(() => fieller(good, {estimate: 0, standardError: 1})).toThrow("invalid estimate: 0");
    expect(() => fieller({estimate: 1, standardError: 0}, good)).toThrow("invalid standard error: 0");
    expect(() => fieller(good, good, {covariance: 1})).toThrow("invalid covariance: 1");
    expect(() => fieller(good, good, {degreesOfFreedom: 0})).toThrow("invalid degrees of freedom: 0");
  });
});
