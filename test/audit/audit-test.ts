import {describe, expect, it} from "vitest";
import {type AuditOptions, type AuditPolicy, type AuditResult, audit} from "../../pipeline/audit/audit.js";
import {judgeRanges} from "../../pipeline/audit/judge.js";
import type {Release, ReleaseRow} from "../../pipeline/audit/release.js";
import {indicators} from "../../pipeline/contracts/published/indicators.js";
import type {Surface} from "../../pipeline/contracts/published/surface.js";
import {POLICY} from "../../pipeline/gate/policy.js";

const SURFACE: Surface = {
  tables: (
    [
      ["totals", []],
      ["by phase", ["phase"]],
      ["by sex", ["sex"]],
      ["by both", ["phase", "sex"]]
    ] as const
  ).map(([table, by]) => ({
    table,
    by,
    indicators: ["UPT-04", "OUT-01"],
    levels: ["national", "region"],
    periods: ["academic"]
  })),
  quantities: {starts: {adds: ["area", "phase", "sex"]}, finishers: {adds: ["phase", "sex"], within: ["starts"]}},
  ratios: [{indicator: "OUT-01", numerator: "finishers", denominator: "starts", isShare: true}],
  statistics: []
};

const policy: AuditPolicy = {
  ...POLICY,
  base: POLICY.roundingBase,
  scaleOf: () => 100,
  isFact: ({origin}) => origin === "real"
};

type Given = Partial<ReleaseRow>;
const NONE = Object.fromEntries(indicators.columns.map((name) => [name, null])) as ReleaseRow;
const row = (given: Given): ReleaseRow =>
  ({
    ...NONE,
    indicator_id: "UPT-04",
    period_type: "academic",
    period: "2003-04",
    area_level: "national",
    area_code: "ENG",
    unit: "starts",
    origin: "synthetic",
    ...given
  }) as ReleaseRow;
const phase = (category: string, given: Given): ReleaseRow =>
  row({dimension_1: "phase", category_1: category, ...given});
const both = (category: string, sex: string, given: Given): ReleaseRow =>
  phase(category, {dimension_2: "sex", category_2: sex, ...given});
const rate = (given: Given): ReleaseRow => row({indicator_id: "OUT-01", unit: "per cent", ...given});
/** Known exactly to everybody. */
const exactly = (value: number): Given => ({value, origin: "real"});
const WITHHELD: Given = {symbol: "c", symbol_reason: "withheld"};
const LOW: Given = {symbol: "low", symbol_reason: "low"};

const releaseOf = (...rows: readonly ReleaseRow[]): Release => ({
  tables: new Map([["indicators", rows]]),
  files: [],
  faults: []
});
const audited = (rows: readonly ReleaseRow[], options: Partial<AuditOptions> = {}): Promise<AuditResult> =>
  audit(releaseOf(...rows), {surface: SURFACE, policy, ...options});

