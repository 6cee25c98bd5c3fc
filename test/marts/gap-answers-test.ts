import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {buildOnly} from "./only.js";
import {createWorld, type World} from "./world.js";

let world: World;

const sender = {collection: "staff_questionnaire", period: "2004-03", sender_id: "LLSC01"};
const person = {school_id: "1000001", respondent_kind: "self", main_role_id: "R01"};
const required = {version: 1, valid_from_date: "2003-09-01", is_essential: "yes", basis: "project_assigned"};

/** R01 must have child protection alone (2), and e-skills are of use; R31 must have e-skills alone (2). */
beforeEach(async () => {
  world = await createWorld();
  await world.insert("reference.competences", [
    {competence_id: "C01", competence_name: "Child protection", asked_as: "child_protection"},
    {competence_id: "C02", competence_name: "Behaviour", asked_as: "behaviour"},
    {competence_id: "C04", competence_name: "E-skills", asked_as: "e_skills"}
  ]);
  await world.insert("reference.role_competences", [
    {...required, role_id: "R01", competence_id: "C01", required_level: 2},
    {...required, role_id: "R01", competence_id: "C04", required_level: 3, is_essential: "no"},
    {...required, role_id: "R31", competence_id: "C04", required_level: 2}
  ]);
  await world.insert("reference.njc_profiles", [
    {profile_id: "J02", expected_level: "NVQ 2", nqf_level: "2"},
    {profile_id: "J11", expected_level: "Above level 4", nqf_level: "4+"},
    {profile_id: "J12", expected_level: "Induction"}
  ]);
  await world.receive({collection: "school_frame", period: "2004-03", sender_id: "LLSC01"}, [
    {
      school_id: "1000001",
      llsc_code: "LLSC01",
      region_code: "NE",
      phase: "primary",
      stratum: "A",
      is_sampled: "yes",
      selection_probability: 0.5
    }
  ]);
});

afterEach(() => world.close());

async function answer(...people: Record<string, string>[]): Promise<void> {
  await world.receive(
    sender,
    people.map((given) => ({...person, ...given}))
  );
  await buildOnly(world, "marts.gap_answers");
}

const answers = (where: string) =>
  world.query(
    `select record_number, role_id, category_1, numerator, denominator from marts.gap_answers where ${where} order by all`
  );

describe("marts.required_levels", () => {
  it("takes the version in force in the month of the questionnaire", async () => {
    const c01 = {...required, role_id: "R01", competence_id: "C01"};
    await world.insert("reference.role_competences", [
      {...c01, version: 2, valid_from_date: "2004-03-01", required_level: 3},
      {...c01, version: 3, valid_from_date: "2004-04-01", required_level: 1}
    ]);
    await answer({});
    expect(
      await world.query("select required_level from marts.required_levels where competence_name = 'Child protection'")
    ).toEqual([{required_level: 3}]);
  });
});

describe("marts.gap_answers", () => {
  it("compares what is held with what each role held requires", async () => {
    await answer({second_role_id: "R31", held_child_protection: "1", held_e_skills: "0"}, {held_child_protection: "3"});
    expect(await answers("indicator_id = 'GAP-01' and dimension_1 is null")).toEqual([
      {record_number: 1, role_id: "R01", category_1: null, numerator: 1, denominator: 1},
      {record_number: 1, role_id: "R31", category_1: null, numerator: 1, denominator: 1},
      {record_number: 2, role_id: "R01", category_1: null, numerator: 0, denominator: 1}
    ]);
    expect(await answers("indicator_id = 'GAP-01' and dimension_1 = 'competence' and record_number = 1")).toEqual([
      {record_number: 1, role_id: "R01", category_1: "Child protection", numerator: 1, denominator: 1},
      {record_number: 1, role_id: "R31", category_1: "E-skills", numerator: 1, denominator: 1}
    ]);
  });

  it("measures depth in levels, among person-roles with a gap alone, and gives its distribution among all", async () => {
    await answer({second_role_id: "R31", held_child_protection: "1", held_e_skills: "0"}, {held_child_protection: "3"});
    expect(await answers("indicator_id = 'GAP-03' and dimension_1 is null")).toEqual([
      {record_number: 1, role_id: "R01", category_1: null, numerator: 1, denominator: 1},
      {record_number: 1, role_id: "R31", category_1: null, numerator: 2, denominator: 1}
    ]);
    expect(
      await world.query(`
        select category_1, sum(numerator) as gaps, sum(denominator) as person_roles from marts.gap_answers
        where indicator_id = 'GAP-01' and dimension_1 = 'gap depth' group by all order by all
      `)
    ).toEqual([
      {category_1: "One level", gaps: 1, person_roles: 3},
      {category_1: "Three levels", gaps: 0, person_roles: 3},
      {category_1: "Two levels", gaps: 1, person_roles: 3}
    ]);
  });

  it("has no answer where an essential level is blank, whatever else is known", async () => {
    await world.insert("reference.role_competences", [
      {...required, role_id: "R01", competence_id: "C02", required_level: 1}
    ]);
    await answer({held_child_protection: "0"});
    expect(await answers("dimension_1 is null")).toEqual([]);
    expect(await answers("indicator_id = 'GAP-01'")).toEqual([
      {record_number: 1, role_id: "R01", category_1: "Child protection", numerator: 1, denominator: 1}
    ]);
  });

  it("leaves out what heads say of a person, and roles of which nothing is required", async () => {
    await answer(
      {respondent_kind: "head", held_child_protection: "0"},
      {main_role_id: "R05", held_child_protection: "0"}
    );
    expect(await answers("true")).toEqual([]);
  });

  it("sets the highest level against the level that the role's job profile expects", async () => {
    const profile = {version: 1, valid_from_date: "2003-09-01"};
    await world.insert("reference.role_njc_profiles", [
      {...profile, role_id: "R01", profile_id: "J02"},
      {...profile, role_id: "R05", profile_id: "J12"},
      {...profile, role_id: "R31", profile_id: "J11"}
    ]);
    await answer(
      {highest_level: "below_1"},
      {highest_level: "2"},
      {highest_level: "dont_know"},
      {highest_level: "4", main_role_id: "R31"},
      {highest_level: "5_plus", main_role_id: "R31"},
      {highest_level: "below_1", main_role_id: "R05"}
    );
    expect(await answers("indicator_id = 'GAP-04' and dimension_1 = 'expected level'")).toEqual([
      {record_number: 1, role_id: "R01", category_1: "Level 2", numerator: 1, denominator: 1},
      {record_number: 2, role_id: "R01", category_1: "Level 2", numerator: 0, denominator: 1},
      {record_number: 4, role_id: "R31", category_1: "Above Level 4", numerator: 1, denominator: 1},
      {record_number: 5, role_id: "R31", category_1: "Above Level 4", numerator: 0, denominator: 1}
    ]);
  });
});
