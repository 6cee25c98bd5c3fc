import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {passLinkage} from "../../pipeline/gate/linkage.js";
import {type Shown, writeProtected} from "../../pipeline/gate/protected.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {LINKAGE, makeTable} from "./marts.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run(`create schema marts; create schema published;
create table published.provenance as select 'linkage_quality' as mart, 'linkage_quality-1' as provenance_id`);
  await protect({});
});
afterEach(() => warehouse.close());

/** What the joint protection gave of the cells that stand among the figures as well. */
async function protect(shown: Readonly<Record<string, Shown>>): Promise<void> {
  await writeProtected(warehouse.connection, {places: [], shown: new Map(Object.entries(shown))});
}

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

  it("gives the number of the way that is used as the figures give it, and that of another way rounded by itself", async () => {
    await protect({
      "learners|academic 2003-04|ENG": {rounded: 5680, isHidden: false},
      "staff|census 2004-01|ENG": {rounded: 416_370, isHidden: false}
    });
    expect(await pass({})).toMatchObject({numerator: 5680, denominator: 416_370, value: 13.6});
    expect(await pass({is_chosen: false})).toMatchObject({numerator: 5690, denominator: 416_370});
  });

  it("rounds staff whom the figures show as a published census counted them", async () => {
    await protect({"staff|census 2004-01|ENG": {rounded: 416_364, isHidden: false}});
    expect(await pass({})).toMatchObject({denominator: 416_360});
  });

  it("keeps what is hidden among the figures", async () => {
    await protect({"learners|academic 2003-04|ENG": {rounded: 5690, isHidden: true}});
    expect(await pass({})).toMatchObject({numerator: null, value: null, symbol: "c", senders_returned: null});
    expect(await pass({is_chosen: false})).toMatchObject({numerator: 5690, symbol: null});
  });
});
