import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {katz} from "../../pipeline/methods/katz.js";
import {mantelHaenszel, type Stratum} from "../../pipeline/methods/mantelHaenszel.js";
import {BCG} from "./bcg.js";

const stratum = (a: number, b: number, c: number, d: number): Stratum => {
  return {first: {count: a, base: a + b}, second: {count: c, base: c + d}};
};
const trials = BCG.map((cells) => stratum(...cells));

// Admissions to Berkeley by sex in six departments (Bickel and others, Science 187 (1975), 398-403; R's UCBAdmissions).
const BERKELEY = [
  stratum(512, 313, 89, 19),
  stratum(353, 207, 17, 8),
  stratum(120, 205, 202, 391),
  stratum(138, 279, 131, 244),
  stratum(53, 138, 94, 299),
  stratum(22, 351, 24, 317)
];

const proportion = fc
  .integer({min: 5, max: 500})
  .chain((base) => fc.record({count: fc.integer({min: 1, max: base - 1}), base: fc.constant(base)}));

describe("mantelHaenszel(strata)", () => {
  it("gives the odds ratio and interval of R's documentation of mantelhaen.test (UCBAdmissions)", () => {
    const {estimate, lower, upper, pValue} = mantelHaenszel(BERKELEY);
    expect(estimate).toBeCloseTo(0.9046968, 7);
    expect(lower).toBeCloseTo(0.7719074, 7);
    expect(upper).toBeCloseTo(1.0603298, 7);
    // statsmodels' StratifiedTable.test_null_odds, without correction.
    expect(pValue).toBeCloseTo(0.21692369705551817, 9);
  });

  it("gives the risk ratio of metafor's rma.mh on the BCG trials (0.6353, 0.5881 to 0.6862)", () => {
    const {estimate, lower, upper} = mantelHaenszel(trials, {measure: "risk_ratio"});
    expect(estimate).toBeCloseTo(0.6353, 4);
    expect(lower).toBeCloseTo(0.5881, 4);
    expect(upper).toBeCloseTo(0.6862, 4);
  });

  it("gives the odds ratio of statsmodels' StratifiedTable on the BCG trials", () => {
    const {estimate, lower, upper} = mantelHaenszel(trials);
    expect(estimate).toBeCloseTo(0.6228740245735203, 9);
    expect(lower).toBeCloseTo(0.5747703224801144, 9);
    expect(upper).toBeCloseTo(0.6750036237332646, 9);
  });

  it("contains the ratio and inverts when the groups change places", () => {
    const strata = fc.array(fc.record({first: proportion, second: proportion}), {minLength: 1, maxLength: 8});
    fc.assert(
      fc.property(strata, fc.constantFrom("odds_ratio" as const, "risk_ratio" as const), (given, measure) => {
        const {estimate, lower, upper} = mantelHaenszel(given, {measure});
        const turned = given.map(({first, second}) => ({first: second, second: first}));
        if (estimate === null || lower === null || upper === null) throw new Error("no interval");
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect((mantelHaenszel(turned, {measure}).estimate ?? 0) * estimate).toBeCloseTo(1, 9);
      })
    );
  });

  it("is Katz's ratio in one stratum, and heeds no stratum with an empty group", () => {
    const only = {first: {count: 30, base: 100}, second: {count: 45, base: 100}};
    const empty = {first: {count: 0, base: 0}, second: {count: 3, base: 9}};
    const ratio = mantelHaenszel([only], {measure: "risk_ratio"});
    const crude = katz(only.first, only.second);
    for (const field of ["estimate", "lower", "upper"] as const)
      expect(ratio[field]).toBeCloseTo(crude[field] ?? Number.NaN, 12);
    expect(mantelHaenszel([only, empty], {measure: "risk_ratio"})).toEqual(ratio);
  });

  it("has no interval where a group has none", () => {
    const none = {first: {count: 0, base: 9}, second: {count: 3, base: 9}};
    expect(mantelHaenszel([none])).toMatchObject({estimate: 0, lower: null, upper: null});
    expect(mantelHaenszel([{first: none.second, second: none.first}])).toMatchObject({estimate: null, lower: null});
  });

  it("refuses no strata and impossible counts", () => {
    expect(() => mantelHaenszel([])).toThrow("missing strata: 0");
    expect(() => mantelHaenszel([{first: {count: 3, base: 0}, second: {count: 1, base: 2}}])).toThrow(
      "invalid base: 0"
    );
  });
});
