import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {COMPARISON_COLUMNS} from "../../pipeline/contracts/comparison.js";
import {comparisons} from "../../pipeline/contracts/published/comparisons.js";
import {passComparisons} from "../../pipeline/gate/comparisons.js";
import {inspectTable} from "../../pipeline/gate/inspect.js";
import {passProvenance} from "../../pipeline/gate/provenance.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {writeTable} from "../../pipeline/warehouseTable.js";
import {COMPARISON, MODELS, makeMarts} from "./marts.js";

let warehouse: Warehouse;

beforeEach(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run("create schema published");
});

afterEach(() => warehouse.close());

async function pass(...rows: Row[]): Promise<Row[]> {
  const given = rows.map((row, index) => ({...COMPARISON, area_code: `A${index}`, ...row}));
  await makeMarts(warehouse.connection, {});
  const columns = {...COMPARISON_COLUMNS, is_different: "varchar"};
  await writeTable(warehouse.connection, {table: "marts.comparisons", columns, rows: given});
  const model = {name: "marts.comparisons", file: "pipeline/marts/comparisons.ts", reads: [], sha256: "cd".repeat(32)};
  await passProvenance(warehouse.connection, [...MODELS, model]);
  await passComparisons(warehouse.connection);
  await inspectTable(warehouse.connection, comparisons);
  return query(warehouse.connection, "select * from published.comparisons order by area_code");
}

const FUNNEL: Row = {
  family_id: "learners_by_local_lsc",
  indicator_id: "UPT-03",
  unit: null,
  difference: null,
  lower: null,
  upper: null,
  ratio: null,
  ratio_lower: null,
  ratio_upper: null,
  interval_level: null,
  funnel_position: "outside_95",
  numerator: 123,
  base: 6565,
  effective_base: null,
  is_different: "no"
};

const HIDDEN = {
  difference: null,
  lower: null,
  upper: null,
  ratio: null,
  ratio_lower: null,
  ratio_upper: null,
  interval_level: null
};

describe("passComparisons(connection)", () => {
  it("gives whole percentage points, ratios to one decimal, and no p-value", async () => {
    const [row] = await pass({});
    expect(row).toMatchObject({
      difference: -4,
      lower: -9,
      upper: 0,
      ratio: 0.9,
      ratio_lower: 0.8,
      ratio_upper: 1,
      is_different: "yes",
      effective_base_band: "200 to 499",
      population_share: 0.91,
      reliability: "reliable",
      symbol: null
    });
    expect(Object.is(row?.upper, 0)).toBe(true); // not a negative one
    expect(row).not.toHaveProperty("p_value");
    expect(row).not.toHaveProperty("numerator");
  });

  it("keeps what rests on too few answers of either side, and says that nobody can say", async () => {
    const [base, effective] = await pass({base: 29}, {effective_base: 29.9});
    for (const row of [base, effective]) {
      expect(row).toMatchObject({...HIDDEN, symbol: "u", is_different: "cannot say", reliability: "unreliable"});
    }
  });

  it("keeps what too few have sent returns for", async () => {
    const [thin, none, provisional] = await pass({senders_returned: 4}, {senders_returned: 0}, {senders_returned: 7});
    expect(thin).toMatchObject({
      ...HIDDEN,
      effective_base_band: null,
      symbol_reason: "not_enough_data",
      is_different: "cannot say"
    });
    expect(none).toMatchObject({...HIDDEN, symbol_reason: "not_returned"});
    expect(provisional).toMatchObject({difference: -4, reliability: "provisional"});
  });

  it("gives a funnel's position without a number, and none for a count too small to show", async () => {
    const [placed, low, none] = await pass(FUNNEL, {...FUNNEL, numerator: 3}, {...FUNNEL, numerator: 0});
    expect(placed).toMatchObject({...HIDDEN, funnel_position: "outside_95", is_different: "no", symbol: null});
    expect(low).toMatchObject({
      funnel_position: null,
      symbol: "low",
      is_different: "cannot say",
      effective_base_band: null,
      senders_returned: null
    });
    expect(none).toMatchObject({funnel_position: "outside_95"});
  });

  it("shows what it could be at worst where there is no figure, but not on a small base or with few senders", async () => {
    const worst = {
      difference: null,
      ratio: null,
      interval_level: null,
      symbol_reason: "not_enough_data",
      is_different: "cannot say"
    };
    const [shown, small, thin] = await pass(worst, {...worst, base: 20}, {...worst, senders_returned: 4});
    expect(shown).toMatchObject({
      difference: null,
      lower: -9,
      upper: 0,
      ratio_lower: 0.8,
      interval_level: null,
      symbol: "x",
      effective_base_band: "200 to 499"
    });
    expect(small).toMatchObject({...HIDDEN, symbol: "u"});
    expect(thin).toMatchObject({...HIDDEN, symbol: "x"});
  });

  it("publishes the families with them", async () => {
    await pass({});
    expect(await query(warehouse.connection, "select family_id, title from published.comparison_families")).toEqual([
      {family_id: "offers_by_region", title: "Offered training, regions"}
    ]);
  });
});