describe("audit(release, {surface, policy})", () => {
  it("passes counts that are rounded together", async () => {
    const rows = [
      row({value: 40}),
      phase("Primary", {value: 30}),
      phase("Secondary", {value: 10}),
      phase("Other", LOW)
    ];
    expect(await audited(rows)).toMatchObject({isSafe: true, faults: [], disclosures: [], sums: 1, cells: 4, small: 2});
  });

  it("gives the one hidden cell of a row by subtraction", async () => {
    const rows = [row(exactly(40)), phase("Primary", exactly(37)), phase("Secondary", WITHHELD)];
    const {disclosures} = await audited(rows);
    expect(disclosures).toMatchObject([
      {id: "starts, academic, 2003-04, ENG, phase Secondary", rule: "too few values", lower: 3, upper: 3}
    ]);
  });

  it("narrows what is hidden by the rounding of what is shown beside it", async () => {
    const rows = [row({value: 40}), phase("Primary", exactly(31)), phase("Secondary", exactly(1)), phase("Other", LOW)];
    const {disclosures} = await audited(rows);
    expect(disclosures).toEqual([]);
    const told = await audited([...rows.slice(0, 1), phase("Primary", exactly(46)), phase("Secondary", LOW)]);
    expect(told.disclosures).toMatchObject([{rule: "too few values", lower: 1, upper: 3, values: 3}]);
  });

  it("sees through two hidden cells in each of two rows and columns", async () => {
    const rows = [
      row(exactly(60)),
      phase("Primary", exactly(23)),
      phase("Secondary", exactly(37)),
      row({dimension_1: "sex", category_1: "Female", ...exactly(24)}),
      row({dimension_1: "sex", category_1: "Male", ...exactly(33)}),
      row({dimension_1: "sex", category_1: "Not known", ...exactly(3)}),
      both("Primary", "Female", WITHHELD),
      both("Primary", "Male", exactly(20)),
      both("Primary", "Not known", WITHHELD),
      both("Secondary", "Female", WITHHELD),
      both("Secondary", "Male", exactly(13)),
      both("Secondary", "Not known", WITHHELD)
    ];
    const {disclosures} = await audited(rows);
    expect(disclosures).toContainEqual(
      expect.objectContaining({id: "starts, academic, 2003-04, ENG, phase Primary, sex Female", lower: 0, upper: 3})
    );
  });

  it("finds the few who did not, where those who did and all are known", async () => {
    const {disclosures} = await audited([
      row(exactly(100)),
      rate({numerator: 97, denominator: 100, value: 97, origin: "real"})
    ]);
    expect(disclosures).toMatchObject([{rule: "too few values", lower: 3, upper: 3}]);
    expect(disclosures[0]?.id).toContain("without finishers");
  });

  it("refuses that none, or all, of a small group did something", async () => {
    const none = await audited([row({value: 20}), rate({numerator: 0, denominator: 20, value: 0})]);
    expect(none.disclosures).toMatchObject([{rule: "group disclosed", lower: 0, upper: 0}]);
    const large = await audited([row({value: 40}), rate({numerator: 0, denominator: 40, value: 0})]);
    expect(large.isSafe).toBe(true);
    const all = await audited([
      row(exactly(20)),
      rate({numerator: 20, denominator: 20, value: 100, origin: "real"}),
      rate({...WITHHELD, area_level: "region", area_code: "YH"})
    ]);
    expect(all.disclosures.map(({rule}) => rule)).not.toContain("no counts fit");
  });

  it("catches a rate of true counts beside rounded ones, by its shape and by what it tells", async () => {
    const {faults, disclosures} = await audited([rate({numerator: 10, denominator: 30, value: 26.1})]);
    expect(faults).toEqual([
      {kind: "shape", text: "OUT-01 2003-04 ENG per cent: value is 26.1, which 10 of 30 do not give"}
    ]);
    expect(disclosures).toContainEqual(expect.objectContaining({rule: "too few values", lower: 6, upper: 6}));
    expect((await audited([rate({numerator: 10, denominator: 30, value: 33.3})])).isSafe).toBe(true);
  });

  it("subtracts the release before from this one", async () => {
    const now = [row(exactly(23)), phase("Primary", WITHHELD), phase("Secondary", WITHHELD)];
    expect((await audited(now)).disclosures).toEqual([]);
    const earlier = releaseOf(phase("Primary", exactly(20)));
    const {disclosures} = await audited(now, {earlier});
    expect(disclosures).toContainEqual(
      expect.objectContaining({id: "starts, academic, 2003-04, ENG, phase Secondary", lower: 0, upper: 3, values: 4})
    );
  });

  it("takes nothing for granted of a count that a later release lowered", async () => {
    const earlier = releaseOf(row({value: 100}));
    expect((await audited([row({value: 50})], {earlier})).disclosures).toEqual([]);
  });

  it("finds what only somebody can tell who stands in a hidden cell", async () => {
    const hidden = [phase("Primary", WITHHELD), phase("Secondary", WITHHELD)];
    const {disclosures} = await audited([row(exactly(4)), ...hidden]);
    const [primary, secondary] = ["Primary", "Secondary"].map(
      (name) => `starts, academic, 2003-04, ENG, phase ${name}`
    );
    expect(disclosures).toContainEqual({
      id: secondary,
      rule: "too few values",
      lower: 0,
      upper: 3,
      values: 4,
      insider: primary
    });
    expect(disclosures.every(({insider}) => insider !== undefined)).toBe(true);
    expect((await audited([row(exactly(6)), ...hidden])).isSafe).toBe(true);
  });

  it("says so where no counts fit, and takes an answer that the solver does not give for disclosed", async () => {
    const {disclosures} = await audited([row({value: 100}), phase("Primary", {value: 20})]);
    expect(disclosures.map(({rule}) => rule)).toEqual(["no counts fit", "no counts fit"]);
    const ranges = new Map([["one", {lower: 0, upper: 1000, values: 0, status: "unknown" as const}]]);
    expect(judgeRanges({ranges})).toMatchObject([{id: "one", rule: "solver in doubt"}]);
    expect(judgeRanges({ranges, truth: new Map([["one", 500]])})).toMatchObject([{rule: "solver in doubt"}]);
  });

  it("finds what no table declares, and two numbers for one cell", async () => {
    const {faults} = await audited([
      row({value: 40, role_id: "R01"}),
      row({value: 40}),
      rate({numerator: 10, denominator: 50, value: 20})
    ]);
    expect(faults).toEqual([
      {kind: "unlisted", text: "UPT-04 2003-04 ENG R01 starts"},
      {
        kind: "two numbers",
        text: "OUT-01 2003-04 ENG per cent: 50, where another figure says 40 of starts, academic, 2003-04, ENG"
      }
    ]);
  });

  it("judges no fact, and asks of a synthetic number what it asks of every other", async () => {
    expect(await audited([row(exactly(7))])).toMatchObject({isSafe: true, fewest: null});
    const flipped = await audited([row({...exactly(7), origin: "synthetic"})]);
    expect(flipped.faults).toEqual([
      {kind: "shape", text: "UPT-04 2003-04 ENG starts: value is 7, which is no multiple of 10"}
    ]);
  });
});
