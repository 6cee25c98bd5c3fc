import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await createWorld();
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
});

afterEach(() => world.close());

describe("marts.learner_starts", () => {
  it("has starts in scope up to the as-at date, without transfers, placed by workplace and then by home", async () => {
    await world.build();
    expect(
      await world.query("select person_key, programme_id, lea_code, is_lsc_funded from marts.learner_starts")
    ).toEqual([
      {person_key: "ann", programme_id: "Q08", lea_code: "101", is_lsc_funded: true},
      {person_key: "ann", programme_id: "Q03", lea_code: "101", is_lsc_funded: true},
      {person_key: "bob", programme_id: "Q08", lea_code: "104", is_lsc_funded: true},
      {person_key: "eve", programme_id: "Q08", lea_code: "101", is_lsc_funded: false},
      {person_key: "ann", programme_id: "Q08", lea_code: "103", is_lsc_funded: true},
      {person_key: "gus", programme_id: "Q08", lea_code: null, is_lsc_funded: true}
    ]);
  });
});

describe("marts.starts", () => {
  const figures = (where: string) =>
    world.query(`select period, area_code, programme_id, unit, value from marts.starts where ${where}`);

  it("counts starts by month and in the year to date, in England with those placed nowhere", async () => {
    await world.build();
    expect(
      await figures(
        "unit = 'starts' and programme_id = 'Q08' and period_type <> 'financial' and area_level = 'national' and dimension_1 is null"
      )
    ).toEqual([
      {period: "2002-03", area_code: "ENG", programme_id: "Q08", unit: "starts", value: 1},
      {period: "2003-04", area_code: "ENG", programme_id: "Q08", unit: "starts", value: 4},
      {period: "2003-06", area_code: "ENG", programme_id: "Q08", unit: "starts", value: 1},
      {period: "2003-09", area_code: "ENG", programme_id: "Q08", unit: "starts", value: 4},
      {period: "2004-05", area_code: "ENG", programme_id: "Q08", unit: "starts", value: 0}
    ]);
    expect(
      await figures("unit = 'starts' and programme_id = 'Q08' and period = '2003-09' and area_level <> 'national'")
    ).toEqual([
      {period: "2003-09", area_code: "NE", programme_id: "Q08", unit: "starts", value: 2},
      {period: "2003-09", area_code: "SW", programme_id: "Q08", unit: "starts", value: 1}
    ]);
    expect(
      await figures("unit = 'starts' and programme_id = 'Q08' and period_type = 'academic' and area_level = 'region'")
    ).toMatchObject([
      {period: "2002-03", area_code: "NE", value: 1},
      {period: "2003-04", area_code: "NE", value: 2},
      {period: "2003-04", area_code: "SW", value: 1}
    ]);
  });

  it("says what lies in no LEA, so that England is its regions and that", async () => {
    await world.build();
    expect(
      await world.query(`
        select programme_id, area_code, category_1, value from marts.starts
        where unit = 'starts' and period_type = 'academic' and period = '2003-04' and area_level in ('national', 'region')
          and (programme_id = 'Q09' or programme_id is null)
        order by programme_id, area_code, category_1
      `)
    ).toEqual([
      {programme_id: "Q09", area_code: "ENG", category_1: "No LEA given", value: 30},
      {programme_id: "Q09", area_code: "ENG", category_1: null, value: 44},
      {programme_id: "Q09", area_code: "NE", category_1: null, value: 14},
      {programme_id: null, area_code: "ENG", category_1: "No LEA given", value: 31},
      {programme_id: null, area_code: "ENG", category_1: null, value: 49},
      {programme_id: null, area_code: "NE", category_1: null, value: 17},
      {programme_id: null, area_code: "SW", category_1: null, value: 1}
    ]);
  });

  it("shows months for England and its regions, and LEAs by their total alone", async () => {
    await world.build();
    expect(
      await world.query(`
        select area_level, period_type, bool_or(programme_id is not null) as has_programmes from marts.starts
        where area_level in ('local_lsc', 'lea') or period_type = 'month' group by all order by all
      `)
    ).toEqual([
      {area_level: "lea", period_type: "academic", has_programmes: false},
      {area_level: "local_lsc", period_type: "academic", has_programmes: true},
      {area_level: "national", period_type: "month", has_programmes: true},
      {area_level: "region", period_type: "month", has_programmes: true}
    ]);
  });

  it("expects a return of every LEA that is asked, once one of them sends", async () => {
    await world.insert(
      "reference.expected_senders",
      ["101", "102", "103"].map((sender_id) => ({
        collection: "programme",
        period: "2004-04",
        sender_id,
        sender_type: "lea",
        area_code: sender_id
      }))
    );
    await world.receive({collection: "programme", period: "2004-04", sender_id: "101"}, [
      {programme_id: "Q04", cohort: "Term", provider_id: "940101", lea_code: "101", month: "2004-04", starts: 9}
    ]);
    await world.build();
    expect(
      await world.query(`
        select programme_id, area_code, senders_returned, senders_expected from marts.starts
        where unit = 'starts' and period_type = 'academic' and period = '2003-04'
          and area_code in ('ENG', 'LLSC01') and programme_id in ('Q04', 'Q09') and dimension_1 is null
      `)
    ).toEqual([
      {programme_id: "Q04", area_code: "LLSC01", senders_returned: 1, senders_expected: 2},
      {programme_id: "Q09", area_code: "LLSC01", senders_returned: 1, senders_expected: 1},
      {programme_id: "Q04", area_code: "ENG", senders_returned: 1, senders_expected: 3},
      {programme_id: "Q09", area_code: "ENG", senders_returned: 1, senders_expected: 1}
    ]);
  });

  it("keeps places planned, funded, offered and taken apart, and fills more than the funded", async () => {
    await world.build();
    expect(
      await world.query(`
        select unit, numerator, denominator, value, is_part_period from marts.starts
        where indicator_id = 'CAP-01' and period_type = 'financial' and area_level = 'national'
          and programme_id = 'Q09' and dimension_1 is null
      `)
    ).toEqual([
      {unit: "per cent of places funded", numerator: 45, denominator: 40, value: 112.5, is_part_period: true},
      {unit: "places funded", numerator: null, denominator: null, value: 40, is_part_period: true},
      {unit: "places offered", numerator: null, denominator: null, value: 20, is_part_period: true},
      {unit: "places taken", numerator: null, denominator: null, value: 45, is_part_period: true}
    ]);
  });

  it("calls a month whole once it has passed", async () => {
    await world.build();
    expect(
      await world.query(
        "select distinct is_part_period from marts.starts where period_type = 'month' and period = '2004-05'"
      )
    ).toEqual([{is_part_period: false}]);
  });
});

