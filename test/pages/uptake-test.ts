import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {Figure, Release} from "../../src/components/release.js";
import {shareDownloads, sharePanels} from "../../src/components/sharePanels.js";
import {learnersByRoute, learnersPerStaff} from "../../src/components/uptake/learners.js";
import {offerBound, regionsSentence} from "../../src/components/uptake/offerBound.js";
import {rolesHeld, rolesHeldDownloads} from "../../src/components/uptake/rolesHeld.js";
import {barriers, lastOffer, wanted} from "../../src/components/uptake/staffGroups.js";
import {uptakeByGroup} from "../../src/components/uptake/uptakeByGroup.js";
import {uptakeByRole, uptakeByRoute} from "../../src/components/uptake/uptakeByRole.js";
import {uptake} from "../../src/pages/uptake.js";
import {
  surveyComparison,
  surveyFigure,
  surveyRelease,
  surveyThreshold,
  withoutValue
} from "../components/surveyRelease.js";

const {document} = new JSDOM("").window;
const OFFERED = surveyFigure({value: 53, lower: 51, upper: 55, base: 6000});
const TAKEN_UP = surveyFigure({indicator_id: "UPT-01", value: 77, lower: 75, upper: 79, base: 3280});
const BEGAN = surveyFigure({indicator_id: "UPT-02", value: 41, lower: 39, upper: 42, base: 6000});
const having = (...indicators: Figure[]): Release => surveyRelease({indicators});
const said = (mark: "title" | "lead", release: Release) => uptake.marks[mark]?.(release, {document, parameters: {}});

describe("the title of Uptake", () => {
  it("says how many were offered training and began some", () => {
    expect(said("title", having(OFFERED, BEGAN))).toBe(
      "In the synthetic returns, 53% of support staff were offered training in two years and 41% began some"
    );
    const real = [OFFERED, BEGAN].map((figure): Figure => ({...figure, origin: "real"}));
    expect(said("title", having(...real))).toBe(
      "53% of support staff were offered training in two years and 41% began some"
    );
  });

  it("says what is known where one of them is missing, and that nothing is", () => {
    expect(said("title", having(withoutValue({}), BEGAN))).toBe(
      "In the synthetic returns, 41% of support staff began training in two years"
    );
    expect(said("title", having(OFFERED))).toBe(
      "In the synthetic returns, 53% of support staff were offered training in two years"
    );
    expect(said("title", having(withoutValue({})))).toContain("Too little is known");
    expect(said("title", having())).toContain("Nothing received");
  });
});

describe("the lead of Uptake", () => {
  it("says what it rests on", () => {
    expect(said("lead", having(OFFERED, TAKEN_UP))).toBe(
      "Of those offered it, 77% (95% interval 75 to 79) took it up. Survey of March 2004: 6,000 answers, from 42 of 47 local LSCs."
    );
    expect(said("lead", having(OFFERED))).not.toContain("took it up");
    expect(said("lead", having())).toBe("No staff questionnaire has been received.");
  });
});

describe("offerBound(release)", () => {
  const plan = surveyFigure({
    period: "before 2004-04",
    dimension_1: "staff group",
    category_1: "Other than teaching assistants",
    value: null,
    lower: null,
    upper: 50,
    bound: "upper",
    base: null,
    origin: "real"
  });
  const others = surveyFigure({dimension_1: "staff group", category_1: "Other than teaching assistants"});
  const region: Figure = {...others, area_level: "region", area_code: "NE", senders_returned: 2, senders_expected: 4};
  const held = (is_met: "yes" | "no" | "cannot say", origin: "real" | "synthetic" = "synthetic"): Release =>
    surveyRelease({indicators: [plan, others, region], thresholds: [surveyThreshold({is_met, origin})]});

  it("reports what returns were drawn to as no finding, and holds a real survey to it", () => {
    expect(offerBound(held("yes")).finding).toMatch(/the synthetic returns were drawn to agree$/);
    expect(offerBound(held("yes", "real")).finding).toMatch(/the survey agrees$/);
    expect(offerBound(held("no", "real")).finding).toMatch(/in the survey it is half or more$/);
    expect(offerBound(held("cannot say")).finding).toMatch(/the synthetic returns cannot say$/);
    expect(offerBound(having(plan)).finding).toMatch(/nothing received says more$/);
  });

  it("shows the plan's words as a bound without a value, in chart and table", () => {
    const shares = offerBound(held("yes"));
    expect(shares.panels[0]?.bound).toBe(50);
    const [, first, second, third] = shareDownloads(shares, held("yes"))[0]?.rows ?? [];
    expect(first?.slice(0, 4)).toEqual(["The plan, of other staff", "England", "under 50", "none"]);
    expect(second?.slice(0, 4)).toEqual(["Other staff", "England", 40, "38 to 42"]);
    expect(third?.[0]).toBe("North East");
    expect(sharePanels(shares, held("yes"), {document}).textContent).toContain("under 50%");
  });

  it("says where nobody can say, and whose coverage is unlike England's", () => {
    const release = surveyRelease({
      indicators: [others, region],
      thresholds: [surveyThreshold({}), surveyThreshold({area_level: "region", area_code: "NE", is_met: "cannot say"})]
    });
    expect(regionsSentence(release)).toBe(
      "In the synthetic returns, drawn to that statement, the figure for other staff is below half in none of one region and too near to half to say in the North East. Coverage is unlike England’s in the North East: its figure is not comparable with England’s as it stands."
    );
    expect(regionsSentence(having())).toBe("");
  });
});

