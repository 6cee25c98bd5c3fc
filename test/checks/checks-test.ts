import {readdirSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {runChecks} from "../../pipeline/checks.js";
import {createWorld, type World} from "../marts/world.js";

const folder = "pipeline/checks";
let world: World;

/** What makes each check fail, and what the report must then say. */
const OFFENDERS: Record<string, {sql: string; says: string}> = {
  a_ceiling_is_never_fallen_short_of: {
    sql: "update marts.progress set status = 'off course' where target_id = 'T1'",
    says: "file marts.progress, rule T1 is a ceiling, rows off course"
  },
  a_looser_rule_leaves_no_more_roles_without_a_qualification: {
    sql: `insert into marts.qualified_roles by name
      select 'R01' as role_id, date '2004-03-31' as on_date, unnest(['suitable', 'relevant']) as rule,
        unnest(['strict', 'loose']) as rule_name, unnest([true, false]) as is_qualified`,
    says: 'file marts.qualified_roles, rule R01 2004-03-31 under "loose", rows 1'
  },
  a_notice_says_the_same_on_every_page: {
    sql: `insert into marts.notices by name
      select 'N01' as notice_id, '2004-08-02' as notice_date, '2004-06' as corrects_release,
        unnest(['uptake', 'areas']) as page, unnest(['It was 52.', 'It was 53.']) as text`,
    says: "file data/reference/notices.csv, rule N01 has one date, one release and one text, rows 1, 1 and 2"
  },
  apprenticeship_totals_equal_their_parts: {
    sql: "update marts.apprenticeships set value = value + 1 where measure = 'published_fact'",
    says: "file marts.apprenticeships, rule APP-01 2022-23 A08, rows 22 in all, 21 in provider types"
  },
  apprenticeships_in_support_roles_are_not_above_all: {
    sql: "update raw.apprenticeships set value = 1 where programme_name is null",
    says: "rule starts 2022-23 Advanced Apprenticeship Schools, rows 19 of 1"
  },
  areas_add_up_to_england: {
    sql: "update marts.figure_keys set value = value + 1 where mart = 'funding_by_area' and area_code = 'LLSC01'",
    says: "rule FIN-01 Grant 25 pounds allocated 2004-05 in LLSC01, rows 1001.50 in all, 1000.50 in its areas"
  },
  baseline_is_never_progress: {
    sql: "update marts.progress set actual_count = 5 where target_id = 'T1'",
    says: "rule T1 counts nothing before 2004-08-01"
  },
  completions_are_not_above_starts: {
    sql: "update raw.programme set completions = 99",
    says: "rule starts of Q09 at least completions and withdrawals, rows 14 starts, 99 ends"
  },
  costs_lie_within_their_limits: {
    sql: "insert into marts.costs by name select 'FIN-02' as indicator_id, 'ENG' as area_code, 9 as value, 1 as lower, 8 as upper",
    says: "file marts.costs, rule FIN-02 in ENG within its limits, rows 9.0 from 1.0 to 8.0"
  },
  england_is_areas_and_what_lies_in_none: {
    sql: "update marts.starts set value = value + 1 where indicator_id = 'UPT-04' and programme_id = 'Q09' and area_code = 'ENG'",
    says: "rule UPT-04 Q09, rows 15 in England, 14 in regions, 0 in no LEA"
  },
  every_apprenticeship_has_a_role: {
    sql: "delete from reference.apprenticeship_roles",
    says: "rule Learning Mentor, Advanced Apprenticeship has a role, rows 2"
  },
  every_area_with_a_rate_has_one_place_in_the_funnel: {
    sql: `insert into marts.funnel_positions by name
      select 'UPT-03' as indicator_id, '2003-04' as period, 'region' as area_level, 'XX' as area_code`,
    says: "file marts.funnel_positions, rule a rate for UPT-03 2003-04 XX, rows a place without one"
  },
  every_figure_has_an_area: {
    sql: "update marts.figure_keys set area_code = 'XX' where mart = 'survey_estimates' and area_code = 'NE'",
    says: "file marts.survey_estimates, rule XX is a region area"
  },
  every_figure_has_an_indicator: {
    sql: "update marts.figure_keys set indicator_id = 'NEW-01' where mart = 'starts' and unit = 'starts'",
    says: "file marts.starts, rule NEW-01 is defined"
  },
  every_figure_stands_once: {
    sql: "insert into marts.figure_keys select * from marts.figure_keys where mart = 'starts' and unit = 'starts' limit 1",
    says: "file marts.starts, rule UPT-04"
  },
  every_staged_row_was_accepted: {
    sql: "update raw.files set rows_accepted = 9, rows_read = 9 where collection = 'local_plan'",
    says: "rule one row for each accepted, rows 9 accepted, 0 staged"
  },
  figures_from_synthetic_returns_say_so: {
    sql: "update marts.figure_keys set origin = 'real' where mart = 'survey_estimates' and indicator_id = 'OFF-01'",
    says: "file marts.survey_estimates, rule OFF-01 is called real"
  },
  learners_are_not_above_staff: {
    sql: "insert into marts.admin_uptake by name select 'UPT-03' as indicator_id, 'ENG' as area_code, 2000 as numerator, 1000 as denominator",
    says: "rule UPT-03 in ENG, rows 2000 learners, 1000 staff"
  },
  forecasts_are_ranges_in_order: {
    sql: `insert into marts.trajectories by name
      select 'T1' as target_id, '2004-09' as month, true as is_forecast, 10 as median_count, 8 as lower_80_count,
        12 as upper_80_count, 9 as lower_95_count, 15 as upper_95_count`,
    says: "file marts.trajectories, rule T1 in 2004-09 is a range that never falls, rows 9 8 10 12 15"
  },
  milestones_met_have_a_source: {
    sql: "update reference.milestones set met_source = null",
    says: "rule M1 is met"
  },
  only_tested_figures_are_called_different: {
    sql: `insert into marts.comparisons by name
      select 'offers_by_region' as family_id, '2004-03' as period, 'NE' as area_code, 'yes' as is_different, 0.2 as p_value,
        100 as base`,
    says: "file marts.comparisons, rule a test for offers_by_region 2004-03 NE, rows p 0.2"
  },
  priorities_without_a_number_get_no_percentage: {
    sql: `insert into marts.progress_measures by name
      select 'priority' as dimension_1, 'v' as category_1, 'per cent of promises due' as unit, 50 as value`,
    says: "file marts.progress_measures, rule v has no number in the plan, rows per cent of promises due"
  },
  regions_lie_as_far_apart_however_compared: {
    sql: `insert into marts.role_mix by name select 'OFF-01' as indicator_id, '2004-03' as period, 'NE' as region_code,
        'difference' as effect, 4 as value;
      insert into marts.area_comparisons by name select 'OFF-01' as indicator_id, '2004-03' as period,
        'region' as area_level, 'NE' as area_code, 5 as difference`,
    says: "file marts.area_comparisons, rule one difference, OFF-01 2004-03 NE, rows 5.000 compared, 4.000 in the role mix"
  },
  roles_and_routes_have_a_total_of_their_own: {
    sql: "update marts.survey_estimates set base = 3 where role_id is null and route_id is null and dimension_1 is null",
    says: "rule OFF-01 counts a person once in the total, rows 3 in all, 1 in the largest part, 2 over roles"
  },
  routes_shared_by_hours_add_up_to_all: {
    sql: "insert into marts.route_shares by name select 'NE' as area_code, 'per cent of learners, shared by hours' as unit, 99 as value",
    says: "file marts.route_shares, rule UPT-05 in NE comes to all learners, rows 99.0 per cent"
  },
  one_series_in_each_survey_estimate: {
    sql: "update raw.staff_questionnaire set respondent_kind = 'head'",
    says: "rule OFF-01 is of one series, the answers of people themselves, rows 2"
  },
  outcomes_of_levels_add_up_to_all_aims: {
    sql: "delete from marts.outcome_cohorts where breakdown = 'level' and area_code = 'NE'",
    says: "file marts.outcome_cohorts, rule aims to end in 2003 in NE, rows 2 in all, 0 at their levels"
  },
  rows_read_is_accepted_plus_held: {
    sql: "update raw.files set rows_read = rows_read + 1 where collection = 'funding'",
    says: "file data/returns/funding/2004-05/DFES.csv, rule read = accepted + held, rows 3 read, 2 accepted, 0 held"
  },
  shares_lie_between_0_and_1: {
    sql: "update marts.figure_keys set value = 101 where indicator_id = 'OFF-01' and area_code = 'NE' and category_1 is null",
    says: "file marts.survey_estimates, rule per cent from 0 to 100, rows OFF-01 NE 101"
  },
  starts_add_up_over_programmes_and_months: {
    sql: "update marts.starts set value = value + 1 where unit = 'starts' and period = '2004-05' and period_type = 'month' and area_code = 'NE'",
    says: "rule months add up to starts of Q09 2003-04 in NE, rows 14 in the year, 15 in months"
  },
  shares_within_a_person_sum_to_one: {
    sql: "update marts.role_hours set hours_share = 0.9 where role_id = 'R31'",
    says: "file marts.role_hours, rule shares of record 1 of file 2 sum to one, rows 1.4"
  },
  success_is_retention_times_achievement: {
    sql: "update marts.learner_outcomes set value = 60 where indicator_id = 'OUT-04' and area_code = 'NE'",
    says: "rule success is retention times achievement, 2003-04 NE, rows 60.0 and 50.0 times 100.0"
  },
  survey_weights_are_at_least_one: {
    sql: "update marts.survey_weights set design_weight = 0.5",
    says: "rule each person stands for one or more, rows 1"
  },
  survey_weights_sum_to_the_margins: {
    sql: `insert into marts.survey_margins by name
      select '2004-03' as period, 'sex' as margin, 'ENG' as area_code, 'female' as category, 'ENG: female' as cell,
        400 as target_headcount`,
    says: "rule sex ENG: female in 2004-03 adds up, rows 400.0 staff, 0.0 weighted"
  },
  targets_keep_their_qualifier: {
    sql: "update marts.progress set qualifier = 'exactly' where target_id = 'T1'",
    says: "rule T1 keeps its qualifier, rows exactly 10000"
  },
  the_file_in_use_came_last: {
    sql: "update raw.files set status = 'used' where status = 'replaced'",
    says: "rule one file in use, rows 2"
  },
  the_residual_of_the_money_stays_a_range: {
    sql: "update marts.funding_lines set amount_gbp = 11000000 where line_id = 'residual'",
    says: "rule the residual has limits and no amount, rows 0"
  },
  ways_of_telling_a_role_add_up_to_all_learners: {
    sql: "update marts.role_assignment set numerator = 5 where category_1 = 'None' and area_code = 'NE'",
    says: "file marts.role_assignment, rule QUA-04 in NE, rows 7 told in some way or none, of 2"
  },
  what_has_no_source_is_not_called_stated: {
    sql: "insert into reference.role_competences by name select 'R01' as role_id, 'stated' as basis, 'unsourced' as source",
    says: "file data/reference/role_competences.csv, rule without a source, called stated, rows 1"
  },
  what_is_left_after_induction_is_part_of_the_award: {
    sql: `insert into marts.induction_levels by name
      select 'all' as audience, '2' as nqf_level, 'now' as status, 7 as units_required_count, -1 as units_remaining_count`,
    says: "file marts.induction_levels, rule all Level 2 now, rows -1 left of 7"
  },
  who_works_there_and_what_they_are_offered_make_the_difference: {
    sql: `insert into marts.role_mix by name select 'OFF-01' as indicator_id, '2004-03' as period, 'NE' as region_code,
        unnest(['difference', 'composition', 'rate']) as effect, unnest([4, 1, 2]) as value`,
    says: "file marts.role_mix, rule the parts add up, OFF-01 2004-03 NE, rows 4.000 in all, 3.000 in effects"
  }
};

beforeAll(async () => {
  world = await createWorld();
  await returns();
  await reference();
  await world.build();
});

afterAll(() => world.close());

async function returns(): Promise<void> {
  const synthetic = {period: "2003-04", sender_id: "LLSC01"};
  await world.receive({...synthetic, collection: "school_frame"}, [
    {
      school_id: "1000001",
      lea_code: "101",
      llsc_code: "LLSC01",
      region_code: "NE",
      phase: "primary",
      stratum: "LLSC01-P-S",
      is_sampled: "yes",
      selection_probability: 0.5,
      staff_listed: 6,
      outcome: "completed"
    }
  ]);
  await world.receive({...synthetic, collection: "staff_questionnaire"}, [
    {
      school_id: "1000001",
      respondent_kind: "self",
      main_role_id: "R01",
      second_role_id: "R31",
      selection_within_school: 0.5,
      offered_24_months: "yes",
      started_24_months: "no"
    }
  ]);
  await world.receive({...synthetic, collection: "local_plan", status: "replaced", received_date: "2004-01-10"});
  await world.receive({...synthetic, collection: "local_plan"});
  const apprentices = {academic_year: "2022/23", apprenticeship_level: "Advanced Apprenticeship", measure: "Starts"};
  const mentors = {...apprentices, programme_name: "Learning Mentor", programme_type: "Standard", provider_count: 6};
  await world.receive({collection: "apprenticeships", period: "2022_2026", sender_id: "dfe_support", origin: "real"}, [
    {...mentors, provider_type: "Local Authority", value: 2},
    {...mentors, provider_type: "Schools", value: 19}
  ]);
  await world.receive({collection: "apprenticeships", period: "2022_2026", sender_id: "dfe_all", origin: "real"}, [
    {...apprentices, provider_type: "Schools", value: 190},
    {...apprentices, provider_type: "Local Authority", value: 20}
  ]);
  const may = {month: "2004-05", lea_code: "101"};
  await world.receive({collection: "funding", period: "2004-05", sender_id: "DFES"}, [
    {...may, programme_id: "general", line_id: "B03", holder: "lea", allocation_gbp: 1000.5},
    {...may, programme_id: "general", line_id: "B03", holder: "dfes", lea_code: null, allocation_gbp: 99}
  ]);
  await world.receive({collection: "programme", period: "2004-05", sender_id: "TTA"}, [
    {...may, programme_id: "Q09", cohort: "A", cohort_start_date: "2004-05-03", starts: 14, completions: 0}
  ]);
  const aim = {person_key: "ann", A09: "AIM00001", A10: "20", A27: "2003-09-10", A28: "2004-05-31", L13: "F"};
  const learner = {...aim, workplace_lea_code: "101", L12: "23", L14: "2"};
  await world.receive({collection: "enrolment", period: "2003-04", sender_id: "900001"}, [
    {...learner, A34: "2", A35: "1", A31: "2004-05-20"},
    {...learner, person_key: "bob", A34: "1", A35: "9"}
  ]);
  const staff = {census_date: "2004-01", category: "all", phase: "all", characteristic: "all", headcount: 1000};
  await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
    {...staff, area_level: "national", area_code: "ENG", figure_origin: "synthetic"}
  ]);
}

