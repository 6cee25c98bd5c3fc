import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {availability} from "../../src/components/qualifications/availability.js";
import {capacityDownloads, capacityTitle} from "../../src/components/qualifications/capacity.js";
import {catalogue, catalogueDownloads} from "../../src/components/qualifications/catalogue.js";
import {choose, isShown, searchOf} from "../../src/components/qualifications/choose.js";
import {chooser} from "../../src/components/qualifications/chooser.js";
import {guidanceSentence, signpostingSentence} from "../../src/components/qualifications/guidance.js";
import {
  inductionDownloads,
  inductionSentence,
  inductionUnits,
  otherAudiences
} from "../../src/components/qualifications/inductionUnits.js";
import {ladder} from "../../src/components/qualifications/ladder.js";
import {nextSteps} from "../../src/components/qualifications/nextSteps.js";
import {stepsOf} from "../../src/components/qualifications/rungs.js";
import type {Programme, Release} from "../../src/components/release.js";
import {qualifications} from "../../src/pages/qualifications.js";
import {surveyFigure, surveyRelease} from "../components/surveyRelease.js";

const {document} = new JSDOM("").window;

const programme = (programme_id: string, of: Partial<Programme> = {}): Programme => ({
  programme_id,
  programme_name: `Programme ${programme_id}`,
  category: "nvq",
  nqf_level: "2",
  route_ids: "TL",
  priority_id: null,
  body: "A body",
  available_from: null,
  status_2004: "available",
  places: null,
  basis: "stated",
  place: "S0:L114",
  source: "the plan",
  ...of
});
const INDUCTION = programme("Q05", {category: "induction", nqf_level: null, route_ids: "GEN"});
const GENERIC = programme("Q01", {
  nqf_level: "2;3",
  route_ids: "GEN",
  status_2004: "in development",
  available_from: "2004-12"
});
const NVQ = programme("Q02");
const COURSE = programme("Q27", {category: "course", nqf_level: null, route_ids: "BG"});
const STANDARDS = programme("Q50", {category: "occupational_standards", nqf_level: null});
const TODAY = programme("A08", {category: "apprenticeship", place: "starts.parquet", status_2004: "open"});
const LIST = [INDUCTION, GENERIC, NVQ, COURSE, STANDARDS, TODAY];

const JUDGED = [
  {role_id: "R01", programme_id: "Q02", nqf_level: "2", suitability: "targeted"},
  {role_id: "R17", programme_id: "Q01", nqf_level: "2", suitability: "suitable"}
] as unknown as Release["role_qualifications"];

const having = (of: Partial<Release> = {}): Release =>
  surveyRelease({
    programmes: LIST,
    role_qualifications: JUDGED,
    role_profiles: [],
    induction_map: [],
    induction_levels: [],
    induction_modules: [],
    progress: [],
    ...of
  });
const said = (mark: string, release: Release) => qualifications.marks[mark]?.(release, {document, parameters: {}});
const words = (node: Node | null | undefined): string => (node?.textContent ?? "").replace(/\s+/g, " ");

describe("the titles of Qualifications", () => {
  it("count what a person can take, and what could be taken when the plan was written", () => {
    expect(said("title", having())).toBe(
      "The plan has four programmes from induction to qualified teacher status, and says that three of them can be taken"
    );
    expect(said("title", having({programmes: []}))).toBe("No programme of the plan is listed");
    expect(said("catalogueTitle", having())).toBe(
      "One apprenticeship of today, and five programmes of the plan: four to take, and one to guide or frame it"
    );
    expect(said("ladderTitle", having())).toBe("The ladder has three rungs, from induction to Level 3");
    expect(said("ladderTitle", having({programmes: []}))).toBe("The ladder has no rung yet");
  });
});

