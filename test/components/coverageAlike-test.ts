import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Covered, coverageAlike, coverageMark} from "../../src/components/coverageAlike.js";

const of = (senders_returned: number | null, senders_expected: number | null, population_share?: number): Covered => ({
  senders_returned,
  senders_expected,
  population_share
});

describe("coverageAlike(a, b)", () => {
  it.each([
    ["the same senders", of(43, 47), of(43, 47), true],
    ["shares of senders a tenth apart", of(10, 10), of(9, 10), true],
    ["shares of senders further apart", of(10, 10), of(8, 10), false],
    ["few senders, the same share", of(2, 4), of(50, 100), true],
    ["no senders on either side", of(null, null), of(null, null), true],
    ["senders on one side alone", of(43, 47), of(null, null), false],
    ["nobody who was to send", of(0, 0), of(0, 0), true],
    ["like senders, unlike shares of the population", of(9, 10, 0.95), of(9, 10, 0.6), false],
    ["a share of the population on one side alone", of(9, 10, 0.95), of(9, 10), true]
  ])("%s", (_name, a, b, expected) => expect(coverageAlike(a, b)).toBe(expected));

  it("is the same either way round, and holds of a figure and itself", () => {
    const covered = fc
      .tuple(fc.option(fc.nat(50)), fc.option(fc.integer({min: 50, max: 60})))
      .map(([returned, expected]) => of(returned, expected));
    fc.assert(
      fc.property(covered, covered, (a, b) => {
        expect(coverageAlike(a, b)).toBe(coverageAlike(b, a));
        expect(coverageAlike(a, a)).toBe(true);
      })
    );
  });
});

describe("coverageMark(a, b)", () => {
  it("says what stands beside what where coverage is unlike, and nothing where it is alike", () => {
    expect(coverageMark(of(20, 47), of(43, 47))).toBe(
      "not comparable as they stand: 20 of 47 senders beside 43 of 47 senders"
    );
    expect(coverageMark(of(43, 47), of(null, null))).toContain("beside no senders counted");
    expect(coverageMark(of(43, 47), of(44, 47))).toBe("");
  });
});
