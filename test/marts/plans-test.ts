import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.close());

const entry = {llsc_code: "LLSC01", lea_code: "101", priority_id: "iii", nqf_level: "2", version: "final"};

async function plans(): Promise<void> {
  await world.receive({collection: "local_plan", period: "2004-05", sender_id: "LLSC01"}, [
    {...entry, planned_learners: 4, agreed_date: "2004-05-04"},
    {...entry, priority_id: "i", nqf_level: "3", planned_learners: 6, agreed_date: "2004-05-04"},
    {...entry, lea_code: "102", version: "initial", planned_learners: 9}
  ]);
}

describe("marts.local_plans", () => {
  it("counts pairs with a plan of each version apart, and adds learners up over priorities", async () => {
    await plans();
    await world.build();
    expect(
      await world.query(`
        select indicator_id, nqf_level, category_1, category_2, unit, numerator, denominator, value, symbol_reason
        from marts.local_plans where area_code = 'ENG' and (category_1 = 'Final, as agreed' or category_1 is null)
      `)
    ).toEqual([
      {
        indicator_id: "PLN-01",
        nqf_level: null,
        category_1: "Final, as agreed",
        category_2: null,
        unit: "per cent of pairs",
        numerator: 1,
        denominator: 4,
        value: 25,
        symbol_reason: null
      },
      ...[
        {nqf_level: "2", category_2: "iii", value: 4},
        {nqf_level: "3", category_2: "i", value: 6},
        {nqf_level: null, category_2: "i", value: 6},
        {nqf_level: null, category_2: "iii", value: 4},
        {nqf_level: null, category_2: null, value: 10}
      ].map((planned) => ({
        indicator_id: "PLN-02",
        category_1: "Final, as agreed",
        unit: "planned learners",
        numerator: null,
        denominator: null,
        symbol_reason: null,
        ...planned
      })),
      {
        indicator_id: "PLN-02",
        nqf_level: null,
        category_1: null,
        category_2: null,
        unit: "per cent of planned learners",
        numerator: null,
        denominator: null,
        value: null,
        symbol_reason: "not_yet_due"
      }
    ]);
  });

  it("sets learners of the plan's year against those planned, once the year has begun", async () => {
    world.close();
    world = await createWorld({asAt: "2004-10-31"});
    await plans();
    await world.insert("reference.programmes", [{programme_id: "Q08", priority_id: "iii"}]);
    await world.insert("reference.aims", [
      {aim_reference: "AIM1", programme_id: "Q08", nqf_level: "2", is_in_scope: "yes"}
    ]);
    const aim = {A09: "AIM1", A10: "20", A34: "1", A28: "2005-05-31", workplace_lea_code: "101"};
    await world.receive({collection: "enrolment", period: "2004-05", sender_id: "900001"}, [
      {...aim, person_key: "ann", A27: "2004-09-06"},
      {...aim, person_key: "ann", A27: "2004-09-13"},
      {...aim, person_key: "bob", A27: "2004-07-30"},
      {...aim, person_key: "cat", A27: "2004-09-06", workplace_lea_code: "102"}
    ]);
    await world.build();
    expect(
      await world.query(`
        select area_code, category_2, nqf_level, numerator, denominator, value, is_part_period from marts.local_plans
        where unit = 'per cent of planned learners' and area_level in ('national', 'local_lsc')
      `)
    ).toEqual([
      {
        area_code: "LLSC01",
        category_2: "iii",
        nqf_level: "2",
        numerator: 1,
        denominator: 4,
        value: 25,
        is_part_period: true
      },
      {
        area_code: "LLSC01",
        category_2: "i",
        nqf_level: "3",
        numerator: 0,
        denominator: 6,
        value: 0,
        is_part_period: true
      },
      {
        area_code: "ENG",
        category_2: "iii",
        nqf_level: "2",
        numerator: 1,
        denominator: 4,
        value: 25,
        is_part_period: true
      },
      {area_code: "ENG", category_2: "i", nqf_level: "3", numerator: 0, denominator: 6, value: 0, is_part_period: true}
    ]);
  });
});

describe("marts.training_days", () => {
  it("gives all days to who finished, and a share by time to who left or is still there", async () => {
    const staff = {census_date: "2004-01", category: "all", phase: "all", characteristic: "all"};
    await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
      {...staff, area_level: "national", area_code: "ENG", headcount: 1000, figure_origin: "synthetic"}
    ]);
    const course = {cohort: "A", provider_id: "910001", cohort_start_date: "2004-06-01", month: "2004-06"};
    await world.receive({collection: "programme", period: "2004-06", sender_id: "TTA"}, [
      // Starts and staff are taken to the middle of their ten. Half of the 60 days had gone by the end of June: 2 × 10 + 1 × 5 + 3 × 5 days.
      {
        ...course,
        programme_id: "Q10",
        cohort_planned_end_date: "2004-07-30",
        starts: 6,
        completions: 2,
        withdrawals: 1,
        days: 10
      },
      {...course, programme_id: "Q40", starts: 5},
      {...course, programme_id: "Q09", cohort: "B", cohort_start_date: "2003-07-01", starts: 9, completions: 9, days: 3}
    ]);
    await world.build();
    const value = ((1000 * 40) / 1005) * (5 / 6);
    expect(
      await world.query("select programme_id, numerator, denominator, value, symbol_reason from marts.training_days")
    ).toEqual([
      {programme_id: "Q09", numerator: null, denominator: null, value: null, symbol_reason: "not_collected"},
      {programme_id: "Q10", numerator: 40, denominator: 1000, value, symbol_reason: null},
      {programme_id: "Q40", numerator: null, denominator: null, value: null, symbol_reason: "not_collected"},
      {programme_id: null, numerator: 40, denominator: 1000, value, symbol_reason: null}
    ]);
  });
});

describe("marts.hlta_assessments", () => {
  it("has routes apart and together, and says on which nobody was assessed, with Wilson's limits", async () => {
    await world.insert("reference.programmes", [
      {programme_id: "Q09", category: "status"},
      {programme_id: "Q10", category: "status"},
      {programme_id: "Q40", category: "certificate"}
    ]);
    const may = {month: "2004-05", lea_code: "101", provider_id: "910001", cohort: "A"};
    await world.receive({collection: "programme", period: "2004-05", sender_id: "TTA"}, [
      {...may, programme_id: "Q09", assessed: 50, passed: 7},
      {...may, programme_id: "Q10", assessed: 0, passed: 0},
      {...may, programme_id: "Q40", assessed: 9, passed: 9}
    ]);
    await world.build();
    const rows = await world.query(
      "select programme_id, area_code, numerator, denominator, value, lower, upper, symbol_reason from marts.hlta_assessments"
    );
    const {lower, upper} = {lower: 6.95083343, upper: 26.18619371}; // vector V01
    const passed = {numerator: 7, denominator: 50, value: 14, symbol_reason: null};
    expect(rows).toMatchObject([
      {...passed, programme_id: "Q09", area_code: "ENG"},
      {...passed, programme_id: "Q09", area_code: "NE"},
      {programme_id: "Q10", area_code: "ENG", value: null, numerator: null, symbol_reason: "not_enough_data"},
      {...passed, programme_id: null, area_code: "ENG"},
      {...passed, programme_id: null, area_code: "NE"}
    ]);
    expect(rows[0]?.lower).toBeCloseTo(lower, 7);
    expect(rows[0]?.upper).toBeCloseTo(upper, 7);
  });
});
