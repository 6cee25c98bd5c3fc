import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {funnel, funnelLimits} from "../../pipeline/methods/funnel.js";

const AREAS = [
  {count: 80, base: 400},
  {count: 75, base: 300},
  {count: 150, base: 500},
  {count: 55, base: 250},
  {count: 168, base: 600},
  {count: 20, base: 150},
  {count: 130, base: 300},
  {count: 12, base: 120}
];

describe("funnel(areas)", () => {
  it("gives what FunnelPlotR's formulas for proportions give (od_adjustment.R, calculate_limits.R, run in NumPy)", () => {
    const {target, dispersion, tauSquared, isOverdispersed, areas} = funnel(AREAS);
    expect(target).toBeCloseTo(0.2633587786259542, 12);
    expect(dispersion).toBeCloseTo(7.5537754688784835, 10);
    expect(tauSquared).toBeCloseTo(0.006018363449169949, 12);
    expect(isOverdispersed).toBe(true);
    expect(areas[0]?.z).toBeCloseTo(-3.009757046961916, 10);
    expect(areas[0]?.lower95).toBeCloseTo(0.13699080299432279, 10);
    expect(areas[0]?.upper95).toBeCloseTo(0.4136784909135595, 10);
    expect(areas[0]?.lower998).toBeCloseTo(0.08014109752381635, 10);
    expect(areas[0]?.upper998).toBeCloseTo(0.505368310005768, 10);
    expect(areas.map(({position}) => position)).toEqual(Array(6).fill("inside").concat(["outside_95", "outside_95"]));
  });

  it("gives what FunnelPlotR's formulas for ratios of counts to expected give, on the counts of its own test", () => {
    const expected = [108, 112, 165, 95, 100, 220];
    const areas = [100, 150, 180, 80, 120, 225].map((count, index) => ({count, base: expected[index] ?? 0}));
    const {dispersion, tauSquared} = funnel(areas, {kind: "rate", target: 1});
    expect(dispersion).toBeCloseTo(2.327178257594119, 10);
    expect(tauSquared).toBeCloseTo(0.0034397801541862735, 12);
  });

  it("gives exact limits where few are expected: Garwood's (1936) 4.795 and 18.39 for ten", () => {
    const [area] = funnel([{count: 10, base: 10}], {kind: "rate", target: 1}).areas;
    expect((area?.lower95 ?? 0) * 10).toBeCloseTo(4.795, 3);
    expect((area?.upper95 ?? 0) * 10).toBeCloseTo(18.39, 2);
  });

  it("interpolates the exact binomial as Spiegelhalter (2005) does, from the printed table of ten at one half", () => {
    // F(1) = 0.0107 and F(2) = 0.0547, so that 2.5% falls 0.6746 of the way back from two.
    const [area] = funnel([{count: 5, base: 10}], {target: 0.5}).areas;
    expect(area?.lower95).toBeCloseTo(0.1325, 3);
    expect(area?.lower95).toBeCloseTo(0.13244444444444445, 10);
    expect(area?.upper95).toBeLessThan(1);
  });

  it("keeps limits in order around the target, narrower the larger the base", () => {
    const area = fc
      .integer({min: 1, max: 5000})
      .chain((base) => fc.record({count: fc.integer({min: 0, max: base}), base: fc.constant(base)}));
    const lists = fc.array(area, {minLength: 2, maxLength: 50});
    fc.assert(
      fc.property(lists, fc.constantFrom("proportion" as const, "rate" as const), (given, kind) => {
        fc.pre(given.some(({count}) => count > 0));
        const {target, areas} = funnel(given, {kind});
        for (const {lower998, lower95, upper95, upper998} of areas) {
          expect(lower998).toBeLessThanOrEqual(lower95 + 1e-12);
          expect(lower95).toBeLessThanOrEqual(target + 1e-9);
          expect(upper95).toBeLessThanOrEqual(upper998 + 1e-12);
          if (kind === "proportion") expect(upper998).toBeLessThanOrEqual(1);
        }
      })
    );
  });

  it("adds nothing when told not to, or when areas differ by chance alone", () => {
    const plain = funnel(AREAS, {adjust: false});
    expect(plain.areas[0]?.adjustedZ).toBe(plain.areas[0]?.z);
    expect(plain.areas[0]?.position).toBe("outside_95");
    const same = AREAS.map(({base}) => ({count: base / 4, base}));
    expect(funnel(same)).toMatchObject({tauSquared: 0, isOverdispersed: false});
  });

  it("draws in one far area before it judges the rest", () => {
    const areas = [...Array(20).fill({count: 25, base: 100}), {count: 95, base: 100}];
    expect(funnel(areas, {target: 0.25}).tauSquared).toBe(0);
    expect(funnel(areas, {target: 0.25, winsorise: 0}).tauSquared).toBeGreaterThan(0);
  });

  it("refuses what cannot be", () => {
    expect(() => funnel([])).toThrow("missing areas: 0");
    expect(() => funnel([{count: 3, base: 2}], {target: 0.5})).toThrow("invalid count: 3");
    expect(() => funnel([{count: 0, base: 0}])).toThrow("invalid base: 0");
    expect(() => funnel([{count: 0, base: 5}], {kind: "rate"})).toThrow("invalid target: 0");
    expect(() => funnel(AREAS, {target: 2})).toThrow("invalid target: 2");
    expect(() => funnel(AREAS, {winsorise: 0.5})).toThrow("invalid winsorise: 0.5");
  });
});

describe("funnelLimits(base, {target, tauSquared})", () => {
  it("gives an area's limits at its base, with and without over-dispersion, for both kinds", () => {
    for (const kind of ["proportion", "rate"] as const) {
      for (const adjust of [true, false]) {
        const {target, tauSquared, areas} = funnel(AREAS, {kind, adjust});
        for (const [index, {base}] of AREAS.entries()) {
          const limits = funnelLimits(base, {target, tauSquared: adjust ? tauSquared : 0, kind});
          expect(areas[index]).toMatchObject(limits);
        }
      }
    }
  });
});
