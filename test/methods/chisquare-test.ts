import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chisquareQuantile, chisquareTail} from "../../pipeline/methods/chisquare.js";

describe("chisquareQuantile(probability, degreesOfFreedom)", () => {
  // SciPy 1.17 chi2.ppf; 3.841 and 18.307 stand in every printed table.
  it.each([
    [0.95, 1, 3.841458820694124],
    [0.95, 10, 18.307038053275146],
    [0.975, 402, 459.44396333089975],
    [0.975, 2000, 2125.8423024497756],
    [0.025, 2000, 1877.9460368153905],
    [0.975, 2_000_000, 2003921.8219309007]
  ])("agrees with SciPy at %s, %s", (probability, degreesOfFreedom, value) => {
    expect(chisquareQuantile(probability, degreesOfFreedom) / value).toBeCloseTo(1, 12);
  });

  it("turns the tail around", () => {
    const tails = fc.double({min: 0.001, max: 0.999, noNaN: true});
    fc.assert(
      fc.property(tails, fc.integer({min: 1, max: 10_000}), (tail, degreesOfFreedom) => {
        expect(chisquareTail(chisquareQuantile(1 - tail, degreesOfFreedom), degreesOfFreedom)).toBeCloseTo(tail, 9);
      })
    );
  });

  it("refuses what has no answer", () => {
    expect(() => chisquareQuantile(1, 3)).toThrow("invalid probability: 1");
    expect(() => chisquareQuantile(0.5, 0)).toThrow("invalid degrees of freedom: 0");
  });
});

describe("chisquareTail(value, degreesOfFreedom)", () => {
  it("agrees with SciPy's gammaincc far out and for large shapes", () => {
    expect(chisquareTail(152.23300808237337, 12) / 1.9967645908458624e-26).toBeCloseTo(1, 9);
    expect(chisquareTail(2100, 2000)).toBeCloseTo(0.05867111137731806, 12);
    expect(chisquareTail(2001, 2001)).toBeCloseTo(0.4957958067483724, 12);
    expect(chisquareTail(-1, 3)).toBe(1);
  });
});
