import {readFile} from "node:fs/promises";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {COMPARISON, makeTable} from "../gate/marts.js";
import {createWorld} from "./world.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run("create schema marts");
});

afterAll(() => warehouse.close());

const GROUP: Row = {
  ...COMPARISON,
  indicator_id: "UPT-02",
  area_level: "national",
  area_code: "ENG",
  dimension_1: "sex",
  category_1: "Male",
  is_adjusted: false
};

async function gaps(...rows: Row[]): Promise<Row[]> {
  await makeTable(warehouse.connection, {
    name: "marts.group_comparisons",
    rows: rows.map((row) => ({...GROUP, ...row}))
  });
  return query(warehouse.connection, await readFile("pipeline/marts/equality_gaps.sql", "utf8"));
}

describe("marts.equality_gaps", () => {
  it("gives ratio and difference of the crude gap, and the ratio of the adjusted one", async () => {
    const adjusted = {is_adjusted: true, difference: null, lower: null, upper: null, ratio: 0.95};
    const rows = await gaps({}, adjusted, {indicator_id: "OFF-01"});
    expect(rows).toMatchObject([
      {indicator_id: "EQU-02", unit: "percentage points", value: -4.44, lower: -8.81, upper: -0.06, base: 533},
      {indicator_id: "EQU-02", unit: "ratio", value: 0.912, lower: 0.834, interval_level: 0.95, symbol_reason: null},
      {indicator_id: "EQU-03", unit: "ratio", value: 0.95}
    ]);
  });

  it("has a symbol where there is no figure, without the worst cases, and where the base is small", async () => {
    const unknown = {difference: null, ratio: null, interval_level: null, symbol_reason: "not_enough_data"};
    expect(await gaps(unknown, {category_1: "Other", effective_base: 29})).toMatchObject([
      {category_1: "Male", value: null, lower: null, upper: null, symbol_reason: "not_enough_data"},
      {category_1: "Male", value: null, lower: null, upper: null, symbol_reason: "not_enough_data"},
      {category_1: "Other", symbol_reason: "unreliable"},
      {category_1: "Other", symbol_reason: "unreliable"}
    ]);
  });
});

describe("marts.not_comparable", () => {
  it("says so once for each indicator where nothing has been received", async () => {
    const world = await createWorld();
    await world.build(["marts.not_comparable", "marts.comparisons"]);
    const rows = await world.query("select indicator_id, area_code, value, symbol_reason from marts.not_comparable");
    expect(rows).toEqual(
      ["EQU-02", "EQU-03", "REG-01", "REG-02", "REG-03", "REG-04"].map((indicator_id) => ({
        indicator_id,
        area_code: "ENG",
        value: null,
        symbol_reason: "not_enough_data"
      }))
    );
    world.close();
  });
});