describe("availability(programme)", () => {
  it("says what the plan says, with months as months and years as years", () => {
    expect(availability(GENERIC)).toEqual({isOpen: false, said: "in development: December 2004"});
    expect(availability(programme("Q", {status_2004: "in NQF", available_from: "2002"}))).toEqual({
      isOpen: true,
      said: "in the national framework: 2002"
    });
    expect(availability(programme("Q", {status_2004: "pilot", available_from: "pilot 2004-05"})).said).toBe(
      "pilot 2004–05"
    );
    expect(availability(programme("Q", {available_from: "available"})).said).toBe("available");
    expect(availability(programme("Q", {status_2004: "available; not accredited"})).isOpen).toBe(true);
    for (const status_2004 of ["planned", "pilot", "starting", "new", "proposed", "in review"])
      expect(availability(programme("Q", {status_2004})).isOpen, status_2004).toBe(false);
  });
});

describe("stepsOf(release)", () => {
  it("puts a programme on each of its rungs, and leaves out what nobody can take and what is of today", () => {
    expect(stepsOf(having()).map(({id, rung}) => `${id} ${rung}`)).toEqual([
      "Q05 1",
      "Q01 2",
      "Q01 3",
      "Q02 2",
      "Q27 0"
    ]);
  });

  it("takes a judgement only for the level that it was made for", () => {
    const [second, third] = stepsOf(having()).filter(({id}) => id === "Q01");
    expect([second?.fits?.get("R17"), third?.fits]).toEqual(["suitable", undefined]);
  });
});

describe("ladder(release)", () => {
  it("is an ordered list of rungs, on each the programmes by route as links into the catalogue", () => {
    const made = ladder(having(), {document});
    expect([...made.querySelectorAll("h3")].map(words)).toEqual([
      "Induction",
      "Level 2",
      "Level 3",
      "Level 4 and HLTA status",
      "Foundation degree",
      "Qualified teacher status",
      "Beside the ladder: no level stated"
    ]);
    const listed = catalogue(having(), {document});
    for (const link of made.querySelectorAll("a"))
      expect(listed.querySelector(link.getAttribute("href") ?? ""), words(link)).not.toBeNull();
    expect(words(made.querySelector(".rung"))).toContain("none named");
  });
});

describe("nextSteps(release)", () => {
  it("lists for a role what fits it first, and says what nobody judged", () => {
    const made = nextSteps(having(), {document});
    const mentor = made.querySelector("#next-R17");
    expect([...(mentor?.querySelectorAll("ol > li") ?? [])].map(words)).toEqual([
      "InductionProgramme Q05For all roles, its fit not judged; available",
      "Level 2Programme Q01Fits most of the work; in development: December 2004",
      "Level 3Programme Q01For all roles, its fit not judged; in development: December 2004",
      "Beside the ladder: no level statedProgramme Q27On this route, its fit not judged; available"
    ]);
    expect(words(made.querySelector("#next-R01"))).toContain("Made for this role");
    expect(words(made.querySelector("#next-R36"))).not.toContain("Programme Q02");
  });

  it("says which level the job profile expects, and where nobody judged the role", () => {
    const profile = {role_id: "R17", expected_level: "NVQ 3"} as unknown as Release["role_profiles"][number];
    const made = nextSteps(having({role_profiles: [profile]}), {document});
    expect(words(made.querySelector("#next-R17 p"))).toContain("expects NVQ 3");
    expect(words(made.querySelector("#next-R36 p"))).toContain("has not been judged");
  });
});

describe("isShown(step, narrowing)", () => {
  const step = {rung: 2, fits: undefined, on: ["BG"]};
  const choice = {role: "", held: "", route: ""};

  it("shows everything while nothing is chosen, and what is above the level held", () => {
    expect(isShown(step, {choice, routes: []})).toBe(true);
    expect(isShown(step, {choice: {...choice, held: "2"}, routes: []})).toBe(false);
    expect(isShown({...step, rung: 0}, {choice: {...choice, held: "5"}, routes: []})).toBe(true);
  });

  it("goes by the judgement where there is one, else by route", () => {
    const mentor = {choice: {...choice, role: "R17"}, routes: ["BG"]};
    expect(isShown(step, mentor)).toBe(true);
    expect(isShown({...step, on: ["TL"]}, mentor)).toBe(false);
    expect(isShown({...step, on: ["GEN"]}, mentor)).toBe(true);
    expect(isShown({...step, fits: ["R01"]}, mentor)).toBe(false);
    expect(isShown({...step, fits: ["R17"], on: ["TL"]}, mentor)).toBe(true);
    expect(isShown(step, {choice: {...choice, route: "AO"}, routes: []})).toBe(false);
  });
});

