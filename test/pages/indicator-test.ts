import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import {indicatorSheets} from "../../src/components/indicatorFigures.js";
import type {Definition, Figure, Release, Return} from "../../src/components/release.js";
import {indicator} from "../../src/pages/indicator.js";
import {surveyFigure, withoutValue} from "../components/surveyRelease.js";

const {document} = new JSDOM("").window;

const definition = {
  indicator_id: "OFF-01",
  definition_version: "1",
  indicator_name: "Training offered",
  numerator_definition: "persons who were offered training in >= 1 school?",
  denominator_definition: "staff who answered",
  unit: "per cent of persons",
  caveats: "self-report; a person counts once in total",
  collections: "staff_questionnaire",
  availability: "published",
  place: "S0:L61"
} as Definition;
const other = {...definition, indicator_id: "OFF-02", indicator_name: "Months since last offer"};

const sent = (of: Partial<Return>) =>
  ({
    collection: "staff_questionnaire",
    period: "2004-03",
    sender_id: "LLSC01",
    sender_name: "Avon",
    status: "received",
    received_date: "2004-05-24",
    files_count: 1,
    rows_used_count: 130,
    rows_held_count: null,
    rows_held_symbol: "low",
    origin: "synthetic",
    ...of
  }) as Return;

function released(figures: readonly Figure[], of: Partial<Release> = {}): Release {
  return {
    definitions: [definition, other],
    indicators: figures,
    provenance: [
      {
        provenance_id: "survey-1",
        mart: "survey_estimates",
        sql_file: "pipeline/marts/survey_estimates.sql",
        sql_sha256: "92bbe450ee08".padEnd(64, "0"),
        collections: "school_frame; staff_questionnaire"
      }
    ],
    returns: [
      sent({}),
      sent({
        sender_id: "LLSC02",
        sender_name: "Kent",
        status: "not received",
        received_date: null,
        rows_used_count: null
      })
    ],
    progress: [{as_at_date: "2004-06-30"}],
    vintages: [],
    releases: [],
    roles: [{role_id: "R04", role_name: "Midday supervisor"}],
    routes: [],
    programmes: [],
    areas: [
      {area_code: "ENG", area_name: "England"},
      {area_code: "NE", area_name: "North East"}
    ],
    symbols: SYMBOLS,
    reasons: REASONS,
    ...of
  } as unknown as Release;
}

const parameters = {indicator: "OFF-01"};
const said = (mark: string, release: Release): string => {
  const filled = indicator.marks[mark]?.(release, {document, parameters}) ?? "";
  return typeof filled === "string" ? filled : (filled.textContent ?? "");
};
const cellsOf = (mark: string, release: Release): string[][] => {
  const made = indicator.marks[mark]?.(release, {document, parameters}) as Element;
  return [...made.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map(({textContent}) => textContent ?? "")
  );
};

const total = surveyFigure({value: 53, lower: 51, upper: 55, base: 6000});
const byRole = surveyFigure({role_id: "R04", value: 20, lower: 15, upper: 26});

describe("title of an indicator's page", () => {
  it.each<[string, Figure[], string]>([
    ["a survey figure", [total, byRole], "Training offered: 53% of persons in the synthetic returns, March 2004"],
    ["a real one", [{...total, origin: "real"}], "Training offered: 53% of persons, March 2004"],
    [
      "the later of two",
      [{...total, period: "2003-03", value: 50}, total],
      "Training offered: 53% of persons in the synthetic returns, March 2004"
    ],
    [
      "a part year, without a rate in total",
      [{...total, unit: "starts", value: 12340, period_type: "academic", period: "2003-04", is_part_period: true}],
      "Training offered: no rate in total; 12,340 starts in the synthetic returns, academic year 2003–04, a part year"
    ],
    [
      "a bound",
      [{...total, value: null, lower: null, upper: 50, bound: "upper"}],
      "Training offered: at most 50% of persons in the synthetic returns, March 2004"
    ],
    ["one withheld", [withoutValue({symbol: "c", symbol_reason: "withheld"})], "Training offered: withheld"],
    [
      "one not collected",
      [withoutValue({symbol: "x", symbol_reason: "not_collected"})],
      "Training offered: not collected"
    ],
    ["groups alone", [byRole], "Training offered: given by role, with no total for England"],
    [
      "areas alone",
      [{...total, area_level: "region", area_code: "NE"}],
      "Training offered: given for areas, not for England"
    ],
    [
      "months to come alone",
      [{...total, period_type: "month", period: "2004-12"}],
      "Training offered: no figure yet of a month that has passed"
    ],
    ["none", [], "Training offered: no figure in this release"]
  ])("is true of %s", (_, figures, title) => {
    expect(said("title", released(figures))).toBe(title);
  });
});

