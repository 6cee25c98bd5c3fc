import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {jackknife} from "../../pipeline/methods/jackknife.js";
import {rake} from "../../pipeline/methods/rake.js";
import {rakedJackknife} from "../../pipeline/methods/rakedJackknife.js";
import {openWarehouse, query, type Warehouse} from "../../pipeline/warehouse.js";
import {STAFF_SAMPLE} from "./staffSample.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
});

afterAll(() => warehouse.close());

const staff = {table: STAFF_SAMPLE, weight: "weight", stratum: "stratum", cluster: "cluster", numerator: "offered"};
const margins = [
  {columns: ["stratum"], totals: totals("stratum", {a: 150, b: 200, c: 100})},
  {columns: ["band"], totals: totals("band", {long: 200, short: 250})}
];

describe("jackknife(connection, options)", () => {
  it("equals the linearised error where the estimate is linear", async () => {
    // R survey, help(fpc): a mean with strata of fixed weight, SE 0.7412683, and 0.6160407 corrected.
    const table = `(from (values (1, 1, 3, 15, 2.8), (1, 2, 3, 15, 4.1), (1, 3, 3, 15, 6.8), (1, 4, 3, 15, 6.8),
      (1, 5, 3, 15, 9.2), (2, 1, 4, 12, 3.7), (2, 2, 4, 12, 6.6), (2, 3, 4, 12, 4.2))
      as fpc(stratid, psuid, weight, clusters, x))`;
    const design = {table, weight: "weight", stratum: "stratid", cluster: "psuid", numerator: "x"};
    const [plain] = await jackknife(warehouse.connection, design);
    expect(plain?.standardError).toBeCloseTo(0.7412683, 7);
    expect(plain?.replicates).toBe(8);
    const [corrected] = await jackknife(warehouse.connection, {...design, populationSize: "clusters"});
    expect(corrected?.standardError).toBeCloseTo(0.6160407, 7);
  });

  // Computed in Python by leaving out each cluster and estimating anew from the rows.
  it("equals estimating anew without each cluster", async () => {
    const [all] = await jackknife(warehouse.connection, staff);
    near([all?.estimate, all?.standardError], [0.5992292870905588, 0.14033576490821095]);
    const [ratio] = await jackknife(warehouse.connection, {...staff, denominator: "hours"});
    near([ratio?.standardError], [0.007070178927913822]);
  });

  it("counts clusters without members of a domain", async () => {
    const rows = await jackknife(warehouse.connection, {...staff, by: ["region"]});
    expect(rows.map(({group}) => group)).toEqual([{region: "NE"}, {region: "NW"}]);
    near(
      rows.map((row) => row.standardError),
      [0.24566257203816919, 0.17818951670913435]
    );
  });
});

describe("rakedJackknife(connection, options)", () => {
  // Computed in Python by raking the rows anew without each cluster.
  it("equals raking anew without each cluster", async () => {
    const [all] = await rakedJackknife(warehouse.connection, {...staff, margins});
    near([all?.estimate, all?.standardError], [0.6004043978808231, 0.16150208195175614]);
    expect(all?.replicates).toBe(10);
    const [north] = await rakedJackknife(warehouse.connection, {...staff, margins, by: ["region"]});
    near([north?.estimate, north?.standardError], [0.5132661298232848, 0.241324607037638]);
  });

  it.each([undefined, 1.9, 1.6])(
    "equals the pipeline's own raking done anew without each cluster, trimmed at %s",
    async (trim) => {
      const raked = {into: "raked", weight: "weight", margins, trim};
      const share = "sum(raked_weight * offered) / sum(raked_weight) filter (offered is not null) as share";
      const report = await rake(warehouse.connection, {...raked, table: STAFF_SAMPLE});
      const [full] = await query(warehouse.connection, `select ${share} from raked`);
      if (trim) expect(report.trimmed).toBeGreaterThan(0);
      let variance = 0;
      for (const [stratum, clusters] of [
        ["a", [1, 2, 3, 4]],
        ["b", [5, 6, 7]],
        ["c", [8, 9, 10]]
      ] as const) {
        const size = clusters.length;
        for (const cluster of clusters) {
          const table = `(select * replace (if(stratum = '${stratum}', weight * ${size} / ${size - 1}, weight) as weight)
          from ${STAFF_SAMPLE} where cluster <> ${cluster})`;
          await rake(warehouse.connection, {...raked, table});
          const [row] = await query(warehouse.connection, `select ${share} from raked`);
          variance += ((size - 1) / size) * (Number(row?.share) - Number(full?.share)) ** 2;
        }
      }
      const [all] = await rakedJackknife(warehouse.connection, {...staff, margins, trim});
      near([all?.estimate, all?.standardError], [Number(full?.share), Math.sqrt(variance)]);
      expect(all?.replicates).toBe(10);
    }
  );

  it("gives many domains at once what each gives alone", async () => {
    const table = `(select sample.*, unnest([null, region]) as part from ${STAFF_SAMPLE} as sample)`;
    const options = {...staff, margins, trim: 1.6};
    const rows = await rakedJackknife(warehouse.connection, {...options, table, by: ["part"]});
    const alone = [
      ...(await rakedJackknife(warehouse.connection, {...options, by: ["region"]})),
      ...(await rakedJackknife(warehouse.connection, options))
    ];
    expect(rows.map(({group}) => group.part)).toEqual(["NE", "NW", null]);
    near(
      rows.map((row) => row.standardError),
      alone.map((row) => Number(row.standardError))
    );
  });

  it("scales margins as the raking does, and counts samples whose trimming did not settle", async () => {
    const half = {columns: ["band"], totals: totals("band", {long: 100, short: 125})};
    const [agreed] = await rakedJackknife(warehouse.connection, {...staff, margins});
    const [scaled] = await rakedJackknife(warehouse.connection, {
      ...staff,
      margins: [...margins.slice(0, 1), half]
    });
    near([scaled?.standardError], [Number(agreed?.standardError)]);
    expect(agreed?.untrimmed).toBe(0);
    const [tight] = await rakedJackknife(warehouse.connection, {...staff, margins, trim: 1.01, rounds: 3});
    expect(tight?.untrimmed).toBe(11);
  });

  it("stops where a margin has respondents in one cluster only", async () => {
    const table = `(select *, case when cluster = 4 then 'yes' else 'no' end as fourth from ${STAFF_SAMPLE})`;
    const margin = {columns: ["fourth"], totals: totals("fourth", {yes: 30, no: 200})};
    await expect(rakedJackknife(warehouse.connection, {...staff, table, margins: [margin]})).rejects.toThrow(
      "invalid margins: without cluster 4 the weights cannot be raked to them"
    );
  });
});

function totals(column: string, sizes: Record<string, number>): {group: Record<string, string>; total: number}[] {
  return Object.entries(sizes).map(([category, total]) => ({group: {[column]: category}, total}));
}

function near(actual: readonly (number | null | undefined)[], expected: readonly number[]): void {
  expected.forEach((value, i) => {
    expect(Math.abs(Number(actual[i]) - value) / Math.abs(value)).toBeLessThan(1e-8);
  });
}
