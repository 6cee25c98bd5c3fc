import {describe, expect, it} from "vitest";
import type {Target} from "../../src/components/release.js";
import {
  begins,
  countingWindow,
  dueWhen,
  inReturns,
  numbered,
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
  status: "under way",
  status_reason: "",
  as_at_date: "2004-06-30",
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
      "Of the plan’s two numbered targets, one is under way and one is not yet due"
    );
    expect(standingOfAll({progress: [target({status: "met"}), target({status: "met"})]})).toBe(
      "Of the plan’s two numbered targets, two are met"
    );
  });

  it("says so where the plan sets no number at all", () => {
    expect(standingOfAll({progress: [unnumbered]})).toBe("The plan sets no number to reach");
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
});
