import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {postStratify} from "../../pipeline/methods/postStratify.js";
import {proportionalFit} from "../../pipeline/methods/proportionalFit.js";
import {rake} from "../../pipeline/methods/rake.js";
import {openWarehouse, query, type Warehouse} from "../../pipeline/warehouse.js";
import {STAFF_SAMPLE} from "./staffSample.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
});

afterAll(() => warehouse.close());

const strata = {columns: ["stratum"], totals: totals("stratum", {a: 150, b: 200, c: 100})};
const bands = {columns: ["band"], totals: totals("band", {long: 200, short: 250})};
const staff = {table: STAFF_SAMPLE, into: "raked", weight: "weight", margins: [strata, bands]};

describe("rake(connection, options)", () => {
  it("agrees with raking the rows in another program", async () => {
    // Computed independently in Python (NumPy), row by row.
    const report = await rake(warehouse.connection, staff);
    const rows = await query(warehouse.connection, "select raked_weight from raked");
    near(
      [0, 1, 10, 11, 24].map((i) => Number(rows[i]?.raked_weight)),
      [11.595474466113313, 19.440523208252532, 35.38715791615427, 22.926555706131932, 10.869771120631277]
    );
    near([report.kishEffect.after], [1.2068572408802893]);
    expect(report).toMatchObject({converged: true, rounds: 0, limit: null, trimmed: 0, aboveLimit: 0});
    expect(report.greatestGap).toBeLessThan(1e-10);
  });

  it("keeps rows, their order and their columns, and holds every margin", async () => {
    const report = await rake(warehouse.connection, {...staff, rakedWeight: "final"});
    const [row] = await query(
      warehouse.connection,
      "select count(*) as n, sum(final) as total, sum(weight) as before from raked"
    );
    expect(row).toMatchObject({n: 25, before: 270});
    for (const margin of report.margins) near([margin.after], [margin.total]);
    expect(report.margins[0]).toMatchObject({group: {stratum: "a"}, total: 150, before: 104});
    near([Number(row?.total)], [450]);
  });

  it("takes margins of combined columns", async () => {
    const both = {
      columns: ["region", "band"],
      totals: ["NE", "NW"].flatMap((region) => ["long", "short"].map((band) => ({group: {region, band}, total: 100})))
    };
    const report = await rake(warehouse.connection, {
      ...staff,
      margins: [both, {columns: ["band"], totals: totals("band", {long: 200, short: 200})}]
    });
    expect(report.converged).toBe(true);
    expect(report.margins.slice(0, 4).map(({after}) => Math.round(after * 1e6) / 1e6)).toEqual([100, 100, 100, 100]);
  });

  it("trims at a multiple of the median and rakes again until both hold", async () => {
    const greatest = "select max(raked_weight) as greatest from raked";
    await rake(warehouse.connection, staff);
    const [free] = await query(warehouse.connection, greatest);
    const report = await rake(warehouse.connection, {...staff, trim: 1.9});
    const [row] = await query(warehouse.connection, greatest);
    expect(report.trimmed).toBeGreaterThan(0);
    expect(report.rounds).toBeGreaterThan(0);
    expect(report).toMatchObject({converged: true, aboveLimit: 0});
    expect(Number(row?.greatest)).toBeLessThanOrEqual(Number(report.limit) * (1 + 1e-6));
    for (const margin of report.margins) near([margin.after], [margin.total]);
    expect(Number(free?.greatest)).toBeGreaterThan(Number(report.limit));
  });

  it("says so when trimming and margins cannot both hold", async () => {
    const report = await rake(warehouse.connection, {...staff, trim: 1.01, rounds: 5});
    expect(report).toMatchObject({converged: false, rounds: 5});
    expect(report.aboveLimit).toBeGreaterThan(0);
  });

  it("refuses a margin without respondents, and a category without a total", async () => {
    const more = {columns: ["stratum"], totals: totals("stratum", {a: 150, b: 200, c: 60, d: 40})};
    await expect(rake(warehouse.connection, {...staff, margins: [more]})).rejects.toThrow(
      "missing respondents: stratum d, total 40"
    );
    const fewer = {columns: ["stratum"], totals: totals("stratum", {a: 150, b: 200})};
    await expect(rake(warehouse.connection, {...staff, margins: [fewer]})).rejects.toThrow(
      "unknown category: stratum c"
    );
  });

  it("brings margins of another population to the first one's, and says so", async () => {
    const short = {columns: ["band"], totals: totals("band", {long: 80, short: 100})};
    const report = await rake(warehouse.connection, {...staff, margins: [strata, short]});
    expect(report).toMatchObject({converged: true, scaled: [{columns: ["band"], sum: 180, factor: 2.5}]});
    expect(report.margins.slice(3).map(({group, total}) => [group.band, total])).toEqual([
      ["long", 200],
      ["short", 250]
    ]);
    const same = await query(warehouse.connection, "select raked_weight from raked");
    const agreed = await rake(warehouse.connection, staff);
    expect(agreed.scaled).toEqual([]);
    expect(await query(warehouse.connection, "select raked_weight from raked")).toEqual(same);
  });

  it("fits margins that differ by what rounding leaves", async () => {
    const rounded = {columns: ["band"], totals: totals("band", {long: 200.0001, short: 250})};
    const report = await rake(warehouse.connection, {...staff, margins: [strata, rounded]});
    expect(report).toMatchObject({converged: true, scaled: []});
  });

  it("refuses margins of different populations on request, repeated categories and wrong weights", async () => {
    const short = {columns: ["band"], totals: totals("band", {long: 200, short: 200})};
    await expect(
      rake(warehouse.connection, {...staff, margins: [strata, short], differingTotals: "refuse"})
    ).rejects.toThrow("invalid margin: band sums to 400, the first margin to 450");
    const twice = {columns: ["band"], totals: [...bands.totals, ...bands.totals]};
    await expect(rake(warehouse.connection, {...staff, margins: [twice]})).rejects.toThrow(
      "duplicate category: band long"
    );
    const table = `(select * replace (-weight as weight) from ${STAFF_SAMPLE})`;
    await expect(rake(warehouse.connection, {...staff, table})).rejects.toThrow("invalid weight: 25 rows");
    await expect(rake(warehouse.connection, {...staff, trim: 0.5})).rejects.toThrow("invalid trim: 0.5");
  });
});

