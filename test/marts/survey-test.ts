import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {estimateRatio} from "../../pipeline/methods/survey.js";
import type {Value} from "../../pipeline/warehouse.js";
import {createWorld, type World} from "./world.js";

const PERIOD = "2004-03";
let world: World;

/** Stratum A: 4 schools, 2 drawn (1 in 2), 1 answers. Stratum B, in another region: 1 school drawn for sure, answers. */
beforeEach(async () => {
  world = await createWorld();
  await world.insert(
    "reference.expected_senders",
    ["LLSC01", "LLSC02", "LLSC03"].map((llsc) => ({
      collection: "staff_questionnaire",
      period: PERIOD,
      sender_id: llsc,
      area_code: llsc
    }))
  );
  await world.insert("reference.role_categories", [
    {role_id: "R01", staff_category: "teaching_assistants", basis: "inferred"},
    {role_id: "R31", staff_category: "administrative", basis: "inferred"}
  ]);
});

afterEach(() => world.close());

const tyne = {lea_code: "101", llsc_code: "LLSC01", region_code: "NE", phase: "primary", stratum: "LLSC01-P-S"};
const devon = {...tyne, lea_code: "104", llsc_code: "LLSC03", region_code: "SW", stratum: "LLSC03-P-S"};
const drawn = {is_sampled: "yes", selection_probability: 0.5, staff_listed: 6, outcome: "completed"};
const person = {school_id: "1000001", respondent_kind: "self", main_role_id: "R01", selection_within_school: 0.5};

const frame = (sender_id: string, rows: Record<string, Value>[]) =>
  world.receive({collection: "school_frame", period: PERIOD, sender_id}, rows);
const answers = (sender_id: string, rows: Record<string, Value>[], file: Record<string, Value> = {}) =>
  world.receive({collection: "staff_questionnaire", period: PERIOD, sender_id, ...file}, rows);
const build = () =>
  world.build([
    "marts.offer_gap",
    "marts.response_rates",
    "marts.survey_domains",
    "marts.survey_estimates",
    "marts.survey_weights",
    "marts.thresholds"
  ]);

async function twoRegions(): Promise<void> {
  await frame("LLSC01", [
    {...tyne, ...drawn, school_id: "1000001"},
    {...tyne, ...drawn, school_id: "1000002", staff_listed: 5, outcome: "refused"},
    {...tyne, ...drawn, school_id: "1000003", staff_listed: null, outcome: "closed"},
    {...tyne, school_id: "1000004", is_sampled: "no", outcome: "not_sampled"}
  ]);
  await frame("LLSC03", [{...devon, ...drawn, school_id: "3000001", selection_probability: 1, staff_listed: 4}]);
  await answers("LLSC01", [
    {...person, offered_24_months: "yes", started_24_months: "yes", second_role_id: "R31"},
    {...person, offered_24_months: "no"},
    {...person, offered_24_months: "dont_know", main_role_id: "R05"},
    {...person, offered_24_months: "yes", respondent_kind: "head"}
  ]);
  await answers("LLSC03", [
    {...person, school_id: "3000001", offered_24_months: "no", main_role_id: "R31"},
    {...person, school_id: "3000001", offered_24_months: "yes", started_24_months: "no"}
  ]);
}

const figures = (where: string) =>
  world.query(
    `select area_code, role_id, route_id, category_1, round(value, 3) as value, base
    from marts.survey_estimates where ${where}`
  );
const TOTAL = "coalesce(role_id, route_id, dimension_1) is null";

/** Ten schools of one local LSC: five answer for teaching assistants, who were offered training, five for others. */
async function tenSchools(): Promise<void> {
  const ids = Array.from({length: 10}, (_, i) => String(1000000 + i));
  await frame(
    "LLSC01",
    ids.map((school_id) => ({...tyne, ...drawn, school_id, staff_listed: 2}))
  );
  await answers(
    "LLSC01",
    ids.map((school_id, i) => ({
      ...person,
      school_id,
      main_role_id: i < 5 ? "R01" : "R31",
      offered_24_months: i < 5 ? "yes" : "no"
    }))
  );
}

