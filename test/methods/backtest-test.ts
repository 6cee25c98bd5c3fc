import {describe, expect, it} from "vitest";
import {backtest} from "../../pipeline/methods/backtest.js";
import {monthAfter} from "../../pipeline/methods/band.js";
import {random} from "../../pipeline/methods/random.js";

const monthly = (counts: readonly number[]) =>
  counts.map((count, index) => ({month: monthAfter("2003-08", index), count}));

describe("backtest(options)", () => {
  it("makes a forecast from each month with six before it and three after it", () => {
    const steady = monthly([100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100]);
    expect(backtest({counts: steady, seed: 1, draws: 500})).toEqual({
      forecasts: 3,
      covered80: 3,
      covered95: 3,
      coverage80: 1,
      coverage95: 1
    });
    expect(backtest({counts: steady.slice(0, 8), seed: 1})).toBeNull();
  });

  it("finds a leap outside of every band", () => {
    const leap = monthly([100, 100, 100, 100, 100, 100, 900, 900, 900]);
    expect(backtest({counts: leap, seed: 1, draws: 500})).toMatchObject({forecasts: 1, covered80: 0, covered95: 0});
  });

  it("is near the nominal coverage on counts that follow the model", () => {
    const stream = random(11);
    const counts = monthly(Array.from({length: 200}, () => stream.negativeBinomial(120, 6)));
    const found = backtest({counts, seed: 2, draws: 400});
    expect(found?.forecasts).toBe(192);
    // Twelve months know their own dispersion badly, so that the bands are a little narrow.
    expect(found?.coverage80).toBeGreaterThan(0.68);
    expect(found?.coverage80).toBeLessThan(0.9);
    expect(found?.coverage95).toBeGreaterThan(0.86);
  });
});