describe("uptakeByRole(release) and uptakeByRoute(release)", () => {
  const role = (role_id: string, value: number): Figure =>
    surveyFigure({role_id, value, lower: value - 3, upper: value + 3});
  const release = having(role("R01", 67), role("R17", 81), role("R36", 30), {
    ...role("R17", 91),
    indicator_id: "UPT-01"
  });

  it("names the ends of the range without calling roles different", () => {
    expect(uptakeByRole(release).finding).toBe(
      "In the synthetic returns, offers run from 30% (midday supervisor, interval 27 to 33) to 81% (learning mentor, interval 78 to 84)"
    );
    expect(uptakeByRole(release).measure).toContain("roles do not add up");
    expect(uptakeByRole(having(role("R01", 67), role("R17", 67))).finding).toBe(
      "In the synthetic returns, 67% (learning mentor; teaching assistant) were offered training"
    );
    expect(uptakeByRole(having(withoutValue({role_id: "R01"}))).finding).toContain("Too few answered");
    expect(uptakeByRole(having()).finding).toBe("No survey has been received");
  });

  it("says why a role has no share, in every column of its table", () => {
    const few = having(withoutValue({role_id: "R01"}), withoutValue({role_id: "R01", indicator_id: "UPT-02"}));
    const [head, row] = shareDownloads(uptakeByRole(few), few)[0]?.rows ?? [];
    const under = (title: string) => row?.[head?.indexOf(title) ?? -1];
    expect(under("Offered training, % of staff")).toBe("unreliable");
    expect(under("Took it up, % of those offered")).toBe("not available");
    expect(under("Began training, % of staff")).toBe("unreliable");
  });

  it("calls a row synthetic where any of its figures is", () => {
    const mixed = having(surveyFigure({role_id: "R01", origin: "estimated"}), {
      ...role("R01", 50),
      indicator_id: "UPT-01"
    });
    expect(shareDownloads(uptakeByRole(mixed), mixed)[0]?.rows[1]?.at(-1)).toBe("synthetic");
  });

  it("puts roles under their route, and those of several under their own heading", () => {
    expect(uptakeByRole(release).rows.map(({group, name}) => [group, name])).toEqual([
      ["Behaviour and guidance", "Learning mentor"],
      ["On more than one route", "Teaching assistant"],
      ["No route stated", "Midday supervisor"]
    ]);
  });

  it("says what a word in place of a figure means", () => {
    const missing = having(withoutValue({role_id: "R01"}), role("R17", 81));
    const chart = sharePanels(uptakeByRole(missing), missing, {document}).textContent;
    expect(chart).toContain("Unreliable: rests on too few answers to be relied on.");
  });

  it("says each route of the plan, and never a sum", () => {
    const routes = having(
      surveyFigure({route_id: "TL", value: 65}),
      surveyFigure({route_id: "UNA", value: 31}),
      surveyFigure({route_id: "BG", value: 67})
    );
    expect(uptakeByRoute(routes).finding).toBe(
      "In the synthetic returns, offers by route are 67% on behaviour and guidance and 65% on supporting teaching and learning"
    );
    expect(
      uptakeByRoute(routes)
        .rows.map(({name}) => name)
        .at(-1)
    ).toBe("No route stated");
  });
});

