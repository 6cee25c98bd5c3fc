import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("marts.funding_reconciliation", () => {
  it("gives what the lines leave of the total as a range, and never as a number", async () => {
    const line = {period: "2004-05", period_type: "financial", place: "S0:L204", source: "the plan"};
    await world.insert("reference.funding_lines", [
      {...line, line_id: "B01", line_name: "Total", qualifier: "about", amount_gbp: 100, is_in_total: "total"},
      {
        ...line,
        line_id: "B02",
        line_name: "Grant 1",
        qualifier: "exactly",
        amount_gbp: 51,
        is_in_total: "yes",
        is_restricted_to_training: "yes"
      },
      {
        ...line,
        line_id: "B03",
        line_name: "Grant 25",
        qualifier: "exactly",
        amount_gbp: 38,
        is_in_total: "yes",
        is_restricted_to_training: "no"
      }
    ]);
    await world.build();
    expect(await world.query("select period, value, lower, upper, bound from marts.funding_reconciliation")).toEqual([
      {period: "2004-05", value: null, lower: 11, upper: 49, bound: "range"}
    ]);
  });

  it("has no row where the plan gives no total", async () => {
    await world.build();
    expect(await world.query("select * from marts.funding_reconciliation")).toEqual([]);
  });
});
