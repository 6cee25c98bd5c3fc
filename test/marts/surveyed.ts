import type {Value} from "../../pipeline/warehouse.js";
import {createWorld, type World} from "./world.js";

export const PERIOD = "2004-03";
export const TOTAL = "coalesce(role_id, route_id, dimension_1) is null";

export const tyne = {lea_code: "101", llsc_code: "LLSC01", region_code: "NE", phase: "primary", stratum: "LLSC01-P-S"};
export const devon = {...tyne, lea_code: "104", llsc_code: "LLSC03", region_code: "SW", stratum: "LLSC03-P-S"};
export const drawn = {is_sampled: "yes", selection_probability: 0.5, staff_listed: 6, outcome: "completed"};
export const person = {
  school_id: "1000001",
  respondent_kind: "self",
  main_role_id: "R01",
  selection_within_school: 0.5
};

const staff = {
  census_date: "2004-01",
  area_level: "local_lsc",
  area_code: "LLSC01",
  category: "all",
  phase: "all",
  characteristic: "all",
  figure_origin: "synthetic"
};

/** Returns a world in which three local LSCs are asked for the staff questionnaire, and two roles have a category of staff. */
export async function surveyedWorld(): Promise<World> {
  const world = await createWorld();
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
  return world;
}

/** Returns what fills, builds and reads the world that there is when it is called. */
export function surveyIn(of: () => World) {
  const frame = (sender_id: string, rows: Record<string, Value>[]) =>
    of().receive({collection: "school_frame", period: PERIOD, sender_id}, rows);
  const answers = (sender_id: string, rows: Record<string, Value>[], file: Record<string, Value> = {}) =>
    of().receive({collection: "staff_questionnaire", period: PERIOD, sender_id, ...file}, rows);
  const build = () =>
    of().build([
      "marts.offer_gap",
      "marts.response_rates",
      "marts.survey_domains",
      "marts.survey_estimates",
      "marts.survey_weights",
      "marts.thresholds"
    ]);

  /** Stratum A: 4 schools, 2 drawn (1 in 2), 1 answers. Stratum B, in another region: 1 school drawn for sure, answers. */
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
    of().query(
      `select area_code, role_id, route_id, category_1, round(value, 3) as value, base
      from marts.survey_estimates where ${where}`
    );

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

  const census = (rows: Record<string, Value>[]) =>
    of().receive(
      {collection: "workforce", period: "2004-01", sender_id: "DFES"},
      rows.map((row) => ({...staff, ...row}))
    );

  return {frame, answers, build, twoRegions, figures, tenSchools, census};
}
