import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {estimateRatio, estimateTotal} from "../../pipeline/methods/survey.js";
import {openWarehouse, type Warehouse} from "../../pipeline/warehouse.js";
import {SURVEY_EXAMPLES} from "./surveyExamples.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
  for (const statement of SURVEY_EXAMPLES) await warehouse.connection.run(statement);
});

afterAll(() => warehouse.close());

const fpc = {table: "fpc", weight: "weight", stratum: "stratid", cluster: "psuid"};
const province = {
  table: "province",
  weight: "weight",
  stratum: "stratum",
  cluster: "clu",
  populationSize: "clusters",
  simpleRandom: "without replacement"
} as const;
const staff = {table: "staff", weight: "weight", stratum: "stratum", cluster: "cluster"};

describe("estimateRatio(connection, options)", () => {
  it("gives the mean of R survey's example fpc, with and without the finite-population correction", async () => {
    // R survey 4.5, help(fpc): 5.448148, SE 0.7412683 without and 0.6160407 with the correction.
    const [plain] = await estimateRatio(warehouse.connection, {...fpc, numerator: "x"});
    expect(plain?.estimate).toBeCloseTo(5.448148, 6);
    expect(plain?.standardError).toBeCloseTo(0.7412683, 7);
    expect(plain).toMatchObject({group: {}, degreesOfFreedom: 6, base: 8});
    const [corrected] = await estimateRatio(warehouse.connection, {...fpc, numerator: "x", populationSize: "clusters"});
    expect(corrected?.standardError).toBeCloseTo(0.6160407, 7);
  });

  it("keeps the whole design for a domain", async () => {
    // R survey, vignette "Estimates in subpopulations": 6.195, SE 0.7555, for x > 4.
    const [, domain] = await estimateRatio(warehouse.connection, {
      ...fpc,
      table: "(select *, x > 4 as high from fpc)",
      numerator: "x",
      by: ["high"]
    });
    expect(domain?.estimate).toBeCloseTo(6.195, 3);
    expect(domain?.standardError).toBeCloseTo(0.7555, 4);
    expect(domain?.degreesOfFreedom).toBe(6);
    const [same] = await estimateRatio(warehouse.connection, {...fpc, numerator: "case when x > 4 then x end"});
    expect({...same, group: {}}).toEqual({...domain, group: {}});
  });

  it("gives no variance to a stratum whose only cluster is its population", async () => {
    // R survey, "Analysis of strata with a single PSU": mean 445.18, SE 132.39; total 15077, SE 458.53.
    const design = {...province, table: "town"};
    const [mean] = await estimateRatio(warehouse.connection, {...design, numerator: "unemployed"});
    expect(mean?.estimate).toBeCloseTo(445.18, 2);
    expect(mean?.standardError).toBeCloseTo(132.39, 2);
    const [total] = await estimateTotal(warehouse.connection, {...design, value: "unemployed"});
    expect(total?.estimate).toBeCloseTo(15077, 0);
    expect(total?.standardError).toBeCloseTo(458.53, 2);
  });

  // Computed independently from the formulas in Python (NumPy), means and totals by domain also with samplics 0.6.
  it.each([
    [{}, [0.5992292870905588, 0.13648918283632386, 24, 1.7841661480656998]],
    [{populationSize: "schools"}, [0.5992292870905588, 0.11718246295277775, 24, 1.3151160297546405]],
    [{denominator: "hours"}, [0.028928887028510302, 0.00684968316031833, 24, 2.0773363235774114]]
  ])("agrees with an independent computation for the whole sample, given %j", async (more, expected) => {
    const [row] = await estimateRatio(warehouse.connection, {...staff, numerator: "offered", ...more});
    near([row?.estimate, row?.standardError, row?.base, row?.designEffect], expected);
  });

  it("agrees with an independent computation for each region", async () => {
    const rows = await estimateRatio(warehouse.connection, {...staff, numerator: "offered", by: ["region"]});
    expect(rows.map(({group}) => group)).toEqual([{region: "NE"}, {region: "NW"}]);
    near(numbers(rows[0]), [0.5414746543778802, 0.23160058001731643, 2.1604180929976904]);
    near(numbers(rows[1]), [0.640728476821192, 0.16763663764546446, 1.4649483309131992]);
    const hours = await estimateRatio(warehouse.connection, {...staff, numerator: "hours", by: ["region"]});
    near(numbers(hours[0]), [21.19747899159664, 1.4985406830638581, 0.4067777356363297]);
    near(numbers(hours[1]), [20.700331125827816, 1.8870339734652948, 0.6819082864026208]);
  });

  it.each([
    ["t", 0.27648365527570584, 0.9219749189054117],
    ["logit", 0.28056539117475626, 0.851468883536532],
    ["wilson", 0.34516708621279524, 0.809206302440921]
  ] as const)("gives the %s interval", async (interval, lower, upper) => {
    const [row] = await estimateRatio(warehouse.connection, {...staff, numerator: "offered", interval});
    near([row?.lower, row?.upper], [lower, upper]);
    near([row?.effectiveBase], [24 / 1.7841661480656998]);
  });

  it("reduces to the textbook's proportion for a simple random sample", async () => {
    // Cochran (1977), section 3.2: v(p) = pq / (n - 1), here 0.3 × 0.7 / 9.
    const table = "(select i, i <= 3 as yes from range(1, 11) as numbers(i))";
    const [row] = await estimateRatio(warehouse.connection, {table, numerator: "yes::int"});
    near([row?.estimate, row?.standardError, row?.designEffect], [0.3, Math.sqrt(0.21 / 9), 1]);
    expect(row?.degreesOfFreedom).toBe(9);
  });

  it("counts each cluster as one answer where everybody answers alike", async () => {
    const [row] = await estimateRatio(warehouse.connection, {
      ...staff,
      weight: undefined,
      numerator: "1",
      interval: "wilson"
    });
    expect(row).toMatchObject({estimate: 1, standardError: 0, designEffect: null, upper: 1});
    // Kish's base of ten clusters with 25 members.
    near([row?.effectiveBase], [625 / (2 ** 2 * 6 + 3 ** 2 * 3 + 4 ** 2)]);
    expect(row?.lower).toBeLessThan(0.75);
  });

  it("leaves ratios unchanged when weights are scaled", async () => {
    const [before] = await estimateRatio(warehouse.connection, {...staff, numerator: "offered"});
    for (const factor of ["1e-9", "1e6"]) {
      const table = `(select * replace (weight * ${factor}::double as weight) from staff)`;
      const [after] = await estimateRatio(warehouse.connection, {...staff, table, numerator: "offered"});
      near(numbers(after), numbers(before));
    }
  });

  it("gives the same bits whatever the threads and the order of rows", async () => {
    const make = `create table people as select hash(i) % 20 as stratum, hash(i * 7) % 400 as school,
      1 + (hash(i * 3) % 1000) / 333.3 as weight, sin(i) as answer, hash(i * 11) % 3 as region
      from range(100000) as numbers(i)`;
    const results: string[] = [];
    for (const [threads, order] of [
      [1, "hash(i)"],
      [2, "i"],
      [4, "-i"]
    ] as const) {
      const {connection, close} = await openWarehouse(":memory:", {threads});
      await connection.run(`${make} order by ${order}`);
      const design = {table: "people", weight: "weight", stratum: "stratum", by: ["region"]};
      results.push(
        JSON.stringify([
          await estimateRatio(connection, {...design, cluster: "school", numerator: "answer"}),
          await estimateRatio(connection, {...design, numerator: "answer"})
        ])
      );
      close();
    }
    expect(new Set(results).size).toBe(1);
  });

  it("counts only a domain's clusters and strata on request", async () => {
    const rows = await estimateRatio(warehouse.connection, {
      ...staff,
      numerator: "hours",
      by: ["region"],
      degreesOfFreedom: "domain"
    });
    // NE lies in clusters 1 to 4 of a and 8 of c; NW in 5 to 7 of b and 9, 10 of c.
    expect(rows.map((row) => row.degreesOfFreedom)).toEqual([3, 3]);
  });

  it("keeps a domain without members, and one that is null", async () => {
    const table = "(select *, nullif(region, 'NW') as known from staff)";
    const numerator = "case when region = 'NW' then offered end";
    const rows = await estimateRatio(warehouse.connection, {...staff, table, numerator, by: ["known"]});
    expect(rows[0]).toMatchObject({group: {known: "NE"}, base: 0, estimate: null, standardError: null, lower: null});
    expect(rows[1]).toMatchObject({group: {known: null}, base: 13});
  });

  it("stops at a stratum with one cluster, unless its treatment is declared", async () => {
    const table = "(select * from staff where stratum <> 'b' or cluster = 5)";
    const options = {...staff, table, numerator: "hours"};
    await expect(estimateRatio(warehouse.connection, options)).rejects.toThrow(
      "single cluster (stratum b); merge the stratum, or set singleCluster to certainty, centre or average"
    );
    const [sure] = await estimateRatio(warehouse.connection, {...options, singleCluster: "certainty"});
    const [centred] = await estimateRatio(warehouse.connection, {...options, singleCluster: "centre"});
    const size = 10 + 10.5 + 10 + 10.5 + 10 + 10.5 + 11 + 10 + 10.5 + 11 + 29.5 + 7.25 * 3 + 7.75 * 3 + 8.25 + 8.75;
    const estimate = Number(sure?.estimate);
    const own = (14.5 * (10 - estimate) + 15 * (24 - estimate)) / size;
    near([Number(centred?.standardError) ** 2], [Number(sure?.standardError) ** 2 + own ** 2]);
    expect(sure?.degreesOfFreedom).toBe(5);
  });

  it("treats strata with one cluster as R survey 4.5 does", async () => {
    // Verified against svymean and svyby of R survey 4.5 with survey.lonely.psu = "adjust", as printed in the tests of the
    // package flourish_stats; the mean by hand is 30/7 with variance 5264 / 73.5².
    const table = `(select * from (values (1, 11, 1, 3), (1, 11, 2, 5), (1, 12, 1.5, 4), (2, 21, 1, 10), (2, 21, 0.5, 8),
      (3, 31, 2, 1), (3, 32, 1, 2), (3, 33, 1, 6), (3, 33, 0.5, 4)) as rows(h, c, w, y))`;
    const design = {table, weight: "w", stratum: "h", cluster: "c", numerator: "y", singleCluster: "centre"} as const;
    const [all] = await estimateRatio(warehouse.connection, design);
    near([all?.estimate, all?.standardError], [30 / 7, 0.987121477399568]);
    expect(all).toMatchObject({degreesOfFreedom: 3, base: 9});
    const [part] = await estimateRatio(warehouse.connection, {...design, numerator: "if(c >= 32, y, null)"});
    near([part?.estimate, part?.standardError], [4, 1.385640646055102]);
    const [fewer] = await estimateRatio(warehouse.connection, {
      ...design,
      table: `(select * from ${table} where c <> 11)`
    });
    near([fewer?.estimate, fewer?.standardError], [32 / 7.5, 1.382900869482269]);
    // Certainty leaves the 53² out; average gives the stratum the mean of the other two.
    const [sure] = await estimateRatio(warehouse.connection, {...design, singleCluster: "certainty"});
    near([sure?.standardError], [Math.sqrt(16 + 2439) / 73.5]);
    const [average] = await estimateRatio(warehouse.connection, {...design, singleCluster: "average"});
    near([average?.standardError], [Math.sqrt((16 + 2439) * (3 / 2)) / 73.5]);
    await expect(estimateRatio(warehouse.connection, {...design, singleCluster: "error"})).rejects.toThrow(
      "single cluster (h 2)"
    );
  });

  it("names what is wrong with a design", async () => {
    const attempt = (table: string, more = {}) =>
      estimateRatio(warehouse.connection, {...staff, table: `(${table})`, numerator: "hours", ...more});
    await expect(
      attempt("select * replace (case when hours > 34 then null else weight end as weight) from staff")
    ).rejects.toThrow("missing weight (stratum c)");
    await expect(attempt("select * replace (-weight as weight) from staff")).rejects.toThrow("invalid weight");
    await expect(attempt("select * replace (nullif(cluster, 6) as cluster) from staff")).rejects.toThrow(
      "missing cluster (stratum b)"
    );
    await expect(attempt("select * replace (2 as schools) from staff", {populationSize: "schools"})).rejects.toThrow(
      "is less than the 4 clusters sampled (stratum a)"
    );
    await expect(attempt("select * from staff", {interval: "wilson"})).rejects.toThrow("invalid interval: wilson");
    await expect(attempt("select * from staff", {confidence: 95})).rejects.toThrow("invalid confidence: 95");
  });
});

