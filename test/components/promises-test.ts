import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {milestoneTimeline} from "../../src/components/milestoneTimeline.js";
import {promisesChart, promisesDownload, promisesFinding} from "../../src/components/promises.js";
import type {Milestone, Release} from "../../src/components/release.js";

const {document} = new JSDOM("").window;
const milestone = (rest: Partial<Milestone>): Milestone =>
  ({
    priority_id: "i",
    title: "A promise",
    qualifier: "by",
    due: "2004-03",
    due_date: "2004-03-31",
    owner: null,
    status: "met",
    place: "S0:L110",
    ...rest
  }) as Milestone;
const releaseOf = (milestones: readonly Milestone[]): Release =>
  ({
    milestones,
    priorities: [{priority_id: "i", priority_order: 1, title: "First"}],
    progress: [{as_at_date: "2004-06-30"}],
    indicators: [],
    definitions: []
  }) as unknown as Release;

describe("promisesFinding(release)", () => {
  it("counts what is known to be met, and what nobody has told of", () => {
    expect(promisesFinding(releaseOf([milestone({}), milestone({status: "due, not known"})]))).toBe(
      "One of the plan’s 2 promises is known to be met; nothing received says whether one other now due was kept"
    );
    const two = [milestone({status: "due, not known"}), milestone({status: "due, not known"})];
    expect(promisesFinding(releaseOf(two))).toContain("None of the plan’s 2 promises are known to be met");
  });
});

describe("promisesChart(release, options)", () => {
  it("has every promise in its table, and says which have no date", () => {
    const release = releaseOf([milestone({}), milestone({due: "no date", due_date: null, status: "no date set"})]);
    const chart = promisesChart(release, {document}) as Element;
    expect(chart.querySelectorAll("tbody tr").length).toBe(2);
    expect(promisesDownload(release).rows.length).toBe(3);
    expect(chart.querySelector(".measure")?.textContent).toContain("One promise without a date is in the table alone.");
  });
});

describe("milestoneTimeline(dots, options)", () => {
  const draw = (dates: readonly string[]) =>
    milestoneTimeline(
      dates.map((date) => ({lane: "i", date, kind: "met"})),
      {document, lanes: [{id: "i", name: "First"}], now: {date: "2004-06-30", said: "30 June 2004"}}
    );
  const centres = (svg: Element) =>
    [...svg.querySelectorAll("circle")].map((circle) => Number(circle.getAttribute("cx")));

  it("puts earlier to the left", () => {
    const [first = 0, second = 0] = centres(draw(["2003-01-31", "2005-01-31"]));
    expect(first).toBeLessThan(second);
  });

  it("keeps promises of one day apart", () => {
    const [first = 0, second = 0, third = 0] = centres(draw(["2004-09-30", "2004-09-30", "2004-09-30"]));
    expect(second - first).toBeCloseTo(14, 5);
    expect(third - second).toBeCloseTo(14, 5);
  });
});
