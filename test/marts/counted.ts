import {createWorld, type World} from "./world.js";

/** Returns a world of enrolments at two colleges, a census of staff and the cohorts of one programme. */
export async function countedWorld(): Promise<World> {
  const world = await createWorld();
  await world.insert("reference.aims", [
    {aim_reference: "AIM00001", programme_id: "Q08", nqf_level: "2", role_id: "R01", is_in_scope: "yes"},
    {aim_reference: "AIM00002", programme_id: "Q03", nqf_level: "3", role_id: "R31", is_in_scope: "yes"},
    {aim_reference: "AIM00009", programme_id: "Q08", nqf_level: "2", role_id: null, is_in_scope: "no"}
  ]);
  await world.receive({collection: "provider", period: "2003-04", sender_id: "LSC"}, [
    {provider_id: "900001", provider_name: "Tyne College", lea_code: "101"},
    {provider_id: "900002", provider_name: "Tees College", lea_code: "103"},
    {provider_id: "900003", provider_name: "Nobody's College", lea_code: "104"}
  ]);
  const aim = {A09: "AIM00001", A10: "20", A34: "1", A27: "2003-09-10", A28: "2004-05-31", workplace_lea_code: "101"};
  await world.receive({collection: "enrolment", period: "2003-04", sender_id: "900001"}, [
    {...aim, person_key: "ann"},
    {...aim, person_key: "ann", A09: "AIM00002", A27: "2004-01-12", A28: "2004-12-31"},
    {...aim, person_key: "bob", A34: "2", A31: "2004-05-20", workplace_lea_code: null, home_lea_code: "104"},
    {...aim, person_key: "cat", A34: "4"},
    {...aim, person_key: "dan", A09: "AIM00009"},
    {...aim, person_key: "eve", A27: "2003-06-20", A10: "99"},
    {...aim, person_key: "fay", A27: "2004-07-05"}
  ]);
  await world.receive({collection: "enrolment", period: "2003-04", sender_id: "900002"}, [
    {...aim, person_key: "ann", workplace_lea_code: "103"},
    {...aim, person_key: "gus", workplace_lea_code: null}
  ]);
  const staff = {census_date: "2004-01", category: "all", phase: "all", characteristic: "all", headcount: 100};
  await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
    {...staff, area_level: "national", area_code: "ENG", headcount: 1000, figure_origin: "synthetic"},
    {...staff, area_level: "region", area_code: "NE", headcount: 500, figure_origin: "synthetic"},
    {...staff, area_level: "region", area_code: "SW", headcount: 500, figure_origin: "synthetic"},
    {...staff, area_level: "local_lsc", area_code: "LLSC02", headcount: 0, figure_origin: "synthetic"}
  ]);
  const cohort = {programme_id: "Q09", route_or_level: "assessment_only", cohort: "A", provider_id: "900001"};
  const may = {...cohort, lea_code: "101", month: "2004-05", cohort_planned_end_date: "2004-06-30"};
  await world.receive({collection: "programme", period: "2004-05", sender_id: "TTA"}, [
    {...may, places_funded: 20, places_offered: 20, places_taken: 15, starts: 14, completions: 0},
    {...may, lea_code: null, places_funded: 20, places_taken: 30, starts: 30}
  ]);
  await world.receive({collection: "programme", period: "2004-06", sender_id: "TTA"}, [
    {...may, month: "2004-06", starts: 0, completions: 12, assessed: 12, passed: 9}
  ]);
  return world;
}
