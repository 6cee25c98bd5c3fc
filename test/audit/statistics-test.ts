import {describe, expect, it} from "vitest";
import {type AuditPolicy, type AuditResult, audit} from "../../pipeline/audit/audit.js";
import {toldByIntervals} from "../../pipeline/audit/intervals.js";
import type {ReleaseRow} from "../../pipeline/audit/release.js";
import {indicators} from "../../pipeline/contracts/published/indicators.js";
import {NUMBERS_ELSEWHERE} from "../../pipeline/contracts/published/numbersElsewhere.js";
import {STATISTICS} from "../../pipeline/contracts/published/statistics.js";
import type {Statistic, Surface} from "../../pipeline/contracts/published/surface.js";
import {columnType} from "../../pipeline/contracts/published/table.js";
import {PUBLISHED_TABLES} from "../../pipeline/contracts/published/tables.js";
import {POLICY} from "../../pipeline/gate/policy.js";

const COST: Statistic = {
  indicator: "FIN-02",
  units: ["pounds per start"],
  restsOn: "tens",
  numerator: {money: "pounds spent"},
  denominator: {quantity: "starts"},
  why: "The money is published to the pound."
};
const SURFACE: Surface = {
  tables: [
    {
      table: "totals",
      by: [],
      indicators: ["UPT-04", "FIN-01", "FIN-02", "OFF-01"],
      levels: ["national"],
      periods: ["academic", "survey"]
    }
  ],
  quantities: {starts: {adds: ["area"]}, answers: {adds: ["area"]}},
  ratios: [],
  statistics: [COST]
};
const policy: AuditPolicy = {...POLICY, base: POLICY.roundingBase, scaleOf: () => 1, isFact: () => false};
const NONE = Object.fromEntries(indicators.columns.map((name) => [name, null])) as ReleaseRow;
const row = (given: Partial<ReleaseRow>): ReleaseRow =>
  ({
    ...NONE,
    period_type: "academic",
    period: "2003-04",
    area_level: "national",
    area_code: "ENG",
    origin: "synthetic",
    ...given
  }) as ReleaseRow;
const starts = (value: number): ReleaseRow => row({indicator_id: "UPT-04", unit: "starts", value});
const spent = (value: number): ReleaseRow => row({indicator_id: "FIN-01", unit: "pounds spent", value});
const cost = (value: number, unit = "pounds per start"): ReleaseRow => row({indicator_id: "FIN-02", unit, value});
const audited = (rows: readonly ReleaseRow[], other: ReadonlyMap<string, readonly ReleaseRow[]> = new Map()) =>
  audit({tables: new Map([["indicators", rows], ...other]), files: [], faults: []}, {surface: SURFACE, policy});
const kinds = ({faults}: AuditResult): string[] => faults.map(({kind}) => kind);

describe("audit of statistics", () => {
  it("counts back from the money to the unit where a cost is of the true number of starts", async () => {
    const result = await audited([starts(510), spent(912_345), cost(1775.0)]);
    expect(result.disclosures).toMatchObject([
      {id: "starts, academic, 2003-04, ENG", rule: "too few values", lower: 514, upper: 514, values: 1}
    ]);
    expect(kinds(result)).toEqual(["shape", "statistic"]);
  });

  it("learns no more than the ten from a cost of starts taken to the middle of theirs", async () => {
    const result = await audited([starts(510), spent(912_345), cost(1800)]);
    expect(result).toMatchObject({isSafe: true, faults: [], disclosures: []});
  });

  it("calls a statistic that is not declared a fault, whatever its unit", async () => {
    const other = await audited([cost(1800, "pounds per learner")]);
    expect(other.faults).toEqual([{kind: "statistic", text: "FIN-02 2003-04 ENG pounds per learner"}]);
  });

  it("calls a number in another table a fault that is not declared, too fine, or not of what stands beside it", async () => {
    const target = {target_id: "T04", target_value: 7000, actual_count: 2820, months_left_count: 9};
    const faultsOf = async (given: ReleaseRow) =>
      (await audited([], new Map([["progress", [{...target, ...given}]]]))).faults.map(({text}) => text);
    expect(await faultsOf({required_monthly_count: 464, percent_of_target: 40})).toEqual([]);
    expect(await faultsOf({required_monthly_count: 470})).toEqual([
      "progress T04: required_monthly_count is 470, which 2820 of 7000 does not give"
    ]);
    expect(await faultsOf({required_ratio: 1.23})).toEqual([
      "progress T04: required_ratio is 1.23, finer than 1 decimals"
    ]);
    expect(await faultsOf({median_age: 41})).toEqual(["progress T04: median_age is 41, a number that is not declared"]);
    expect(await faultsOf({actual_count: 2824})).toContain(
      "progress T04: actual_count is 2824, which is no multiple of 10"
    );
  });
});

