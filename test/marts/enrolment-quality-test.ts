import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {katz} from "../../pipeline/methods/katz.js";
import {createWorld, type World} from "./world.js";

let world: World;
const aim = {A09: "AIM00001", A10: "20", A34: "1", A35: "9", A27: "2003-09-10", A28: "2004-05-31", L13: "F"};
const started = {...aim, workplace_lea_code: "101", L12: "23", L14: "2", age_band: "35_44"};

beforeEach(async () => {
  world = await createWorld();
  await world.insert("reference.aims", [
    {aim_reference: "AIM00001", programme_id: "Q02", nqf_level: "2", role_id: "R01", is_in_scope: "yes"}
  ]);
});

afterEach(() => world.close());

const enrol = (rows: readonly Record<string, string | null>[]) =>
  world.receive(
    {collection: "enrolment", period: "2003-04", sender_id: "900001"},
    rows.map((row, index) => ({L01: "900001", person_key: `p${index}`, ...row}))
  );
const times = <Item>(count: number, item: Item): Item[] => Array.from({length: count}, () => item);
const staff = {
  census_date: "2004-01",
  area_level: "national",
  area_code: "ENG",
  category: "all",
  phase: "all",
  characteristic: "all",
  characteristic_value: "all",
  figure_origin: "synthetic"
};

describe("marts.representation", () => {
  beforeEach(() =>
    world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
      {...staff, characteristic: "sex", characteristic_value: "female", headcount: 800},
      {...staff, characteristic: "sex", characteristic_value: "male", headcount: 200},
      {...staff, characteristic: "ethnicity", characteristic_value: "white", headcount: 900},
      {...staff, characteristic: "ethnicity", characteristic_value: "asian", headcount: 100},
      {...staff, characteristic: "ethnicity", characteristic_value: "not_stated", headcount: 40}
    ])
  );

  it("divides the share of learners by the share of staff, with a log-ratio interval", async () => {
    await enrol([...times(40, started), ...times(10, {...started, L12: "12", L13: "M"})]);
    await world.build(["marts.representation"]);
    const found = await world.query(`select dimension_1, category_1, value, lower, upper, base, symbol_reason
      from marts.representation order by all`);
    // Counts are taken to the middle of their ten.
    const expected = (count: number, of: number) => katz({count, base: 55}, {count: of, base: 1005});
    const [asian, white, female, male] = [expected(15, 105), expected(45, 905), expected(45, 805), expected(15, 205)];
    expect(found.map(({category_1}) => category_1)).toEqual(["Asian or Asian British", "White", "Female", "Male"]);
    for (const [place, {estimate, lower, upper}] of [asian, white, female, male].entries()) {
      expect(found[place]?.value).toBeCloseTo(Number(estimate), 12);
      expect(found[place]?.lower).toBeCloseTo(Number(lower), 12);
      expect(found[place]?.upper).toBeCloseTo(Number(upper), 12);
    }
  });

  it("takes counts to their ten, since a ratio and its limits lead back to the count", async () => {
    await enrol([...times(41, started), ...times(12, {...started, L12: "12", L13: "M"})]);
    await world.build(["marts.representation"]);
    const [male] = await world.query("select value, lower, base from marts.representation where category_1 = 'Male'");
    const {estimate, lower} = katz({count: 15, base: 55}, {count: 205, base: 1005});
    expect(male).toEqual({value: estimate, lower, base: 12});
  });

  it("has no figure where more than a fifth of the learners are unknown, and 0 where nobody of the group learns", async () => {
    await enrol([...times(20, {...started, L12: "99"}), ...times(30, started)]);
    await world.build(["marts.representation"]);
    expect(
      await world.query("select category_1, value, symbol_reason from marts.representation order by all")
    ).toMatchObject([
      {category_1: "Asian or Asian British", value: null, symbol_reason: "not_enough_data"},
      {category_1: "Female", value: 1005 / 805, symbol_reason: null},
      {category_1: "Male", value: 0, symbol_reason: null},
      {category_1: "White", value: null, symbol_reason: "not_enough_data"}
    ]);
  });
});

