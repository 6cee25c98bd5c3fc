import {describe, expect, it} from "vitest";
import {areasLead, areasTitle} from "../../../src/components/areas/areasTitle.js";
import {areaLead, areaTitle} from "../../../src/components/areas/areaTitle.js";
import {standing} from "../../../src/components/areas/headlineFigures.js";
import type {Comparison} from "../../../src/components/release.js";
import {comparison, invented, inventedRelease, LOCAL_LSCS, learners, offers} from "./invented.js";

const L1 = invented("L1");
const SILENT = {is_different: "cannot say", difference: null, symbol: "x", symbol_reason: "not_returned"} as const;
const CLEAR = {is_different: "yes", difference: 12} as const;

const fourFamilies = (...of: Partial<Comparison>[]): Comparison[] =>
  ["offers", "uptake", "participation", "learners"].map((family, index) => comparison(family, "L1", of[index] ?? {}));

describe("standing(release, area)", () => {
  const said = (...of: Partial<Comparison>[]) => standing(inventedRelease({comparisons: fourFamilies(...of)}), L1);

  it("says that none differs, of four, of those that can be judged, and of one", () => {
    expect(said()).toBe("None of the four figures differs clearly from the rest of England");
    expect(said(SILENT, {}, {}, {})).toBe(
      "None of the three figures that can be judged differs clearly from the rest of England"
    );
    expect(said(SILENT, SILENT, SILENT, {})).toBe(
      "The one figure that can be judged does not differ clearly from the rest of England"
    );
  });

  it("names what differs and how, and that the others could be chance", () => {
    expect(said(CLEAR)).toBe(
      "The share offered training is clearly higher than in the rest of England; for three others a difference could be chance"
    );
    expect(said(CLEAR, CLEAR, {is_different: "yes", difference: -5}, SILENT)).toBe(
      "The share offered training and the share who took up an offer are clearly higher and the share who began training is clearly lower than in the rest of England"
    );
  });

  it("tells the side of a funnel, which publishes no difference, from the rates", () => {
    const release = inventedRelease({
      indicators: [learners("L1", {value: 5}), learners("ENG", {value: 12})],
      comparisons: [comparison("learners", "L1", {is_different: "yes", difference: null})]
    });
    expect(standing(release, L1)).toBe("The rate of learners is clearly lower than in the rest of England");
  });

  it("says so where nothing can be said", () => {
    const nothing = "Nothing can be said of how this area stands beside the rest of England";
    expect(said(SILENT, SILENT, SILENT, SILENT)).toBe(nothing);
    expect(standing(inventedRelease({}), L1)).toBe(nothing);
  });
});

describe("areaTitle(release, area)", () => {
  const title = (of: Partial<Comparison>) =>
    areaTitle(
      inventedRelease({indicators: [offers("L1", {value: 55})], comparisons: [comparison("offers", "L1", of)]}),
      L1
    );

  it("gives the share, calls it synthetic, and calls it different only where the test says so", () => {
    expect(title({})).toBe(
      "Area L1: in the synthetic returns, 55% of support staff were offered training, and the difference from the rest of England could be chance"
    );
    expect(title(CLEAR)).toMatch(/were offered training, clearly more than in the rest of England$/);
    expect(title({is_different: "yes", difference: -9})).toMatch(/, clearly fewer than in the rest of England$/);
    expect(title(SILENT)).toMatch(/, and whether that differs from the rest of England cannot be said$/);
  });

  it("says why there is no share", () => {
    const without = (symbol_reason: "not_returned" | "unreliable") =>
      areaTitle(
        inventedRelease({
          indicators: [offers("L1", {value: null, lower: null, upper: null, symbol: "u", symbol_reason})]
        }),
        L1
      );
    expect(without("not_returned")).toBe(
      "Area L1: how many staff were offered training is not known, since no survey came"
    );
    expect(without("unreliable")).toBe("Area L1: how many staff were offered training is unreliable");
    expect(areaTitle(inventedRelease({}), L1)).toContain("not known");
  });

  it("says nothing of synthetic returns where they are real", () => {
    const release = inventedRelease({indicators: [offers("L1", {origin: "real"})]});
    expect(areaTitle(release, L1)).not.toContain("synthetic");
  });
});

