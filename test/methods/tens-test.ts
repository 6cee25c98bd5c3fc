import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {middleOfTen} from "../../pipeline/methods/tens.js";

describe("middleOfTen(count)", () => {
  it("is the middle of the ten in which a count lies", () => {
    expect([0, 9, 9.5, 10, 127].map(middleOfTen)).toEqual([5, 5, 5, 15, 125]);
    expect(() => middleOfTen(-1)).toThrow("invalid count: -1");
  });

  it("leaves nine numbers open to whoever knows it and the count rounded to a ten less than ten away", () => {
    const known = fc.record({count: fc.integer({min: 1, max: 5000}), isUp: fc.boolean()});
    fc.assert(
      fc.property(known, ({count, isUp}) => {
        const rounded = 10 * (isUp ? Math.ceil(count / 10) : Math.floor(count / 10));
        const [least, most] = rounded === 0 ? [1, 9] : [rounded - 9, rounded + 9];
        const fits = Array.from({length: 10}, (_, digit) => middleOfTen(count) - 5 + digit).filter(
          (number) => number >= least && number <= most
        );
        expect(fits).toContain(count);
        expect(fits.length).toBeGreaterThanOrEqual(9);
      })
    );
  });
});
