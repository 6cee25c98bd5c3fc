import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {compareDomains} from "../../pipeline/methods/compareDomains.js";
import {estimateRatio} from "../../pipeline/methods/survey.js";
import {openWarehouse, type Warehouse} from "../../pipeline/warehouse.js";
import {clusterJackknife} from "./clusterJackknife.js";
import {STAFF_SAMPLE} from "./staffSample.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run(`create table staff as select * from ${STAFF_SAMPLE}`);
  await warehouse.connection.run(`create table sleep as select * from (values ${SLEEP}) as rows(extra, drug, patient)`);
  await warehouse.connection.run(`create table people as
    select hash(i % 90) % 3 as stratum, i % 90 as school, 1 + hash(i * 3) % 100 / 50.0 as weight,
      'R' || (i % 90) % 4 as region, 'role ' || hash(i * 5) % 3 as role, hash(i * 7 + (i % 90) * 11) % 10 < 4 as answer
    from range(1800) as numbers(i)`);
});

afterAll(() => warehouse.close());

// Student (1908), Biometrika 6, 1–25: extra hours of sleep of ten patients with each of two drugs; R's data set sleep.
const SLEEP = [
  [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
  [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
]
  .flatMap((hours, drug) => hours.map((extra, i) => `(${extra}, ${drug + 1}, ${i + 1})`))
  .join(", ");

const staff = {table: "staff", weight: "weight", stratum: "stratum", cluster: "cluster", numerator: "offered"};
const people = {
  table: "people",
  weight: "weight",
  stratum: "stratum",
  cluster: "school",
  numerator: "answer::integer"
};
const rest = {kind: "rest"} as const;

describe("compareDomains(connection, options)", () => {
  it("takes the covariance of two means of the same people, as the paired t test does", async () => {
    // R, t.test(extra ~ group, data = sleep, paired = TRUE): t = -4.0621, df = 9, p = 0.002833, -2.4598858 to -0.7001142.
    const [row] = await compareDomains(warehouse.connection, {
      table: "sleep",
      cluster: "patient",
      numerator: "extra",
      domain: "drug",
      reference: {kind: "category", value: 2}
    });
    const {estimate, standardError, lower, upper, pValue} = row?.difference ?? {};
    expect(estimate).toBeCloseTo(-1.58, 12);
    expect(Number(estimate) / Number(standardError)).toBeCloseTo(-4.0621, 4);
    expect(pValue).toBeCloseTo(0.002833, 6);
    expect(lower).toBeCloseTo(-2.4598858, 7);
    expect(upper).toBeCloseTo(-0.7001142, 7);
    expect(row).toMatchObject({domain: 1, degreesOfFreedom: 9, first: {base: 10}, second: {base: 10}});
    expect(Number(row?.covariance)).toBeGreaterThan(0);
  });

  it("has no covariance where the domains are strata, as the test of two samples", async () => {
    // R, t.test(extra ~ group, data = sleep, var.equal = TRUE): t = -1.8608, df = 18, p = 0.07919.
    const [row] = await compareDomains(warehouse.connection, {
      table: "sleep",
      stratum: "drug",
      numerator: "extra",
      domain: "drug",
      reference: {kind: "category", value: 2}
    });
    const {estimate, standardError, pValue} = row?.difference ?? {};
    expect(Number(estimate) / Number(standardError)).toBeCloseTo(-1.8608, 4);
    expect(pValue).toBeCloseTo(0.07919, 5);
    expect(row?.degreesOfFreedom).toBe(18);
    expect(Math.abs(Number(row?.covariance))).toBeLessThan(1e-15);
  });

  it("agrees with Cochran's comparison of two domain means of a simple random sample", async () => {
    // Cochran (1977), section 2.12, its variances over n as linearised: n / (n - 1) times the sum of both sides' squares.
    const table = "(select * from (values (1, 'a'), (3, 'a'), (5, 'a'), (2, 'b'), (8, 'b')) as rows(x, d))";
    const [row] = await compareDomains(warehouse.connection, {table, numerator: "x", domain: "d", reference: rest});
    near([row?.difference.estimate, row?.difference.standardError], [-2, Math.sqrt((5 / 4) * (8 / 9 + 18 / 4))]);
    near([row?.ratio.estimate, row?.ratio.standardError], [3 / 5, Math.sqrt((5 / 4) * (8 / 81 + 18 / 100))]);
  });

  it("agrees with derivatives taken numerically, row by row", async () => {
    // Computed in Python: each row's weight moved up and down, the estimates taken anew.
    const [row] = await compareDomains(warehouse.connection, {...staff, domain: "region", reference: rest});
    near([row?.difference.estimate, row?.difference.standardError], [-0.09925382244331182, 0.28654190847], 1e-8);
    near([row?.ratio.standardError], [0.50244583917], 1e-8);
  });

  it("gives each side what estimateRatio gives it", async () => {
    const alone = await estimateRatio(warehouse.connection, {...people, by: ["role", "region"]});
    const rows = await compareDomains(warehouse.connection, {
      ...people,
      by: ["role"],
      domain: "region",
      reference: {kind: "category", value: "R0"}
    });
    expect(rows.map(({group, domain}) => `${group.role} ${domain}`).slice(0, 4)).toEqual([
      "role 0 R1",
      "role 0 R2",
      "role 0 R3",
      "role 1 R1"
    ]);
    for (const {group, domain, first, second} of rows) {
      for (const [region, side] of [[domain, first] as const, ["R0", second] as const]) {
        const same = alone.find((row) => row.group.role === group.role && row.group.region === region);
        expect(side.base).toBe(same?.base);
        near([side.estimate, side.standardError], [same?.estimate, same?.standardError]);
        near([side.effectiveBase], [same?.effectiveBase]);
      }
    }
  });

  it("compares with the rest as with a domain that is the rest", async () => {
    const rows = await compareDomains(warehouse.connection, {...people, domain: "region", reference: rest});
    for (const row of rows) {
      const [named] = await compareDomains(warehouse.connection, {
        ...people,
        table: `(select *, if(region = '${row.domain}', 'here', 'there') as place from people)`,
        domain: "place",
        reference: {kind: "category", value: "there"}
      });
      near(named ? numbersOf([named]) : [], numbersOf([row]), 1e-9);
    }
  });

  it("finds no difference of a domain from itself, and counts people in both of two domains once", async () => {
    const domain = {some: "hours > 20", same: "hours > 20", other: "hours < 25"};
    const reference = {kind: "category", value: "some"} as const;
    const [same, other] = await compareDomains(warehouse.connection, {...staff, domain, reference});
    expect(same?.difference).toEqual({estimate: 0, standardError: 0, lower: 0, upper: 0, pValue: 1});
    expect(same?.ratio).toEqual({estimate: 1, standardError: 0, lower: 1, upper: 1, pValue: 1});
    const variances = Number(other?.first.standardError) ** 2 + Number(other?.second.standardError) ** 2;
    near([Number(other?.difference.standardError) ** 2], [variances - 2 * Number(other?.covariance)]);
    expect(Number(other?.covariance)).toBeGreaterThan(0.01);
  });

  it("agrees with leaving out each cluster within four per cent", async () => {
    const rows = await compareDomains(warehouse.connection, {...people, domain: "region", reference: rest});
    const share = (isFirst: string) =>
      `sum(weight * answer::integer) filter (${isFirst}) / sum(weight) filter (${isFirst})`;
    for (const {domain, difference, ratio} of rows) {
      const [first, second] = [share(`region = '${domain}'`), share(`region <> '${domain}'`)];
      const [plain, log] = await clusterJackknife(warehouse.connection, {
        table: "people",
        statistics: [`${first} - ${second}`, `ln(${first} / (${second}))`]
      });
      near([plain, log], [difference.standardError, ratio.standardError], 0.04);
    }
  });

  it("does not change when weights are scaled or rows are put in another order", async () => {
    const before = await compareDomains(warehouse.connection, {...people, domain: "role", reference: rest});
    await fc.assert(
      fc.asyncProperty(fc.double({min: 1e-6, max: 1e6, noNaN: true}), fc.integer({min: 2, max: 1e6}), async (c, n) => {
        const table = `(select * replace (weight * ${c}::double as weight) from people)`;
        const scaled = await compareDomains(warehouse.connection, {...people, table, domain: "role", reference: rest});
        near(numbersOf(scaled), numbersOf(before), 1e-10);
        const moved = `(select * from people order by hash(weight * ${n}))`;
        const reordered = await compareDomains(warehouse.connection, {
          ...people,
          table: moved,
          domain: "role",
          reference: rest
        });
        expect(reordered).toEqual(before);
      }),
      {numRuns: 3}
    );
  });

  it("gives the same bits whatever the threads and the order of rows", async () => {
    const results: string[] = [];
    for (const [threads, order] of [
      [1, "hash(i)"],
      [4, "-i"]
    ] as const) {
      const {connection, close} = await openWarehouse(":memory:", {threads});
      await connection.run(`create table many as select hash(i) % 20 as stratum, hash(i * 7) % 400 as school,
        1 + (hash(i * 3) % 1000) / 333.3 as weight, sin(i) as answer, hash(i * 11) % 3 as region
        from range(20000) as numbers(i) order by ${order}`);
      const design = {table: "many", weight: "weight", stratum: "stratum", numerator: "answer", domain: "region"};
      results.push(
        JSON.stringify([
          await compareDomains(connection, {...design, cluster: "school", reference: rest}),
          await compareDomains(connection, {...design, reference: rest})
        ])
      );
      close();
    }
    expect(new Set(results).size).toBe(1);
  });

  it("tests nothing against a side that answers alike, and leaves empty sides empty", async () => {
    const table = "(select *, if(region = 'NE', 1, offered) as kept from staff)";
    const [alike] = await compareDomains(warehouse.connection, {
      ...staff,
      table,
      numerator: "kept",
      domain: "region",
      reference: rest
    });
    expect(alike?.first).toMatchObject({estimate: 1, standardError: 0});
    expect(alike?.difference).toMatchObject({lower: null, upper: null, pValue: null});
    const [empty] = await compareDomains(warehouse.connection, {
      ...staff,
      numerator: "if(region = 'NW', offered, null)",
      domain: "region",
      reference: rest
    });
    expect(empty?.first).toEqual({estimate: null, standardError: null, base: 0, effectiveBase: null});
    expect(empty?.difference.estimate).toBeNull();
    expect(empty?.ratio.standardError).toBeNull();
    expect(empty?.second.base).toBe(13);
  });

  it("names a reference that no row has, and faults of the design", async () => {
    const attempt = (more: object) =>
      compareDomains(warehouse.connection, {...staff, domain: "region", reference: rest, ...more});
    await expect(attempt({reference: {kind: "category", value: "SW"}})).rejects.toThrow("unknown reference: SW");
    const named = {domain: {some: "true"}, reference: {kind: "category", value: "none"}};
    await expect(attempt(named)).rejects.toThrow("unknown reference: none");
    await expect(attempt({confidence: 95})).rejects.toThrow("invalid confidence: 95");
    await expect(attempt({table: "(select * from staff where cluster <> 8 and cluster <> 9)"})).rejects.toThrow(
      "single cluster (stratum c)"
    );
  });
});

type Rows = Awaited<ReturnType<typeof compareDomains>>;

function numbersOf(rows: Rows): (number | null)[] {
  return rows.flatMap(({first, second, difference, ratio}) => [
    first.estimate,
    second.effectiveBase,
    ...Object.values(difference),
    ...Object.values(ratio)
  ]);
}

function near(
  actual: readonly (number | null | undefined)[],
  expected: readonly (number | null | undefined)[],
  tolerance = 1e-11
): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(Number(actual[i]) - Number(value)) / Math.abs(Number(value))).toBeLessThan(tolerance);
  });
}
