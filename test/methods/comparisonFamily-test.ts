import {describe, expect, it} from "vitest";
import {comparisonFamily} from "../../pipeline/methods/comparisonFamily.js";

describe("comparisonFamily(tests, options)", () => {
  it("calls different what Benjamini and Hochberg's own example rejects", () => {
    // Benjamini and Hochberg (1995), section 4.1: fifteen p-values, of which the four least are rejected at 0.05.
    const pValues = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1
    ];
    const family = comparisonFamily(pValues.map((pValue, i) => ({name: `test ${i + 1}`, pValue})));
    expect(family.filter(({isDifferent}) => isDifferent).map(({name}) => name)).toEqual([
      "test 1",
      "test 2",
      "test 3",
      "test 4"
    ]);
    expect(family[3]?.adjusted).toBeCloseTo((0.0095 * 15) / 4, 12);
  });

  it("keeps the order, and leaves out of the family what has no test", () => {
    const family = comparisonFamily([
      {name: "South West", pValue: 0.04},
      {name: "London", pValue: null},
      {name: "North East", pValue: 0.03}
    ]);
    expect(family).toEqual([
      {name: "South West", pValue: 0.04, adjusted: 0.04, isDifferent: true},
      {name: "London", pValue: null, adjusted: null, isDifferent: false},
      {name: "North East", pValue: 0.03, adjusted: 0.04, isDifferent: true}
    ]);
  });

  it("refuses the same comparison twice, and what is no p-value", () => {
    const twice = [
      {name: "London", pValue: 0.1},
      {name: "London", pValue: 0.2}
    ];
    expect(() => comparisonFamily(twice)).toThrow("duplicate comparison: London");
    expect(() => comparisonFamily([{name: "London", pValue: 1.1}])).toThrow("invalid p-value: 1.1");
    expect(() => comparisonFamily([], {rate: 5})).toThrow("invalid rate: 5");
  });
});
