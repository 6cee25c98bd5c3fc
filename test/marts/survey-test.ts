import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {drawn, person, surveyedWorld, surveyIn, TOTAL, tyne} from "./surveyed.js";
import type {World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await surveyedWorld();
});

afterEach(() => world.close());

const {frame, answers, build, twoRegions, figures, tenSchools, census} = surveyIn(() => world);

describe("marts.survey_people", () => {
  it("leaves out what heads say", async () => {
    await twoRegions();
    await build();
    expect(await world.query("select count(*) as people from marts.survey_people")).toEqual([{people: 5}]);
  });

  it("does not see a file that a later one replaced", async () => {
    await answers("LLSC01", [{...person, offered_24_months: "yes"}], {status: "replaced"});
    await twoRegions();
    await build();
    expect(await world.query("select count(*) as people from marts.survey_people")).toEqual([{people: 5}]);
  });
});

describe("marts.survey_weights", () => {
  it("weighs a person by the school's chance, the schools that did not answer, and the staff listed", async () => {
    await twoRegions();
    await build();
    // 1/0.5 schools, 2 open schools drawn for each that answered, 1/0.5 staff, 6 staff listed for 3 answers of 2 each
    expect(
      await world.query(`
        select distinct base_weight, school_response_factor, person_base_weight, person_response_factor, weight
        from marts.survey_weights order by weight desc`)
    ).toEqual([
      {base_weight: 2, school_response_factor: 2, person_base_weight: 2, person_response_factor: 1, weight: 8},
      {base_weight: 1, school_response_factor: 1, person_base_weight: 2, person_response_factor: 1, weight: 2}
    ]);
  });

  it("lets the other sizes of the local LSC and phase answer for a stratum in which nobody did", async () => {
    await frame("LLSC01", [
      {...tyne, ...drawn, school_id: "1000001"},
      {...tyne, ...drawn, school_id: "1000002", selection_probability: 0.25, stratum: "LLSC01-P-L", outcome: "refused"}
    ]);
    await answers("LLSC01", [
      {...person, offered_24_months: "yes"},
      {...person, offered_24_months: "no"}
    ]);
    await build();
    // (2 + 4) schools for 2; 6 staff listed for 2 answers of 2 each
    expect(await world.query("select distinct response_class, weight from marts.survey_weights")).toEqual([
      {response_class: "LLSC01 primary", weight: 18}
    ]);
  });

  it("rakes to the headcounts of the census, so that they sum to it", async () => {
    await tenSchools();
    await census([
      {headcount: 400},
      {category: "teaching_assistants", headcount: 300},
      {category: "administrative", headcount: 100},
      {phase: "primary", headcount: 400}
    ]);
    await build();
    expect(
      await world.query(`
        select main_role_id, sum(weight) as weight from marts.survey_weights
        inner join marts.survey_people using (file_id, record_number) group by all order by all`)
    ).toEqual([
      {main_role_id: "R01", weight: 300},
      {main_role_id: "R31", weight: 100}
    ]);
    expect(await figures(`indicator_id = 'OFF-01' and ${TOTAL} and area_level = 'national'`)).toMatchObject([
      {value: 75, base: 10}
    ]);
  });

  it("combines categories from fewer than five schools, and gives those without an answer a size of their own", async () => {
    await tenSchools();
    await census([
      {category: "teaching_assistants", headcount: 300},
      {category: "administrative", headcount: 80},
      {category: "premises", headcount: 20},
      {characteristic: "sex", characteristic_value: "female", headcount: 400}
    ]);
    await build();
    expect(
      await world.query(
        "select cell, sum(target_headcount) as headcount from marts.survey_margins group by all order by all"
      )
    ).toEqual([
      {cell: "ENG: female + not_stated", headcount: 400},
      {cell: "NE: administrative + premises", headcount: 100},
      {cell: "NE: teaching_assistants", headcount: 300}
    ]);
  });
});

describe("marts.response_rates", () => {
  it("counts schools and forms of those asked, without schools that closed", async () => {
    await twoRegions();
    await world.run("update raw.school_frame set forms_issued = 4 where outcome in ('completed', 'refused')");
    await build();
    expect(
      await world.query(`
        select category_1, numerator, denominator from marts.response_rates
        where indicator_id = 'QUA-01' and area_code = 'NE' and dimension_2 is null order by all`)
    ).toEqual([
      {category_1: "Schools", numerator: 1, denominator: 2},
      {category_1: "Staff in all schools drawn", numerator: 3, denominator: 8},
      {category_1: "Staff in schools that answered", numerator: 3, denominator: 4}
    ]);
  });

  it("says what unequal weights cost", async () => {
    await twoRegions();
    await build();
    // Kish: 5 (3 × 8² + 2 × 2²) / (3 × 8 + 2 × 2)²
    expect(
      await world.query("select value from marts.response_rates where indicator_id = 'QUA-05' and area_code = 'ENG'")
    ).toEqual([{value: 1000 / 784}]);
  });
});