describe("marts.unknown_rates", () => {
  it("counts records without the characteristic, in enrolments and in questionnaires", async () => {
    await enrol([started, {...started, L12: "99", age_band: "unknown"}]);
    await world.receive({collection: "staff_questionnaire", period: "2004-03", sender_id: "LLSC03"}, [
      {ethnicity: "not_stated", sex: "female", age_band: "35_44", disability: "no", working_pattern: "part_time"}
    ]);
    await world.build(["marts.unknown_rates"]);
    expect(
      await world.query(`select period_type, period, category_1, category_2, numerator, denominator from marts.unknown_rates
        where area_code = 'ENG' and numerator > 0 order by all`)
    ).toEqual([
      {
        period_type: "academic",
        period: "2003-04",
        category_1: "enrolment",
        category_2: "Age band",
        numerator: 1,
        denominator: 2
      },
      {
        period_type: "academic",
        period: "2003-04",
        category_1: "enrolment",
        category_2: "Ethnic group",
        numerator: 1,
        denominator: 2
      },
      {
        period_type: "survey",
        period: "2004-03",
        category_1: "staff_questionnaire",
        category_2: "Ethnic group",
        numerator: 1,
        denominator: 1
      }
    ]);
  });
});

describe("marts.unknown_rates, of questionnaires", () => {
  it("states how many local LSCs returned, of those that should have", async () => {
    await world.insert(
      "reference.expected_senders",
      ["LLSC01", "LLSC03"].map((llsc) => ({
        collection: "staff_questionnaire",
        period: "2004-03",
        sender_id: llsc,
        area_code: llsc
      }))
    );
    await world.receive({collection: "staff_questionnaire", period: "2004-03", sender_id: "LLSC03"}, [
      {ethnicity: "not_stated", sex: "female", age_band: "35_44", disability: "no", working_pattern: "part_time"}
    ]);
    await world.build(["marts.unknown_rates"]);
    expect(
      await world.query(`select distinct senders_returned is not null as is_stated, senders_expected
        from marts.unknown_rates where category_1 = 'staff_questionnaire' and area_code = 'ENG'`)
    ).toEqual([{is_stated: true, senders_expected: 2}]);
  });
});

describe("marts.item_missing", () => {
  const field = (collection: string, name: string) =>
    world.query(`select numerator, denominator from marts.item_missing
      where category_1 = '${collection}' and category_2 = '${name}'`);

  it("expects an end of those who ended only, and counts values refused", async () => {
    await enrol([started, {...started, A34: "2"}, {...started, A34: "2", A31: "2004-05-01"}]);
    await world.insert("raw.issues", [
      {file_id: 1, record_number: 4, column_name: "L12", code: "ENR-006", severity: "error", place: "line 5"},
      {file_id: 1, record_number: 5, column_name: "A31", code: "ENR-055", severity: "warning", place: "line 6"}
    ]);
    await world.build(["marts.item_missing"]);
    expect(await field("enrolment", "Actual end")).toEqual([{numerator: 1, denominator: 2}]);
    expect(await field("enrolment", "Ethnicity")).toEqual([{numerator: 1, denominator: 4}]);
  });

  it("does not expect answers to questions that do not apply", async () => {
    await world.receive({collection: "staff_questionnaire", period: "2004-03", sender_id: "LLSC03"}, [
      {main_role_id: "R01", offered_24_months: "no"},
      {main_role_id: "R01", offered_24_months: "yes", second_role_id: "R31"},
      {main_role_id: null, offered_24_months: "yes", offered_by: "lea"}
    ]);
    await world.build(["marts.item_missing"]);
    expect(await field("staff_questionnaire", "Offered by")).toEqual([{numerator: 1, denominator: 2}]);
    expect(await field("staff_questionnaire", "Hours in the second role")).toEqual([{numerator: 1, denominator: 1}]);
    expect(await field("staff_questionnaire", "Main role")).toEqual([{numerator: 1, denominator: 3}]);
  });
});

