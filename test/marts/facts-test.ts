import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.close());

describe("marts.areas", () => {
  it("has the areas as the reference table nests them, with their tiles", async () => {
    await world.insert("reference.lsc_tiles", [{llsc_code: "LLSC01", short_name: "Tyn", tile_column: 5, tile_row: 1}]);
    await world.build();
    expect(
      await world.query("select area_code, parent_code, short_name, tile_column, tile_row from marts.areas")
    ).toEqual([
      {area_code: "101", parent_code: "LLSC01", short_name: null, tile_column: null, tile_row: null},
      {area_code: "ENG", parent_code: null, short_name: null, tile_column: null, tile_row: null},
      {area_code: "LLSC01", parent_code: "NE", short_name: "Tyn", tile_column: 5, tile_row: 1},
      {area_code: "NE", parent_code: "ENG", short_name: null, tile_column: null, tile_row: null}
    ]);
  });
});

describe("marts.notices", () => {
  it("has a row for each page of a notice, as the operator wrote it", async () => {
    const notice = {
      notice_id: "N01",
      notice_date: "2004-08-02",
      corrects_release: "2004-06",
      text: "The base was that of May.",
      source: "the team"
    };
    await world.insert("reference.notices", [
      {...notice, page: "uptake"},
      {...notice, page: "areas/NE"}
    ]);
    await world.build(["marts.notices"]);
    expect(await world.query("select * from marts.notices")).toEqual([
      {...notice, page: "areas/NE"},
      {...notice, page: "uptake"}
    ]);
  });
});

describe("marts.lea_areas", () => {
  it("places each LEA in itself, its local LSC, its region and England, and marks the map without a source", async () => {
    await world.build();
    expect(
      await world.query("select area_level, area_code, map_origin from marts.lea_areas where lea_code = '103'")
    ).toEqual([
      {area_level: "lea", area_code: "103", map_origin: "real"},
      {area_level: "local_lsc", area_code: "LLSC02", map_origin: "estimated"},
      {area_level: "national", area_code: "ENG", map_origin: "real"},
      {area_level: "region", area_code: "NE", map_origin: "real"}
    ]);
  });
});

describe("marts.roles", () => {
  it("joins a role's routes, and calls it inferred where one of them is", async () => {
    await world.build();
    expect(await world.query("select role_id, route_ids, basis from marts.roles")).toEqual([
      {role_id: "R01", route_ids: "BG;TL", basis: "inferred"},
      {role_id: "R05", route_ids: "TL", basis: "stated"},
      {role_id: "R31", route_ids: "AO", basis: "stated"},
      {role_id: "R99", route_ids: null, basis: "inferred"}
    ]);
  });
});

describe("marts.milestones", () => {
  it("is met only where a source says so and the date has passed", async () => {
    await world.insert("reference.milestones", [
      {milestone_id: "M1", title: "Known", due_date: "2003-10-31", known_met: "yes", met_source: "S0:L86"},
      {milestone_id: "M2", title: "Passed", due_date: "2004-06-30", known_met: "unknown"},
      {milestone_id: "M3", title: "Ahead", due_date: "2004-07-31", known_met: "unknown"},
      {milestone_id: "M4", title: "No date", due_date: null, known_met: "unknown"}
    ]);
    await world.build();
    expect(await world.query("select milestone_id, status, as_at_date from marts.milestones")).toEqual([
      {milestone_id: "M1", status: "met", as_at_date: "2004-06-30"},
      {milestone_id: "M2", status: "due, not known", as_at_date: "2004-06-30"},
      {milestone_id: "M3", status: "not yet due", as_at_date: "2004-06-30"},
      {milestone_id: "M4", status: "no date set", as_at_date: "2004-06-30"}
    ]);
  });
});

