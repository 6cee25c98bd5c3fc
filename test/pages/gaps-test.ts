import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {attainmentDownloads, attainmentSentence, withoutProfile} from "../../src/components/gaps/attainment.js";
import {competenceDownloads, competenceGaps, competenceSentence} from "../../src/components/gaps/competenceGaps.js";
import {depthDownloads, depthSentence, gapDepth} from "../../src/components/gaps/gapDepth.js";
import {viewDownloads, viewsNote, viewsSentence} from "../../src/components/gaps/gapViews.js";
import {
  peopleSentence,
  rulesSentence,
  suitableDownloads,
  suitableQualifications,
  suitableSentence,
  targetedSentence
} from "../../src/components/gaps/suitableQualifications.js";
import type {Figure, Release} from "../../src/components/release.js";
import {gaps} from "../../src/pages/gaps.js";
import {surveyFigure, surveyRelease, withoutValue} from "../components/surveyRelease.js";

const {document} = new JSDOM("").window;

const gap = (of: Partial<Figure> = {}): Figure =>
  surveyFigure({indicator_id: "GAP-01", value: 71, lower: 69, upper: 72, ...of});
const heads = gap({indicator_id: "GAP-02", value: 17, lower: 16, upper: 17, base: 1420, senders_returned: 46});
const level = gap({indicator_id: "GAP-04", value: 42, lower: 40, upper: 43});
const roleGap = (role_id: string, competence: string, of: Partial<Figure> = {}): Figure =>
  gap({role_id, dimension_1: "competence", category_1: competence, ...of});
const deep = (category_1: string, value: number, of: Partial<Figure> = {}): Figure =>
  gap({dimension_1: "gap depth", category_1, value, lower: value - 1, upper: value + 1, ...of});
const noQualification = (numerator: number, of: Partial<Figure> = {}): Figure =>
  gap({
    indicator_id: "GAP-05",
    period_type: "month",
    unit: "per cent",
    numerator,
    denominator: 3,
    value: (100 * numerator) / 3,
    lower: null,
    upper: null,
    base: null,
    origin: "estimated",
    ...of
  });
const covered = (of: Partial<Figure> = {}): Figure =>
  noQualification(0, {
    indicator_id: "GAP-06",
    numerator: 176780,
    denominator: 416360,
    value: 42.5,
    lower: 42.3,
    upper: 42.6,
    origin: "synthetic",
    ...of
  });

const required = (
  role_id: string,
  competence_name: string,
  is_essential = "yes"
): Release["role_competences"][number] => ({
  role_id,
  competence_id: competence_name,
  competence_name,
  version: 1,
  valid_from_date: "2003-09-01",
  required_level: 2,
  is_essential,
  note: "",
  basis: "project_assigned",
  source: "unsourced"
});
const profile = (role_id: string, nqf_level: string | null): Release["role_profiles"][number] => ({
  role_id,
  version: 1,
  valid_from_date: "2003-09-01",
  profile_id: nqf_level === null ? null : "J01",
  expected_level: nqf_level,
  nqf_level,
  note: "",
  basis: "inferred",
  source: "unsourced"
});
const judged = (of: Partial<Release["role_qualifications"][number]>): Release["role_qualifications"][number] => ({
  role_id: "R01",
  programme_id: "Q02",
  programme_name: "NVQ for Teaching Assistants Level 2",
  nqf_level: "2",
  suitability: "targeted",
  is_in_nqf: "yes",
  available_from_date: "2002-08-31",
  status: "available",
  as_at_date: "2004-06-30",
  judged_by: "This project",
  judged_date: "2004-06-30",
  rule: "",
  note: "",
  basis: "stated",
  place: "S0:L114",
  ...of
});

const having = (of: Partial<Release>): Release =>
  surveyRelease({role_competences: [], role_profiles: [], role_qualifications: [], programmes: [], ...of});
const of = (...indicators: Figure[]): Release => having({indicators});
const said = (mark: string, release: Release) => gaps.marks[mark]?.(release, {document, parameters: {}});
const words = (node: Node): string => (node.textContent ?? "").replace(/\s+/g, " ");

