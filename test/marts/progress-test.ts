import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

const OURS = ["marts.progress", "marts.trajectories", "marts.progress_measures"];
let world: World;

const target = {target_unit: "places", counts: "What counts", place: "S0:L1", qualifier: "exactly", priority_id: "iv"};
const window = {window_start_date: "2004-04-01", window_end_date: "2005-03-31"};
const places = {...target, ...window, counts_rule: "hlta_places_taken", programme_ids: "Q09"};
const cohorts = {...target, ...window, counts_rule: "csbm_dsbm_places_taken", programme_ids: "Q40"};

/** Places taken month by month, from the month given. */
async function takePlaces(taken: readonly number[], {year = 2003, month = 8} = {}): Promise<void> {
  for (const [index, places_taken] of taken.entries()) {
    const at = month + index - 1;
    const period = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    await world.receive({collection: "programme", period, sender_id: "TTA"}, [
      {programme_id: "Q09", provider_id: "900001", month: period, places_taken}
    ]);
  }
}

const statuses = () => world.query("select target_id, status from marts.progress order by target_id");

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.close());

describe("marts.target_months", () => {
  it("has each whole month that was reported, none that was not, and a month without places as nothing", async () => {
    await world.insert("reference.targets", [{...places, target_id: "T1", target_value: 100}]);
    await takePlaces([5], {month: 2, year: 2004});
    await takePlaces([0, 7], {month: 4, year: 2004});
    await world.build(OURS);
    expect(await world.query("select month, is_in_window, month_count from marts.target_months")).toEqual([
      {month: "2004-02", is_in_window: false, month_count: 5},
      {month: "2004-04", is_in_window: true, month_count: 0},
      {month: "2004-05", is_in_window: true, month_count: 7}
    ]);
  });

  it("counts a learner in the month of the first start", async () => {
    await world.insert("reference.aims", [
      {aim_reference: "A1", programme_id: "Q08", nqf_level: "2", role_id: "R01", is_in_scope: "yes"}
    ]);
    await world.insert("reference.targets", [
      {
        ...target,
        target_id: "T1",
        target_value: 100,
        qualifier: "up to",
        counts_rule: "enrolment_level_2_learners",
        programme_ids: "Q08",
        window_start_date: "2004-08-01",
        window_end_date: "2005-07-31"
      }
    ]);
    const aim = {A09: "A1", A10: "20", A34: "1", A28: "2004-12-31"};
    await world.receive({collection: "enrolment", period: "2003-04", sender_id: "900001"}, [
      {...aim, person_key: "ann", A27: "2003-09-10"},
      {...aim, person_key: "ann", A27: "2004-01-10"},
      {...aim, person_key: "bob", A27: "2003-07-10"},
      {...aim, person_key: "cat", A27: "2004-01-10"}
    ]);
    await world.build(OURS);
    expect(await world.query("select month, month_count from marts.target_months where month_count > 0")).toEqual([
      {month: "2003-09", month_count: 1},
      {month: "2004-01", month_count: 1}
    ]);
    expect(
      await world.query("select count(*) as months, min(month) as first, max(month) as last from marts.target_months")
    ).toEqual([{months: 11, first: "2003-08", last: "2004-06"}]);
  });
});

