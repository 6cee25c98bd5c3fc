import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.close());

describe("marts.funding_by_area", () => {
  beforeEach(async () => {
    await world.insert("reference.funding_lines", [
      {line_id: "B02", line_name: "Grant 1"},
      {line_id: "B03", line_name: "Grant 25"}
    ]);
    const may = {month: "2004-05", programme_id: "general", line_id: "B03"};
    await world.receive({collection: "funding", period: "2004-05", sender_id: "DFES"}, [
      {...may, holder: "lea", lea_code: "101", allocation_gbp: 1000.5},
      {...may, holder: "lea", lea_code: "103", allocation_gbp: 500},
      {...may, holder: "dfes", lea_code: null, allocation_gbp: 100},
      {...may, holder: "lea", lea_code: "101", allocation_gbp: 9999, month: "2004-07"},
      {...may, holder: "schools", lea_code: "101", line_id: "B02", allocation_gbp: 2000}
    ]);
    await world.receive({collection: "funding", period: "2004-05", sender_id: "101"}, [
      {...may, holder: "lea", lea_code: "101", outturn_gbp: 250}
    ]);
    await world.build();
  });

  it("adds LEAs up to local LSCs, regions and England, where money with no LEA stands too", async () => {
    expect(
      await world.query(`
        select area_code, value, origin from marts.funding_by_area
        where category_1 = 'Grant 25' and unit = 'pounds allocated'
      `)
    ).toEqual([
      {area_code: "101", value: 1000.5, origin: "synthetic"},
      {area_code: "103", value: 500, origin: "synthetic"},
      {area_code: "LLSC01", value: 1000.5, origin: "synthetic"},
      {area_code: "LLSC02", value: 500, origin: "synthetic"},
      {area_code: "ENG", value: 1600.5, origin: "synthetic"},
      {area_code: "NE", value: 1500.5, origin: "synthetic"}
    ]);
  });

  it("leaves an outturn that nobody stated unknown, and not nothing", async () => {
    expect(
      await world.query(`
        select category_1, unit, value, senders_returned, senders_expected from marts.funding_by_area
        where area_code = 'LLSC01' and unit <> 'pounds allocated'
      `)
    ).toEqual([
      {category_1: "Grant 1", unit: "pounds spent", value: null, senders_returned: 1, senders_expected: 2},
      {category_1: "Grant 25", unit: "per cent", value: (100 * 250) / 1000.5, senders_returned: 1, senders_expected: 2},
      {category_1: "Grant 25", unit: "pounds spent", value: 250, senders_returned: 1, senders_expected: 2}
    ]);
  });
});

describe("marts.plan_statements", () => {
  it("keeps 'fewer than half' a bound without a value", async () => {
    await world.insert("reference.facts", [{fact_id: "F004", qualifier: "fewer than", value: "50"}]);
    await world.build();
    expect(
      await world.query("select indicator_id, category_1, value, upper, bound, origin from marts.plan_statements")
    ).toEqual([
      {
        indicator_id: "OFF-01",
        category_1: "Other than teaching assistants",
        value: null,
        upper: 50,
        bound: "upper",
        origin: "real"
      }
    ]);
  });
});