describe("the title and lead of Gaps", () => {
  it("say how many posts fall short and how many roles have no qualification", () => {
    const release = of(gap(), heads, level, noQualification(2));
    expect(said("title", release)).toBe(
      "In the synthetic returns, 71% of posts have a skills gap; by our judgement, 2 of 3 roles have no suitable qualification"
    );
    expect(said("lead", release)).toBe(
      "Staff’s own answers put 71% (95% interval 69 to 72) of posts below a level that we set: 600 answers, from 42 of 47 local LSCs. Heads judge 17% (95% interval 16 to 17) of staff not fully proficient: 1,420 answers, from 46 of 47 local LSCs. At least 42% (95% interval 40 to 43) of posts are held by staff with a lower level of qualification than the job profile expects. Position at March 2004."
    );
  });

  it("say what is known where something is missing", () => {
    expect(said("title", of(withoutValue({indicator_id: "GAP-01"}), noQualification(2)))).toBe(
      "By our judgement, 2 of 3 roles have no suitable qualification"
    );
    expect(said("title", of(gap({origin: "real"})))).toBe("71% of posts have a skills gap");
    expect(said("title", of())).toBe("Where skills and qualifications fall short cannot be told yet");
    expect(said("lead", of())).toBe("");
  });

  it("show the reason in a headline that has no number", () => {
    expect(words(said("figures", of(withoutValue({indicator_id: "GAP-01"}))) as Node)).toContain("unreliable");
  });

  it("tell in the headlines how many staff are without a qualification that suits them", () => {
    expect(words(said("figures", of(noQualification(2), covered())) as Node)).toContain(
      "our judgement · March 2004 · about 239,600 staff"
    );
    expect(words(said("figures", of(noQualification(2))) as Node)).not.toContain("about");
  });
});

describe("competenceGaps(release)", () => {
  const release = having({
    role_competences: [
      required("R01", "Inclusion"),
      required("R01", "E-skills", "no"),
      required("R17", "Inclusion"),
      required("R36", "Inclusion")
    ],
    indicators: [
      gap(),
      roleGap("R01", "Inclusion", {value: 81, lower: 70, upper: 88}),
      roleGap("R17", "Inclusion", {value: 52, lower: 41, upper: 62}),
      roleGap("R36", "Inclusion", {value: null, lower: null, upper: null, symbol: "c", symbol_reason: "withheld"})
    ]
  });

  it("counts only pairs whose whole interval lies above half", () => {
    expect(competenceSentence(release)).toBe(
      "In the synthetic returns, more than half of posts fall short in one of two pairs of role and competence"
    );
    expect(competenceSentence(of())).toBe("No pair of role and competence has a figure");
  });

  it("puts the number and its interval in each cell, a word where there is none, and a dash where nothing is asked", () => {
    const made = competenceGaps(release, {document}) as HTMLElement;
    const cells = [...made.querySelectorAll(".heat tbody tr")].map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => `${cell.className}|${words(cell)}`)
    );
    expect(cells.find(([role]) => role?.includes("Teaching assistant"))).toEqual([
      "|Teaching assistant",
      "empty|not enough data",
      "shade4|81%70 to 88",
      "not-meant|–not essential to the role"
    ]);
    expect(cells.find(([role]) => role?.includes("Midday"))?.[2]).toBe("empty|withheldwithheld to protect individuals");
    expect(cells.find(([role]) => role?.includes("Learning mentor"))?.[2]).toBe("shade2|52%41 to 62");
  });

  it("offers exactly the pairs that stand in its table, with the level required", () => {
    const [download] = competenceDownloads(release);
    expect(download?.file).toBe("gaps-by-competence-synthetic.csv");
    const made = competenceGaps(release, {document}) as HTMLElement;
    const rows = [...made.querySelectorAll("details .scroll tr, details > .stacked tr")].map(
      (row) => row.querySelectorAll("th, td").length
    );
    expect(rows.length).toBe(download?.rows.length);
    expect(download?.rows[1]).toEqual(["Teaching assistant", "Inclusion", 2, 81, "70 to 88", 600, "synthetic"]);
    expect(download?.rows[3]?.slice(3)).toEqual(["withheld", "withheld", 600, "synthetic"]);
    expect(competenceDownloads(of())).toEqual([]);
  });
});