async function reference(): Promise<void> {
  await world.insert("reference.aims", [
    {aim_reference: "AIM00001", programme_id: "Q08", nqf_level: "2", role_id: "R01", is_in_scope: "yes"}
  ]);
  await world.insert("reference.funding_lines", [
    {line_id: "B01", line_name: "Total", amount_gbp: 100_000_000, qualifier: "about", is_in_total: "total"},
    {
      line_id: "B03",
      line_name: "Grant 25",
      amount_gbp: 38_000_000,
      qualifier: "exactly",
      is_in_total: "yes",
      is_restricted_to_training: "no"
    }
  ]);
  await world.insert("reference.areas", [
    {area_level: "local_lsc", area_code: "LLSC03", area_name: "Devon", parent_code: "SW"},
    {area_level: "region", area_code: "SW", area_name: "South West", parent_code: "ENG"}
  ]);
  await world.insert("reference.milestones", [
    {milestone_id: "M1", title: "Known", due_date: "2003-10-31", known_met: "yes", met_source: "S0:L86"}
  ]);
  await world.insert("reference.targets", [
    {
      target_id: "T1",
      priority_id: "iii",
      qualifier: "up to",
      target_value: 10_000,
      counts_rule: "hlta_places_taken",
      programme_ids: "Q09",
      window_start_date: "2004-08-01",
      window_end_date: "2005-07-31"
    }
  ]);
  await world.insert("reference.apprenticeship_roles", [
    {
      programme_id: "A08",
      programme_name: "Learning Mentor",
      programme_type: "Standard",
      apprenticeship_level: "Advanced Apprenticeship",
      nqf_level: "3",
      role_id: "R17",
      route_id: "BG",
      basis: "inferred"
    }
  ]);
}

/** Returns what the checks say after a change that is then taken back. */
async function complaint(sql: string): Promise<string> {
  await world.run("begin");
  try {
    await world.run(sql);
    return await runChecks(world.connection, {folder}).then(
      () => "nothing",
      (error: Error) => error.message
    );
  } finally {
    await world.run("rollback");
  }
}

describe("checks", () => {
  it("pass on returns that are in order", async () => {
    await runChecks(world.connection, {folder});
  });

  it("can each fail", () => {
    const names = readdirSync(folder).map((name) => name.replace(".sql", ""));
    expect(Object.keys(OFFENDERS).sort()).toEqual(names.sort());
  });

  for (const [name, {sql, says}] of Object.entries(OFFENDERS)) {
    it(`${name.replaceAll("_", " ")}, or the release stops`, async () => {
      const line = (await complaint(sql)).split("\n").find((text) => text.startsWith(`${folder}/${name}.sql`));
      expect(line).toContain(says);
    });
  }
});
