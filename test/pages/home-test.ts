import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {priorityTable} from "../../src/components/priorityTable.js";
import type {Milestone, Release} from "../../src/components/release.js";
import {home} from "../../src/pages/home.js";

const {document} = new JSDOM("").window;
const promise = (status: Milestone["status"]): Milestone =>
  ({
    priority_id: "i",
    title: "A promise",
    qualifier: "by",
    due: "2004-03",
    due_date: "2004-03-31",
    owner: null,
    status,
    place: "S0:L110"
  }) as Milestone;
const having = (...statuses: Milestone["status"][]): Release =>
  ({
    milestones: statuses.map(promise),
    priorities: [{priority_id: "i", priority_order: 1, title: "First"}],
    progress: [{as_at_date: "2004-06-30"}],
    indicators: [],
    definitions: [],
    funding_lines: []
  }) as unknown as Release;
const title = (release: Release) => home.marks.prioritiesTitle?.(release, {document, parameters: {}});

describe("priorityTable(release, {document})", () => {
  const said = (...statuses: Milestone["status"][]) => priorityTable(having(...statuses), {document}).textContent;

  it("says how many promises are known to be met once one is due", () => {
    expect(said("met", "not yet due")).toContain("1 of 2 promises known met");
    expect(said("due, not known")).toContain("0 of 1 promise known met");
  });

  it("never says that a promise is unmet before it is due", () => {
    expect(said("not yet due", "no date set")).toContain("2 promises, none due yet");
  });

  it("says that promises have no date where none of them has one", () => {
    const {milestones, ...rest} = having("no date set", "no date set");
    const undated = milestones.map((milestone) => ({...milestone, due: "", due_date: null}));
    expect(priorityTable({...rest, milestones: undated}, {document}).textContent).toContain(
      "2 promises without a date"
    );
  });
});

describe("the second heading of Home", () => {
  it("says of how many promises nobody has told, and that none is left where none is", () => {
    expect(title(having("due, not known"))).toBe(
      "One of the one priorities has no number to reach; nothing received says whether one promise now due was kept"
    );
    expect(title(having("met"))).toMatch(/; every promise now due is accounted for$/);
  });
});