describe("marts.funding_lines", () => {
  it("keeps unknown amounts unknown and shows the residual as a range that balances nothing", async () => {
    const line = {period: "2004-05", period_type: "financial"};
    await world.insert("reference.funding_lines", [
      {...line, line_id: "B01", line_name: "Total", amount_gbp: 100_000_000, qualifier: "about", is_in_total: "total"},
      {
        ...line,
        line_id: "B02",
        line_name: "Grant 1",
        amount_gbp: 51_000_000,
        qualifier: "exactly",
        is_in_total: "yes",
        is_restricted_to_training: "yes"
      },
      {
        ...line,
        line_id: "B03",
        line_name: "Grant 25",
        amount_gbp: 38_000_000,
        qualifier: "exactly",
        is_in_total: "yes",
        is_restricted_to_training: "no"
      },
      {...line, line_id: "B04", line_name: "HLTA", qualifier: "unknown", is_in_total: "yes"},
      {...line, line_id: "B06", line_name: "Exams", amount_gbp: 20_000_000, qualifier: "over", is_in_total: "part"}
    ]);
    await world.build();
    expect(await world.query("select line_id, amount_gbp, lower_gbp, upper_gbp from marts.funding_lines")).toEqual([
      {line_id: "B01", amount_gbp: 100_000_000, lower_gbp: null, upper_gbp: null},
      {line_id: "B02", amount_gbp: 51_000_000, lower_gbp: 51_000_000, upper_gbp: 51_000_000},
      {line_id: "B03", amount_gbp: 38_000_000, lower_gbp: 38_000_000, upper_gbp: 38_000_000},
      {line_id: "B04", amount_gbp: null, lower_gbp: null, upper_gbp: null},
      {line_id: "B06", amount_gbp: 20_000_000, lower_gbp: 20_000_000, upper_gbp: null},
      {line_id: "residual", amount_gbp: null, lower_gbp: 11_000_000, upper_gbp: 49_000_000}
    ]);
  });
});

describe("marts.funding_lines, of HLTA", () => {
  it("gives the line without an amount the most that its places cost at the published price, and no amount", async () => {
    await world.insert("reference.funding_lines", [
      {line_id: "B04", line_name: "TTA budget for HLTA", qualifier: "unknown", holder: "TTA", is_in_total: "yes"},
      {line_id: "B05", line_name: "Bursars", qualifier: "unknown", holder: "NCSL", is_in_total: "yes"}
    ]);
    await world.insert("reference.targets", [
      {target_id: "T04", counts_rule: "hlta_places_taken", target_unit: "places", target_value: 7000},
      {target_id: "T05", counts_rule: "hlta_places_taken", target_unit: "places a year", target_value: 20_000}
    ]);
    await world.insert("reference.funding_external", [
      {external_id: "X06", amount_gbp: 2150, unit: "pounds a place"},
      {external_id: "X01", amount_gbp: 268_000_000, unit: "pounds"}
    ]);
    await world.build();
    expect(await world.query("select line_id, amount_gbp, lower_gbp, upper_gbp from marts.funding_lines")).toEqual([
      {line_id: "B04", amount_gbp: null, lower_gbp: null, upper_gbp: 15_050_000},
      {line_id: "B05", amount_gbp: null, lower_gbp: null, upper_gbp: null}
    ]);
  });
});

describe("marts.definitions", () => {
  it("says what is published, what waits and what nobody collects", async () => {
    await world.insert("reference.expected_senders", [
      {collection: "workforce", period: "2004-01", sender_id: "DFES", area_code: "ENG", due_date: "2004-04-30"}
    ]);
    await world.build();
    expect(
      await world.query(
        "select indicator_id, availability, collections from marts.definitions where indicator_id in ('OFF-01', 'OUT-06', 'QUA-02')"
      )
    ).toEqual([
      {indicator_id: "OFF-01", availability: "not yet computed", collections: "all"},
      {indicator_id: "OUT-06", availability: "not collected", collections: "all"},
      {indicator_id: "QUA-02", availability: "published", collections: "all"}
    ]);
  });
});