describe("gapDepth(release)", () => {
  const mentor = {role_id: "R17"};
  const release = of(
    gap(),
    deep("One level", 52),
    deep("Two levels", 17),
    deep("Three levels", 2),
    gap({indicator_id: "GAP-03", value: 2, lower: 1.8, upper: 2.1}),
    gap({...mentor, value: null, lower: null, upper: null, symbol: "c", symbol_reason: "withheld"}),
    deep("One level", 37, mentor),
    deep("Two levels", 58, mentor),
    deep("Three levels", 5, mentor)
  );

  it("says how many lack one level, two and three", () => {
    expect(depthSentence(release)).toBe(
      "In the synthetic returns, posts fall short: 52% by one level, 17% by two and 2% by three"
    );
    expect(depthSentence(of(gap()))).toBe("How deep gaps are cannot be told");
  });

  it("never shows parts that would add up to a share that is withheld", () => {
    const made = gapDepth(release, {document}) as HTMLElement;
    expect(words(made.querySelector(".drawing.wide") as Element)).not.toContain("58");
    const [, , row] = depthDownloads(release)[0]?.rows ?? [];
    expect(row?.slice(0, 3)).toEqual(["Learning mentor", "withheld", "withheld"]);
    expect(row).not.toContain(58);
  });

  it("offers what it shows", () => {
    const [download] = depthDownloads(release);
    expect(download?.rows[1]).toEqual([
      "All posts",
      71,
      52,
      "51 to 53",
      17,
      "16 to 18",
      2,
      "1 to 3",
      600,
      "2.0",
      "1.8 to 2.1",
      "synthetic"
    ]);
    expect(new Set(download?.rows[0]).size).toBe(download?.rows[0]?.length);
  });
});

describe("gapViews(release)", () => {
  it("keeps what staff say and what heads say apart, each with its own base", () => {
    const release = of(gap(), heads);
    expect(viewsSentence(release)).toBe(
      "In the synthetic returns, staff’s own answers fall short of our levels in 71% of posts; heads judge 17% of staff not fully proficient"
    );
    expect(viewsNote(release)).toBe("");
    const [all] = viewDownloads(release)[0]?.rows.slice(1) ?? [];
    expect(all).toEqual(expect.arrayContaining([71, 17, 600, 1420]));
  });

  it("says where their coverage is not alike, and what is missing", () => {
    expect(viewsNote(of(gap({senders_returned: 30}), heads))).toBe(
      "Their coverage is not alike: not comparable as they stand: 30 of 47 senders beside 46 of 47 senders."
    );
    expect(viewsSentence(of(heads))).toBe("In the synthetic returns, heads judge 17% of staff not fully proficient");
    expect(viewsSentence(of())).toBe("Neither staff nor heads have a figure");
  });
});

describe("attainment(release)", () => {
  const release = having({
    role_profiles: [profile("R17", "3"), profile("R01", "2"), profile("R36", null)],
    indicators: [
      level,
      gap({indicator_id: "GAP-04", role_id: "R01", value: 38}),
      gap({indicator_id: "GAP-04", role_id: "R17", value: 54}),
      gap({indicator_id: "GAP-08", role_id: "R36", value: 55})
    ]
  });

  it("says that the share is at least so large, since any subject counts", () => {
    expect(attainmentSentence(release)).toBe(
      "In the synthetic returns, at least 42% of posts are held by staff with a lower level than the job profile expects"
    );
    expect(attainmentSentence(of())).toBe(
      "In how many posts staff hold less than the job profile expects cannot be told"
    );
  });

  it("groups roles by the level expected, those without one last and named", () => {
    expect(withoutProfile(release)).toBe(
      "For midday supervisor the profiles found expect no level, so there is no figure."
    );
    expect(withoutProfile(of())).toBe("");
    expect(
      attainmentDownloads(release)[0]
        ?.rows.slice(1)
        .map(([name, group]) => `${name}: ${group}`)
    ).toEqual([
      "All staff: all",
      "Teaching assistant: Level 2 expected",
      "Learning mentor: Level 3 expected",
      "Midday supervisor: No level expected"
    ]);
  });
});

