import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bandOf, monthAfter, shareReaching} from "../../pipeline/methods/band.js";
import {monthlyRate} from "../../pipeline/methods/monthlyRate.js";
import {trajectory} from "../../pipeline/methods/trajectory.js";

const monthly = (counts: readonly number[], first = "2003-08") =>
  counts.map((count, index) => ({month: monthAfter(first, index), count}));
const steady = monthly([90, 110, 100, 95, 105, 100, 98, 102, 97, 103, 100, 100]);
const restless = monthly([20, 180, 100, 50, 150, 100, 70, 130, 40, 160, 100, 100]);

describe("bandOf(draws) and shareReaching(draws, target)", () => {
  it("give the ordered draws at their ranks", () => {
    const draws = Float64Array.from({length: 1000}, (_, index) => 1000 - index);
    expect(bandOf(draws)).toEqual({median: 500, lower80: 100, upper80: 900, lower95: 25, upper95: 975});
    expect(shareReaching(draws, 751)).toBe(0.25);
    expect(() => bandOf(new Float64Array())).toThrow("missing draws: 0");
  });
});

describe("trajectory(options)", () => {
  const options = {counts: steady, target: 1000, monthsLeft: 9, seed: 1};

  it("has the mean and the spread that theory gives: dispersion × mean × (1 + months ahead / months seen)", () => {
    const {rate, dispersion} = monthlyRate(restless) ?? {rate: 0, dispersion: 0};
    const end = trajectory({...options, counts: restless, draws: 40_000})?.months.at(-1);
    const error = Math.sqrt(dispersion * rate * 9 * (1 + 9 / 12));
    expect(dispersion).toBeGreaterThan(15);
    expect(Math.abs((end?.median ?? 0) - 9 * rate)).toBeLessThan(0.1 * error);
    expect(((end?.upper95 ?? 0) - (end?.lower95 ?? 0)) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
    expect(((end?.upper80 ?? 0) - (end?.lower80 ?? 0)) / (2 * 1.2816 * error)).toBeCloseTo(1, 1);
  });

  it("names its months, says what it assumes, and starts from what is reached", () => {
    const found = trajectory({...options, reached: 500, monthsBefore: 1});
    expect(found).toMatchObject({
      method: "constant rate",
      seasonality: "no season assumed, every month alike",
      rateMonths: 12
    });
    expect(found?.months.map(({month}) => month)).toEqual([
      "2004-09",
      "2004-10",
      "2004-11",
      "2004-12",
      "2005-01",
      "2005-02",
      "2005-03",
      "2005-04"
    ]);
    expect(found?.months[0]?.lower95).toBeGreaterThan(500);
  });

  it("says nothing on fewer than six months, and on the plan's own two points", () => {
    expect(trajectory({...options, counts: monthly([1200, 1000])})).toBeNull();
    expect(trajectory({...options, counts: steady.slice(0, 5)})).toBeNull();
  });

  it("never passes a stated maximum, and passes a minimum", () => {
    const most = trajectory({...options, capacity: {kind: "maximum", places: 600}});
    expect(most?.months.at(-1)?.upper95).toBe(600);
    expect(most?.probability).toBe(0);
    const least = trajectory({...options, capacity: {kind: "minimum", places: 600}});
    expect(least).toEqual(trajectory(options));
  });

  it("is wider where months differ more", () => {
    const width = (counts: typeof steady): number => {
      const end = trajectory({...options, counts})?.months.at(-1);
      return (end?.upper95 ?? 0) - (end?.lower95 ?? 0);
    };
    expect(width(restless)).toBeGreaterThan(2 * width(steady));
  });

  it("follows a named season", () => {
    const shares = [0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.5, 0, 0];
    const counts = monthly([0, 300, 300, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const found = trajectory({...options, counts, season: {name: "all in autumn", shares}});
    expect(found).toMatchObject({method: "seasonal rate", seasonality: "all in autumn"});
    const ends = found?.months.map(({median}) => median) ?? [];
    expect(ends[0]).toBe(0);
    expect(ends[2]).toBe(ends[8]);
  });

  it("is the same for the same seed, never falls, and keeps its limits in order, whatever the counts", () => {
    const series = fc
      .array(fc.nat({max: 400}), {minLength: 6, maxLength: 30})
      .filter((counts) => counts.slice(-12).some((count) => count > 0));
    fc.assert(
      fc.property(series, fc.integer({min: 1, max: 14}), fc.nat(), (counts, monthsLeft, seed) => {
        const given = {counts: monthly(counts), target: 1000, monthsLeft, seed, draws: 200};
        const found = trajectory(given);
        expect(found).toEqual(trajectory(given));
        let before = 0;
        for (const {median, lower80, lower95, upper80, upper95} of found?.months ?? []) {
          expect([lower95, lower80, median, upper80, upper95]).toEqual(
            [lower95, lower80, median, upper80, upper95].toSorted((a, b) => a - b)
          );
          expect(median).toBeGreaterThanOrEqual(before);
          before = median;
        }
        expect(found?.probability).toBeGreaterThanOrEqual(0);
        expect(found?.probability).toBeLessThanOrEqual(1);
      }),
      {numRuns: 40, seed: 1}
    );
  });

  it("refuses windows without months and draws without number", () => {
    expect(() => trajectory({...options, monthsLeft: 0})).toThrow("invalid months: 0");
    expect(() => trajectory({...options, monthsLeft: 2, monthsBefore: 2})).toThrow("invalid months: 2");
    expect(() => trajectory({...options, draws: 0})).toThrow("invalid draws: 0");
  });
});
