import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {studentTail} from "../../pipeline/methods/studentT.js";

describe("studentTail(value, degreesOfFreedom)", () => {
  it("equals the closed forms at one, two and four degrees of freedom", () => {
    // Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.
    for (const t of [0.1, 1, 2.5, 10, 40]) {
      const cosine = 2 / Math.hypot(2, t);
      expect(studentTail(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 14);
      expect(studentTail(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 14);
      expect(studentTail(-t, 4)).toBeCloseTo(1 - (t / Math.hypot(2, t)) * (1 + (cosine * cosine) / 2), 14);
    }
    expect(studentTail(0, 7)).toBe(1);
  });

  it("agrees with the table of Fisher and Yates, and with the normal distribution in the limit", () => {
    for (const [t, degrees, p] of [
      [2.228, 10, 0.05],
      [3.169, 10, 0.01],
      [2.042, 30, 0.05],
      [1.289, 80, 0.2011]
    ] as const)
      expect(studentTail(t, degrees)).toBeCloseTo(p, 4);
    expect(studentTail(1.959963984540054, 1e9)).toBeCloseTo(0.05, 8);
  });

  it("is the other way round from the quantile", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.001, max: 0.499, noNaN: true}),
        fc.integer({min: 1, max: 5000}),
        (tail, degrees) => {
          expect(studentTail(tQuantile(tail, degrees), degrees) / (2 * tail)).toBeCloseTo(1, 8);
        }
      )
    );
  });

  it("refuses what is no number of degrees", () => {
    expect(() => studentTail(1, 0)).toThrow("invalid degrees of freedom: 0");
    expect(() => studentTail(Number.NaN, 3)).toThrow("invalid value: NaN");
  });
});
