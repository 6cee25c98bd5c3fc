import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {
  comparisonCounts,
  comparisonFinding,
  groupComparisons,
  MEASURES
} from "../../src/components/equality/groupComparisons.js";
import {groupRatios, groupRatiosDownloads} from "../../src/components/equality/groupRatios.js";
import {representation, representationDownloads} from "../../src/components/equality/representation.js";
import {unknownGroups} from "../../src/components/equality/unknownGroups.js";
import type {Figure, Release} from "../../src/components/release.js";
import {shareDownloads} from "../../src/components/sharePanels.js";
import {equality} from "../../src/pages/equality.js";
import {surveyComparison, surveyFigure, surveyRelease} from "../components/surveyRelease.js";

const {document} = new JSDOM("").window;
const {offered, began} = MEASURES;
type Comparison = Release["comparisons"][number];

/** Male and female staff, as found and within the same role and region. */
const pair = (crude: Partial<Comparison>, adjusted: Partial<Comparison> = {is_different: "no"}): Comparison[] => [
  surveyComparison(crude),
  surveyComparison({
    family_id: "offers_by_group_adjusted",
    difference: null,
    lower: null,
    upper: null,
    ratio: 0.9,
    ratio_lower: 0.8,
    ratio_upper: 1,
    ...adjusted
  })
];
const ofAge = {dimension_1: "age band", category_1: "55 and over", reference: "35 to 44"};
const finding = (...comparisons: Comparison[]): string =>
  comparisonFinding(groupComparisons(surveyRelease({comparisons}), offered), offered);

describe("comparisonFinding(rows, measure)", () => {
  it("calls different what the rule does, as found alone or also within the same role and region", () => {
    expect(finding(...pair({}))).toBe(
      "In the synthetic returns, male staff were offered training less often than female staff; within the same role and region the difference could be chance"
    );
    expect(finding(...pair({}, {is_different: "yes"}))).toBe(
      "In the synthetic returns, within the same role and region male staff were offered training less often than female staff"
    );
    expect(finding(...pair({}), ...pair(ofAge, {...ofAge, is_different: "yes"}))).toBe(
      "In the synthetic returns, within the same role and region staff aged 55 and over were offered training less often than staff aged 35 to 44; for male staff the difference found could then be chance"
    );
  });

  it("keeps the two directions apart, and tells them by the limits where rounding hides them", () => {
    const hours = {dimension_1: "working pattern", category_1: "Full time", reference: "Part time"};
    const more = {...hours, is_different: "yes" as const, ratio: 1, ratio_lower: 1, ratio_upper: 1.2};
    expect(finding(...pair(hours, more), ...pair({}, {is_different: "yes"}))).toBe(
      "In the synthetic returns, within the same role and region male staff were offered training less often, and full-time staff more often than the largest group of the same kind"
    );
    expect(finding(...pair(hours, {...more, ratio_upper: 1}))).toContain("at another rate");
  });

  it("calls nothing different without the rule, however far apart", () => {
    const far = {is_different: "no" as const, ratio: 0.2, difference: -60};
    expect(finding(...pair(far))).toBe(
      "In the synthetic returns, no group of staff were offered training more or less often than the largest of its kind beyond what chance could bring"
    );
    expect(finding(...pair({is_different: "cannot say"}, {is_different: "cannot say"}))).toContain(
      "Too little is known"
    );
    expect(finding()).toContain("Nothing received");
    expect(finding(...pair({...far, origin: "real"}, {is_different: "no", origin: "real"}))).toMatch(/^No group/);
  });
});

describe("comparisonCounts(rows)", () => {
  it("counts those that can be judged", () => {
    const rows = groupComparisons(
      surveyRelease({comparisons: [...pair({}), ...pair(ofAge, {...ofAge, is_different: "cannot say"})]}),
      offered
    );
    expect(comparisonCounts(rows)).toBe(
      "Two of two groups differ as found, and none of one group within the same role and region"
    );
  });
});

