import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {countedWorld} from "./counted.js";
import type {World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await countedWorld();
});

afterEach(() => world.close());

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
