import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {estimateRatio, estimateTotal} from "../../pipeline/methods/survey.js";
import {openWarehouse, type Warehouse} from "../../pipeline/warehouse.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
  // Stata's data set fpc, also R survey's (data(fpc)): two strata of 15 and 12 clusters, 5 and 3 of them drawn.
  await warehouse.connection.run(`create table fpc as select * from (values
    (1, 1, 3, 15, 2.8), (1, 2, 3, 15, 4.1), (1, 3, 3, 15, 6.8), (1, 4, 3, 15, 6.8), (1, 5, 3, 15, 9.2),
    (2, 1, 4, 12, 3.7), (2, 2, 4, 12, 6.6), (2, 3, 4, 12, 4.2)) as rows(stratid, psuid, weight, clusters, x)`);
  // Lehtonen and Pahkinen, table 3.3: an optimally allocated stratified sample from the Province'91 population.
  await warehouse.connection.run(`create table province as select * from (values
    (1, 1, 1.75, 4123, 33786, 7), (1, 2, 1.75, 666, 6016, 7), (1, 4, 1.75, 760, 5919, 7), (1, 6, 1.75, 457, 3022, 7),
    (2, 21, 6.25, 61, 573, 25), (2, 25, 6.25, 262, 1737, 25), (2, 26, 6.25, 331, 2543, 25), (2, 27, 6.25, 98, 545, 25)
    ) as rows(stratum, clu, weight, unemployed, labour_force, clusters)`);
});

afterAll(() => warehouse.close());

describe("estimateRatio(connection, options)", () => {
  const design = {table: "fpc", weight: "weight", stratum: "stratid", cluster: "psuid"};

  it("gives the mean and standard error of Stata's and R survey's example, with replacement", async () => {
    const [all] = await estimateRatio(warehouse.connection, {...design, numerator: "x"});
    expect(all?.estimate).toBeCloseTo(5.448148, 6);
    expect(all?.standardError).toBeCloseTo(0.7412683, 7);
    expect(all).toMatchObject({group: {}, degreesOfFreedom: 6, base: 8});
  });
});
