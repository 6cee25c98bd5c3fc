import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {aboutLines, aboutNumbers} from "../../src/components/aboutNumbers.js";
import type {Definition, Figure, Release} from "../../src/components/release.js";

const {document} = new JSDOM("").window;
const definition = {
  indicator_id: "OFF-01",
  indicator_name: "Offered training",
  numerator_definition: "staff offered any training in 24 months?",
  denominator_definition: "staff who answered",
  caveats: "asked of staff themselves"
} as Definition;
const figure = (rest: Partial<Figure>): Figure =>
  ({
    indicator_id: "OFF-01",
    base: 4310,
    effective_base_band: "1,000 or more",
    senders_returned: 42,
    senders_expected: 47,
    population_share: 0.9,
    interval_level: 0.95,
    reliability: "reliable",
    origin: "synthetic",
    provenance_id: "survey_estimates-1",
    ...rest
  }) as Figure;
const release = {
  definitions: [definition],
  provenance: [
    {
      provenance_id: "survey_estimates-1",
      sql_file: "pipeline/marts/survey_estimates.sql",
      collections: "school_frame; staff_questionnaire"
    }
  ]
} as unknown as Release;
const lines = (figures: readonly Figure[]) => new Map(aboutLines(figures, {definition, release}));

describe("aboutLines(figures, options)", () => {
  it("says of one figure what is counted, on what it rests and how it is made", () => {
    expect(Object.fromEntries(lines([figure({})]))).toEqual({
      "What is counted": "Staff offered any training in 24 months, out of staff who answered",
      Base: "4,310; effective base 1,000 or more, rounded to ten",
      Coverage: "42 of 47 senders, who stand for at least 90% of those meant",
      Interval: "95% interval",
      Reliability: "Reliable",
      Origin: "synthetic: from returns that a simulator made",
      "How it is made": "pipeline/marts/survey_estimates.sql, from school frame, staff questionnaire",
      "Bear in mind": "Asked of staff themselves"
    });
  });

  it("says of several what spans them, and counts what is not alike", () => {
    const found = lines([figure({}), figure({base: 60, effective_base_band: "30 to 99", reliability: "provisional"})]);
    expect(found.get("Base")).toBe("60 to 4,310, rounded to ten");
    expect(found.get("Reliability")).toBe("1 reliable and 1 provisional");
  });

  it("says where no return stands behind a figure", () => {
    const [model] = release.provenance;
    const bare = {...release, provenance: model ? [{...model, collections: ""}] : []};
    expect(new Map(aboutLines([figure({})], {definition, release: bare})).get("How it is made")).toBe(
      "pipeline/marts/survey_estimates.sql, from reference tables alone"
    );
  });

  it("leaves out what a figure does not have", () => {
    const bare = figure({
      base: null,
      senders_returned: null,
      population_share: null,
      interval_level: null,
      reliability: null
    });
    expect([...lines([bare]).keys()]).toEqual(["What is counted", "Origin", "How it is made", "Bear in mind"]);
  });
});

describe("aboutNumbers(figures, release, options)", () => {
  it("leads to the page of each indicator", () => {
    const made = aboutNumbers([figure({}), figure({indicator_id: "UPT-01"})], release, {document});
    expect([...(made?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"))).toEqual([
      "/indicators/OFF-01",
      "/indicators/UPT-01"
    ]);
    expect(made?.querySelector("summary")?.textContent).toBe("About these numbers");
  });

  it("stands nowhere without figures", () => {
    expect(aboutNumbers([], release, {document})).toBeUndefined();
  });
});
