import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {Claim} from "../../reports/claims/claim.js";
import {julyProgress} from "../../reports/july-progress/report.js";
import {claimsOf} from "../../reports/report.js";
import type {Figure, Release} from "../../src/components/release.js";
import {surveyComparison, surveyFigure, surveyThreshold, withoutValue} from "../components/surveyRelease.js";
import {emptyRelease, FIGURES, reportRelease, target} from "./reportRelease.js";

const {document} = new JSDOM("").window;

const claimsIn = (release: Release): Map<string, Claim> =>
  new Map(claimsOf(julyProgress(release)).map((claim) => [claim.id, claim]));
const said = (release: Release, id: string): string | undefined => claimsIn(release).get(id)?.said;
const withFigure = (of: Partial<Figure>): Release =>
  reportRelease({
    indicators: FIGURES.map((figure) => (figure.indicator_id === of.indicator_id ? {...figure, ...of} : figure))
  });

describe("julyProgress(release)", () => {
  it("says with its figures what the cells say", () => {
    const release = reportRelease();
    expect(said(release, "offers.all")).toBe(
      "In the synthetic returns, 53% (95% interval 51 to 55) of support staff were offered training in the two years before the survey of March 2004, which rests on 6,000 answers, from 42 of 47 local LSCs."
    );
    expect(said(release, "target.T08")).toBe(
      "In the synthetic returns, 570 of 1,300 places in school business management are counted, which is off course: it is heading for 1,140 to 1,160, by 95% of simulated paths."
    );
  });

  it.each(FIGURES.map((figure) => [figure.indicator_id]))(
    "changes, where %s changes, exactly the sentences that cite it",
    (indicator_id) => {
      const before = claimsIn(reportRelease());
      const value = indicator_id === "OFF-03" ? -3 : 3; // of other staff, less teaching assistants
      const after = claimsIn(withFigure({indicator_id, value, lower: value - 1, upper: value + 1}));
      const changed = [...after.values()].filter(({id, said}) => said !== before.get(id)?.said).map(({id}) => id);
      const citing = [...before.values()]
        .filter(({cites}) => cites.some((cell) => "indicator_id" in cell && cell.indicator_id === indicator_id))
        .filter(({cites}) => cites.some((cell) => FIGURES.includes(cell as Figure)));
      expect(changed).toEqual(citing.map(({id}) => id));
      expect(changed.length).toBeGreaterThan(0);
    }
  );

  it("says on which side of a half a share lies only where its whole interval does", () => {
    const posts = (lower: number, upper: number) =>
      said(withFigure({indicator_id: "GAP-01", lower, upper}), "gaps.posts");
    expect(posts(69, 72)).toContain("more than half of posts, 71%");
    expect(posts(30, 49)).toContain("fewer than half of posts");
    expect(posts(45, 72)).toContain("returns, 71% (95% interval 45 to 72) of posts");
  });

  it("says which way a gap runs, that it could be chance, or that nobody can say", () => {
    const gap = (is_different: string, value: number) =>
      said(
        reportRelease({
          indicators: [surveyFigure({indicator_id: "OFF-03", unit: "percentage points", value, lower: -9, upper: 9})],
          comparisons: [surveyComparison({family_id: "offer_gap_by_area", is_different})]
        }),
        "offers.gap"
      );
    expect(gap("yes", -26)).toContain("less often than teaching assistants, by 26 percentage points");
    expect(gap("yes", 26)).toContain("more often than teaching assistants, by 26 percentage points");
    expect(gap("no", -2)).toContain("beyond what chance could bring");
    expect(gap("cannot say", -2)).toMatch(/^Whether .* cannot be said\.$/);
  });

  it("stops where cells contradict each other, and names the sentence", () => {
    expect(() => julyProgress(withFigure({indicator_id: "OFF-03", value: 0}))).toThrow(
      /^claim offers\.gap: .* is false/
    );
    const astray = reportRelease({progress: [target({status: "far away"})]});
    expect(() => julyProgress(astray)).toThrow(/^claim target\.T08: /);
  });

  it("takes from the published threshold whether fewer than half were offered, and calls it no finding", () => {
    const bound = (is_met: string) =>
      said(reportRelease({thresholds: [surveyThreshold({is_met, note: "so it is no finding"})]}), "offers.bound");
    expect(bound("yes")).toMatch(/^In the synthetic returns, fewer than half .* so it is no finding\.$/);
    expect(bound("no")).toMatch(/half or more .* so it is no finding\.$/);
    expect(bound("cannot say")).toMatch(/^Whether fewer than half .* cannot be said\.$/);
  });

  it.each([
    ["met", "the number is reached"],
    ["on course", "on course"],
    ["at risk", "at risk"],
    ["off course", "off course"],
    ["missed", "was missed"],
    ["under way", "a ceiling"],
    ["closed", "has closed"],
    ["cannot say", "too little is known"]
  ])("has words for a target that is %s", (status, words) => {
    expect(said(reportRelease({progress: [target({status})]}), "target.T08")).toContain(words);
  });

  it("names regions that stand apart by their test, else says that it could be chance", () => {
    const regions = (...verdicts: string[]) =>
      said(
        reportRelease({
          comparisons: verdicts.map((is_different, index) =>
            surveyComparison({
              family_id: "offers_by_region",
              area_level: "region",
              area_code: index === 0 ? "NE" : "LN",
              dimension_1: null,
              category_1: null,
              difference: 9,
              is_different
            })
          )
        }),
        "regions.offers"
      );
    expect(regions("yes", "no")).toContain(
      "more often in the North East than in the rest of England; in the other one region the difference could be chance"
    );
    expect(regions("no", "no")).toContain("could all be chance");
    expect(regions("cannot say")).toMatch(/cannot be said\.$/);
  });

  it("names the region of the largest gap only where its interval lies beyond all others, of like coverage", () => {
    const region = (area_code: string, lower: number, upper: number, senders_returned = 42): Figure =>
      surveyFigure({
        indicator_id: "OFF-03",
        area_level: "region",
        area_code,
        unit: "percentage points",
        value: lower + 1,
        lower,
        upper,
        senders_returned
      });
    const widest = (...figures: Figure[]) => said(reportRelease({indicators: figures}), "regions.gap");
    expect(widest(region("NE", -40, -35), region("LN", -30, -20))).toContain("is in the North East");
    expect(widest(region("NE", -40, -25), region("LN", -30, -20))).toContain("no region’s gap");
    expect(widest(region("NE", -40, -35), region("LN", -30, -20, 20))).toMatch(/cannot be said, as regions differ/);
    expect(widest()).toMatch(/is largest cannot be said\.$/);
  });

  it("holds no summary that has something the returns were fitted to", () => {
    expect(julyProgress(reportRelease()).summary?.claims.every(({isFinding}) => isFinding)).toBe(true);
  });

  it("cannot say what an empty release does not say, and draws all the same", () => {
    const report = julyProgress(emptyRelease());
    expect(claimsOf(report).find(({id}) => id === "offers.all")?.said).toMatch(/cannot be said\.$/);
    for (const {draw} of report.sections) expect(() => draw({document})).not.toThrow();
    expect(report.isSynthetic).toBe(false);
  });

  it("takes a withheld cell for what nobody can say", () => {
    const release = reportRelease({indicators: [withoutValue({indicator_id: "OFF-01"})]});
    expect(said(release, "offers.all")).toBe("What share of support staff were offered training cannot be said.");
  });
});
