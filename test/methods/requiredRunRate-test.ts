import {describe, expect, it} from "vitest";
import {requiredRunRate} from "../../pipeline/methods/requiredRunRate.js";

describe("requiredRunRate(options)", () => {
  const options = {target: 7000, actual: 2500, monthsLeft: 9, recent: [600, 1000, 1400]};

  it("divides what is missing by the months left, beside the last months", () => {
    expect(requiredRunRate(options)).toEqual({required: 500, recent: 1000, ratio: 0.5, isFeasible: null});
  });

  it("is not feasible above a twelfth of a stated maximum; a minimum says nothing", () => {
    const of = (kind: "minimum" | "maximum", places: number) =>
      requiredRunRate({...options, capacity: {kind, places}}).isFeasible;
    expect(of("maximum", 6000)).toBe(true);
    expect(of("maximum", 5999)).toBe(false);
    expect(of("minimum", 10)).toBeNull();
  });

  it("asks for nothing once the target is reached, and for no rate when no month is left", () => {
    expect(requiredRunRate({...options, actual: 7001}).required).toBe(0);
    expect(requiredRunRate({...options, monthsLeft: 0})).toMatchObject({required: null, ratio: null});
    expect(requiredRunRate({...options, recent: []})).toMatchObject({recent: null, ratio: null});
    expect(requiredRunRate({...options, recent: [0, 0, 0]}).ratio).toBeNull();
  });

  it("refuses a target of nothing and months below none", () => {
    expect(() => requiredRunRate({...options, target: 0})).toThrow("invalid target: 0");
    expect(() => requiredRunRate({...options, monthsLeft: -1})).toThrow("invalid months: -1");
  });
});