const staff = {
  census_date: "2004-01",
  area_level: "local_lsc",
  area_code: "LLSC01",
  category: "all",
  phase: "all",
  characteristic: "all",
  figure_origin: "synthetic"
};
const census = (rows: Record<string, Value>[]) =>
  world.receive(
    {collection: "workforce", period: "2004-01", sender_id: "DFES"},
    rows.map((row) => ({...staff, ...row}))
  );

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

describe("marts.survey_estimates", () => {
  it("counts a person once in the total, weighted, without those who do not know", async () => {
    await twoRegions();
    await build();
    expect(await figures(`indicator_id = 'OFF-01' and ${TOTAL} and area_level = 'national'`)).toEqual([
      {area_code: "ENG", role_id: null, route_id: null, category_1: null, value: 50, base: 4}
    ]);
    expect(await figures(`indicator_id = 'OFF-01' and ${TOTAL} and area_level = 'region'`)).toMatchObject([
      {area_code: "NE", value: 50, base: 2},
      {area_code: "SW", value: 50, base: 2}
    ]);
  });

  it("has those of whom a characteristic is not known as a group, so that the groups make up everybody", async () => {
    await twoRegions();
    await answers("LLSC01", [{...person, offered_24_months: "yes", sex: "female", service_years: 4}]);
    await build();
    const by = (dimension: string) =>
      figures(`indicator_id = 'OFF-01' and area_code = 'ENG' and dimension_1 = '${dimension}' and dimension_2 is null
        and coalesce(role_id, route_id) is null order by category_1`);
    expect(await by("sex")).toMatchObject([
      {category_1: "Female", base: 1},
      {category_1: "Not known", base: 4}
    ]);
    expect(await by("service")).toMatchObject([
      {category_1: "2 years or more", base: 1},
      {category_1: "Not known", base: 4}
    ]);
  });

  it("counts a person once in each role and each route held", async () => {
    await twoRegions();
    await build();
    expect(await figures("indicator_id = 'OFF-01' and role_id is not null and dimension_1 is null")).toMatchObject([
      {role_id: "R01", value: 55.556, base: 3},
      {role_id: "R31", value: 80, base: 2}
    ]);
    expect(
      await figures(
        "indicator_id = 'OFF-01' and route_id is not null and area_code = 'ENG' and dimension_1 is null order by route_id"
      )
    ).toMatchObject([
      {route_id: "AO", base: 2},
      {route_id: "BG", base: 3},
      {route_id: "TL", base: 3}
    ]);
  });

  it("calls a route estimated where a role is on it by our reading alone", async () => {
    await twoRegions();
    await world.run("update raw.files set origin = 'real'");
    await build();
    expect(
      await world.query(`
        select route_id, origin from marts.survey_estimates
        where indicator_id = 'OFF-01' and area_code = 'ENG' and role_id is null and dimension_1 is null order by all`)
    ).toEqual([
      {route_id: "AO", origin: "real"},
      {route_id: "BG", origin: "estimated"},
      {route_id: "TL", origin: "real"},
      {route_id: null, origin: "real"}
    ]);
  });

  it("takes uptake among those offered, and participation among all with a known answer", async () => {
    await twoRegions();
    await build();
    const national = `${TOTAL} and area_level = 'national'`;
    expect(await figures(`indicator_id = 'UPT-01' and ${national}`)).toMatchObject([{value: 80, base: 2}]);
    expect(await figures(`indicator_id = 'UPT-02' and ${national}`)).toMatchObject([{value: 40, base: 4}]);
  });

  it("has no figure for a local LSC that sent nothing, and counts its staff as not covered", async () => {
    await twoRegions();
    await census([
      {area_code: "LLSC01", headcount: 600},
      {area_code: "LLSC02", headcount: 250},
      {area_code: "LLSC03", headcount: 150}
    ]);
    await build();
    expect(
      await world.query(`
        select area_code, value, senders_returned, senders_expected, population_share, origin
        from marts.survey_estimates
        where indicator_id = 'OFF-01' and area_code in ('ENG', 'NE', 'LLSC02') and ${TOTAL}`)
    ).toEqual([
      {
        area_code: "LLSC02",
        value: null,
        senders_returned: 0,
        senders_expected: 1,
        population_share: null,
        origin: "synthetic"
      },
      {
        area_code: "ENG",
        value: 50,
        senders_returned: 2,
        senders_expected: 3,
        population_share: (605 + 155) / (605 + 255 + 155),
        origin: "synthetic"
      },
      {
        area_code: "NE",
        value: 50,
        senders_returned: 1,
        senders_expected: 2,
        population_share: 605 / (605 + 255),
        origin: "synthetic"
      }
    ]);
  });

  it("says that there is nothing where nobody has answered", async () => {
    await build();
    expect(
      await world.query("select indicator_id, area_code, value, symbol_reason from marts.survey_estimates")
    ).toContainEqual({indicator_id: "OFF-01", area_code: "ENG", value: null, symbol_reason: "not_enough_data"});
  });

  it("gives each of many cells at once what it has alone, school by school", async () => {
    await tenSchools();
    await answers("LLSC01", [{...person, school_id: "1000007", offered_24_months: "yes", started_24_months: "no"}]);
    await build();
    const [alone] = await estimateRatio(world.connection, {
      table: `(select people.*, weights.weight,
        case when main_role_id = 'R01' then (offered_24_months = 'yes')::double end as is_offered
        from marts.survey_people as people inner join marts.survey_weights as weights using (file_id, record_number))`,
      numerator: "is_offered",
      weight: "weight",
      stratum: "stratum",
      cluster: "school_id",
      interval: "wilson"
    });
    const [together] = await world.query(`
      select value, standard_error, lower, upper, effective_base from marts.survey_estimates
      where indicator_id = 'OFF-01' and role_id = 'R01' and dimension_1 is null`);
    const {estimate, standardError, lower, upper, effectiveBase} = alone ?? {};
    const percent = (value: number | null | undefined) => 100 * Number(value);
    expect(together?.value).toBeCloseTo(percent(estimate), 9);
    expect(together?.standard_error).toBeCloseTo(percent(standardError), 9);
    expect(together?.lower).toBeCloseTo(percent(lower), 9);
    expect(together?.upper).toBeCloseTo(percent(upper), 9);
    expect(together?.effective_base).toBeCloseTo(Number(effectiveBase), 9);
  });

  it("refuses to pool what heads say with what people say of themselves", async () => {
    await twoRegions();
    await build();
    await world.run(`insert into marts.survey_answers by name
      select file_id, record_number, 'OFF-01' as indicator_id, 1 as numerator, 1 as denominator
      from stage.staff_questionnaire where respondent_kind = 'head'`);
    const {build: estimates} = await import("../../pipeline/marts/survey_results.js");
    await expect(estimates(world.connection)).rejects.toThrow("pooled series: OFF-01");
  });
});

