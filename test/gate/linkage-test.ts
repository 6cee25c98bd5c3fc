import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {passLinkage} from "../../pipeline/gate/linkage.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {LINKAGE, makeTable} from "./marts.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run(`create schema marts; create schema published;
create table published.provenance as select 'linkage_quality' as mart, 'linkage_quality-1' as provenance_id`);
});
afterEach(() => warehouse.close());

async function pass(given: Row): Promise<Row | undefined> {
  await makeTable(warehouse.connection, {name: "marts.linkage_quality", rows: [{...LINKAGE, ...given}]});
  await passLinkage(warehouse.connection);
  const [row] = await query(warehouse.connection, "select * from published.linkage");
  return row;
}

describe("passLinkage(connection)", () => {
  it("rounds persons, and computes the rate from rounded parts", async () => {
    expect(await pass({})).toMatchObject({
      persons_count: 7180,
      numerator: 5690,
      denominator: 416_360,
      value: 13.7,
      precision_percent: 100,
      recall_percent: 98.6,
      symbol: null
    });
  });

  it("says low, too few senders or not collected where there is no rate", async () => {
    expect(await pass({learners_count: 4})).toMatchObject({value: null, symbol: "low", senders_returned: null});
    expect(await pass({senders_returned: 4})).toMatchObject({value: null, symbol_reason: "not_enough_data"});
    expect(await pass({persons_count: 0, learners_count: 0})).toMatchObject({
      persons_count: null,
      symbol_reason: "not_collected"
    });
  });
});
