import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cohortRates} from "../../pipeline/methods/cohort.js";

describe("cohortRates(cohort)", () => {
  it("has success as retention times achievement, each within 0 and 1", () => {
    const cohorts = fc
      .array(fc.nat(1000), {minLength: 4, maxLength: 4})
      .map(([achieved = 0, lapsed = 0, left = 0, transfers = 0]) => {
        return {achieved, completed: achieved + lapsed, transfers, starts: achieved + lapsed + left + transfers};
      });
    fc.assert(
      fc.property(cohorts, (cohort) => {
        const {retention, achievement, success} = cohortRates(cohort);
        if (retention === null || achievement === null) return;
        expect(success).toBeCloseTo(retention * achievement, 12);
        expect(success).toBeLessThanOrEqual(Math.min(retention, achievement));
      })
    );
  });

  it("has no rate where no one can be counted", () => {
    expect(cohortRates({starts: 5, transfers: 5, completed: 0, achieved: 0})).toEqual({
      retention: null,
      achievement: null,
      success: null
    });
  });

  it("refuses parts above their whole", () => {
    const cohort = {starts: 10, transfers: 2, completed: 8, achieved: 4};
    expect(() => cohortRates({...cohort, transfers: 11})).toThrow("invalid transfers: 11");
    expect(() => cohortRates({...cohort, completed: 9})).toThrow("invalid completed: 9");
    expect(() => cohortRates({...cohort, achieved: 9})).toThrow("invalid achieved: 9");
    expect(() => cohortRates({...cohort, starts: -1})).toThrow("invalid starts: -1");
  });
});
