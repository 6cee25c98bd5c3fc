import {describe, expect, it} from "vitest";
import {monthAfter} from "../../pipeline/methods/band.js";
import {monthlyRate} from "../../pipeline/methods/monthlyRate.js";

const monthly = (counts: readonly number[], first = "2000-01") =>
  counts.map((count, index) => ({month: monthAfter(first, index), count}));

// R's data set of great inventions and discoveries, 1860 to 1959.
const DISCOVERIES = [
  5, 3, 0, 2, 0, 3, 2, 3, 6, 1, 2, 1, 2, 1, 3, 3, 3, 5, 2, 4, 4, 0, 2, 3, 7, 12, 3, 10, 9, 2, 3, 7, 7, 2, 3, 3, 6, 2, 4,
  3, 5, 2, 2, 4, 0, 4, 2, 5, 2, 3, 3, 6, 5, 8, 3, 6, 6, 0, 5, 2, 2, 2, 6, 3, 4, 4, 2, 2, 4, 7, 5, 3, 3, 0, 2, 2, 2, 1,
  3, 4, 2, 2, 1, 1, 1, 2, 1, 4, 4, 3, 2, 1, 4, 1, 1, 1, 0, 0, 2, 0
];
const SEASON = [0.3, 0.2, 0.1, 0, 0, 0, 0, 0, 0.1, 0.1, 0.1, 0.1];

describe("monthlyRate(counts, options)", () => {
  it("has the dispersion of R's glm(discoveries ~ 1, family = quasipoisson): 1.63897 about a mean of 3.1", () => {
    const found = monthlyRate(monthly(DISCOVERIES), {rateMonths: 100});
    expect(found?.rate).toBeCloseTo(3.1, 12);
    expect(found?.dispersion).toBeCloseTo(5.080808 / 3.1, 6);
  });

  it("rests on the last twelve months, and never calls counts closer together than chance would", () => {
    expect(monthlyRate(monthly([999, ...Array.from({length: 12}, () => 50)]))).toEqual({
      rate: 50,
      dispersion: 1,
      months: 12,
      exposure: 12
    });
  });

  it("says nothing below six months, on the plan's own two points, or where nothing was counted", () => {
    expect(monthlyRate(monthly([1200, 1000]))).toBeNull();
    expect(monthlyRate(monthly([1, 2, 3, 4, 5]))).toBeNull();
    expect(monthlyRate(monthly([1, 2, 3, 4, 5, 6]))).not.toBeNull();
    expect(monthlyRate(monthly([0, 0, 0, 0, 0, 0]))).toBeNull();
  });

  it("estimates a season from whole years: shares of the year that multiply one level", () => {
    const year = SEASON.map((share) => share * 600);
    const found = monthlyRate(monthly([7, 9, ...year, ...year], "2001-11"), {season: "estimated"});
    expect(found?.rate).toBeCloseTo(50, 10);
    expect(found?.dispersion).toBe(1);
    expect(found?.season?.name).toBe("season estimated from 24 months");
    SEASON.forEach((share, index) => {
      expect(found?.season?.shares[index]).toBeCloseTo(share, 10);
    });
    expect(() => monthlyRate(monthly(year), {season: "estimated"})).toThrow("missing months: 12 of 24");
  });

  it("takes an assumed season by its name, and scales the level by the months that were seen", () => {
    const season = {name: "autumn and spring, as colleges enrol", shares: SEASON};
    const found = monthlyRate(monthly(SEASON.slice(0, 6).map((share) => share * 600)), {season});
    expect(found?.rate).toBeCloseTo(50, 10);
    expect(found?.exposure).toBeCloseTo(7.2, 10);
    expect(() => monthlyRate([], {season: {...season, name: " "}})).toThrow("missing name: season");
    expect(() => monthlyRate([], {season: {...season, shares: [1]}})).toThrow("invalid shares: 1");
  });

  it("refuses months out of order and counts below nothing", () => {
    expect(() => monthlyRate([...monthly([1, 2]), ...monthly([3])])).toThrow("invalid month: 2000-01");
    expect(() => monthlyRate(monthly([-1]))).toThrow("invalid count: -1 in 2000-01");
    expect(() => monthlyRate([{month: "2000-13", count: 1}])).toThrow("invalid month: 2000-13");
  });
});
