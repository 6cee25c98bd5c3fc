import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Figure, openSurvey, type SeedResult, type Survey} from "../bench/coverageSeed.js";
import {summarise} from "../bench/coverageSummary.js";
import {type GroupKind, truthOf} from "../bench/coverageTruth.js";
import {type Person, staffOf} from "../pipeline/simulate/person.js";
import {random} from "../pipeline/simulate/random.js";
import type {School} from "../pipeline/simulate/school.js";
import type {World} from "../pipeline/simulate/world.js";

const NOMINAL = 0.95;
const LEAST_CHANCE = 0.001;

/** A figure of five points' width about what is estimated. */
function figure(parts: Partial<Figure>): Figure {
  const usual = {indicator: "OFF-01", kind: "region", group: "NE", base: 100, standardError: 1.25} as const;
  return {...usual, estimate: 50, lower: 47.5, upper: 52.5, truth: 50, ...parts};
}

/** A primary school of 300 staff, more than any has, so that its groups differ. */
function school(parts: Partial<School>): School {
  const place = {lea: "390", llsc: "LLSC01", region: "NE", stratum: "LLSC01-P-L"};
  const kind = {phase: "primary", type: "community", size: "large"} as const;
  return {...place, ...kind, id: "1", staff: 300, isInvestor: false, shift: 0, ...parts};
}

const result = (seed: number, figures: readonly Figure[]): SeedResult => ({seed, scale: 1, code: "0", figures});

describe("summarise(results)", () => {
  it("counts intervals that hold what is true, ends included, and the mean deviation", () => {
    const [row] = summarise([
      result(1, [figure({truth: 47.5}), figure({group: "SW", truth: 49})]),
      result(2, [figure({truth: 53}), figure({group: "SW", truth: 50.5})])
    ]);
    expect(row).toMatchObject({indicator: "OFF-01", kind: "region", seeds: 2, intervals: 4, covered: 3, percent: 75});
    expect(row?.bias).toBeCloseTo((2.5 + 1 - 3 - 0.5) / 4, 12);
  });

  it("sets the errors given against the scatter of each group about its own mean", () => {
    const errors = {NE: [2, -2], SW: [11, 9]};
    const seeds = [0, 1].map((at) =>
      result(
        at,
        Object.entries(errors).map(([group, off]) => figure({group, truth: 50 - (off[at] ?? 0)}))
      )
    );
    // Variances 8 and 2, against 1.25 squared each.
    expect(summarise(seeds)[0]?.errorRatio).toBeCloseTo(Math.sqrt(1.5625 / 5), 12);
  });

  it("leaves out what rests on too few answers to be published", () => {
    expect(summarise([result(1, [figure({base: 29})])])).toEqual([]);
  });

  it("takes intervals of one seed for fewer than as many of different seeds", () => {
    const held = figure({});
    const missed = figure({truth: 60});
    const together = summarise([result(1, [held, held]), result(2, [missed, missed]), result(3, [held, held])]);
    const apart = summarise([held, missed, held, held, missed, held].map((of, seed) => result(seed, [of])));
    const width = ([row]: ReturnType<typeof summarise>): number => (row ? row.upper - row.lower : 0);
    expect(width(together)).toBeGreaterThan(width(apart) + 5);
  });
});

describe("truthOf(world, {returned, roleGroups})", () => {
  const schools = [school({id: "1", llsc: "LLSC01"}), school({id: "2", llsc: "LLSC02", isInvestor: true})];
  const nothing = {regions: [], lscs: [], leas: [], census: {cells: [], margins: []}};
  const country: World = {...nothing, seed: 1, scale: 1, random: random(1), schools};
  const staff = schools.map((of) => staffOf(country.random, of));
  const truth = (returned: readonly string[], kind: GroupKind, group: string): number =>
    truthOf(country, {returned: new Set(returned), roleGroups: new Map([["R01", "teaching_assistants"]])})({
      indicator: "OFF-01",
      kind,
      group
    });
  const percent = (of: readonly Person[]): number => (100 * of.filter(({isOffered}) => isOffered).length) / of.length;

  it("is of the local LSCs that returned alone", () => {
    expect(truth(["LLSC01", "LLSC02"], "region", "NE")).toBeCloseTo(percent(staff.flat()), 12);
    expect(truth(["LLSC02"], "region", "NE")).toBeCloseTo(percent(staff[1] ?? []), 12);
  });

  it("tells staff groups apart by main role, as the reference tables group it", () => {
    const others = staff.flat().filter(({role}) => role !== "R01");
    expect(truth(["LLSC01", "LLSC02"], "staff group", "Other than teaching assistants")).toBeCloseTo(
      percent(others),
      12
    );
  });

  it("refuses a group in which there is nobody", () => {
    expect(() => truth([], "region", "NE")).toThrow("unknown group: region NE");
  });
});

describe("intervals of three simulated countries", () => {
  let survey: Survey;
  let results: SeedResult[];

  beforeAll(async () => {
    survey = await openSurvey(".");
    results = [];
    for (const seed of [1, 2, 3]) results.push(await survey.run(seed, {scale: 0.5}));
  }, 300_000);
  afterAll(() => survey.close());

  /** The chance of covering so seldom, if each interval did at the nominal rate. */
  function chance(of: readonly SeedResult[]): number {
    const rows = summarise(of).filter(({indicator, kind}) => indicator !== "UPT-02" && kind === "region");
    const covered = rows.reduce((sum, row) => sum + row.covered, 0);
    const intervals = rows.reduce((sum, row) => sum + row.intervals, 0);
    expect(intervals).toBeGreaterThan(40);
    return binomialCdf(covered, intervals, NOMINAL);
  }

  it("hold what was planted as often as they say", () => {
    expect(chance(results)).toBeGreaterThan(LEAST_CHANCE);
  });

  it("would not, were standard errors half as large", () => {
    const halved = results.map((seed) => ({
      ...seed,
      figures: seed.figures.map((of) => ({
        ...of,
        lower: of.estimate - (of.estimate - of.lower) / 2,
        upper: of.estimate + (of.upper - of.estimate) / 2
      }))
    }));
    expect(chance(halved)).toBeLessThan(LEAST_CHANCE);
  });
});