describe("estimateTotal(connection, options)", () => {
  it("gives the textbook's stratified total with its interval and design effect", async () => {
    // Lehtonen and Pahkinen (2004), table 3.3, as printed by Stata: 15210.5, SE 4279.452, DEFF 0.20649.
    const [row] = await estimateTotal(warehouse.connection, {...province, value: "unemployed"});
    expect(row?.estimate).toBe(15210.5);
    expect(row?.standardError).toBeCloseTo(4279.452, 3);
    expect(row?.lower).toBeCloseTo(4739.059, 3);
    expect(row?.upper).toBeCloseTo(25681.94, 2);
    expect(row?.designEffect).toBeCloseTo(0.20649, 5);
  });

  it("gives R's totals of both domains, with zeros for clusters outside", async () => {
    // R survey: svyby(~x, ~I(x>4), dfpc, svytotal) gives 23.2, SE 17.01764, and 123.9, SE 33.00409.
    const rows = await estimateTotal(warehouse.connection, {
      ...fpc,
      table: "(select *, x > 4 as high from fpc)",
      value: "x",
      by: ["high"]
    });
    expect(rows.map(({estimate}) => estimate?.toFixed(1))).toEqual(["23.2", "123.9"]);
    expect(rows.map(({standardError}) => standardError?.toFixed(5))).toEqual(["17.01764", "33.00409"]);
  });

  it("sums over domains to the total", async () => {
    const [whole] = await estimateTotal(warehouse.connection, {...staff, value: "hours"});
    const rows = await estimateTotal(warehouse.connection, {...staff, value: "hours", by: ["region"]});
    near(numbers(whole), [5648.25, 591.718595139052, 1.8630799268310572]);
    near(numbers(rows[0]), [2522.5, 538.418594899297, 3.708226700006328]);
    near(numbers(rows[1]), [3125.75, 678.7300181220807, 3.8690714450782697]);
    near([rows.reduce((sum, row) => sum + Number(row.estimate), 0)], [5648.25]);
  });
});

interface Numbers {
  estimate: number | null;
  standardError: number | null;
  designEffect: number | null;
}

function numbers(row: Numbers | undefined): (number | null | undefined)[] {
  return [row?.estimate, row?.standardError, row?.designEffect];
}

/** Expects numbers to agree to eleven digits. */
function near(actual: readonly (number | null | undefined)[], expected: readonly (number | null | undefined)[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(Number(actual[i]) - Number(value)) / Math.abs(Number(value))).toBeLessThan(1e-11);
  });
}
