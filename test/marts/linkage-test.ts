import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("marts.linkage_quality", () => {
  it("counts persons and learners under each way of telling persons apart", async () => {
    await world.insert("reference.aims", [
      {aim_reference: "AIM00001", programme_id: "Q08", nqf_level: "2", role_id: "R01", is_in_scope: "yes"}
    ]);
    const aim = {A09: "AIM00001", A10: "20", A34: "1", A27: "2003-09-10", A28: "2004-05-31", workplace_lea_code: "101"};
    await world.receive({collection: "enrolment", period: "2003-04", sender_id: "900001"}, [
      {...aim, person_key: "ann"},
      {...aim, person_key: "bob", A27: "2003-06-20"}
    ]);
    await world.receive({collection: "enrolment", period: "2003-04", sender_id: "900002"}, [
      {...aim, person_key: "ann"},
      {...aim, person_key: "cat"}
    ]);
    const staff = {census_date: "2004-01", category: "all", phase: "all", characteristic: "all"};
    await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
      {...staff, area_level: "national", area_code: "ENG", headcount: 1000, figure_origin: "synthetic"}
    ]);
    const way = {records: 4, learners: 4, is_chosen: false};
    await world.insert("raw.linkage", [
      {...way, method: "none", threshold: null, pairs: 0, persons: 4},
      {...way, method: "probabilistic", threshold: 0.5, pairs: 2, persons: 2, estimated_precision: 0.9},
      {...way, method: "probabilistic", threshold: 0.9, pairs: 1, persons: 3, is_chosen: true, estimated_recall: 0.8}
    ]);
    await world.insert("raw.linkage_people", [
      {method: "none", threshold: null, collection: "enrolment", file_id: 2, record_number: 1, person_key: "other ann"},
      {
        method: "probabilistic",
        threshold: 0.5,
        collection: "enrolment",
        file_id: 2,
        record_number: 2,
        person_key: "ann"
      }
    ]);
    await world.build(["marts.linkage_quality"]);
    expect(
      await world.query(
        `select linkage_method, threshold, is_chosen, persons_count, learners_count, uptake_rate, origin
from marts.linkage_quality`
      )
    ).toEqual([
      expectedWay("none", null, {is_chosen: false, persons_count: 4, learners_count: 3}),
      expectedWay("probabilistic", 0.5, {is_chosen: false, persons_count: 2, learners_count: 1}),
      expectedWay("probabilistic", 0.9, {is_chosen: true, persons_count: 3, learners_count: 2})
    ]);
  });

  it("has its rows, without a rate, where nothing was received", async () => {
    await world.insert("raw.linkage", [{method: "none", threshold: null, is_chosen: false, learners: 0, persons: 0}]);
    await world.build(["marts.linkage_quality"]);
    expect(await world.query("select persons_count, uptake_rate, origin from marts.linkage_quality")).toEqual([
      {persons_count: 0, uptake_rate: null, origin: "real"}
    ]);
  });
});

function expectedWay(
  linkage_method: string,
  threshold: number | null,
  counts: {is_chosen: boolean; persons_count: number; learners_count: number}
) {
  return {linkage_method, threshold, ...counts, uptake_rate: counts.learners_count, origin: "synthetic"};
}