describe("groupRatios(release, measure, {document, id})", () => {
  const share = surveyFigure({dimension_1: "sex", category_1: "Male", value: 42, base: 670});
  const unknown = surveyFigure({
    indicator_id: "EQU-04",
    dimension_1: "collection",
    category_1: "staff_questionnaire",
    dimension_2: "characteristic",
    category_2: "Sex",
    value: 1.5,
    numerator: 100,
    denominator: 6770
  });
  const texts = (release: Release): string[] =>
    [
      ...((groupRatios(release, offered, {document, id: "offered"}) as Element)
        .querySelectorAll("svg")[0]
        ?.querySelectorAll("text") ?? [])
    ].map((text) => text.textContent ?? "");

  it("puts crude beside adjusted, names the group compared with, and shows who is not known", () => {
    const release = surveyRelease({comparisons: pair({}), indicators: [share, unknown]});
    expect(texts(release)).toEqual(
      expect.arrayContaining([
        "Sex, compared with female staff",
        "Male",
        "0.8 (0.7 to 0.9)",
        "0.9 (0.8 to 1.0)",
        "Not known",
        "1.5% of answers, left out"
      ])
    );
    const own = surveyFigure({dimension_1: "sex", category_1: "Not known", value: 47});
    expect(texts(surveyRelease({comparisons: pair({}), indicators: [share, unknown, own]}))).toContain(
      "1.5% of answers, left out; 47% of them were offered training"
    );
  });

  it("holds in its table what it draws", () => {
    const release = surveyRelease({comparisons: pair({}), indicators: [share]});
    expect(groupRatiosDownloads(release, offered)).toMatchObject([
      {
        file: "offers-by-group-ratios-synthetic.csv",
        rows: [
          expect.any(Array),
          [
            "Male",
            "Sex",
            "Female",
            42,
            670,
            -13,
            "−17 to −8",
            0.8,
            "0.7 to 0.9",
            "yes",
            0.9,
            "0.8 to 1.0",
            "no",
            "synthetic"
          ]
        ]
      }
    ]);
    expect(groupRatiosDownloads(surveyRelease({}), offered)).toEqual([]);
  });

  it("draws worst cases as such, and the word of what is missing", () => {
    const worst = {
      ratio: null,
      difference: null,
      ratio_lower: 0.5,
      ratio_upper: 1.6,
      interval_level: null,
      is_different: "cannot say"
    } as const;
    const none = {
      ratio: null,
      ratio_lower: null,
      ratio_upper: null,
      symbol: "u",
      symbol_reason: "unreliable",
      is_different: "cannot say"
    } as const;
    const said = texts(surveyRelease({comparisons: pair(worst, none)}));
    expect(said).toContain("0.5 to 1.6 at worst");
    expect(said).toContain("unreliable");
  });
});

describe("unknownGroups(release)", () => {
  const unknown = (category_1: string, value: number): Figure =>
    surveyFigure({
      indicator_id: "EQU-04",
      dimension_1: "collection",
      category_1,
      dimension_2: "characteristic",
      category_2: "Ethnic group",
      value,
      lower: null,
      upper: null
    });

  it("says the most that is not known, and what is not known too often for a figure", () => {
    const few = unknownGroups(
      surveyRelease({indicators: [unknown("staff_questionnaire", 2.5), unknown("enrolment", 3.9)]})
    );
    expect(few.finding).toBe("In the synthetic returns, no characteristic is unknown in more than 3.9% of records");
    const many = unknownGroups(surveyRelease({indicators: [unknown("enrolment", 31)]}));
    expect(many.finding).toBe("Ethnic group: too often not known for a figure");
    expect(many.domain).toEqual([0, 35]);
    expect(unknownGroups(surveyRelease({})).finding).toContain("Nothing received");
  });

  it("says that a return does not ask, and leaves no cell blank", () => {
    const release = surveyRelease({indicators: [unknown("staff_questionnaire", 2.5)]});
    const [, row] = shareDownloads(unknownGroups(release), release)[0]?.rows ?? [];
    expect(row).toEqual(["Ethnic group", 2.5, 600, "not collected", "not available", "not collected", "synthetic"]);
  });
});

describe("representation(release, {document})", () => {
  const learners = (of: Partial<Figure>): Figure =>
    surveyFigure({indicator_id: "EQU-01", period: "2003-04", unit: "ratio", dimension_1: "sex", ...of});
  const release = surveyRelease({
    indicators: [
      learners({category_1: "Male", value: 1.1, lower: 1, upper: 1.1}),
      learners({category_1: "Female", value: 0.9, lower: 0.9, upper: 1}),
      learners({
        dimension_1: "working pattern",
        category_1: "Part time",
        value: null,
        lower: null,
        upper: null,
        symbol: "x",
        symbol_reason: "not_collected",
        origin: "real"
      })
    ]
  });

  it("says the range without calling any group different", () => {
    const made = representation(release, {document}) as Element;
    expect(made.querySelector("h2")?.textContent).toBe(
      "In the synthetic returns, groups are from 0.9 to 1.1 times as common among learners as among staff"
    );
    expect(made.querySelector(".measure")?.textContent).toContain("no group is called different");
    expect(representationDownloads(release)[0]?.rows[1]).toEqual([
      "Part time",
      "Hours",
      "not collected",
      "not collected",
      "real"
    ]);
    expect(representation(surveyRelease({}), {document}).textContent).toContain("Nothing received");
  });
});

describe("equality", () => {
  const said = (mark: "title" | "lead", release: Release) =>
    equality.marks[mark]?.(release, {document, parameters: {}});
  const beginning = pair({}).map((found) => ({
    ...found,
    indicator_id: began.indicator,
    family_id: found.family_id.replace("offers", "participation")
  }));

  it("says first which groups begin training less often", () => {
    const all = surveyFigure({indicator_id: "UPT-02", base: 6000});
    const release = surveyRelease({comparisons: beginning, indicators: [all]});
    expect(said("title", release)).toBe(
      "In the synthetic returns, male staff began training less often than female staff; within the same role and region the difference could be chance"
    );
    expect(said("lead", release)).toBe(
      "One group is held against the largest of its kind, first as found, then within the same role and region. Survey of March 2004: 6,000 answers, from 42 of 47 local LSCs."
    );
    expect(said("lead", surveyRelease({}))).toBe("No staff questionnaire has been received.");
    expect(equality.downloads?.(surveyRelease({}))).toEqual([]);
  });
});