describe("areaLead(release, area)", () => {
  it("gives interval, base, date and coverage, and the learners with their place in the funnel", () => {
    const release = inventedRelease({
      indicators: [offers("L1"), learners("L1", {numerator: 60, senders_returned: 4, senders_expected: 5})],
      comparisons: [comparison("learners", "L1", {funnel_position: "outside_95", is_different: "no"})]
    });
    expect(areaLead(release, L1)).toBe(
      "95% interval 45% to 55%, from about 100 answers to the survey of its local LSC, two years to March 2004. " +
        "In 2003–04 so far, 60 learners began by the returns of 4 of 5 providers: 12.0 per 1,000 staff, outside the 95% limits for chance and usual differences between areas, which is a prompt to look and no verdict."
    );
  });

  it("is silent of what is not there", () => {
    expect(areaLead(inventedRelease({}), L1)).toBe("");
    expect(areaLead(inventedRelease({indicators: [learners("L1", {value: null})]}), L1)).toBe("");
  });
});

describe("areasTitle(release)", () => {
  const all = (family: string, clear: number, of: Partial<Comparison> = {}): Comparison[] =>
    LOCAL_LSCS.map(({area_code}, index) => comparison(family, area_code, {...of, ...(index < clear ? CLEAR : {})}));
  const title = (...comparisons: Comparison[]) => areasTitle(inventedRelease({comparisons}));

  it("counts who stands clearly apart by the test, in learners and in offers", () => {
    expect(title(...all("learners", 3), ...all("offers", 0))).toBe(
      "In the synthetic returns, three of 7 local LSCs stand clearly apart in learners for their staff, and none in training offered"
    );
    expect(title(...all("learners", 1), ...all("offers", 2))).toBe(
      "In the synthetic returns, one of 7 local LSCs stands clearly apart in learners for its staff, and two do in training offered"
    );
    expect(title(...all("learners", 0), ...all("offers", 1))).toBe(
      "In the synthetic returns, none of 7 local LSCs stands clearly apart in learners for its staff, and one does in training offered"
    );
  });

  it("leaves out what cannot be judged, and says so where nothing can", () => {
    expect(title(...all("offers", 0, {origin: "real"}))).toBe(
      "None of 7 local LSCs stands clearly apart in training offered"
    );
    const nothing = "Whether any local LSC stands clearly apart from the others cannot be said";
    expect(title()).toBe(nothing);
    expect(title(...all("offers", 0, SILENT))).toBe(nothing);
  });
});

describe("areasLead(release)", () => {
  it("says how many lie outside the funnel, how many chance would put there, and what returned", () => {
    const placed = LOCAL_LSCS.map(({area_code}, index) =>
      comparison("learners", area_code, {
        funnel_position: index === 0 ? "outside_998" : "inside",
        senders_returned: 4,
        senders_expected: 5
      })
    );
    const asked = LOCAL_LSCS.map(({area_code}, index) =>
      comparison("offers", area_code, index === 0 ? {...SILENT, senders_returned: 0} : {})
    );
    expect(areasLead(inventedRelease({comparisons: [...placed, ...asked]}))).toBe(
      "In learners, 1 of 7 lies outside limits of 95%, where chance alone would put 0.4: a prompt to look, and no verdict. 6 of 7 returned the survey. 28 of 35 providers returned enrolments."
    );
  });

  it("says of those that stand clearly apart how many have returns missing", () => {
    const thin = {is_different: "yes", senders_returned: 4, senders_expected: 5} as const;
    const whole = {is_different: "yes", senders_returned: 5, senders_expected: 5} as const;
    const lead = (...apart: Partial<Comparison>[]): string =>
      areasLead(
        inventedRelease({
          comparisons: LOCAL_LSCS.slice(0, apart.length).map(({area_code}, index) =>
            comparison("learners", area_code, apart[index])
          )
        })
      );
    expect(lead(thin, thin, whole)).toContain(
      "Two of the three that stand clearly apart have returns missing (Area L1: 4 of 5 providers; Area L2: 4 of 5 providers)."
    );
    expect(lead(thin, whole)).toContain(
      "One of the two that stand clearly apart has returns missing (Area L1: 4 of 5 providers)."
    );
    expect(lead(thin, thin)).toContain("Both that stand clearly apart have returns missing (Area L1: ");
    expect(lead(thin)).toContain("The one that stands clearly apart has returns missing (Area L1: 4 of 5 providers).");
    expect(lead(whole, whole)).not.toContain("missing");
  });

  it("says nothing where nothing is known", () => expect(areasLead(inventedRelease({}))).toBe(""));
});
