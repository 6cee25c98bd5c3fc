import {describe, expect, it} from "vitest";
import type {Release, ReleaseRow} from "../../pipeline/audit/release.js";
import {vintageFaults} from "../../pipeline/audit/vintages.js";

const figure = (period: string, value: number): ReleaseRow => ({
  indicator_id: "UPT-04",
  definition_version: 1,
  period_type: "academic",
  period,
  area_level: "national",
  area_code: "ENG",
  unit: "learners",
  value,
  numerator: null,
  symbol: null,
  origin: "synthetic"
});
const said = (release_number: number, row: ReleaseRow): ReleaseRow => ({
  ...row,
  release_number,
  release: `r${release_number}`,
  was_said: true
});
const listed = (release_number: number): ReleaseRow => ({
  release_number,
  release: `r${release_number}`,
  as_at_date: "2004-05-31"
});
const released = (tables: Readonly<Record<string, readonly ReleaseRow[]>>): Release => ({
  tables: new Map(Object.entries(tables)),
  files: [],
  faults: []
});

const BEFORE = {
  indicators: [figure("2002-03", 50), figure("2003-04", 60)],
  releases: [listed(1)],
  vintages: [said(1, figure("2003-04", 40))]
};
const NOW = {
  indicators: [figure("2002-03", 50), figure("2003-04", 70)],
  releases: [listed(1), listed(2)],
  vintages: [said(1, figure("2003-04", 40)), said(2, figure("2003-04", 60))]
};
const faults = (now: Partial<typeof NOW>): string[] => vintageFaults(released({...NOW, ...now}), released(BEFORE));

describe("vintageFaults(release, earlier)", () => {
  it("finds none where all is told as it was said", () => {
    expect(faults({})).toEqual([]);
  });

  it("asks nothing of a release that was built by itself", () => {
    expect(faults({releases: [], vintages: []})).toEqual([]);
    expect(faults({releases: []})).not.toEqual([]);
    expect(faults({vintages: []})).not.toEqual([]);
  });

  it("names what that release did not say", () => {
    const [first, second] = faults({vintages: [NOW.vintages[0] ?? {}, said(2, figure("2003-04", 61))]});
    expect(first).toMatch(/^vintages\.csv has .*61.*, which that release does not say$/);
    expect(second).toMatch(/^vintages\.csv leaves out what was said: .*60/);
  });

  it.each([
    ["a row that was carried is altered", {vintages: [said(1, figure("2003-04", 41)), NOW.vintages[1] ?? {}]}],
    ["a row that was carried is left out", {vintages: NOW.vintages.slice(1)}],
    ["a revised figure is left out", {vintages: NOW.vintages.slice(0, 1)}],
    ["a withdrawn figure is left out", {indicators: [figure("2003-04", 70)]}],
    ["it is not told that a figure is new", {indicators: [...NOW.indicators, figure("2004-05", 80)]}],
    ["a release is left out", {releases: [listed(2)]}],
    ["the release before is not listed", {releases: [listed(1)]}]
  ])("says so where %s", (_, now) => {
    expect(faults(now).length).toBeGreaterThan(0);
  });
});