describe("choose(document)", () => {
  const opened = (url: string) => {
    const {window} = new JSDOM("<main></main>", {url});
    const page = window.document;
    const release = having();
    page.body.append(
      chooser(release, {document: page}),
      nextSteps(release, {document: page}),
      ladder(release, {document: page})
    );
    choose(page, window as unknown as Window);
    return {page, window};
  };
  const shown = (page: Document) => [...page.querySelectorAll(".ladder .step:not([hidden]) a")].map(words);

  it("restores what the address says, and writes there what is chosen", () => {
    const {page, window} = opened("https://site.test/qualifications?role=R17&held=2");
    expect(shown(page)).toEqual(["Programme Q01", "Programme Q27"]);
    expect(page.querySelector<HTMLDetailsElement>("#next-R17")?.open).toBe(true);
    expect(page.querySelector<HTMLElement>("#next-R01")?.hidden).toBe(true);
    expect(words(page.querySelector("output"))).toBe(
      "2 of the plan’s programmes answer this choice; 1 of them can be taken, by what it says."
    );
    const route = page.querySelector<HTMLSelectElement>("select[name=route]");
    if (route) route.value = "TL";
    route?.dispatchEvent(new window.Event("change", {bubbles: true}));
    expect(window.location.search).toBe("?role=R17&held=2&route=TL");
  });

  it("shows everything again, and leaves out of the address what it does not know", () => {
    const {page, window} = opened("https://site.test/qualifications?role=nobody&other=1#Q02");
    expect(window.location.href).toBe("https://site.test/qualifications#Q02");
    expect(shown(page).length).toBe(5);
    const {page: narrowed, window: view} = opened("https://site.test/qualifications?role=R17");
    narrowed.querySelector("form")?.reset();
    expect(shown(narrowed).length).toBe(5);
    expect(view.location.search).toBe("");
    expect(words(narrowed.querySelector("output"))).toContain("Everything is shown");
  });

  it("writes nothing where nothing is chosen", () => {
    expect(searchOf({role: "", held: "", route: ""})).toBe("");
  });
});

describe("inductionUnits(release)", () => {
  const level = (audience: string, status: string, units_remaining_count: number) =>
    ({
      audience,
      nqf_level: "2",
      status,
      units_required_count: 7,
      units_remaining_count,
      origin: "estimated"
    }) as unknown as Release["induction_levels"][number];
  const unit = (of: Partial<Release["induction_map"][number]>): Release["induction_map"][number] => ({
    audience: "primary_teaching_assistant",
    nqf_level: "2",
    nvq_unit_id: "TA2-2-4",
    unit_title: "Support colleagues",
    is_mandatory: "yes",
    status: "prepared",
    module_ids: "I01",
    basis: "unsourced",
    source: "unsourced",
    origin: "estimated",
    ...of
  });
  const release = having({
    induction_levels: [
      level("primary_teaching_assistant", "now", 3),
      level("primary_teaching_assistant", "planned", 2),
      level("other_support_staff", "now", 7)
    ],
    induction_map: [unit({}), unit({audience: "other_support_staff", status: "still to cover", module_ids: null})],
    induction_modules: [{module_id: "I01", module_name: "Role and context"}] as unknown as Release["induction_modules"]
  });

  it("says how many units of each award are left, and draws those still to come apart", () => {
    expect(inductionSentence(release)).toBe(
      "Induction leaves a primary teaching assistant three of seven units at Level 2 still to cover"
    );
    expect(otherAudiences(release)).toBe("At Level 2 it leaves other support staff seven units.");
    const made = inductionUnits(release, {document}) as HTMLElement;
    expect(made.querySelector("svg")?.getAttribute("aria-label")).toContain("3 left of 7 at Level 2");
    expect(words(inductionUnits(having(), {document}))).toContain("cannot be told");
  });

  it("names the modules that prepare for each unit", () => {
    expect(inductionDownloads(release)[0]?.rows[1]).toEqual([
      "Support colleagues",
      "2",
      "yes",
      "prepared: Role and context",
      "not known",
      "still to cover"
    ]);
    expect(inductionDownloads(having())).toEqual([]);
  });
});

