import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {estimateRatio} from "../../pipeline/methods/survey.js";
import {devon, drawn, person, surveyedWorld, surveyIn, TOTAL} from "./surveyed.js";
import type {World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await surveyedWorld();
});

afterEach(() => world.close());

const {frame, answers, build, twoRegions, figures, tenSchools, census} = surveyIn(() => world);

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