describe("uptakeByGroup(release)", () => {
  const sex = (category_1: string): Figure => surveyFigure({dimension_1: "sex", category_1});
  const figures = [sex("Male"), sex("Female"), {...sex("Male"), indicator_id: "UPT-01"}];
  const judged = (...comparisons: Release["comparisons"][number][]): Release =>
    surveyRelease({indicators: figures, comparisons});

  it("calls groups different only where the family's test does", () => {
    expect(uptakeByGroup(judged(surveyComparison({}))).finding).toBe(
      "In the synthetic returns, offers differ by sex; other differences between groups could be chance"
    );
    expect(uptakeByGroup(judged(surveyComparison({is_different: "no"}))).finding).toBe(
      "In the synthetic returns, differences between groups could all be chance"
    );
    const uptakeOnly = judged(
      surveyComparison({is_different: "no"}),
      surveyComparison({family_id: "uptake_by_group", indicator_id: "UPT-01"})
    );
    expect(uptakeByGroup(uptakeOnly).finding).toContain("uptake differs by sex");
    expect(uptakeByGroup(judged(surveyComparison({is_different: "cannot say"}))).finding).toContain(
      "Too little is known"
    );
    expect(uptakeByGroup(judged()).finding).toContain("Too little is known");
  });

  it("marks the group compared with, and no group of the adjusted family", () => {
    const adjusted = surveyComparison({family_id: "offers_by_group_adjusted"});
    const rows = uptakeByGroup(judged(surveyComparison({is_different: "no"}), adjusted)).rows;
    expect(rows.map(({name, marks}) => [name, marks?.[0]])).toEqual([
      ["Female", "reference"],
      ["Male", undefined]
    ]);
  });

  it("says which group is the one compared with, and that those not known are compared with none", () => {
    const release = surveyRelease({
      indicators: [...figures, sex("Not known")],
      comparisons: [surveyComparison({is_different: "no"})]
    });
    const [head, ...rows] = shareDownloads(uptakeByGroup(release), release)[0]?.rows ?? [];
    const [against, offers] = ["Compared with", "Offers: different?"].map((title) => head?.indexOf(title) ?? -1);
    expect(rows.map((row) => [row[0], row[against ?? -1], row[offers ?? -1]])).toEqual([
      ["Female", "is the largest", "not compared"],
      ["Male", "Female", "no"],
      ["Not known", "not compared", "not compared"]
    ]);
  });
});

describe("lastOffer, wanted and barriers", () => {
  const both = (of: Partial<Figure>): Figure[] => [
    surveyFigure({...of, dimension_2: "staff group", category_2: "Teaching assistants", value: 21}),
    surveyFigure({
      ...of,
      dimension_2: "staff group",
      category_2: "Other than teaching assistants",
      value: 37,
      lower: 35,
      upper: 40
    })
  ];
  const band = (category_1: string) => both({indicator_id: "OFF-02", dimension_1: "last offer", category_1});

  it("orders offers from the last to none ever", () => {
    const shares = lastOffer(having(...band("Never"), ...band("13 to 24 months ago"), ...band("Up to 12 months ago")));
    expect(shares.rows.map(({name}) => name)).toEqual(["Up to 12 months ago", "13 to 24 months ago", "Never"]);
    expect(shares.finding).toBe(
      "In the synthetic returns, 37% (95% interval 35 to 40) of other staff had never been offered training, beside 21% of teaching assistants"
    );
    expect(lastOffer(having()).finding).toBe("Nothing received says when staff were last offered training");
  });

  it("say that a person names one topic, and that reasons do not add up", () => {
    const all = surveyFigure({indicator_id: "DEM-01", value: 66, lower: 64, upper: 67});
    const release = having(
      all,
      ...both({indicator_id: "DEM-01", dimension_1: "topic", category_1: "E-skills"}),
      ...both({indicator_id: "IAG-02", dimension_1: "barrier", category_1: "No time"}),
      surveyFigure({
        indicator_id: "IAG-02",
        dimension_1: "barrier",
        category_1: "No time",
        value: 37,
        lower: 34,
        upper: 40
      })
    );
    expect(wanted(release).finding).toBe(
      "In the synthetic returns, 66% (95% interval 64 to 67) of staff want training"
    );
    expect(barriers(release).finding).toBe(
      "In the synthetic returns, “no time” is among the reasons of 37% (95% interval 34 to 40) of those who wanted training and had none"
    );
    expect(wanted(release).measure).toContain("Each person names one topic");
    expect(barriers(release).measure).toContain("do not add up");
  });
});