describe("marts.completion_rates", () => {
  it("divides by those who were due to finish, in England, in regions and where no LEA was given", async () => {
    await world.build();
    expect(
      await world.query(`select programme_id, area_code, numerator, denominator
        from marts.completion_rates where category_1 = 'No LEA given' order by all`)
    ).toEqual([
      {programme_id: "Q08", area_code: "ENG", numerator: 0, denominator: 1},
      {programme_id: "Q09", area_code: "ENG", numerator: 0, denominator: 30}
    ]);
    expect(
      await world.query(`select programme_id, period, area_code, numerator, denominator
        from marts.completion_rates where dimension_1 is null`)
    ).toEqual([
      {programme_id: "Q08", period: "2003-04", area_code: "ENG", numerator: 1, denominator: 5},
      {programme_id: "Q08", period: "2003-04", area_code: "NE", numerator: 0, denominator: 3},
      {programme_id: "Q08", period: "2003-04", area_code: "SW", numerator: 1, denominator: 1},
      {programme_id: "Q09", period: "2003-04", area_code: "ENG", numerator: 12, denominator: 44},
      {programme_id: "Q09", period: "2003-04", area_code: "NE", numerator: 12, denominator: 14}
    ]);
  });
});

describe("marts.admin_uptake", () => {
  it("counts a learner once in an area and once in England, per 1,000 staff", async () => {
    await world.build();
    expect(
      await world.query(`
        select area_code, numerator, denominator, value, senders_returned, senders_expected, origin
        from marts.admin_uptake where nqf_level is null
      `)
    ).toEqual([
      {
        area_code: "ENG",
        numerator: 3,
        denominator: 1000,
        value: 3,
        senders_returned: 2,
        senders_expected: 3,
        origin: "synthetic"
      },
      {
        area_code: "NE",
        numerator: 1,
        denominator: 500,
        value: 2,
        senders_returned: 2,
        senders_expected: 2,
        origin: "synthetic"
      },
      {
        area_code: "SW",
        numerator: 1,
        denominator: 500,
        value: 2,
        senders_returned: 0,
        senders_expected: 1,
        origin: "synthetic"
      }
    ]);
  });
});

