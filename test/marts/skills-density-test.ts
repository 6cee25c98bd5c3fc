import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {buildOnly} from "./only.js";
import {createWorld, type World} from "./world.js";

let world: World;

const period = "2004-03";
const school = {is_sampled: "yes", outcome: "completed", phase: "primary"};
const tyne = {
  ...school,
  lea_code: "101",
  llsc_code: "LLSC01",
  region_code: "NE",
  stratum: "T",
  selection_probability: 0.5
};
const devon = {
  ...school,
  lea_code: "104",
  llsc_code: "LLSC03",
  region_code: "SW",
  stratum: "D",
  selection_probability: 1
};

/** Tyne: four schools drawn of eight, of which one is closed and one refuses. Devon: one drawn for sure. Tees is silent. */
beforeEach(async () => {
  world = await createWorld();
  await world.insert("reference.indicators", [
    {indicator_id: "GAP-02", definition_version: 1, indicator_name: "Density", unit: "per cent of staff"}
  ]);
  await world.insert(
    "reference.expected_senders",
    ["LLSC01", "LLSC02", "LLSC03"].map((llsc) => ({
      collection: "school_questionnaire",
      period,
      sender_id: llsc,
      area_code: llsc
    }))
  );
  await world.receive({collection: "school_frame", period, sender_id: "LLSC01"}, [
    {...tyne, school_id: "1000001"},
    {...tyne, school_id: "1000002"},
    {...tyne, school_id: "1000003", outcome: "refused"},
    {...tyne, school_id: "1000004", outcome: "closed"}
  ]);
  await world.receive({collection: "school_frame", period, sender_id: "LLSC03"}, [{...devon, school_id: "3000001"}]);
});

afterEach(() => world.close());

async function judge(): Promise<void> {
  await world.receive({collection: "school_questionnaire", period, sender_id: "LLSC01"}, [
    {school_id: "1000001", role_id: "R01", headcount: 10, proficient_count: 8},
    {school_id: "1000001", role_id: "R31", headcount: 5},
    {school_id: "1000002", role_id: "R01", headcount: 6, proficient_count: 6}
  ]);
  await world.receive({collection: "school_questionnaire", period, sender_id: "LLSC03"}, [
    {school_id: "3000001", role_id: "R01", headcount: 4, proficient_count: 1},
    {school_id: "3000001", role_id: "R31", headcount: 1, proficient_count: 1}
  ]);
  await buildOnly(world, "marts.skills_density");
}

const figures = (where: string) =>
  world.query(
    `select area_code, role_id, category_1, round(value, 4) as value, base, senders_returned, senders_expected, origin
    from marts.skills_density where ${where} order by area_code, role_id`
  );

describe("marts.head_schools", () => {
  it("weighs a school by its chance and by the open schools of its class whose heads did not answer", async () => {
    await judge();
    expect(await world.query("select school_id, school_weight from marts.head_schools")).toEqual([
      {school_id: "1000001", school_weight: 3},
      {school_id: "1000002", school_weight: 3},
      {school_id: "3000001", school_weight: 1}
    ]);
  });

  it("lets the schools of a local LSC and phase stand for a stratum without an answer", async () => {
    await world.receive({collection: "school_frame", period, sender_id: "LLSC01"}, [
      {...tyne, school_id: "1000005", stratum: "T-large", outcome: "refused"}
    ]);
    await judge();
    expect(
      await world.query(
        "select distinct response_class, school_weight from marts.head_schools where llsc_code = 'LLSC01'"
      )
    ).toEqual([{response_class: "LLSC01 primary", school_weight: 4}]);
  });
});

describe("marts.skills_density", () => {
  it("divides weighted staff not fully proficient by weighted staff judged, and rests on schools", async () => {
    await judge();
    // (3·2 + 3·0 + 1·3) of (3·10 + 3·6 + 1·5)
    expect(await figures("area_level = 'national' and role_id is null and dimension_1 is null")).toEqual([
      {
        area_code: "ENG",
        role_id: null,
        category_1: null,
        value: 16.9811,
        base: 3,
        senders_returned: 2,
        senders_expected: 3,
        origin: "synthetic"
      }
    ]);
  });

  it("stands by role, role group and region, without blank judgements", async () => {
    await judge();
    expect(await figures("role_id is not null")).toMatchObject([
      {role_id: "R01", value: 17.3077, base: 3},
      {role_id: "R31", value: 0, base: 1}
    ]);
    expect(await figures("dimension_1 = 'role group' and category_1 = 'Teaching assistants'")).toMatchObject([
      {value: 17.3077, base: 3}
    ]);
    expect(await figures("area_level = 'region'")).toMatchObject([
      {area_code: "NE", value: 12.5, base: 2, senders_returned: 1, senders_expected: 2},
      {area_code: "SW", value: 60, base: 1, senders_returned: 1, senders_expected: 1}
    ]);
  });

  it("says of a role that the survey asks about and no head judged that nothing was returned", async () => {
    await judge();
    const asked = {role_group: "administration_and_business", in_scope_of_survey: true};
    await world.insert("reference.roles", [{role_id: "R39", role_name: "Clerk", ...asked}]);
    await buildOnly(world, "marts.skills_density");
    expect(
      await world.query(
        "select area_code, value, base, senders_returned, symbol_reason, origin from marts.skills_density where role_id = 'R39'"
      )
    ).toEqual([
      {
        area_code: "ENG",
        value: null,
        base: null,
        senders_returned: 2,
        symbol_reason: "not_returned",
        origin: "synthetic"
      }
    ]);
  });

  it("has an interval around the figure, within nothing and all", async () => {
    await judge();
    expect(
      await world.query(`
        select count(*) as figures from marts.skills_density
        where lower between 0 and value and upper between value and 100 and interval_level = 0.95
      `)
    ).toEqual([{figures: 7}]);
  });

  it("says that nothing was collected where no head has judged", async () => {
    await buildOnly(world, "marts.skills_density");
    expect(await world.query("select period, area_code, value, symbol_reason from marts.skills_density")).toEqual([
      {period, area_code: "ENG", value: null, symbol_reason: "not_collected"}
    ]);
  });
});