describe("suitableQualifications(release)", () => {
  const release = having({
    role_profiles: [profile("R01", "2"), profile("R17", "3"), profile("R36", null)],
    programmes: [
      {programme_id: "Q02", programme_name: "NVQ for Teaching Assistants Level 2"},
      {programme_id: "Q01", programme_name: "Generic qualification"}
    ] as unknown as Release["programmes"],
    role_qualifications: [
      judged({}),
      judged({programme_id: "Q01", role_id: "R17", suitability: "suitable", available_from_date: "2004-12-31"}),
      judged({role_id: "R36", suitability: "relevant"})
    ],
    indicators: [
      noQualification(2),
      noQualification(1, {period: "2004-12"}),
      noQualification(1, {dimension_1: "suitability rule", category_1: "Relevant as well, in the framework"}),
      covered()
    ]
  });

  it("says how many roles have none, and how many would be left as planned", () => {
    expect(suitableSentence(release)).toBe(
      "2 of 3 roles had no suitable qualification in the national framework at 31 March 2004; 1 would be left at 31 December 2004 as planned"
    );
    expect(suitableSentence(of(noQualification(2), noQualification(0, {period: "2004-12"})))).toContain(
      "; none would be left"
    );
    expect(suitableSentence(of())).toBe("How many roles have no suitable qualification cannot be told");
    expect(rulesSentence(release)).toBe(
      "It depends on what counts: it would be 1 of 3 if a qualification that fits a role only in part counts as well."
    );
    expect(rulesSentence(of())).toBe("");
  });

  it("says how many people that is, as a range where it is one", () => {
    expect(peopleSentence(release)).toBe(
      "In the synthetic returns, about 239,600 of 416,360 staff at the January census (57.4% to 57.7%) work in categories of staff without one at 31 March 2004."
    );
    expect(peopleSentence(of(covered({value: null, numerator: null, lower: 40, upper: 60, bound: "range"})))).toBe(
      "In the synthetic returns, between 40% and 60% of staff at the January census work in roles without one at 31 March 2004; the census counts categories, each of several roles."
    );
    expect(peopleSentence(of(covered({value: null, numerator: null, lower: null, upper: null})))).toBe(
      "How many staff that is cannot be told."
    );
    expect(peopleSentence(of())).toBe("");
  });

  it("gives the share of targeted qualifications only as a bound", () => {
    const bound = covered({indicator_id: "GAP-07", value: null, lower: null, upper: 8.4, bound: "upper"});
    expect(targetedSentence(of(bound))).toContain("fewer than 8.4%");
    expect(targetedSentence(of())).toBe("");
  });

  it("draws a square for each role and lists what fits each", () => {
    const made = suitableQualifications(release, {document}) as HTMLElement;
    expect(words(made.querySelector(".drawing.wide") as Element)).toContain("2 of 3");
    expect(suitableDownloads(release)[0]?.rows.slice(1)).toEqual([
      [
        "Teaching assistant",
        "Behaviour and guidance; Supporting teaching and learning",
        "NVQ for Teaching Assistants Level 2 (targeted)",
        "none",
        "none"
      ],
      ["Learning mentor", "Behaviour and guidance", "none", "Generic qualification, Level 2 (suitable)", "none"],
      ["Midday supervisor", "No route stated", "none", "none", "NVQ for Teaching Assistants Level 2 (relevant)"]
    ]);
    expect(words(suitableQualifications(of(), {document}))).toContain("cannot be told");
  });
});
