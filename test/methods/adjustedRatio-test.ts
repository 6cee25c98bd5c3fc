import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {adjustedRatio} from "../../pipeline/methods/adjustedRatio.js";
import {compareDomains} from "../../pipeline/methods/compareDomains.js";
import {mantelHaenszel} from "../../pipeline/methods/mantelHaenszel.js";
import {openWarehouse, type Warehouse} from "../../pipeline/warehouse.js";
import {clusterJackknife} from "./clusterJackknife.js";
import {STAFF_SAMPLE} from "./staffSample.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run(`create table staff as select * from ${STAFF_SAMPLE}`);
  await warehouse.connection.run(`create table people as
    select hash(i % 90) % 3 as stratum, i % 90 as school, 1 + hash(i * 3) % 100 / 50.0 as weight,
      'sector ' || (i % 2) as sector, 'role ' || hash(i * 5) % 3 as role,
      (hash(i * 7 + (i % 90) * 11) % 10 < 3 + (hash(i * 5) % 3))::integer as answer
    from range(1800) as numbers(i)`);
});

afterAll(() => warehouse.close());

const staff = {table: "staff", weight: "weight", stratum: "stratum", cluster: "cluster", numerator: "offered"};
const north = {...staff, domain: "region", reference: {kind: "category", value: "NW"}, strata: ["band"]} as const;

describe("adjustedRatio(connection, options)", () => {
  it("agrees with derivatives taken numerically, row by row", async () => {
    // Computed in Python: each row's weight moved up and down, the estimates taken anew.
    const [both] = await adjustedRatio(warehouse.connection, north);
    near([both?.ratio.estimate, both?.ratio.standardError], [0.846479537506332, 0.50945464565]);
    near([both?.firstStandardised, both?.secondStandardised], [0.5429675162355876, 0.6408867663429946]);
    near([both?.difference.estimate, both?.difference.standardError], [-0.09791925010740704, 0.29306315399]);
    expect(both).toMatchObject({domain: "NE", firstBase: 11, secondBase: 13, strataUsed: 2, strataDropped: 0});
    const [own] = await adjustedRatio(warehouse.connection, {...north, standard: "reference"});
    near([own?.firstStandardised, own?.secondStandardised], [0.5440402017426157, 0.640728476821192]);
    near([own?.difference.standardError], [0.29870732768]);
    expect(own?.ratio).toEqual(both?.ratio);
  });

  it("gives the ratio of Mantel and Haenszel for counts", async () => {
    const strata = [
      {first: {count: 120, base: 300}, second: {count: 80, base: 400}},
      {first: {count: 100, base: 500}, second: {count: 20, base: 200}}
    ];
    const rows = strata.flatMap(({first, second}, place) =>
      [[first, "first"] as const, [second, "second"] as const].map(
        ([{count, base}, side]) =>
          `select ${place} as place, '${side}' as side, i < ${count} as yes from range(${base}) as n(i)`
      )
    );
    const [row] = await adjustedRatio(warehouse.connection, {
      table: `(${rows.join(" union all ")})`,
      numerator: "yes::integer",
      domain: "side",
      reference: {kind: "category", value: "second"},
      strata: ["place"]
    });
    const counted = mantelHaenszel(strata, {measure: "risk_ratio"});
    near([row?.ratio.estimate], [counted.estimate ?? Number.NaN]);
    // Greenland and Robins hold the strata's sizes fixed, which changes little where all strata have one ratio, here 2.
    const reach = Math.log(Number(counted.upper) / Number(counted.lower)) / (2 * 1.959963985);
    near([row?.ratio.standardError], [reach], 0.01);
  });

  it("is the plain comparison where there is one stratum", async () => {
    const table = "(select *, 1 as one from staff)";
    const [adjusted] = await adjustedRatio(warehouse.connection, {...north, table, strata: ["one"]});
    const [plain] = await compareDomains(warehouse.connection, {
      ...staff,
      table,
      domain: "region",
      reference: north.reference
    });
    near(Object.values(adjusted?.ratio ?? {}), Object.values(plain?.ratio ?? {}));
    near(Object.values(adjusted?.difference ?? {}), Object.values(plain?.difference ?? {}));
  });

  it("agrees with leaving out each cluster within three per cent", async () => {
    const design = {table: "people", weight: "weight", stratum: "stratum", cluster: "school", numerator: "answer"};
    const [row] = await adjustedRatio(warehouse.connection, {
      ...design,
      domain: "sector",
      reference: {kind: "category", value: "sector 0"},
      strata: ["role"]
    });
    const roles = [0, 1, 2].map((role) => {
      const sum = (value: string, sector: number) =>
        `sum(weight * ${value}) filter (role = 'role ${role}' and sector = 'sector ${sector}')`;
      return {a: sum("answer", 1), n: sum("1", 1), b: sum("answer", 0), m: sum("1", 0)};
    });
    const top = roles.map(({a, n, m}) => `${a} * ${m} / (${n} + ${m})`).join(" + ");
    const bottom = roles.map(({b, n, m}) => `${b} * ${n} / (${n} + ${m})`).join(" + ");
    const rates = roles.map(({a, b, n, m}) => `(${n} + ${m}) * (${a} / ${n} - ${b} / ${m})`).join(" + ");
    const sizes = roles.map(({n, m}) => `${n} + ${m}`).join(" + ");
    const errors = await clusterJackknife(warehouse.connection, {
      table: "people",
      statistics: [`ln((${top}) / (${bottom}))`, `(${rates}) / (${sizes})`]
    });
    near(errors, [Number(row?.ratio.standardError), Number(row?.difference.standardError)], 0.03);
    expect(row?.strataUsed).toBe(3);
  });

  it("leaves out and reports strata that lack either side", async () => {
    const table = "(select *, if(region = 'NE' and hours > 29, 'most', band) as hours_band from staff)";
    const [row] = await adjustedRatio(warehouse.connection, {...north, table, strata: ["hours_band"]});
    const [kept] = await adjustedRatio(warehouse.connection, {
      ...north,
      table,
      numerator: "if(hours_band = 'most', null, offered)",
      strata: ["hours_band"]
    });
    expect(row).toMatchObject({strataUsed: 2, strataDropped: 1, firstBase: 9, secondShareDropped: 0});
    // Of the region's weight of 108.5 that answered, two of the three rows above 29 hours: 10 and 7.25.
    near([row?.firstShareDropped], [17.25 / 108.5]);
    near(Object.values(row?.ratio ?? {}), Object.values(kept?.ratio ?? {}));
    expect(kept?.firstShareDropped).toBe(0);
  });

  it("says nothing where no stratum has both sides", async () => {
    const [row] = await adjustedRatio(warehouse.connection, {...north, strata: ["region"]});
    expect(row).toMatchObject({strataUsed: 0, strataDropped: 2, firstShareDropped: 1, firstStandardised: null});
    expect(row?.ratio).toEqual({estimate: null, standardError: null, lower: null, upper: null, pValue: null});
    await expect(adjustedRatio(warehouse.connection, {...north, strata: []})).rejects.toThrow("missing strata");
  });
});

function near(
  actual: readonly (number | null | undefined)[],
  expected: readonly (number | null)[],
  tolerance = 1e-9
): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(Number(actual[i]) - Number(value)) / Math.abs(Number(value))).toBeLessThan(tolerance);
  });
}
