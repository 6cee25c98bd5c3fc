import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {kish} from "../../pipeline/methods/kish.js";

const weights = fc.array(fc.double({min: 0.01, max: 100, noNaN: true}), {minLength: 1, maxLength: 50});

describe("kish(weights)", () => {
  it("is one plus the squared coefficient of variation of the weights (Kish 1992)", () => {
    fc.assert(
      fc.property(weights, (given) => {
        const mean = given.reduce((sum, weight) => sum + weight, 0) / given.length;
        const variance = given.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / given.length;
        expect(kish(given)).toBeCloseTo(1 + variance / mean ** 2, 9);
      })
    );
  });

  it("does not depend on the weights' scale", () => {
    fc.assert(
      fc.property(weights, (given) => {
        expect(kish(given.map((weight) => weight * 7))).toBeCloseTo(kish(given), 9);
      })
    );
  });

  it("refuses weights below 0, and none", () => {
    expect(() => kish([1, -1])).toThrow("invalid weight: -1");
    expect(() => kish([])).toThrow("missing weights: 0");
  });
});