describe("catalogue(release)", () => {
  const counted = {programme_id: "Q02", base: null, lower: null, upper: null} as const;
  const release = having({
    indicators: [
      surveyFigure({
        ...counted,
        indicator_id: "CAP-01",
        period_type: "financial",
        period: "2004-05",
        unit: "places taken",
        value: 1290
      }),
      surveyFigure({
        ...counted,
        indicator_id: "UPT-04",
        period_type: "academic",
        period: "2003-04",
        unit: "starts",
        value: null,
        symbol: "x",
        symbol_reason: "not_enough_data"
      })
    ]
  });

  it("lists every programme, those of today last, with places taken or the reason that there are none", () => {
    const [download] = catalogueDownloads(release);
    expect(download?.file).toBe("programmes-synthetic.csv");
    expect(download?.rows.map(([name]) => name)).toEqual([
      "Programme",
      "Programme Q01",
      "Programme Q02",
      "Programme Q05",
      "Programme Q27",
      "Programme Q50",
      "Programme A08"
    ]);
    expect(download?.rows[2]).toEqual([
      "Programme Q02",
      "2",
      "Supporting teaching and learning",
      "A body",
      "available",
      "none named",
      1290,
      "not enough data",
      "plan, line 114"
    ]);
    expect(download?.rows.at(-1)?.slice(6, 8)).toEqual(["not applicable", "not applicable"]);
    expect(download?.rows[1]?.slice(6, 8)).toEqual(["not collected", "not collected"]);
    expect(catalogue(release, {document}).querySelector("tr#Q02 th")?.textContent).toBe("Programme Q02");
    expect(catalogueDownloads(having())[0]?.file).toBe("programmes.csv");
  });
});

describe("capacity and guidance", () => {
  it("say what is known, and what no return collects", () => {
    const release = having({
      indicators: [
        surveyFigure({
          indicator_id: "CAP-05",
          value: 18.2,
          lower: null,
          upper: null,
          numerator: 4210,
          denominator: 23180
        }),
        surveyFigure({indicator_id: "CAP-03", value: 3, lower: 2.3, upper: 3.7}),
        surveyFigure({indicator_id: "IAG-01", value: 51, lower: 49, upper: 53}),
        surveyFigure({
          indicator_id: "IAG-02",
          dimension_1: "barrier",
          category_1: "Did not know of it",
          value: 32,
          lower: 29,
          upper: 35
        }),
        surveyFigure({indicator_id: "IAG-03", value: null, symbol: "x", symbol_reason: "not_collected"})
      ]
    });
    expect(capacityTitle(release)).toBe(
      "In the synthetic returns, 18.2% of schools have a trained mentor and an assessor has 3.0 NVQ candidates"
    );
    expect(capacityTitle(having())).toBe("What carries these programmes");
    expect(capacityDownloads(release)[0]?.rows.length).toBe(3);
    expect(guidanceSentence(release)).toBe(
      "In the synthetic returns, 51% (95% interval 49 to 53) of staff had discussed their training needs with their line manager in twelve months and 32% (95% interval 29 to 35) of those who wanted training and took none say that they did not know of it."
    );
    expect(guidanceSentence(having())).toContain("cannot be told");
    expect(signpostingSentence(release)).toContain("not collected");
    expect(signpostingSentence(having())).toBe("");
  });
});
