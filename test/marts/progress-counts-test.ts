import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {countedWorld} from "./counted.js";
import type {World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await countedWorld();
});

afterEach(() => world.close());

describe("marts.progress", () => {
  const target = {priority_id: "iv", qualifier: "around", target_unit: "places", counts: "What counts", place: "S0:L1"};
  const places = {...target, counts_rule: "hlta_places_taken", programme_ids: "Q09;Q10", target_value: 7000};

  it("counts within the window only, and takes what lies before it as baseline", async () => {
    await world.insert("reference.targets", [
      {...places, target_id: "T1", window_start_date: "2004-04-01", window_end_date: "2005-03-31"},
      {...places, target_id: "T2", window_start_date: "2006-04-01", window_end_date: "2007-03-31"},
      {...places, target_id: "T3", window_start_date: "2004-04-01", window_end_date: "2005-03-31", target_value: 40},
      {
        ...places,
        target_id: "T4",
        window_start_date: "2004-04-01",
        window_end_date: "2005-03-31",
        programme_ids: "Q40"
      },
      {...target, target_id: "T5", counts_rule: "none", qualifier: "no number"}
    ]);
    await world.build();
    expect(
      await world.query(
        "select target_id, status, actual_count, baseline_count, symbol, symbol_reason, origin from marts.progress"
      )
    ).toEqual([
      {
        target_id: "T1",
        status: "cannot say",
        actual_count: 45,
        baseline_count: 0,
        symbol: null,
        symbol_reason: null,
        origin: "synthetic"
      },
      {
        target_id: "T2",
        status: "not yet due",
        actual_count: null,
        baseline_count: 45,
        symbol: "x",
        symbol_reason: "not_yet_due",
        origin: "synthetic"
      },
      {
        target_id: "T3",
        status: "met",
        actual_count: 45,
        baseline_count: 0,
        symbol: null,
        symbol_reason: null,
        origin: "synthetic"
      },
      {
        target_id: "T4",
        status: "cannot say",
        actual_count: null,
        baseline_count: null,
        symbol: "x",
        symbol_reason: "not_returned",
        origin: "real"
      },
      {
        target_id: "T5",
        status: "no number set",
        actual_count: null,
        baseline_count: null,
        symbol: "z",
        symbol_reason: "no_number_set",
        origin: "real"
      }
    ]);
  });

  it("counts LSC learners towards Level 2 once each, on either side of the window", async () => {
    const learners = {...target, counts_rule: "enrolment_level_2_learners", programme_ids: "Q08", target_value: 10_000};
    await world.insert("reference.targets", [
      {...learners, target_id: "T1", window_start_date: "2004-08-01", window_end_date: "2005-07-31"},
      {...learners, target_id: "T2", window_start_date: "2003-08-01", window_end_date: "2004-07-31"}
    ]);
    await world.build();
    expect(
      await world.query(
        "select status, actual_count, baseline_count, senders_returned, senders_expected from marts.progress"
      )
    ).toEqual([
      {status: "not yet due", actual_count: null, baseline_count: 3, senders_returned: null, senders_expected: null},
      {status: "off course", actual_count: 3, baseline_count: 0, senders_returned: 2, senders_expected: 3}
    ]);
  });
});
