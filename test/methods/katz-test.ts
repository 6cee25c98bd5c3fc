import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {katz} from "../../pipeline/methods/katz.js";

const proportion = fc
  .integer({min: 2, max: 5000})
  .chain((base) => fc.record({count: fc.integer({min: 1, max: base - 1}), base: fc.constant(base)}));

describe("katz(first, second)", () => {
  it("gives the interval of SciPy's documentation of relative_risk (27 of 122, 44 of 487)", () => {
    const {estimate, lower, upper} = katz({count: 27, base: 122}, {count: 44, base: 487});
    expect(estimate).toBeCloseTo(2.4495156482861398, 9);
    expect(lower).toBeCloseTo(1.5836990926700116, 9);
    expect(upper).toBeCloseTo(3.7886786315466354, 9);
  });

  it("contains the ratio, inverts when the two change places, and agrees with its test", () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const {estimate, lower, upper, pValue} = katz(first, second);
        if (estimate === null || lower === null || upper === null || pValue === null) throw new Error("no interval");
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect(((katz(second, first).lower ?? 0) * upper).toFixed(9)).toBe("1.000000000");
        if (Math.abs(pValue - 0.05) > 1e-9) expect(lower > 1 || upper < 1).toBe(pValue < 0.05);
      })
    );
  });

  it("has no interval where a count is 0, and no ratio where the second is", () => {
    const none = {count: 0, base: 10};
    const some = {count: 5, base: 10};
    expect(katz(none, some)).toEqual({estimate: 0, lower: null, upper: null, pValue: null});
    expect(katz(some, none)).toEqual({estimate: null, lower: null, upper: null, pValue: null});
  });

  it("refuses a count above its base", () => {
    expect(() => katz({count: 3, base: 2}, {count: 1, base: 2})).toThrow("invalid count: 3");
  });
});
