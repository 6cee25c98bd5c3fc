import {readFile} from "node:fs/promises";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {build} from "../../pipeline/marts/comparisons.js";
import {build as buildFunnels} from "../../pipeline/marts/funnel_positions.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {COMPARISON, makeTable} from "../gate/marts.js";

let warehouse: Warehouse;

beforeEach(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run("create schema marts");
  await model("comparison_families");
});

afterEach(() => warehouse.close());

const ask = (sql: string): Promise<Row[]> => query(warehouse.connection, sql);

async function model(name: string): Promise<void> {
  const sql = await readFile(`pipeline/marts/${name}.sql`, "utf8");
  await warehouse.connection.run(`create or replace table marts.${name} as ${sql}`);
}

const GAP: Row = {
  ...COMPARISON,
  indicator_id: "OFF-03",
  area_level: "national",
  area_code: "ENG",
  value: -26,
  lower: -29,
  upper: -22,
  p_value: 0.001
};

async function judge(...areas: Row[]): Promise<Row[]> {
  const rows = areas.map((given, index) => ({...COMPARISON, area_code: `A${index}`, ...given}));
  await makeTable(warehouse.connection, {name: "marts.area_comparisons", rows});
  for (const name of ["funnel_positions", "group_comparisons", "role_comparisons"]) {
    await makeTable(warehouse.connection, {name: `marts.${name}`, rows: [COMPARISON]});
    await warehouse.connection.run(`delete from marts.${name}`);
  }
  await makeTable(warehouse.connection, {
    name: "marts.offer_gap",
    rows: [GAP, {...GAP, unit: "ratio", value: 0.6, lower: 0.55, upper: 0.66}]
  });
  await build(warehouse.connection);
  return ask("select * from marts.comparisons order by family_id, period, area_code");
}

describe("marts.comparisons", () => {
  it("calls different what passes among the whole of its family and period, not what passes alone", async () => {
    // Benjamini–Hochberg at 5% of five: 0.01, 0.02, 0.03, 0.04, 0.05 by rank.
    const tests = [0.009, 0.03, 0.035, 0.2, 0.9].map((p_value) => ({p_value}));
    const rows = await judge(...tests, {p_value: 0.035, period: "2005-03"});
    expect(rows.map(({family_id, period, is_different}) => [family_id, period, is_different])).toEqual([
      ["offer_gap_by_area", "2004-03", "yes"],
      ["offers_by_region", "2004-03", "yes"],
      ["offers_by_region", "2004-03", "no"],
      ["offers_by_region", "2004-03", "no"],
      ["offers_by_region", "2004-03", "no"],
      ["offers_by_region", "2004-03", "no"],
      ["offers_by_region", "2005-03", "yes"]
    ]);
  });

  it("cannot say without a test or on a small base of either side, and leaves these out of the family", async () => {
    const rows = await judge(
      {p_value: null},
      {p_value: 0.0001, base: 29, effective_base: null},
      {p_value: 0.0001, effective_base: 29.9},
      // Alone in the family it is at its own level; of four it would not pass.
      {p_value: 0.03}
    );
    expect(rows.slice(1).map(({is_different}) => is_different)).toEqual([
      "cannot say",
      "cannot say",
      "cannot say",
      "yes"
    ]);
  });

  it("puts difference and ratio of the offer gap in one row", async () => {
    const [gap] = await judge({});
    expect(gap).toMatchObject({
      reference: "Teaching assistants",
      category_1: "Other than teaching assistants",
      difference: -26,
      lower: -29,
      ratio: 0.6,
      ratio_upper: 0.66
    });
  });

  it("refuses a family that is not declared, or declared of another indicator", async () => {
    await expect(judge({family_id: "whatever"})).rejects.toThrow("unknown family: whatever");
    await expect(judge({indicator_id: "UPT-01"})).rejects.toThrow("unknown family: offers_by_region");
  });
});

