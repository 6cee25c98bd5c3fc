import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {metaAnalysis} from "../../pipeline/methods/metaAnalysis.js";
import {BCG} from "./bcg.js";

/** The log risk ratios of the trials. */
const trials = BCG.map(([a, b, c, d]) => ({
  estimate: Math.log(a / (a + b) / (c / (c + d))),
  standardError: Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d))
}));

const measures = fc.array(
  fc.record({
    estimate: fc.double({min: -10, max: 10, noNaN: true}),
    standardError: fc.double({min: 0.1, max: 3, noNaN: true})
  }),
  {minLength: 2, maxLength: 20}
);

describe("metaAnalysis(measures)", () => {
  it("gives the DerSimonian-Laird results of metafor's documentation on the BCG trials", () => {
    const {estimate, standardError, lower, upper, q, degreesOfFreedom, tauSquared, iSquared} = metaAnalysis(trials);
    expect(estimate).toBeCloseTo(-0.7141, 4);
    expect(standardError).toBeCloseTo(0.1787, 4);
    expect(lower).toBeCloseTo(-1.0644, 4);
    expect(upper).toBeCloseTo(-0.3638, 4);
    expect(q).toBeCloseTo(152.233, 4);
    expect(degreesOfFreedom).toBe(12);
    expect(tauSquared).toBeCloseTo(0.3088, 4);
    expect(iSquared).toBeCloseTo(0.9212, 4);
  });

  it("gives the Q-profile interval of Viechtbauer, Journal of Statistical Software 36 (2010), on the same trials", () => {
    const {tauSquaredLower, tauSquaredUpper, tauLower, tauUpper} = metaAnalysis(trials);
    expect(tauSquaredLower).toBeCloseTo(0.1197, 4);
    expect(tauSquaredUpper).toBeCloseTo(1.1115, 4);
    expect(tauLower).toBeCloseTo(0.346, 4);
    expect(tauUpper).toBeCloseTo(1.0543, 4);
    // SciPy's brentq on the generalised Q.
    expect(tauSquaredLower).toBeCloseTo(0.11971836114126098, 10);
    expect(tauSquaredUpper).toBeCloseTo(1.1114790840609292, 10);
  });

  it("gives the Q-profile interval of metafor's page on van Houwelingen and others (2002): log odds ratios, 0.1302 to 1.1812", () => {
    const {tauSquaredLower, tauSquaredUpper} = metaAnalysis(
      BCG.map(([a, b, c, d]) => ({
        estimate: Math.log((a * d) / (b * c)),
        standardError: Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
      }))
    );
    // Three digits: R's uniroot, which made the page's figures, stops at about 0.0001.
    expect(tauSquaredLower).toBeCloseTo(0.1302, 3);
    expect(tauSquaredUpper).toBeCloseTo(1.1812, 3);
    // SciPy's brentq.
    expect(tauSquaredLower).toBeCloseTo(0.1301491152383882, 10);
    expect(tauSquaredUpper).toBeCloseTo(1.1811857921569981, 10);
  });

  it("contains its mean and its variance bounds are in order; units scale", () => {
    fc.assert(
      fc.property(measures, (given) => {
        const {estimate, lower, upper, tau, tauSquaredLower, tauSquaredUpper, iSquared} = metaAnalysis(given);
        const scaled = metaAnalysis(
          given.map((one) => ({estimate: one.estimate * 100, standardError: one.standardError * 100}))
        );
        expect(lower).toBeLessThan(estimate);
        expect(upper).toBeGreaterThan(estimate);
        expect(tauSquaredLower).toBeLessThanOrEqual(tauSquaredUpper);
        expect(iSquared).toBeGreaterThanOrEqual(0);
        expect(iSquared).toBeLessThan(1);
        expect(scaled.tau / 100).toBeCloseTo(tau, 6);
      })
    );
  });

  it("finds nothing between estimates that are the same", () => {
    const same = [1, 1, 1].map((estimate) => ({estimate, standardError: 0.5}));
    const found = metaAnalysis(same);
    expect(found).toMatchObject({estimate: 1, q: 0, qPValue: 1, tau: 0, tauLower: 0, tauUpper: 0, iSquared: 0});
  });

  it("refuses fewer than two and errors of 0", () => {
    expect(() => metaAnalysis([{estimate: 1, standardError: 1}])).toThrow("missing measures: 1");
    const exact = {estimate: 1, standardError: 0};
    expect(() => metaAnalysis([exact, exact])).toThrow("invalid standard error: 0");
  });
});