describe("audit of statistics of the release before", () => {
  const facts = {...policy, isFact: ({origin}: ReleaseRow) => origin === "real"};
  const releaseOf = (rows: readonly ReleaseRow[]) => ({tables: new Map([["indicators", rows]]), files: [], faults: []});
  const disclosed = async (now: readonly ReleaseRow[], before: readonly ReleaseRow[]) =>
    (await audit(releaseOf(now), {surface: SURFACE, policy: facts, earlier: releaseOf(before)})).disclosures;
  const exactly = (value: number): ReleaseRow => ({...starts(value), origin: "real"}) as ReleaseRow;
  const low: ReleaseRow = {...starts(0), value: null, symbol: "low", symbol_reason: "low"} as ReleaseRow;

  it("takes the ten that a cost told then off the number that is known now", async () => {
    // 100,000 pounds at 4,000 each: 20 to 29 people then, of 23 now.
    const before = [starts(20), spent(100_000), cost(4000)];
    expect(await disclosed([exactly(23)], before)).toEqual([
      {id: "added to starts, academic, 2003-04, ENG", rule: "too few values", lower: 0, upper: 3, values: 4}
    ]);
    expect(await disclosed([exactly(23)], [starts(20), spent(100_000)])).toEqual([]);
  });

  it("holds a number of now to what a fine cost told of it then", async () => {
    // 9,123 pounds at 1,303.29 each: 7 people, of 7 to 9 now.
    const found = await disclosed([low], [low, spent(9123), cost(1303.29)]);
    expect(found).toContainEqual(
      expect.objectContaining({id: "starts, academic, 2003-04, ENG", lower: 7, upper: 9, values: 3})
    );
    expect(await disclosed([low], [low, spent(9123)])).toEqual([]);
  });

  it("takes no money for people, and nothing for granted of a ten that was lowered", async () => {
    const before = [starts(20), spent(100_000), cost(4000)];
    expect(await disclosed([starts(20), spent(100_000), cost(7000)], before)).toEqual([]);
    const fine = [starts(510), spent(912_345), cost(1775.0)];
    const ids = (await disclosed([starts(510), spent(912_346), cost(1775.0)], fine)).map(({id}) => id);
    expect(ids.filter((id) => id.includes("money"))).toEqual([]);
    expect(ids).not.toEqual([]);
  });
});

describe("audit of statistics, of large counts", () => {
  it("blames no statistic for what published facts tell anyway", async () => {
    const area = (code: string, given: Partial<ReleaseRow>): ReleaseRow =>
      ({...starts(0), area_level: "region", area_code: code, ...given}) as ReleaseRow;
    const facts = {...policy, isFact: ({origin}: ReleaseRow) => origin === "real"};
    const rows = [
      {...starts(912), origin: "real"} as ReleaseRow,
      area("YH", {value: 401, origin: "real"}),
      area("NE", {value: 510}),
      {...spent(912_345), area_level: "region", area_code: "NE"} as ReleaseRow,
      {...cost(1800), area_level: "region", area_code: "NE"} as ReleaseRow
    ];
    const areas = ["YH", "NE"].map((code) => ({area_code: code, parent_code: "ENG"}));
    const tables = SURFACE.tables.map((table) => ({...table, levels: ["national", "region"] as const}));
    const {disclosures} = await audit(
      {
        tables: new Map([
          ["indicators", rows],
          ["areas", areas]
        ]),
        files: [],
        faults: []
      },
      {surface: {...SURFACE, tables}, policy: {...facts, tables: POLICY.tables}}
    );
    expect(disclosures).toEqual([]);
  });
});

describe("toldByIntervals(rows, {surface, base})", () => {
  const answers = (given: Partial<ReleaseRow>): ReleaseRow =>
    row({indicator_id: "OFF-01", unit: "per cent", period_type: "survey", value: 50, base: 80, ...given});
  const least = (given: Partial<ReleaseRow>) =>
    toldByIntervals([answers(given)], {surface: SURFACE, base: 10})[0]?.lower;

  it("knows that a narrow interval rests on at least so many answers", () => {
    expect(least({lower: 40, upper: 60})).toBe(76); // from which on the lower limit of 50.5 per cent is 39.5, and the upper one of 49.5 is 60.5
    expect(least({lower: 30, upper: 70})).toBeLessThan(30);
  });

  it("knows that a band of the effective base begins no higher than the base", () => {
    expect(least({effective_base_band: "50 to 99"})).toBe(50);
  });
});

describe("the lists of what is published", () => {
  it("declare every column of numbers outside the figures and the facts", () => {
    const missing = PUBLISHED_TABLES.flatMap(({table, columns}) =>
      table === "indicators" || table in POLICY.tables
        ? []
        : columns.filter((name) => /integer|number/.test(columnType(name)) && !NUMBERS_ELSEWHERE[table]?.[name])
    );
    expect(missing).toEqual([]);
  });

  it("have a rule of fineness for every statistic, and name each once", () => {
    const units = STATISTICS.flatMap((statistic) => statistic.units.map((unit) => ({...statistic, unit})));
    const rough = ["GAP-07"]; // promises of plans, which nobody has told of yet
    const without = units.filter(
      ({indicator, unit}) =>
        !rough.includes(indicator) && !POLICY.statisticDecimals.some((rule) => new RegExp(rule.unit).test(unit))
    );
    expect(without.map(({indicator, unit}) => `${indicator} ${unit}`)).toEqual([]);
    const names = units.map(({indicator, unit}) => `${indicator} ${unit}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