describe("marts.provider_coverage", () => {
  it("takes that of the next area above where an area has no provider", async () => {
    await world.build();
    const areas = await world.query(`
      select own.area_code, own.senders_returned, own.senders_expected
      from marts.provider_coverage as own
      inner join marts.lea_areas as leas on leas.area_level = 'lea' and leas.area_code = own.area_code
      where own.area_level = 'lea' order by own.area_code
    `);
    const leas = await world.query("select lea_code from reference.leas order by lea_code");
    expect(areas.map(({area_code}) => area_code)).toEqual(leas.map(({lea_code}) => lea_code));
    expect(areas.every(({senders_expected}) => Number(senders_expected) > 0)).toBe(true);
  });
});

describe("marts.route_shares", () => {
  it("puts a learner on each route of the role", async () => {
    await world.build();
    expect(
      await world.query(`
        select route_id, numerator, denominator from marts.route_shares where area_code = 'ENG' and measure = 'rate'
      `)
    ).toEqual([
      {route_id: "AO", numerator: 1, denominator: 3},
      {route_id: "BG", numerator: 3, denominator: 3},
      {route_id: "TL", numerator: 3, denominator: 3}
    ]);
  });
});

describe("marts.route_shares, by hours", () => {
  it("makes each learner one, shared among the roles by hours and within a role equally among its routes", async () => {
    await world.receive({collection: "staff_questionnaire", period: "2004-03", sender_id: "LLSC01"}, [
      {main_role_id: "R01", main_role_hours: 20, second_role_id: "R31", second_role_hours: 10},
      {main_role_id: "R01", main_role_hours: 40}
    ]);
    await world.build();
    // Ann has 30 hours of R01 (two routes) against 10 of R31 (one); two others have R01 alone.
    const shares = await world.query(`
      select route_id, value, base from marts.route_shares
      where area_code = 'ENG' and measure = 'statistic' order by route_id
    `);
    expect(shares.map(({route_id, base}) => [route_id, base])).toEqual([
      ["AO", 3],
      ["BG", 3],
      ["TL", 3]
    ]);
    const values = shares.map(({value}) => Number(value));
    // Each route is of its learners to the middle of their ten: 5 for the one of the first, and for the three of the others.
    const learners = [0.25 * 5, (0.375 + 0.5 + 0.5) * (5 / 3), (0.375 + 0.5 + 0.5) * (5 / 3)];
    const all = learners.reduce((sum, next) => sum + next, 0);
    for (const [place, value] of values.entries()) expect(value).toBeCloseTo((100 * (learners[place] ?? 0)) / all, 5);
  });

  it("has not enough data where nobody tells of hours", async () => {
    await world.build();
    expect(
      await world.query(
        "select area_code, unit, value, symbol_reason from marts.route_shares where measure = 'statistic'"
      )
    ).toEqual([
      {
        area_code: "ENG",
        unit: "per cent of learners, shared by hours",
        value: null,
        symbol_reason: "not_enough_data"
      }
    ]);
  });
});

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
