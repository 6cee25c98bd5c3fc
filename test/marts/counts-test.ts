import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {countedWorld} from "./counted.js";
import type {World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await countedWorld();
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
