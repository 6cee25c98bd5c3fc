import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Category, kitagawa} from "../../pipeline/methods/kitagawa.js";

const categories = (sizes: readonly number[], rates: readonly number[]): Category[] =>
  sizes.map((size, index) => ({category: `cell ${index}`, size, rate: rates[index] ?? null}));

// Das Gupta, Standardization and Decomposition of Rates (1993), Example 5.3: deaths per 1,000 in the United States by
// race and age, as in the vignette "Category effects" of the R package DasGuptR.
const IN_1985 = categories(
  [
    3041, 11577, 27450, 32711, 35480, 27411, 19555, 19795, 15254, 8022, 2472, 707, 2692, 6473, 6841, 6547, 4352, 3034,
    2540, 1749, 804, 236
  ],
  [
    9.163, 0.462, 0.248, 0.929, 1.084, 1.81, 4.715, 12.187, 27.728, 64.068, 157.57, 17.208, 0.738, 0.328, 1.103, 2.045,
    3.724, 8.052, 17.812, 34.128, 68.276, 125.161
  ]
);
const IN_1970 = categories(
  [
    2968, 11484, 34614, 30992, 21983, 20314, 20928, 16897, 11339, 5720, 1315, 535, 2162, 6120, 4781, 3096, 2718, 2363,
    1767, 1149, 448, 117
  ],
  [
    18.469, 0.751, 0.391, 1.146, 1.287, 2.672, 6.636, 15.691, 34.723, 79.763, 176.837, 36.993, 1.352, 0.541, 2.04,
    3.523, 6.746, 12.967, 24.471, 45.091, 74.902, 123.205
  ]
);

const area = fc
  .array(
    fc.record({
      category: fc.constantFrom("R01", "R05", "R08", "R31", "R40"),
      size: fc.integer({min: 1, max: 1000}),
      rate: fc.double({min: 0, max: 100, noNaN: true})
    }),
    {minLength: 1, maxLength: 5}
  )
  .map((given) => [...new Map(given.map((one) => [one.category, one])).values()]);

describe("kitagawa(first, second)", () => {
  it("gives the decomposition of Das Gupta (1993), Example 5.3", () => {
    const {firstRate, secondRate, difference, compositionEffect, rateEffect} = kitagawa(IN_1985, IN_1970);
    expect(firstRate).toBeCloseTo(8.735618, 6);
    expect(secondRate).toBeCloseTo(9.421833, 6);
    expect(difference).toBeCloseTo(-0.6862158, 7);
    expect(rateEffect).toBeCloseTo(-2.2277254, 7);
    // Age structure and race structure together.
    expect(compositionEffect).toBeCloseTo(1.5217347 + 0.0197749, 6);
  });

  it("adds up, and turns round when the two change places", () => {
    fc.assert(
      fc.property(area, area, (first, second) => {
        const {difference, compositionEffect, rateEffect, parts} = kitagawa(first, second);
        const turned = kitagawa(second, first);
        expect(compositionEffect + rateEffect).toBeCloseTo(difference, 9);
        expect(parts.reduce((sum, part) => sum + part.rateEffect, 0)).toBeCloseTo(rateEffect, 9);
        expect(turned.compositionEffect).toBeCloseTo(-compositionEffect, 9);
        expect(turned.rateEffect).toBeCloseTo(-rateEffect, 9);
      })
    );
  });

  it("is all mix when rates are the same, and all rates when mixes are", () => {
    const rates = [10, 50];
    expect(kitagawa(categories([1, 3], rates), categories([3, 1], rates))).toMatchObject({
      compositionEffect: 20,
      rateEffect: 0
    });
    expect(kitagawa(categories([1, 3], rates), categories([2, 6], [0, 40]))).toMatchObject({
      compositionEffect: 0,
      rateEffect: 10
    });
  });

  it("counts as mix a category that one area lacks", () => {
    const first = categories([1, 1], [10, 50]);
    const without = [...categories([2], [10]), {category: "cell 1", size: 0, rate: null}];
    expect(kitagawa(first, without)).toMatchObject({difference: 20, compositionEffect: 20, rateEffect: 0});
    expect(kitagawa(first, categories([2], [10]))).toMatchObject({compositionEffect: 20, rateEffect: 0});
  });

  it("refuses what cannot be", () => {
    const good = categories([1], [10]);
    expect(() => kitagawa([...good, ...good], good)).toThrow("duplicate category: cell 0");
    expect(() => kitagawa(categories([-1], [10]), good)).toThrow("invalid size: -1");
    expect(() => kitagawa(categories([1], []), good)).toThrow("missing rate: cell 0");
    expect(() => kitagawa(good, [])).toThrow("missing sizes: 0");
  });
});