describe("marts.progress", () => {
  it("judges by the chance of reaching the number, and a ceiling not at all", async () => {
    await takePlaces([100, 110, 90, 100, 105, 95, 100, 100, 100, 110, 90]);
    await world.insert("reference.targets", [
      {...places, target_id: "T1", target_value: 900},
      {...places, target_id: "T2", target_value: 1200},
      {...places, target_id: "T3", target_value: 2000},
      {...places, target_id: "T4", target_value: 2000, qualifier: "up to"},
      {...places, target_id: "T5", target_value: 310, qualifier: "around"},
      {...places, target_id: "T6", target_value: 310},
      {...target, target_id: "T7", counts_rule: "none", qualifier: "no number"}
    ]);
    await world.build(OURS);
    expect(await statuses()).toEqual([
      {target_id: "T1", status: "on course"},
      {target_id: "T2", status: "at risk"},
      {target_id: "T3", status: "off course"},
      {target_id: "T4", status: "under way"},
      {target_id: "T5", status: "met"},
      {target_id: "T6", status: "on course"},
      {target_id: "T7", status: "no number set"}
    ]);
    const [first] = await world.query(
      "select months_left_count, required_monthly_count, recent_count, required_ratio, trajectory_method from marts.progress"
    );
    expect(first).toEqual({
      months_left_count: 9,
      required_monthly_count: 600 / 9,
      recent_count: 300,
      required_ratio: 600 / 9 / 100,
      trajectory_method: "constant rate"
    });
  });

  it("cannot say on five months, nor without a return", async () => {
    await takePlaces([650, 980, 1190], {month: 4, year: 2004});
    await world.insert("reference.targets", [
      {...places, target_id: "T1", target_value: 7000, qualifier: "around"},
      {...cohorts, target_id: "T2", target_value: 1300}
    ]);
    await world.build(OURS);
    expect(
      await world.query(
        "select status, actual_count, required_monthly_count, probability, trajectory_method from marts.progress"
      )
    ).toEqual([
      {
        status: "cannot say",
        actual_count: 2820,
        required_monthly_count: 4180 / 9,
        probability: null,
        trajectory_method: null
      },
      {
        status: "cannot say",
        actual_count: null,
        required_monthly_count: null,
        probability: null,
        trajectory_method: null
      }
    ]);
    expect(await world.query("select month, is_forecast, observed_count from marts.trajectories")).toEqual([
      {month: "2004-04", is_forecast: false, observed_count: 650},
      {month: "2004-05", is_forecast: false, observed_count: 1630},
      {month: "2004-06", is_forecast: false, observed_count: 2820}
    ]);
  });

  it("says missed or closed when the window is over, and met when the number was reached", async () => {
    world.close();
    world = await createWorld({asAt: "2005-04-30"});
    await takePlaces([100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100], {month: 4, year: 2004});
    await world.insert("reference.targets", [
      {...places, target_id: "T1", target_value: 1300},
      {...places, target_id: "T2", target_value: 1300, qualifier: "up to"},
      {...places, target_id: "T3", target_value: 1200}
    ]);
    await world.build(OURS);
    expect(await statuses()).toEqual([
      {target_id: "T1", status: "missed"},
      {target_id: "T2", status: "closed"},
      {target_id: "T3", status: "met"}
    ]);
  });

  it("follows planned cohorts, filled as earlier ones were, whatever minimum the providers state", async () => {
    const cohort = {programme_id: "Q40", provider_id: "900001", month: "2004-04"};
    await world.receive({collection: "provider", period: "2003-04", sender_id: "NCSL"}, [
      {provider_id: "900001", annual_capacity: 100, capacity_kind: "minimum"}
    ]);
    await world.receive({collection: "programme", period: "2004-04", sender_id: "NCSL"}, [
      {...cohort, cohort: "A", cohort_start_date: "2004-04-26", places_funded: 600, places_taken: 570},
      {...cohort, cohort: "B", cohort_start_date: "2004-10-11", places_funded: 600, places_taken: 0},
      {...cohort, cohort: "C", cohort_start_date: "2005-04-11", places_funded: 600, places_taken: 0}
    ]);
    await world.insert("reference.targets", [
      {...cohorts, target_id: "T1", target_value: 1300},
      {...cohorts, target_id: "T2", target_value: 1100}
    ]);
    await world.build(OURS);
    expect(await statuses()).toEqual([
      {target_id: "T1", status: "off course"},
      {target_id: "T2", status: "on course"}
    ]);
    const months = await world.query(
      "select month, median_count between 1135 and 1145 as is_filled from marts.trajectories where target_id = 'T1' and is_forecast"
    );
    expect(months).toHaveLength(9);
    expect(months.filter(({is_filled}) => is_filled === true).map(({month}) => month)[0]).toBe("2004-10");
    // All 600 planned places more would not make up 1,300; the last month that a return tells of is April.
    expect(
      await world.query("select target_id, is_certain, counted_to_date from marts.progress order by target_id")
    ).toEqual([
      {target_id: "T1", is_certain: true, counted_to_date: "2004-04-30"},
      {target_id: "T2", is_certain: false, counted_to_date: "2004-04-30"}
    ]);
  });

  it("stops at what all providers together state as their maximum", async () => {
    await world.receive({collection: "provider", period: "2003-04", sender_id: "TTA"}, [
      {provider_id: "900001", annual_capacity: 700, capacity_kind: "maximum"}
    ]);
    await takePlaces([100, 110, 90, 100, 105, 95, 100, 100, 100, 110, 90]);
    await world.insert("reference.targets", [{...places, target_id: "T1", target_value: 1000}]);
    await world.build(OURS);
    expect(
      await world.query("select upper_95, probability, is_certain, is_feasible from marts.target_forecasts")
    ).toEqual([{upper_95: 700, probability: 0, is_certain: true, is_feasible: false}]);
  });
});

describe("marts.milestones", () => {
  it("takes a promise as met or missed only from a source", async () => {
    const promise = {title: "A promise", qualifier: "by", due: "2004-01", due_date: "2004-01-31", place: "S0:L1"};
    await world.insert("reference.milestones", [
      {...promise, milestone_id: "M01", known_met: "yes", met_source: "S0:L2"},
      {...promise, milestone_id: "M02", known_met: "no", met_source: "S0:L2"},
      {...promise, milestone_id: "M03", known_met: "yes"},
      {...promise, milestone_id: "M04", known_met: "unknown"},
      {...promise, milestone_id: "M05", known_met: "unknown", due_date: "2004-07-31"},
      {...promise, milestone_id: "M06", known_met: "unknown", due_date: null}
    ]);
    await world.build(OURS);
    expect((await world.query("select status from marts.milestones")).map(({status}) => status)).toEqual([
      "met",
      "missed",
      "due, not known",
      "due, not known",
      "not yet due",
      "no date set"
    ]);
  });
});