const RATE: Row = {
  indicator_id: "UPT-03",
  period_type: "academic",
  period: "2003-04",
  is_part_period: true,
  area_level: "local_lsc",
  area_code: "LLSC01",
  role_id: null,
  route_id: null,
  programme_id: null,
  nqf_level: null,
  dimension_1: null,
  measure: "rate",
  senders_returned: 9,
  senders_expected: 10,
  origin: "synthetic"
};

async function placed(
  rates: readonly [numerator: number, denominator: number][],
  outcomes: readonly Row[] = []
): Promise<Row[]> {
  const rows = rates.map(([numerator, denominator], index) => ({
    ...RATE,
    area_code: `LLSC${index + 10}`,
    numerator,
    denominator
  }));
  const national = {...RATE, area_level: "national", area_code: "ENG", numerator: 1, denominator: 1000};
  await makeTable(warehouse.connection, {
    name: "marts.admin_uptake",
    rows: [national, ...rows, {...rows[0], route_id: "TL"}]
  });
  await makeTable(warehouse.connection, {
    name: "marts.learner_outcomes",
    rows: outcomes.length > 0 ? outcomes : [{...RATE, indicator_id: "OUT-02", numerator: 1, denominator: 2}]
  });
  await buildFunnels(warehouse.connection);
  await model("area_positions");
  return ask("select * from marts.funnel_positions order by indicator_id, area_code");
}

describe("marts.funnel_positions", () => {
  it("places every area once among the areas of its level, and says no numbers", async () => {
    const rows = await placed([...Array.from({length: 9}, (): [number, number] => [100, 10_000]), [200, 10_000]]);
    expect(rows.map(({funnel_position}) => funnel_position)).toEqual([
      ...Array.from({length: 9}, () => "inside"),
      "outside_998"
    ]);
    expect(rows[9]).toMatchObject({
      family_id: "learners_by_local_lsc",
      reference: "All local LSCs",
      base: 10_000,
      difference: null,
      ratio: null
    });
    expect(Number(rows[9]?.p_value)).toBeLessThan(0.001);
  });

  it("takes completion and success as shares", async () => {
    const outcomes = [40, 41, 42, 43, 44].map((numerator, index) => ({
      ...RATE,
      indicator_id: "OUT-04",
      area_level: "region",
      area_code: `R${index}`,
      numerator,
      denominator: 50
    }));
    const rows = await placed([[1, 100]], outcomes);
    expect(rows.filter(({family_id}) => family_id === "success_by_region")).toMatchObject(
      outcomes.map(({area_code}) => ({area_code, funnel_position: "inside"}))
    );
  });

  it("has no places with fewer than five areas, or where nobody did", async () => {
    expect(
      await placed([
        [1, 100],
        [2, 100]
      ])
    ).toMatchObject([
      {funnel_position: null, p_value: null, symbol_reason: "not_enough_data"},
      {funnel_position: null, p_value: null, symbol_reason: "not_enough_data"}
    ]);
    const none = await placed(Array.from({length: 6}, (): [number, number] => [0, 100]));
    expect(none.map(({funnel_position}) => funnel_position)).toEqual(Array.from({length: 6}, () => null));
  });
});

describe("marts.area_positions", () => {
  it("counts the areas in each class, without those too small to be shown", async () => {
    await placed([...Array.from({length: 9}, (): [number, number] => [100, 10_000]), [200, 10_000], [0, 20]]);
    expect(
      await ask("select category_1, category_2, unit, value from marts.area_positions order by value desc, unit")
    ).toEqual([
      {category_1: "UPT-03", category_2: "Local LSCs", unit: "areas in the funnel", value: 10},
      {category_1: "UPT-03", category_2: "Local LSCs", unit: "areas outside 95% limits", value: 1},
      {category_1: "UPT-03", category_2: "Local LSCs", unit: "areas outside 99.8% limits", value: 1}
    ]);
  });
});
