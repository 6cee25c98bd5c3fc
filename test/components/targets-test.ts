import {describe, expect, it} from "vitest";
import type {Target} from "../../src/components/release.js";
import {
  begins,
  chance,
  countingWindow,
  dueWhen,
  heading,
  inReturns,
  numbered,
  pace,
  placeInPlan,
  soFar,
  standingOfAll
} from "../../src/components/targets.js";

const target = (of: Partial<Target>): Target => ({
  target_id: "T04",
  priority_id: "iv",
  title: "Places for higher level teaching assistants",
  qualifier: "around",
  target_value: 7000,
  target_unit: "places",
  window_start_date: "2004-04-01",
  window_end_date: "2005-03-31",
  counts: "Places taken.",
  actual_count: 1540,
  baseline_count: null,
  percent_of_target: 22,
  symbol: null,
  symbol_reason: null,
  status: "on course",
  status_reason: "",
  as_at_date: "2004-06-30",
  counted_to_date: "2004-06-30",
  months_left_count: 9,
  required_monthly_count: 607,
  recent_monthly_count: 513,
  required_ratio: 1.2,
  is_feasible: null,
  forecast_lower_count: null,
  forecast_upper_count: null,
  probability_percent: null,
  trajectory_method: null,
  senders_returned: 9,
  senders_expected: 10,
  place: "S0:L134",
  origin: "synthetic",
  provenance_id: "progress",
  ...of
});

const ahead = target({target_id: "T03", status: "not yet due", actual_count: null, window_start_date: "2004-08-01"});
const unnumbered = target({target_id: "T06", target_value: null, qualifier: "no number", status: "no number set"});

describe("standingOfAll(release)", () => {
  it("counts only targets with a number, each once", () => {
    expect(standingOfAll({progress: [target({}), ahead, unnumbered]})).toBe(
      "Of the plan’s two numbered targets, one is on course and one is not yet due"
    );
    expect(standingOfAll({progress: [target({status: "met"}), target({status: "met"})]})).toBe(
      "Of the plan’s two numbered targets, two are met"
    );
  });

  it("says so where the plan sets no number at all", () => {
    expect(standingOfAll({progress: [unnumbered]})).toBe("The plan sets no number to reach");
  });
});

describe("pace(target)", () => {
  it("says what is needed a month beside what came, and when no provider can run that", () => {
    expect(pace(target({}))).toBe(
      "It takes 607 a month in the nine months left; the last three months brought 513 a month."
    );
    expect(pace(target({recent_monthly_count: null, is_feasible: false}))).toBe(
      "It takes 607 a month in the nine months left, and the capacity that providers state allows less."
    );
  });

  it("says nothing of a ceiling, of a window that is not open, and of a target that is reached", () => {
    expect(pace(target({required_monthly_count: null}))).toBe("");
    expect(pace(target({required_monthly_count: 0}))).toBe("");
  });
});

describe("heading(target) and chance(percent)", () => {
  it("give a range, and never certainty where there is none", () => {
    expect(heading(target({forecast_lower_count: 1140, forecast_upper_count: 1160}))).toBe("1,140 to 1,160");
    expect(heading(target({forecast_lower_count: 570, forecast_upper_count: 570}))).toBe("about 570");
    expect(heading(target({}))).toBeUndefined();
    expect([0, 1, 45, 99, 100].map(chance)).toEqual(["none", "1% or less", "45%", "99% or more", "100%"]);
  });
});

describe("soFar(target)", () => {
  it("keeps the qualifier of the plan", () => {
    expect(numbered({progress: [target({})]}).map(soFar)).toEqual([
      "1,540 of around 7,000 places for higher level teaching assistants"
    ]);
  });
});

describe("inReturns(rows)", () => {
  it("says synthetic as soon as one row is", () => {
    expect(inReturns([{origin: "real"}, {origin: "synthetic"}])).toBe(" in the synthetic returns");
    expect(inReturns([{origin: "real"}])).toBe("");
  });
});

describe("dates of the plan", () => {
  it("are written as the plan gives them", () => {
    expect(dueWhen({qualifier: "by", due: "2004-12", due_date: "2004-12-31"})).toBe("By December 2004");
    expect(dueWhen({qualifier: "in", due: "autumn 2004", due_date: "2004-11-30"})).toBe("In autumn 2004");
    expect(dueWhen({qualifier: "in", due: "end of 2003", due_date: "2003-12-31"})).toBe("At the end of 2003");
    expect(dueWhen({qualifier: "in", due: "later in the year", due_date: "2004-12-31"})).toBe("Later in the year");
    expect(dueWhen({qualifier: "no date", due: "no date", due_date: null})).toBe("No date");
  });

  it("tell a year from a month", () => {
    expect(dueWhen({qualifier: "in", due: "2004-05", due_date: "2005-03-31"})).toBe("In 2004–05");
  });

  it("say when a target counts", () => {
    expect(countingWindow(target({}))).toBe("April 2004 to March 2005");
    expect(begins(ahead)).toBe("counts from 1 August 2004");
  });

  it("say where in the documents a line stands, and leave a place that is none of them", () => {
    expect(placeInPlan("S0:L134")).toBe("plan, line 134");
    expect(placeInPlan("S3:L7")).toBe("DfES paper on induction and NVQs, line 7");
    expect(placeInPlan("subdomain of a site")).toBe("subdomain of a site");
  });
});
