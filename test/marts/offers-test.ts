import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;

/** Stratum A: 4 schools, 2 drawn (1 in 2), 1 answers. Stratum B, in another region: 1 school drawn for sure, answers. */
beforeEach(async () => {
  world = await createWorld();
  await world.insert(
    "reference.expected_senders",
    ["LLSC01", "LLSC02", "LLSC03"].map((llsc) => ({
      collection: "staff_questionnaire",
      period: "2003-04",
      sender_id: llsc,
      area_code: llsc
    }))
  );
  const tyne = {lea_code: "101", llsc_code: "LLSC01", region_code: "NE", phase: "primary", stratum: "LLSC01-P-S"};
  await world.receive({collection: "school_frame", period: "2003-04", sender_id: "LLSC01"}, [
    {
      ...tyne,
      school_id: "1000001",
      is_sampled: "yes",
      selection_probability: 0.5,
      staff_listed: 6,
      outcome: "completed"
    },
    {...tyne, school_id: "1000002", is_sampled: "yes", selection_probability: 0.5, staff_listed: 5, outcome: "refused"},
    {...tyne, school_id: "1000003", is_sampled: "yes", selection_probability: 0.5, outcome: "closed"},
    {...tyne, school_id: "1000004", is_sampled: "no", outcome: "not_sampled"}
  ]);
  await world.receive({collection: "school_frame", period: "2003-04", sender_id: "LLSC03"}, [
    {
      school_id: "3000001",
      lea_code: "104",
      llsc_code: "LLSC03",
      region_code: "SW",
      phase: "primary",
      stratum: "LLSC03-P-S",
      is_sampled: "yes",
      selection_probability: 1,
      staff_listed: 4,
      outcome: "completed"
    }
  ]);
});

afterEach(() => world.close());

const person = {school_id: "1000001", respondent_kind: "self", main_role_id: "R01", selection_within_school: 0.5};
const sender = {collection: "staff_questionnaire", period: "2003-04", sender_id: "LLSC01"};

async function answer(): Promise<void> {
  await world.receive(sender, [
    {...person, offered_24_months: "yes", started_24_months: "yes", second_role_id: "R31"},
    {...person, offered_24_months: "no"},
    {...person, offered_24_months: "dont_know", main_role_id: "R05"},
    {...person, offered_24_months: "yes", respondent_kind: "head"}
  ]);
  await world.receive({...sender, sender_id: "LLSC03"}, [
    {...person, school_id: "3000001", offered_24_months: "no", main_role_id: "R31"},
    {...person, school_id: "3000001", offered_24_months: "yes", started_24_months: "no"}
  ]);
  await world.build();
}

const figures = (where: string) =>
  world.query(
    `select area_code, role_id, route_id, category_1, round(value, 3) as value, base from marts.offers where ${where}`
  );

describe("marts.survey_people", () => {
  it("weighs a person by the school's chance, the schools that did not answer, and the staff listed", async () => {
    await answer();
    // 1/0.5 schools drawn, 2 of the open schools for each that answered, 6 staff for 3 own answers
    expect(await world.query("select distinct school_id, weight from marts.survey_people order by all")).toEqual([
      {school_id: "1000001", weight: 8},
      {school_id: "3000001", weight: 2}
    ]);
  });

  it("leaves out what heads say", async () => {
    await answer();
    expect(await world.query("select count(*) as people from marts.survey_people")).toEqual([{people: 5}]);
  });
});

describe("marts.offers", () => {
  it("counts a person once in the total, weighted, without those who do not know", async () => {
    await answer();
    expect(
      await figures(
        "indicator_id = 'OFF-01' and area_level = 'national' and coalesce(role_id, route_id, dimension_1) is null"
      )
    ).toEqual([{area_code: "ENG", role_id: null, route_id: null, category_1: null, value: 50, base: 4}]);
    expect(await figures("indicator_id = 'OFF-01' and area_level = 'region' and dimension_1 is null")).toMatchObject([
      {area_code: "NE", value: 50, base: 2},
      {area_code: "SW", value: 50, base: 2}
    ]);
  });

  it("counts a person once in each role and each route held", async () => {
    await answer();
    expect(await figures("indicator_id = 'OFF-01' and role_id is not null")).toMatchObject([
      {role_id: "R01", value: 55.556, base: 3},
      {role_id: "R31", value: 80, base: 2}
    ]);
    expect(await figures("indicator_id = 'OFF-01' and route_id is not null")).toMatchObject([
      {route_id: "AO", base: 2},
      {route_id: "BG", base: 3},
      {route_id: "TL", base: 3}
    ]);
  });

  it("calls a route estimated where a role is on it by our reading alone", async () => {
    await world.receive({...sender, origin: "real"}, [{...person, offered_24_months: "yes"}]);
    await world.connection.run("update raw.files set origin = 'real'");
    await world.build();
    expect(
      await world.query(
        "select route_id, origin from marts.offers where indicator_id = 'OFF-01' and area_code = 'ENG' and role_id is null"
      )
    ).toEqual([
      {route_id: "BG", origin: "estimated"},
      {route_id: "TL", origin: "real"},
      {route_id: null, origin: "real"},
      {route_id: null, origin: "real"}
    ]);
  });

  it("sets teaching assistants and others apart by main role", async () => {
    await answer();
    expect(
      await figures("indicator_id = 'OFF-01' and area_level = 'national' and dimension_1 = 'staff group'")
    ).toMatchObject([
      {category_1: "Other than teaching assistants", value: 0, base: 1},
      {category_1: "Teaching assistants", value: 55.556, base: 3}
    ]);
  });

  it("takes uptake among those offered, and participation among all with a known answer", async () => {
    await answer();
    const total = "area_level = 'national' and coalesce(role_id, route_id, dimension_1) is null";
    expect(await figures(`indicator_id = 'UPT-01' and ${total}`)).toMatchObject([{value: 80, base: 2}]);
    expect(await figures(`indicator_id = 'UPT-02' and ${total}`)).toMatchObject([{value: 40, base: 4}]);
  });

  it("says how many local LSCs answered and how much of the workforce they employ", async () => {
    const staff = {
      census_date: "2004-01",
      area_level: "local_lsc",
      category: "all",
      phase: "all",
      characteristic: "all"
    };
    await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
      {...staff, area_code: "LLSC01", headcount: 600, figure_origin: "synthetic"},
      {...staff, area_code: "LLSC02", headcount: 250, figure_origin: "synthetic"},
      {...staff, area_code: "LLSC03", headcount: 150, figure_origin: "synthetic"}
    ]);
    await answer();
    expect(
      await world.query(`
        select area_code, senders_returned, senders_expected, population_share, origin from marts.offers
        where indicator_id = 'OFF-01' and area_code in ('ENG', 'NE')
            and coalesce(role_id, route_id, dimension_1) is null
      `)
    ).toEqual([
      {area_code: "ENG", senders_returned: 2, senders_expected: 3, population_share: 0.75, origin: "synthetic"},
      {area_code: "NE", senders_returned: 1, senders_expected: 2, population_share: 600 / 850, origin: "synthetic"}
    ]);
  });

  it("does not see a file that a later one replaced", async () => {
    await world.receive({...sender, status: "replaced"}, [{...person, offered_24_months: "yes"}]);
    await answer();
    expect(await world.query("select count(*) as people from marts.survey_people")).toEqual([{people: 5}]);
  });
});
