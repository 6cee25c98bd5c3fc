import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {build as buildShrinkage} from "../../pipeline/marts/area_shrinkage.js";
import {build as buildVariance} from "../../pipeline/marts/regional_variance.js";
import {random} from "../../pipeline/methods/random.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {makeTable} from "../gate/marts.js";

let warehouse: Warehouse;

beforeEach(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run("create schema marts");
});

afterEach(() => warehouse.close());

const ABOUT: Row = {
  period_type: "survey",
  period: "2004-03",
  is_part_period: false,
  role_id: null,
  route_id: null,
  nqf_level: null,
  dimension_1: null,
  senders_returned: 4,
  senders_expected: 5,
  population_share: 0.8,
  symbol_reason: null,
  origin: "synthetic"
};

interface Given {
  estimates?: readonly [value: number | null, standardError: number | null][];
  counts?: readonly (readonly [numerator: number, denominator: number])[];
  level: string;
}

async function fill({estimates = [], counts = [], level}: Given): Promise<void> {
  const area = (index: number): Row => ({area_level: level, area_code: `A${index + 10}`});
  const national = {area_level: "national", area_code: "ENG"};
  const surveyed = {...ABOUT, indicator_id: "UPT-02", base: 100};
  await makeTable(warehouse.connection, {
    name: "marts.survey_estimates",
    rows: [
      {...surveyed, ...national, value: 40.5, standard_error: 0.5},
      ...estimates.map(([value, standard_error], index) => ({...surveyed, ...area(index), value, standard_error}))
    ]
  });
  const counted = {...ABOUT, indicator_id: "UPT-03", period_type: "academic", period: "2003-04"};
  await makeTable(warehouse.connection, {
    name: "marts.admin_uptake",
    rows: [
      {...counted, ...national, numerator: 1, denominator: 1000, value: 1.5},
      ...counts.map(([numerator, denominator], index) => ({
        ...counted,
        ...area(index),
        numerator,
        denominator,
        value: (1000 * numerator) / denominator
      }))
    ]
  });
}

async function variance(given: Omit<Given, "level">): Promise<Row[]> {
  await fill({...given, level: "region"});
  await buildVariance(warehouse.connection);
  return query(warehouse.connection, "select * from marts.regional_variance order by category_1, unit desc");
}

async function shrinkage(given: Given): Promise<Row[]> {
  await fill(given);
  await buildShrinkage(warehouse.connection);
  return query(warehouse.connection, "select * from marts.area_shrinkage order by category_1, area_code");
}

describe("marts.regional_variance", () => {
  it("gives what regions differ beyond chance, its share, and never the range without them", async () => {
    // The five estimates of `reference/method_test_vectors.csv`, in per cent: Q 16.048262, tau 3.7470, I² 75.08%.
    const shares = [
      [0.2, 400],
      [0.25, 300],
      [0.3, 500],
      [0.22, 250],
      [0.28, 600]
    ] as const;
    const rows = await variance({estimates: shares.map(([p, n]) => [100 * p, 100 * Math.sqrt((p * (1 - p)) / n)])});
    const [tau, range, share] = rows;
    expect(rows).toHaveLength(3);
    expect(tau).toMatchObject({
      unit: "percentage points, standard deviation between regions",
      value: expect.closeTo(3.747, 3),
      interval_level: 0.95,
      senders_returned: 20,
      senders_expected: 25
    });
    expect(Number(tau?.lower)).toBeGreaterThan(0);
    expect(Number(tau?.upper)).toBeGreaterThan(Number(tau?.value));
    expect(share?.value).toBeCloseTo(75.08, 2);
    expect(share?.p_value).toBeCloseTo(0.00296, 4);
    expect(range?.value).toBeCloseTo(10, 9);
  });

  it("takes a count's chance error from the rate of all regions", async () => {
    const near = [100, 90, 110, 95, 105].map((count): [number, number] => [count, 10_000]);
    const [, tau] = await variance({counts: near});
    expect(tau).toMatchObject({
      unit: "learners per 1,000 staff, standard deviation between regions",
      value: 0,
      lower: 0
    });
    const far = [50, 90, 150, 60, 200].map((count): [number, number] => [count, 10_000]);
    const [, apart] = await variance({counts: far});
    // Chance alone has a variance of 1.1 at a rate of 11 on 10,000 staff; the rates 5, 9, 15, 6, 20 have 40.5, each of
    // them of staff to the middle of their ten.
    expect(Number(apart?.value)).toBeCloseTo(Math.sqrt(40.5 * (10_000 / 10_005) ** 2 - 1.1), 6);
  });

  it("holds what was planted within its interval about as often as it says", async () => {
    const {normal} = random(11);
    let held = 0;
    for (let trial = 0; trial < 40; trial += 1) {
      const rows = await variance({estimates: Array.from({length: 9}, () => [40 + 4 * normal() + 2 * normal(), 2])});
      const tau = rows.find(({unit}) => String(unit).includes("deviation"));
      held += Number(tau?.lower) <= 4 && 4 <= Number(tau?.upper) ? 1 : 0;
    }
    expect(held).toBeGreaterThanOrEqual(35); // of 40; 38 are to be expected
  });

  it("says that there are not enough data below five regions", async () => {
    const rows = await variance({
      estimates: [
        [40, 2],
        [50, 2],
        [45, 2],
        [44, 2],
        [null, null]
      ]
    });
    expect(rows.map(({value, symbol_reason}) => [value, symbol_reason])).toEqual([
      [null, "not_enough_data"],
      [null, "not_enough_data"],
      [null, "not_enough_data"]
    ]);
  });
});

