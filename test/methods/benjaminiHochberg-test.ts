import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {benjaminiHochberg} from "../../pipeline/methods/benjaminiHochberg.js";

const pValues = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 1, maxLength: 60});

describe("benjaminiHochberg(pValues)", () => {
  // Benjamini and Hochberg (1995), section 3.2: four of fifteen comparisons stand at 5%. Adjusted: statsmodels, fdr_bh.
  const PAPER = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1
  ];

  it("calls the first four of the paper's fifteen different", () => {
    const tests = benjaminiHochberg(PAPER);
    expect(tests.filter(({isDifferent}) => isDifferent).map(({pValue}) => pValue)).toEqual(PAPER.slice(0, 4));
    expect(tests[3]?.adjusted).toBeCloseTo(0.035625, 9);
    expect(tests[5]?.adjusted).toBeCloseTo(0.06385714, 8);
  });

  it("is monotone, never below the p-value, and the same in any order", () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const tests = benjaminiHochberg(given);
        const sorted = [...tests].sort((one, two) => one.pValue - two.pValue);
        for (const [place, test] of sorted.entries()) {
          expect(test.adjusted).toBeGreaterThanOrEqual(test.pValue);
          expect(test.adjusted).toBeGreaterThanOrEqual(sorted[place - 1]?.adjusted ?? 0);
        }
        expect(benjaminiHochberg([...given].reverse()).reverse()).toEqual(tests);
      })
    );
  });

  it("calls no fewer different at a higher rate", () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const different = (rate: number) => benjaminiHochberg(given, {rate}).filter((test) => test.isDifferent).length;
        expect(different(0.1)).toBeGreaterThanOrEqual(different(0.05));
      })
    );
  });

  it("takes an empty family, and refuses what is no p-value", () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(() => benjaminiHochberg([0.2, Number.NaN])).toThrow("invalid p-value: NaN");
    expect(() => benjaminiHochberg([0.2], {rate: 5})).toThrow("invalid rate: 5");
  });
});
