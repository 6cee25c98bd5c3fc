import {describe, expect, it} from "vitest";
import {TEACHING_ASSISTANTS, trueRates} from "../../pipeline/simulate/population.js";
import {growth, shareOut} from "../../pipeline/simulate/school.js";
import {NATIONAL_FTE, ROLES, SCHOOLS} from "../../pipeline/simulate/truth.js";
import {buildWorld} from "../../pipeline/simulate/world.js";
import {readTable} from "../reference/tables.js";
import {world} from "./returns.js";

const sum = (numbers: readonly number[]): number => numbers.reduce((left, right) => left + right, 0);
const rates = trueRates(world());
const find = (dimension: string, group: string) => {
  const rate = rates.find((of) => of.dimension === dimension && of.group === group);
  if (!rate) throw new Error(`unknown group: ${dimension} ${group}`);
  return rate;
};
const offered = (dimension: string, group: string): number => {
  const rate = find(dimension, group);
  return rate.offered / rate.staff;
};
const taken = (dimension: string, group: string): number => {
  const rate = find(dimension, group);
  return rate.started / rate.offered;
};

describe("buildWorld(options)", () => {
  const {leas, lscs, regions, schools, census} = world();

  it("has the real regions, local LSCs and LEAs, and made-up schools", () => {
    expect([regions.length, lscs.length, leas.length]).toEqual([9, 47, 150]);
    expect(schools.length).toBe(sum(Object.values(SCHOOLS).map((of) => of.schools)));
    expect(schools.every(({id}) => /^9\d{6}$/.test(id))).toBe(true);
    expect(new Set(schools.map(({id}) => id)).size).toBe(schools.length);
  });

  it("has the published 241,700 full-time equivalents, however they are added up", () => {
    expect(NATIONAL_FTE).toBe(241_700);
    for (const areas of [leas, lscs, regions]) expect(sum(areas.map(({fte}) => fte))).toBe(241_700);
    expect(sum(census.cells.map(({fte}) => fte))).toBe(241_700);
  });

  it("counts each person once in each characteristic", () => {
    const staff = sum(schools.map((school) => school.staff));
    expect(sum(leas.map(({headcount}) => headcount))).toBe(staff);
    for (const characteristic of ["sex", "age_band", "ethnicity", "disability", "working_pattern"]) {
      const margins = census.margins.filter((margin) => margin.characteristic === characteristic);
      expect(sum(margins.map(({headcount}) => headcount))).toBe(staff);
    }
  });

  it("is the same country at another scale", () => {
    const large = buildWorld({seed: 2004, scale: 3, referenceFolder: "data/reference"});
    expect(large.schools.slice(0, 50)).toEqual(schools.slice(0, 50));
    expect(large.leas).toEqual(leas);
    expect(find("all", "all").staff).toBe(sum(schools.map(({staff}) => staff)));
  });
});

describe("trueRates(world)", () => {
  it("has fewer than half of staff other than teaching assistants offered training: about 41%", () => {
    expect(offered("teaching assistant", "no")).toBeCloseTo(0.41, 1);
    expect(offered("teaching assistant", "no")).toBeLessThan(0.44);
    expect(offered("teaching assistant", "yes")).toBeGreaterThan(0.65);
    expect(offered("teaching assistant", "yes")).toBeLessThan(0.71);
    expect(TEACHING_ASSISTANTS).toContain("R01");
  });

  it("has every role of the survey, at about the offer and uptake planted for it", () => {
    const asked = readTable("roles")
      .filter(({in_scope_of_survey}) => in_scope_of_survey === "yes")
      .map(({role_id}) => role_id);
    expect(Object.keys(ROLES).filter((role) => !asked.includes(role))).toEqual([]);
    for (const [role, truth] of Object.entries(ROLES)) {
      if (!rates.some(({dimension, group}) => dimension === "main role" && group === role)) continue;
      expect(Math.abs(offered("main role", role) - truth.offered), `offers, ${role}`).toBeLessThan(0.09);
      expect(Math.abs(taken("main role", role) - truth.taken), `uptake, ${role}`).toBeLessThan(0.09);
    }
  });

  it("has the planted differences by region, hours, sex, ethnicity, disability and age", () => {
    expect(offered("region", "NE") - offered("region", "LN")).toBeGreaterThan(0.08);
    expect(offered("working pattern", "full_time")).toBeGreaterThan(offered("working pattern", "part_time"));
    expect(offered("sex", "female") - offered("sex", "male")).toBeGreaterThan(0.05);
    expect(offered("ethnicity", "white") - offered("ethnicity", "asian")).toBeGreaterThan(0.03);
    expect(offered("disability", "no") - offered("disability", "yes")).toBeGreaterThan(0.02);
    expect(offered("age band", "under_25") - offered("age band", "55_over")).toBeGreaterThan(0.06);
    expect(taken("sex", "female") - taken("sex", "male")).toBeGreaterThan(0.05);
    expect(offered("Investors in People", "yes")).toBeGreaterThan(offered("Investors in People", "no"));
  });
});

describe("shareOut(total, weights)", () => {
  it("adds up to the total", () => {
    expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(shareOut(7, [0, 2, 5])).toEqual([0, 2, 5]);
  });
});

describe("growth(x)", () => {
  it("is e to the power of x", () => {
    for (const x of [-3, -0.5, 0, 0.25, 1.5]) expect(growth(x)).toBeCloseTo(Math.exp(x), 9);
  });
});
