import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {buildOnly} from "./only.js";
import {createWorld, type World} from "./world.js";

let world: World;

const judgement = {nqf_level: "2", is_in_nqf: "yes", available_from_date: "2002-08-31"};

/** R01 has a qualification of its own; R05 one that is only relevant; R31 one that may not be in the framework. */
beforeEach(async () => {
  world = await createWorld();
  await world.run("update reference.roles set in_scope_of_survey = case role_id when 'R99' then 'no' else 'yes' end");
  await world.insert(
    "reference.indicators",
    ["GAP-04", "GAP-05", "GAP-06", "GAP-07"].map((id) => ({
      indicator_id: id,
      definition_version: 1,
      indicator_name: id,
      unit: "per cent"
    }))
  );
  await world.insert("reference.role_categories", [
    {role_id: "R01", staff_category: "teaching_assistants"},
    {role_id: "R05", staff_category: "technicians"},
    {role_id: "R31", staff_category: "administrative"}
  ]);
  await world.insert("reference.role_qualification_suitability", [
    {...judgement, role_id: "R01", programme_id: "Q02", suitability: "targeted"},
    {...judgement, role_id: "R05", programme_id: "Q02", suitability: "relevant"},
    {...judgement, role_id: "R31", programme_id: "Q40", suitability: "suitable", is_in_nqf: "unknown"},
    ...["R01", "R05", "R31"].map((role_id) => ({
      ...judgement,
      role_id,
      programme_id: "Q01",
      suitability: "suitable",
      available_from_date: "2004-12-31"
    }))
  ]);
});

afterEach(() => world.close());

const build = () => buildOnly(world, "marts.qualification_gaps");
const roles = (where: string) =>
  world.query(`
    select period, route_id, nqf_level, category_1, value from marts.qualification_gaps
    where indicator_id = 'GAP-05' and unit = 'roles' and ${where}
    order by all
  `);
const staff = () =>
  world.query(`
    select period, numerator, denominator, value, lower, upper, bound, symbol_reason, origin from marts.qualification_gaps
    where indicator_id = 'GAP-06' and area_level = 'national'
    order by period
  `);

async function count(headcounts: Record<string, number>): Promise<void> {
  await world.receive(
    {collection: "workforce", period: "2004-01", sender_id: "DFES"},
    Object.entries(headcounts).map(([category, headcount]) => ({
      census_date: "2004-01",
      area_level: "national",
      area_code: "ENG",
      category,
      phase: "all",
      characteristic: "all",
      headcount,
      figure_origin: "synthetic"
    }))
  );
}

describe("marts.qualification_gaps", () => {
  it("counts roles without a suitable qualification in the framework, before and after the generic one", async () => {
    await build();
    expect(await roles("coalesce(route_id, nqf_level, dimension_1) is null")).toMatchObject([
      {period: "2004-03", value: 2},
      {period: "2004-12", value: 0}
    ]);
    expect(
      await world.query(`
        select numerator, denominator, round(value, 1) as value, origin from marts.qualification_gaps
        where indicator_id = 'GAP-05' and unit = 'per cent' and period = '2004-03'
            and coalesce(route_id, nqf_level, dimension_1) is null
      `)
    ).toEqual([{numerator: 2, denominator: 3, value: 66.7, origin: "estimated"}]);
  });

  it("counts a role in each route that it lies on, and by level and staff group", async () => {
    await build();
    expect(await roles("period = '2004-03' and route_id is not null")).toMatchObject([
      {route_id: "AO", value: 1},
      {route_id: "BG", value: 0},
      {route_id: "TL", value: 1}
    ]);
    expect(await roles("nqf_level is not null")).toMatchObject([
      {period: "2004-03", nqf_level: "2", value: 2},
      {period: "2004-03", nqf_level: "3", value: 3},
      {period: "2004-03", nqf_level: "4", value: 3},
      {period: "2004-12", nqf_level: "2", value: 0},
      {period: "2004-12", nqf_level: "3", value: 3},
      {period: "2004-12", nqf_level: "4", value: 3}
    ]);
    expect(await roles("period = '2004-03' and dimension_1 = 'staff group'")).toMatchObject([
      {category_1: "Other than teaching assistants", value: 2},
      {category_1: "Teaching assistants", value: 0}
    ]);
  });

  it("shows what a looser rule would find", async () => {
    await build();
    expect(await roles("period = '2004-03' and dimension_1 = 'suitability rule'")).toMatchObject([
      {category_1: "Relevant as well, in the framework", value: 1},
      {category_1: "Targeted or suitable, in the framework", value: 2},
      {category_1: "Targeted or suitable, in the framework or not", value: 1}
    ]);
  });

  it("weighs roles by the staff of their census category, with the range that rounding leaves", async () => {
    await count({all: 200, teaching_assistants: 100, technicians: 20, administrative: 80});
    await build();
    expect(await staff()).toEqual([
      // 95 of 95 + 110, to 105 of 105 + 90
      {
        period: "2004-03",
        numerator: 100,
        denominator: 200,
        value: 50,
        lower: 46.3,
        upper: 53.9,
        bound: null,
        symbol_reason: null,
        origin: "synthetic"
      },
      {
        period: "2004-12",
        numerator: 200,
        denominator: 200,
        value: 100,
        lower: 100,
        upper: 100,
        bound: null,
        symbol_reason: null,
        origin: "synthetic"
      }
    ]);
  });

  it("gives bounds alone where some roles of a category have a suitable qualification and others none", async () => {
    await world.run("update reference.role_categories set staff_category = 'technicians' where role_id = 'R01'");
    await count({all: 200, technicians: 120, administrative: 80});
    await build();
    expect((await staff())[0]).toMatchObject({numerator: null, value: null, lower: 0, upper: 62.5, bound: "lower"});
  });

  it("says that nothing was collected where there is no census", async () => {
    await build();
    expect(await staff()).toMatchObject([{period: "2004-06", value: null, symbol_reason: "not_collected"}]);
  });

  it("bounds the share of qualifications that are for support staff, and gives it no value", async () => {
    await world.insert("reference.facts", [
      {fact_id: "F002", qualifier: "over", value: "600"},
      {fact_id: "F003", qualifier: "fewer than", value: "50"}
    ]);
    await build();
    expect(
      await world.query(
        "select value, lower, upper, bound, origin from marts.qualification_gaps where indicator_id = 'GAP-07'"
      )
    ).toEqual([{value: null, lower: null, upper: 8.4, bound: "upper", origin: "real"}]);
  });
});
