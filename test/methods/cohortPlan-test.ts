import {describe, expect, it} from "vitest";
import {cohortPlan} from "../../pipeline/methods/cohortPlan.js";

const past = [
  {month: "2003-04", places: 200, taken: 180},
  {month: "2003-09", places: 300, taken: 270}
];
const next = {month: "2004-10", places: 600, taken: null};

describe("cohortPlan(options)", () => {
  it("adds planned places times the fill so far to what is reached", () => {
    const found = cohortPlan({cohorts: [...past, next], reached: 571, target: 1300, seed: 1});
    expect(found).toMatchObject({fill: 0.9, dispersion: 1, started: 2, plannedPlaces: 600, most: 1171, probability: 0});
    expect(found?.months).toHaveLength(1);
    expect(found?.months[0]?.month).toBe("2004-10");
    expect(Math.abs((found?.months[0]?.median ?? 0) - (571 + 540))).toBeLessThanOrEqual(3);
  });

  it("has the spread of a share: of the next cohort, and of the fill so far", () => {
    const found = cohortPlan({cohorts: [...past, next], target: 1, seed: 2, draws: 40_000});
    const error = 600 * Math.sqrt(0.9 * 0.1 * (1 / 600 + 1 / 500));
    const {lower95 = 0, upper95 = 0} = found?.months[0] ?? {};
    expect((upper95 - lower95) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
  });

  // Pearson's chi-square of 90 of 100 and 70 of 100 about 80: 2 × 10² / (100 × 0.8 × 0.2) = 12.5, on one degree of freedom.
  it("takes the dispersion from how differently cohorts filled", () => {
    const unlike = [
      {month: "2003-04", places: 100, taken: 90},
      {month: "2003-09", places: 100, taken: 70}
    ];
    const found = cohortPlan({cohorts: [...unlike, next], target: 400, seed: 3});
    expect(found?.dispersion).toBeCloseTo(12.5, 10);
    const alike = cohortPlan({cohorts: [{month: "2003-04", places: 200, taken: 160}, next], target: 400, seed: 3});
    const width = (plan: typeof found): number => (plan?.months[0]?.upper95 ?? 0) - (plan?.months[0]?.lower95 ?? 0);
    expect(width(found)).toBeGreaterThan(2 * width(alike));
  });

  it("gives a cohort no more than its places, however full the others were", () => {
    const full = [{month: "2003-04", places: 100, taken: 120}];
    const found = cohortPlan({cohorts: [...full, next], target: 600, seed: 4});
    expect(found?.fill).toBe(1);
    expect(found?.months[0]?.upper95).toBeLessThanOrEqual(600);
  });

  it("adds up cohorts in the order of their starts, and gives the same for the same seed", () => {
    const options = {cohorts: [...past, {...next, month: "2005-01"}, next], target: 1000, seed: 5};
    const found = cohortPlan(options);
    expect(found?.months.map(({month}) => month)).toEqual(["2004-10", "2005-01"]);
    expect(found?.months[1]?.median).toBeGreaterThan(1.9 * (found?.months[0]?.median ?? 0));
    expect(found?.probability).toBeGreaterThan(0.95);
    expect(cohortPlan(options)).toEqual(found);
  });

  it("says nothing where no cohort has started, and where none is to come", () => {
    expect(cohortPlan({cohorts: [next], target: 1, seed: 1})).toBeNull();
    expect(cohortPlan({cohorts: past, target: 1, seed: 1})).toBeNull();
    expect(() => cohortPlan({cohorts: [{...next, places: 0}], target: 1, seed: 1})).toThrow("invalid places: 0");
    expect(() => cohortPlan({cohorts: [{...next, taken: -1}], target: 1, seed: 1})).toThrow("invalid taken: -1");
  });
});
