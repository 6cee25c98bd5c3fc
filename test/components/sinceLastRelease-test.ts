import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {Release} from "../../src/components/release.js";
import {changesDownloads, changesFinding, changesTable} from "../../src/components/sinceLastRelease.js";

const {document} = new JSDOM("").window;
const row = (rest: object) => ({
  indicator_id: "OFF-01",
  previous_as_at_date: "2004-05-31",
  previous_definition_version: "1",
  definition_version: "1",
  figures_added_count: 0,
  figures_revised_count: 0,
  figures_withdrawn_count: 0,
  figures_same_count: 10,
  ...rest
});
const releaseOf = (changes: readonly object[]): Release =>
  ({changes, definitions: [{indicator_id: "OFF-01", indicator_name: "Offered training"}]}) as unknown as Release;

describe("changesFinding(release)", () => {
  it("says that a first release has none before it", () => {
    expect(changesFinding(releaseOf([]))).toBe("This is the first release: there is none before it to compare with");
  });

  it("counts what moved, and names no kind that did not", () => {
    expect(changesFinding(releaseOf([row({figures_added_count: 2, figures_revised_count: 1200})]))).toBe(
      "Since the release for 31 May 2004, of all figures 2 added and 1,200 revised"
    );
    expect(changesFinding(releaseOf([row({})]))).toBe("Since the release for 31 May 2004 no figure has changed");
  });
});

describe("changesTable(release, options)", () => {
  it("stands nowhere for a first release", () => {
    expect(changesTable(releaseOf([]), {document}).textContent).toBe("");
    expect(changesDownloads(releaseOf([]))).toEqual([]);
  });

  it("names the indicators with most revised figures, and holds what the download holds", () => {
    const release = releaseOf([row({indicator_id: "UPT-01", figures_added_count: 1}), row({figures_revised_count: 5})]);
    const made = changesTable(release, {document}) as Element;
    expect(made.querySelector("p")?.textContent).toBe(
      "Most were revised of Offered training (5); two indicators changed in all. What each release said"
    );
    const names = [...made.querySelectorAll("tbody th")].map((cell) => cell.textContent);
    expect(names).toEqual(["Offered training (OFF-01)", "UPT-01 (UPT-01)"]);
    expect(
      changesDownloads(release)[0]
        ?.rows.slice(1)
        .map(([name]) => name)
    ).toEqual(names);
  });

  it("says which definition is another, though no figure is", () => {
    const made = changesTable(releaseOf([row({definition_version: "2"})]), {document});
    expect(made.textContent).toContain("The definition of one indicator is another than before: Offered training.");
    expect(made.textContent).toContain("No figure that was there before has been revised.");
  });
});