describe("postStratify(connection, options)", () => {
  it("multiplies each post-stratum by its total over its weight", async () => {
    const report = await postStratify(warehouse.connection, {...staff, into: "post", ...strata});
    expect(report).toMatchObject({converged: true, iterations: 1});
    const rows = await query(warehouse.connection, "select weight, stratum, raked_weight from post");
    const sums: Record<string, number> = {a: 150 / 104, b: 200 / 104, c: 100 / 62};
    for (const row of rows) near([Number(row.raked_weight)], [Number(row.weight) * (sums[String(row.stratum)] ?? 0)]);
  });

  it("refuses a post-stratum without respondents", async () => {
    const more = {columns: ["stratum"], totals: totals("stratum", {a: 150, b: 200, c: 60, d: 40})};
    await expect(postStratify(warehouse.connection, {...staff, into: "post", ...more})).rejects.toThrow(
      "missing respondents"
    );
  });
});

describe("proportionalFit(cells, options)", () => {
  it("holds both margins and keeps the odds ratios of the table", () => {
    // What defines the fit (Deming and Stephan 1940; Bishop, Fienberg and Holland 1975, section 3.5).
    const weight = fc.double({min: 0.1, max: 100, noNaN: true});
    fc.assert(
      fc.property(
        fc.tuple(weight, weight, weight, weight),
        fc.double({min: 0.05, max: 0.95, noNaN: true}),
        ([a, b, c, d], share) => {
          const cells = [a, b, c, d].map((value, i) => ({weight: value, categories: [i >> 1, i & 1]}));
          const targets = [
            [share * 100, (1 - share) * 100],
            [40, 60]
          ];
          const fit = proportionalFit(cells, {totals: targets, tolerance: 1e-10, iterations: 100_000});
          const [p = 0, q = 0, r = 0, s = 0] = cells.map((cell, i) => cell.weight * (fit.factors[i] ?? 0));
          expect(fit.converged).toBe(true);
          near([p + q, p + r, (p * s) / (q * r)], [share * 100, 40, (a * d) / (b * c)]);
        }
      )
    );
  });
});

function totals(column: string, sizes: Record<string, number>): {group: Record<string, string>; total: number}[] {
  return Object.entries(sizes).map(([category, total]) => ({group: {[column]: category}, total}));
}

function near(actual: readonly number[], expected: readonly number[]): void {
  expected.forEach((value, i) => {
    expect(Math.abs((actual[i] ?? Number.NaN) - value) / Math.abs(value)).toBeLessThan(1e-8);
  });
}