describe("an indicator's page", () => {
  const release = released([total, byRole]);

  it("says which question it helps to answer, and where it stands in the plan", () => {
    expect(said("lead", release)).toBe(
      "It helps to answer: are support staff offered training, and how lately? It goes back to line 61 of the plan."
    );
  });

  it("gives the number with its limits, base, senders, reliability and origin", () => {
    expect(said("figures", release)).toBe(
      "53%Per cent of persons, March 200451% to 55% · base 6,000 · 42 of 47 senders · reliable · synthetic"
    );
  });

  it("defines what is counted in characters of print, caveat by caveat", () => {
    const text = said("definition", release);
    expect(text).toContain("Persons who were offered training in ≥ 1 school");
    expect(text).toContain("A person counts once in total");
    expect(text).toContain("Line 61 of the plan");
  });

  it("shows the figures as published, and offers exactly that table", () => {
    const [headings, ...rows] = indicator.downloads?.(release, parameters)[0]?.rows ?? [];
    expect(headings).toEqual(
      expect.arrayContaining(["Period", "Figure", "Lower limit", "Upper limit", "Base", "Senders expected", "Origin"])
    );
    expect(rows).toEqual([
      ["March 2004", "Per cent of persons", 53, 51, 55, 6000, 42, 47, "Reliable", "Yes", "Synthetic"]
    ]);
    expect(cellsOf("table", release)).toEqual([
      ["March 2004", "Per cent of persons", "53%", "51%", "55%", "6,000", "42", "47", "Reliable", "Yes", "Synthetic"]
    ]);
    expect(indicator.downloads?.(release, parameters)[0]?.file).toBe("OFF-01-synthetic.csv");
    expect(indicator.downloads?.(released([{...total, origin: "real"}]), parameters)[0]?.file).toBe("OFF-01.csv");
  });

  it("lists the tables that hold it, each leading to where one can choose among them", () => {
    const list = indicator.marks.tables?.(release, {document, parameters}) as Element;
    expect([...list.querySelectorAll("a")].map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["Totals", "/explore?indicator=OFF-01"],
      ["By role", "/explore?indicator=OFF-01&by=role_id"]
    ]);
    expect(said("published", release)).toBe("This release has two figures of it in two tables, for England.");
    expect(said("published", released([total, withoutValue({})]))).toContain("; 1 of them says why there is no number");
  });

  it("names model, methods and the command for the whole chain", () => {
    const text = said("making", release);
    expect(text).toContain("pipeline/marts/survey_estimates.sql sha256 92bbe450ee08");
    expect(text).toContain("How the survey is weighted");
    expect(text).toContain("npx uptake explain OFF-01");
  });

  it("counts the returns and lists their senders, numbers of rows protected, what never came as such", () => {
    expect(said("returnsSentence", release)).toBe(
      "They rest on 1 of 2 returns expected, from 1 sender: staff questionnaire."
    );
    expect(cellsOf("returns", release)).toEqual([
      ["Avon", "Received", "24 May 2004", "130", "lowlow: 1 to 9, rounded to none", "Synthetic"],
      ["Kent", "Not received", "not received", "no rows in", "no rows in", "Synthetic"]
    ]);
    expect(said("returnsSentence", released([total], {provenance: []}))).toContain("rest on no return");
  });

  it("makes the same table of senders for every page that asks", () => {
    const again = indicator.marks.returns?.(release, {document, parameters: {indicator: "OFF-01"}}) as Element;
    expect(again.querySelectorAll("tbody tr")).toHaveLength(2);
  });

  it("leads to the others of its family", () => {
    expect(said("others", release)).toContain("Months since last offer OFF-02");
  });

  it("is one of many, each with the origins of its own figures", () => {
    expect(indicator.parameters?.(release)).toEqual([{indicator: "OFF-01"}, {indicator: "OFF-02"}]);
    expect([...indicator.origins(release, {indicator: "OFF-01"})]).toEqual(["synthetic"]);
    expect([...indicator.origins(release, {indicator: "OFF-02"})]).toEqual([]);
  });
});

describe("indicatorSheets(release, indicator)", () => {
  it("has every figure, a sheet for each breakdown, areas named where there are any", () => {
    const region = {...total, area_level: "region", area_code: "NE"} as Figure;
    const [totals, roles] = indicatorSheets(released([total, region, withoutValue({role_id: "R04"})]), "OFF-01");
    expect([totals?.title, totals?.file]).toEqual(["Training offered (OFF-01), totals", "totals-synthetic.csv"]);
    expect(totals?.rows.map((row) => row.slice(0, 2))).toEqual([
      ["Area", "Area code"],
      ["England", "ENG"],
      ["North East", "NE"]
    ]);
    expect(roles?.rows).toEqual([
      [
        "Role",
        "Period",
        "Unit",
        "Figure",
        "Base",
        "Senders whose returns are in",
        "Senders expected",
        "Reliability",
        "Whole period",
        "Origin"
      ],
      [
        "Midday supervisor",
        "March 2004",
        "Per cent of persons",
        "unreliable",
        600,
        42,
        47,
        "Reliable",
        "Yes",
        "Synthetic"
      ]
    ]);
  });
});
