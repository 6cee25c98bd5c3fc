import {describe, expect, it} from "vitest";
import {random, words} from "../../pipeline/methods/random.js";

const DRAWS = 40_000;

/** Mean and variance of many draws. */
function moments(draw: () => number): {mean: number; variance: number} {
  const drawn = Array.from({length: DRAWS}, draw);
  const mean = drawn.reduce((total, value) => total + value, 0) / DRAWS;
  return {mean, variance: drawn.reduce((total, value) => total + (value - mean) ** 2, 0) / (DRAWS - 1)};
}

describe("words(seed)", () => {
  // The first outputs of the authors' C code for the state 1, 2, 3, 4, as the Rust crate rand_xoshiro tests them.
  it("gives the words of xoshiro128**", () => {
    const next = words([1, 2, 3, 4]);
    expect(Array.from({length: 10}, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804
    ]);
  });

  it("refuses a state that gives nothing but zeros, and half a seed", () => {
    expect(() => words([0, 0, 0, 0])).toThrow("invalid seed: 0,0,0,0");
    expect(() => words(0.5)).toThrow("invalid seed: 0.5");
  });
});

describe("random(seed)", () => {
  it("gives the same numbers for the same seed and others for another", () => {
    const draw = (seed: number) => {
      const stream = random(seed);
      return [stream.uniform(), stream.gamma(0.4), stream.poisson(3), stream.poisson(300), stream.beta(2, 5)];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it.each([
    ["uniform", 1 / 2, 1 / 12, random(1).uniform],
    ["normal", 0, 1, random(2).normal]
  ])("draws %s numbers with their mean and variance", (_, mean, variance, draw) => {
    const found = moments(draw);
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / DRAWS));
    expect(found.variance / variance).toBeCloseTo(1, 1);
  });

  it.each([0.3, 1, 4.5, 180])(
    "draws gamma numbers of shape %d: mean shape × scale, variance shape × scale²",
    (shape) => {
      const stream = random(3);
      const found = moments(() => stream.gamma(shape, 2));
      expect(found.mean / (2 * shape)).toBeCloseTo(1, 1);
      expect(Math.abs(found.variance / (4 * shape) - 1)).toBeLessThan(0.07);
    }
  );

  it.each([0.2, 3, 9.9, 10, 42, 2500])("draws Poisson counts of mean %d: the variance is the mean", (mean) => {
    const stream = random(4);
    const found = moments(() => stream.poisson(mean));
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(mean / DRAWS));
    expect(Math.abs(found.variance / mean - 1)).toBeLessThan(0.05);
  });

  it("draws Poisson counts with the shares of their distribution", () => {
    const stream = random(5);
    const drawn = Array.from({length: DRAWS}, () => stream.poisson(12));
    // P(X ≤ 8) = 0.15503 and P(X ≤ 12) = 0.57597: tables of the cumulative Poisson distribution.
    expect(drawn.filter((count) => count <= 8).length / DRAWS).toBeCloseTo(0.15503, 2);
    expect(drawn.filter((count) => count <= 12).length / DRAWS).toBeCloseTo(0.57597, 2);
  });

  it.each([
    [5, 1],
    [5, 3],
    [174, 69],
    [0.5, 12]
  ])("draws negative binomial counts of mean %d with variance %d times that", (mean, dispersion) => {
    const stream = random(6);
    const found = moments(() => stream.negativeBinomial(mean, dispersion));
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt((mean * dispersion) / DRAWS));
    expect(Math.abs(found.variance / (mean * dispersion) - 1)).toBeLessThan(0.12);
  });

  it("draws beta shares of mean alpha / (alpha + beta)", () => {
    const stream = random(9);
    const found = moments(() => stream.beta(2, 6));
    expect(found.mean).toBeCloseTo(0.25, 2);
    expect(found.variance).toBeCloseTo((2 * 6) / (64 * 9), 2);
  });

  it("refuses what has no distribution", () => {
    const stream = random(1);
    expect(() => stream.gamma(0)).toThrow("invalid shape: 0");
    expect(() => stream.poisson(-1)).toThrow("invalid mean: -1");
    expect(() => stream.negativeBinomial(5, 0.5)).toThrow("invalid dispersion: 0.5");
  });
});