describe("rolesHeld(release, {document})", () => {
  const several = surveyFigure({indicator_id: "UPT-06", unit: "per cent", value: 10, lower: 9, upper: 11, base: 6240});
  const routes = surveyFigure({...several, dimension_1: "roles held", category_1: "On two routes or more", value: 19});

  it("draws a hundred people, each once", () => {
    const made = rolesHeld(having(several, routes), {document}) as Element;
    expect(made.querySelector("svg")?.getAttribute("aria-label")).toBe(
      "A hundred people: 90 hold one role; about 8 hold several roles, all on one route; about 2 hold roles on two routes or more."
    );
    expect(made.querySelector("h3")?.textContent).toBe(
      "In the synthetic returns, 10% (95% interval 9 to 11) of staff hold two roles or more in the same school"
    );
    expect(rolesHeldDownloads(having(several, routes))[0]?.rows[1]?.slice(0, 5)).toEqual([
      "Hold two roles or more in the same school",
      "all staff",
      10,
      "9 to 11",
      6240
    ]);
  });

  it("says no more of routes than is known, and why there is no picture", () => {
    const alone = rolesHeld(having(several), {document}) as Element;
    expect(alone.querySelector("svg")?.getAttribute("aria-label")).toBe(
      "A hundred people: 90 hold one role; 10 hold two roles or more."
    );
    expect(rolesHeld(having(withoutValue({indicator_id: "UPT-06"})), {document}).textContent).toContain("unreliable");
    expect(rolesHeld(having(), {document}).textContent).toContain("Nothing received");
    expect(rolesHeldDownloads(having())).toEqual([]);
  });
});

describe("learnersByRoute(release) and learnersPerStaff(release)", () => {
  const learners = (of: Partial<Figure>): Figure =>
    surveyFigure({
      period: "2003-04",
      indicator_id: "UPT-05",
      unit: "per cent",
      lower: null,
      upper: null,
      base: null,
      ...of
    });
  const shared = {unit: "per cent of learners, shared by hours"};

  it("keeps shares that overlap apart from those that make a whole", () => {
    const release = having(
      learners({route_id: "TL", value: 70, numerator: 2950}),
      learners({route_id: "BG", value: 55, numerator: 2340}),
      learners({route_id: "TL", value: 60, ...shared}),
      learners({route_id: "BG", value: 40, ...shared})
    );
    const shares = learnersByRoute(release);
    expect(shares.finding).toContain("more than a whole");
    expect(shares.rows.map(({name, figures}) => [name, ...figures.map((found) => found?.value)])).toEqual([
      ["Behaviour and guidance", 55, 40],
      ["Supporting teaching and learning", 70, 60]
    ]);
    expect(learnersByRoute(having(learners({route_id: "TL", value: 60}))).finding).toBe(
      "Each learner’s role leads to one route"
    );
    expect(learnersByRoute(having()).finding).toContain("Nothing received");
  });

  it("writes the word of a category that is not collected", () => {
    const category = (category_1: string, of: Partial<Figure>): Figure =>
      learners({indicator_id: "UPT-03", dimension_1: "staff category", category_1, ...of});
    const release = having(
      category("Teaching assistants", {value: 20.3, numerator: 2340, denominator: 115430}),
      category("Nurses", {value: null, symbol: "x", symbol_reason: "not_collected"}),
      learners({indicator_id: "UPT-03", value: 12.7})
    );
    const shares = learnersPerStaff(release);
    expect(shares.finding).toBe(
      "In the synthetic returns, 12.7 of every 1,000 staff started an aim with a college or provider"
    );
    expect(shareDownloads(shares, release)[0]?.rows).toEqual([
      ["Staff category", "Learners, number per 1,000 staff in post", "Learners", "Staff", "Origin"],
      ["Teaching assistants", 20.3, 2340, 115430, "synthetic"],
      ["Nurses", "not collected", "not collected", "not collected", "synthetic"]
    ]);
  });
});

describe("the downloads of Uptake", () => {
  it("are named as synthetic, and none is offered where nothing is shown", () => {
    expect(uptake.downloads?.(having())).toEqual([]);
    const files = uptake.downloads?.(having(OFFERED, surveyFigure({role_id: "R01"}))).map(({file}) => file);
    expect(files).toEqual(["uptake-by-role-synthetic.csv"]);
  });
});