describe("marts.progress_measures", () => {
  const figures = (where: string) =>
    world.query(
      `select category_1, unit, numerator, denominator, value, lower, upper, symbol_reason from marts.progress_measures where ${where}`
    );

  it("counts promises by priority, and gives those without a number no percentage", async () => {
    const promise = {title: "A promise", qualifier: "by", due: "2004-01", due_date: "2004-01-31", place: "S0:L1"};
    await world.insert("reference.milestones", [
      {...promise, milestone_id: "M01", priority_id: "i", known_met: "yes", met_source: "S0:L2"},
      {...promise, milestone_id: "M02", priority_id: "i", known_met: "unknown"},
      {...promise, milestone_id: "M03", priority_id: "v", known_met: "yes", met_source: "S0:L2"},
      {...promise, milestone_id: "M04", priority_id: "vi", known_met: "unknown", due_date: "2004-07-31"}
    ]);
    await world.build(OURS);
    expect(await figures("indicator_id = 'PRI-01' and unit like 'per cent%'")).toEqual([
      expect.objectContaining({category_1: "i", numerator: 1, denominator: 2, value: 50}),
      expect.objectContaining({category_1: "vi", value: null, symbol_reason: "not_yet_due"}),
      expect.objectContaining({category_1: null, numerator: 2, denominator: 3})
    ]);
    expect(await figures("category_1 = 'v'")).toMatchObject([
      {unit: "promises due", value: 1},
      {unit: "promises known to be met", value: 1},
      {unit: "promises known to be missed", value: 0}
    ]);
  });

  it("has progress, gap, forecast and the rate needed of each target, or says why not", async () => {
    await takePlaces([100, 110, 90, 100, 105, 95, 100, 100, 100, 110, 90]);
    await world.insert("reference.targets", [
      {...places, target_id: "T1", target_value: 1200},
      {...places, target_id: "T2", target_value: 1200, qualifier: "up to"},
      {...places, target_id: "T3", target_value: 1200, window_start_date: "2006-04-01", window_end_date: "2007-03-31"},
      {...target, target_id: "T4", counts_rule: "none", qualifier: "no number", target_unit: "none"}
    ]);
    await world.build(OURS);
    expect(await figures("indicator_id = 'PRI-02'")).toMatchObject([
      {category_1: "T1", unit: "per cent of target", numerator: 300, denominator: 1200, value: 25},
      {category_1: "T1", unit: "places still to reach", value: 900},
      {category_1: "T2", unit: "per cent of target", numerator: 300, value: 25},
      {category_1: "T3", unit: "per cent of target", value: null, symbol_reason: "not_yet_due"},
      {category_1: "T3", unit: "places still to reach", value: null, symbol_reason: "not_yet_due"},
      {category_1: "T4", unit: "per cent of target", value: null, symbol_reason: "no_number_set"}
    ]);
    const [chance, wide, narrow] = await figures("indicator_id = 'PRI-03' and category_1 = 'T1'");
    expect(chance).toMatchObject({unit: "per cent chance of reaching the target", symbol_reason: null});
    expect(Number(chance?.value)).toBeGreaterThan(20);
    expect(Number(wide?.lower)).toBeLessThan(Number(narrow?.lower));
    expect(await figures("indicator_id = 'PRI-04'")).toMatchObject([
      // Counts are taken to the middle of their ten: 305 of 300.
      {category_1: "T1", unit: "places needed a month", value: 895 / 9},
      {category_1: "T1", unit: "ratio to the last three months", value: 895 / 9 / (305 / 3)},
      {category_1: "T2", unit: "places needed a month", value: null, symbol_reason: "not_applicable"},
      {category_1: "T3", unit: "places needed a month", value: null, symbol_reason: "not_yet_due"}
    ]);
  });

  it("sets starts on the behaviour courses against about 20,000 staff, with what 18,000 and 22,000 would make of it", async () => {
    await world.build(OURS);
    expect(await figures("indicator_id = 'PRI-05'")).toMatchObject([{value: null, symbol_reason: "not_returned"}]);
    await world.receive({collection: "programme", period: "2004-06", sender_id: "NPBA"}, [
      {programme_id: "Q23", month: "2004-06", starts: 300},
      {programme_id: "Q24", month: "2004-06", starts: 96}
    ]);
    await world.build(OURS);
    expect(await figures("indicator_id = 'PRI-05'")).toMatchObject([{value: 1.98, lower: 1.8, upper: 2.2}]);
    await world.insert("reference.milestones", [{milestone_id: "M22", due_date: "2004-09-30", known_met: "unknown"}]);
    await world.run("delete from raw.programme");
    await world.build(OURS);
    expect(await figures("indicator_id = 'PRI-05'")).toMatchObject([{value: null, symbol_reason: "not_yet_due"}]);
  });
});