describe("marts.offer_gap and marts.thresholds", () => {
  it("set teaching assistants and others apart by main role", async () => {
    await tenSchools();
    await answers("LLSC01", [{...person, school_id: "1000001", offered_24_months: "no"}]);
    await build();
    // Six answers of teaching assistants in five schools, five offered; none of the others was.
    expect(
      await world.query(
        "select area_code, unit, round(value, 3) as value, base from marts.offer_gap where area_code = 'ENG'"
      )
    ).toEqual([
      {area_code: "ENG", unit: "percentage points", value: -83.333, base: 5},
      {area_code: "ENG", unit: "ratio", value: null, base: 5}
    ]);
  });

  it("say whether fewer than half were offered training only where the whole interval does", async () => {
    await tenSchools();
    await frame("LLSC03", [{...devon, ...drawn, school_id: "3000001"}]);
    const other = {...person, school_id: "3000001", main_role_id: "R31"};
    await answers("LLSC03", [
      {...other, offered_24_months: "yes"},
      {...other, offered_24_months: "no"}
    ]);
    await build();
    expect(await world.query("select area_code, is_met from marts.thresholds order by all")).toEqual([
      {area_code: "ENG", is_met: "cannot say"},
      {area_code: "NE", is_met: "yes"},
      {area_code: "SW", is_met: "cannot say"}
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
