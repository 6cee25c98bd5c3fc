import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {areaPack, packAreas} from "../../reports/area-pack/pack.js";
import {claimsOf, pdfFile} from "../../reports/report.js";
import type {Figure, Release} from "../../src/components/release.js";
import {surveyComparison, surveyFigure, withoutValue} from "../components/surveyRelease.js";
import {reportRelease} from "./reportRelease.js";

const {document} = new JSDOM("").window;

const ENGLAND = {area_level: "national", area_code: "ENG", area_name: "England"} as Release["areas"][number];

const here = (of: Partial<Figure> = {}): Figure =>
  surveyFigure({area_level: "region", area_code: "NE", value: 60, ...of});
const release = (figure: Figure, is_different = "yes"): Release =>
  reportRelease({
    areas: [...reportRelease().areas, ENGLAND],
    indicators: [figure, surveyFigure({})],
    comparisons: [
      surveyComparison({
        family_id: "offers_by_region",
        area_level: "region",
        area_code: "NE",
        dimension_1: null,
        category_1: null,
        difference: 9,
        is_different
      })
    ]
  });
const said = (of: Release): string[] => claimsOf(areaPack(of, "NE")).map((claim) => claim.said);

describe("areaPack(release, code)", () => {
  it("says how the area stands, by the rule for many comparisons", () => {
    const [offers] = said(release(here()));
    expect(offers).toBe(
      "North East: in the synthetic returns, 60% of support staff were offered training, clearly more than in the rest of England."
    );
    expect(said(release(here(), "no"))[0]).toContain("could be chance");
    expect(said(release(here(), "cannot say"))[0]).toContain("cannot be said");
  });

  it("says that what is withheld is not known", () => {
    expect(said(release(withoutValue({area_level: "region", area_code: "NE"})))[0]).toContain("unreliable");
  });

  it("says draft and synthetic in its name where its figures are", () => {
    expect(pdfFile("ne", areaPack(release(here()), "NE"))).toBe("ne-draft-synthetic.pdf");
    expect(pdfFile("ne", areaPack(release(here({origin: "real"})), "NE"))).toBe("ne-draft.pdf");
  });

  it("draws a table for each thing that the area's page has", () => {
    const tables = areaPack(release(here()), "NE").sections.flatMap(({draw}) => draw({document}));
    expect(tables.filter((node) => node.nodeName === "SECTION").length).toBeGreaterThan(3);
  });
});

describe("packAreas(release)", () => {
  it("returns every region and local LSC", () => {
    expect(packAreas(release(here()))).toEqual(["NE"]);
  });
});
