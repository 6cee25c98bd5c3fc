import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {wilson} from "../../pipeline/methods/wilson.js";

describe("wilson(count, base)", () => {
  // Newcombe, Statistics in Medicine 17 (1998), 857-872, Table I, score method without continuity correction.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718]
  ])("gives the published interval of %i of %i", (count, base, lower, upper) => {
    const interval = wilson(count, base);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it("contains the estimate, mirrors when counts are turned over, and is wider the surer", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 100_000}), fc.double({min: 0, max: 1, noNaN: true}), (base, share) => {
        const count = Math.round(share * base);
        const {estimate, lower, upper} = wilson(count, base);
        const turned = wilson(base - count, base);
        const surer = wilson(count, base, {confidence: 0.99});
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect(turned.lower).toBeCloseTo(1 - upper, 12);
        expect(surer.upper - surer.lower).toBeGreaterThan(upper - lower);
      })
    );
  });

  it.each([
    [5, 0, "invalid base: 0"],
    [-1, 10, "invalid count: -1"],
    [11, 10, "invalid count: 11"],
    [Number.NaN, 10, "invalid count: NaN"]
  ])("refuses %s of %s", (count, base, message) => expect(() => wilson(count, base)).toThrow(message));

  it("refuses a confidence outside 0 to 1", () => {
    expect(() => wilson(1, 2, {confidence: 95})).toThrow("invalid confidence: 95");
  });
});