describe("marts.area_shrinkage", () => {
  it("draws an area towards the mean of all, the more the less it rests on", async () => {
    const rows = await shrinkage({
      level: "local_lsc",
      estimates: [
        [30, 1],
        [30, 8],
        [50, 1],
        [50, 8],
        [40, 1],
        [40, 8]
      ]
    });
    const [sure, unsure, , , middle] = rows;
    expect(Number(sure?.value)).toBeLessThan(31);
    expect(Number(unsure?.value)).toBeGreaterThan(33);
    expect(Number(unsure?.value)).toBeLessThan(40);
    expect(Number(sure?.reliability_share)).toBeGreaterThan(Number(unsure?.reliability_share));
    expect(middle?.value).toBeCloseTo(40, 0);
    expect(sure).toMatchObject({unit: "per cent of persons", category_1: "UPT-02", interval_level: 0.95});
  });

  it("takes counts to the middle of their ten, so that a map says no more than that", async () => {
    const areas = [
      [98, 5000],
      [204, 6000],
      [33, 2000],
      [47, 4003],
      [151, 7000],
      [12, 400]
    ] as const;
    const close = areas.map(([count, base]): [number, number] => [count - 3, base + 1]);
    const [one, other] = [
      await shrinkage({level: "lea", counts: areas}),
      await shrinkage({level: "lea", counts: close})
    ];
    const values = (rows: readonly Row[]) => rows.slice(0, 2).map(({value, lower}) => [value, lower]);
    expect(values(one)).not.toEqual(
      values(await shrinkage({level: "lea", counts: areas.map(([count, base]) => [count + 10, base])}))
    );
    expect(one[0]?.value).toBeCloseTo(Number(other[0]?.value), 0);
    const same = areas.map(([count, base]): [number, number] => [Math.floor(count / 10) * 10, base]);
    expect(values(await shrinkage({level: "lea", counts: same}))).toEqual(values(one));
  });

  it("gives no rate to an area with fewer than thirty staff, or to fewer than five areas", async () => {
    const counts = [
      [98, 5000],
      [204, 6000],
      [33, 2000],
      [47, 4003],
      [151, 7000],
      [1, 29]
    ] as const;
    const rows = await shrinkage({level: "lea", counts});
    expect(rows.map(({symbol_reason}) => symbol_reason)).toEqual([null, null, null, null, null, "not_enough_data"]);
    const few = await shrinkage({level: "lea", counts: counts.slice(0, 4)});
    expect(few.map(({value}) => value)).toEqual([null, null, null, null]);
  });
});