describe("marts.admin_uptake", () => {
  it("divides learners of a category, route and level by its staff, and says which category nobody can tell", async () => {
    await world.insert("reference.routes", [
      {route_id: "TL", route_name: "Teaching and learning", is_route_of_plan: "yes"},
      {route_id: "AO", route_name: "Administration", is_route_of_plan: "yes"}
    ]);
    await world.insert("reference.role_categories", [
      {role_id: "R01", staff_category: "teaching_assistants", basis: "inferred"},
      {role_id: "R31", staff_category: "administrative", basis: "inferred"}
    ]);
    await enrol([started, started, {...started, workplace_lea_code: null}]);
    await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
      {...staff, headcount: 1000},
      {...staff, category: "teaching_assistants", headcount: 600},
      {...staff, category: "administrative", headcount: 400},
      {...staff, area_level: "lea", area_code: "101", headcount: 100}
    ]);
    await world.build(["marts.admin_uptake"]);
    expect(
      await world.query(`select area_code, route_id, nqf_level, category_1, numerator, denominator, value, symbol_reason
        from marts.admin_uptake order by area_code desc, route_id, nqf_level, category_1`)
    ).toMatchObject([
      {area_code: "ENG", route_id: "AO", numerator: 0, denominator: 400},
      {area_code: "ENG", route_id: "TL", numerator: 3, denominator: 600, value: 5},
      {area_code: "ENG", nqf_level: "2", numerator: 3, denominator: 1000},
      {area_code: "ENG", category_1: "Administrative staff", value: null, symbol_reason: "not_collected"},
      {area_code: "ENG", category_1: "Teaching assistants", numerator: 3, denominator: 600},
      {area_code: "ENG", category_1: null, numerator: 3, denominator: 1000},
      {area_code: "101", numerator: 2, denominator: 100, value: 20}
    ]);
  });
});

describe("marts.role_hours", () => {
  it("shares a person by hours, or equally where the hours of a role are left out", async () => {
    await world.receive({collection: "staff_questionnaire", period: "2004-03", sender_id: "LLSC03"}, [
      {main_role_id: "R01", main_role_hours: 15, second_role_id: "R31", second_role_hours: 5},
      {main_role_id: "R01", main_role_hours: 15, second_role_id: "R31"},
      {main_role_id: "R01"}
    ]);
    await world.build(["marts.role_hours"]);
    expect(await world.query("select record_number, role_id, hours_share from marts.role_hours")).toEqual([
      {record_number: 1, role_id: "R01", hours_share: 0.75},
      {record_number: 1, role_id: "R31", hours_share: 0.25},
      {record_number: 2, role_id: "R01", hours_share: 0.5},
      {record_number: 2, role_id: "R31", hours_share: 0.5},
      {record_number: 3, role_id: "R01", hours_share: 1}
    ]);
  });
});

describe("marts.not_collected", () => {
  it("says of what no return could yield that it is not collected", async () => {
    await world.build(["marts.not_collected"]);
    expect(await world.query("select indicator_id, value, symbol_reason from marts.not_collected")).toEqual([
      {indicator_id: "EQU-01", value: null, symbol_reason: "not_collected"},
      {indicator_id: "OUT-06", value: null, symbol_reason: "not_collected"},
      {indicator_id: "OUT-08", value: null, symbol_reason: "not_collected"}
    ]);
  });
});

describe("marts.not_enough_data", () => {
  it("names each indicator of which nothing was received", async () => {
    await world.build(["marts.not_enough_data"]);
    const found = await world.query("select indicator_id from marts.not_enough_data");
    expect(found.map(({indicator_id}) => indicator_id)).toEqual([
      "CAP-03",
      "CAP-07",
      "EQU-01",
      "EQU-04",
      "OUT-01",
      "OUT-02",
      "OUT-03",
      "OUT-04",
      "OUT-08",
      "QUA-01",
      "QUA-03",
      "QUA-04",
      "QUA-05",
      "UPT-03"
    ]);
  });

  it("leaves out those of which something was", async () => {
    await enrol([started]);
    await world.build(["marts.not_enough_data"]);
    const found = await world.query("select indicator_id from marts.not_enough_data");
    expect(found.map(({indicator_id}) => indicator_id)).toEqual([
      "CAP-03",
      "EQU-01",
      "OUT-08",
      "QUA-01",
      "QUA-05",
      "UPT-03"
    ]);
  });
});
