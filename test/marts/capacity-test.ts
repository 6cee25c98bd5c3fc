import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.close());

const provider = {provider_name: "Fictitious", is_assessment_centre: "no", capacity_kind: "maximum"};
const assistants = {census_date: "2004-01", category: "teaching_assistants", phase: "all", characteristic: "all"};

describe("marts.capacity", () => {
  it("sets the starts of twelve months against the capacity of those who returned them, by kind of capacity", async () => {
    await world.insert("reference.aims", [{aim_reference: "AIM1", programme_id: "Q08", is_in_scope: "yes"}]);
    await world.receive({collection: "provider", period: "2004-05", sender_id: "LSC"}, [
      {...provider, provider_id: "900001", lea_code: "101", annual_capacity: 10},
      {...provider, provider_id: "900002", lea_code: "104", annual_capacity: 50},
      {...provider, provider_id: "900003", lea_code: "104", annual_capacity: null, capacity_kind: null}
    ]);
    await world.receive({collection: "provider", period: "2004-05", sender_id: "NCSL"}, [
      {...provider, provider_id: "920001", lea_code: "101", annual_capacity: 4, capacity_kind: "minimum"}
    ]);
    const aim = {A09: "AIM1", A10: "20", A34: "1", A28: "2004-12-31", workplace_lea_code: "104"};
    await world.receive({collection: "enrolment", period: "2003-04", sender_id: "900001"}, [
      {...aim, L01: "900001", person_key: "ann", A27: "2003-07-01"},
      {...aim, L01: "900001", person_key: "bob", A27: "2004-05-01"},
      {...aim, L01: "900001", person_key: "cat", A27: "2003-06-30"}
    ]);
    await world.receive({collection: "programme", period: "2004-05", sender_id: "NCSL"}, [
      {programme_id: "Q40", cohort: "A", provider_id: "920001", month: "2004-05", starts: 6}
    ]);
    await world.build();
    expect(
      await world.query(`
        select period, area_code, category_1, category_2, numerator, denominator, senders_returned, senders_expected,
          is_part_period
        from marts.capacity order by area_code, category_1
      `)
    ).toEqual([
      {
        period: "2003-07 to 2004-06",
        area_code: "ENG",
        category_1: "LSC",
        category_2: "At most so many",
        numerator: 2,
        denominator: 10,
        senders_returned: 1,
        senders_expected: 2,
        is_part_period: false
      },
      {
        period: "2003-07 to 2004-06",
        area_code: "ENG",
        category_1: "NCSL",
        category_2: "At least so many",
        numerator: 6,
        denominator: 4,
        senders_returned: 1,
        senders_expected: 1,
        is_part_period: true
      },
      {
        period: "2003-07 to 2004-06",
        area_code: "NE",
        category_1: "LSC",
        category_2: "At most so many",
        numerator: 2,
        denominator: 10,
        senders_returned: 1,
        senders_expected: 1,
        is_part_period: false
      },
      {
        period: "2003-07 to 2004-06",
        area_code: "NE",
        category_1: "NCSL",
        category_2: "At least so many",
        numerator: 6,
        denominator: 4,
        senders_returned: 1,
        senders_expected: 1,
        is_part_period: true
      }
    ]);
  });

  it("says that it has not enough data, once", async () => {
    await world.build();
    expect(await world.query("select area_code, value, symbol_reason from marts.capacity")).toEqual([
      {area_code: "ENG", value: null, symbol_reason: "not_enough_data"}
    ]);
  });
});

describe("marts.assessment_centres", () => {
  it("counts centres for the NVQ per 1,000 teaching assistants, with the exact limits of a count", async () => {
    await world.receive({collection: "provider", period: "2004-05", sender_id: "LSC"}, [
      {...provider, provider_id: "900001", lea_code: "101", is_assessment_centre: "yes"},
      {...provider, provider_id: "900002", lea_code: "104"}
    ]);
    await world.receive({collection: "provider", period: "2004-05", sender_id: "TTA"}, [
      {...provider, provider_id: "910001", lea_code: "104", is_assessment_centre: "yes"}
    ]);
    await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
      {...assistants, area_level: "national", area_code: "ENG", headcount: 2000, figure_origin: "synthetic"},
      {...assistants, area_level: "region", area_code: "SW", headcount: 500, figure_origin: "synthetic"}
    ]);
    await world.build();
    const [england, southWest] = await world.query(
      "select area_code, numerator, value, lower, upper, interval_level, origin from marts.assessment_centres"
    );
    expect(england).toMatchObject({area_code: "ENG", numerator: 1, interval_level: 0.95});
    // Assistants are taken to the middle of their ten. A count of 1 has limits of 0.0253 and 5.5716, a count of 0 of 0 and 3.6889 (Garwood 1936).
    expect(england?.value).toBeCloseTo(1 / 2.005, 9);
    expect(england?.lower).toBeCloseTo(0.0253 / 2.005, 4);
    expect(england?.upper).toBeCloseTo(5.5716 / 2.005, 4);
    expect(southWest).toMatchObject({area_code: "SW", numerator: 0, value: 0, lower: 0, origin: "synthetic"});
    expect(southWest?.upper).toBeCloseTo(3.6889 / 0.505, 3);
  });

  it("says that it has not enough data, once", async () => {
    await world.build();
    expect(await world.query("select area_code, value, symbol_reason from marts.assessment_centres")).toEqual([
      {area_code: "ENG", value: null, symbol_reason: "not_enough_data"}
    ]);
  });
});

describe("marts.schools", () => {
  it("counts what holds on the as-at date, by area, and by phase for England and its regions", async () => {
    const school = {phase: "primary", llsc_code: "LLSC01", region_code: "NE", lea_code: "101", is_sampled: "no"};
    await world.receive({collection: "school_frame", period: "2004-03", sender_id: "LLSC01"}, [
      {...school, school_id: "1", mentor_trained_date: "2004-06-30", investors_in_people_date: "2001-05-01"},
      {...school, school_id: "2", mentor_trained_date: "2004-07-01"},
      {
        ...school,
        school_id: "3",
        phase: "special",
        investors_in_people_date: "2001-05-01",
        investors_in_people_until: "2004-06-29"
      }
    ]);
    await world.build();
    expect(
      await world.query(`
        select indicator_id, area_code, category_1, numerator, denominator from marts.schools
        where area_code in ('101', 'NE')
      `)
    ).toEqual([
      {indicator_id: "CAP-05", area_code: "101", category_1: null, numerator: 1, denominator: 3},
      {indicator_id: "CAP-05", area_code: "NE", category_1: "Primary", numerator: 1, denominator: 2},
      {indicator_id: "CAP-05", area_code: "NE", category_1: "Special", numerator: 0, denominator: 1},
      {indicator_id: "CAP-05", area_code: "NE", category_1: null, numerator: 1, denominator: 3},
      {indicator_id: "CAP-06", area_code: "101", category_1: null, numerator: 1, denominator: 3},
      {indicator_id: "CAP-06", area_code: "NE", category_1: "Primary", numerator: 1, denominator: 2},
      {indicator_id: "CAP-06", area_code: "NE", category_1: "Special", numerator: 0, denominator: 1},
      {indicator_id: "CAP-06", area_code: "NE", category_1: null, numerator: 1, denominator: 3}
    ]);
  });
});
