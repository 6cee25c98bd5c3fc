import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {areaPack, packAreas} from "../../reports/area-pack/pack.js";
import {drawn} from "../../reports/claims/drawn.js";
import {claimsOf} from "../../reports/report.js";
import type {Figure, Release} from "../../src/components/release.js";
import {reportFile} from "../../src/components/reportFile.js";
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
    expect(offers).toMatch(
      /^North East: in the synthetic returns, 60% of support staff were offered training, clearly more than in the rest of England/
    );
    expect(said(release(here(), "no"))[0]).toContain("could be chance");
    expect(said(release(here(), "cannot say"))[0]).toContain("cannot be said");
  });

  it("says that what is withheld is not known", () => {
    expect(said(release(withoutValue({area_level: "region", area_code: "NE"})))[0]).toContain("unreliable");
  });

  it("says draft and synthetic in its name where its figures are", () => {
    expect(reportFile("ne", {...areaPack(release(here()), "NE"), ending: "pdf"})).toBe("ne-draft-synthetic.pdf");
    expect(reportFile("ne", {...areaPack(release(here({origin: "real"})), "NE"), ending: "pdf"})).toBe("ne-draft.pdf");
  });

  it("draws a table for each thing that the area's page has", () => {
    const tables = areaPack(release(here()), "NE").sections.flatMap(({draw}) => draw({document}));
    expect(tables.filter((node) => node.nodeName === "SECTION").length).toBeGreaterThan(3);
  });
});

describe("drawn(section, options) of a pack", () => {
  const pack = areaPack(release(here()), "NE");
  const headings = (of = pack) =>
    of.sections.flatMap((section) => drawn(section, {document, charts: of.charts}).headings.map(({id}) => id));

  it("claims the heading of every table", () => {
    expect(headings()).toContain("NE.chart.beside");
    expect(headings().length).toBeGreaterThan(5);
  });

  it("stops where a heading says what tests do not", () => {
    const charts = {...pack.charts, beside: {cites: [here()], holds: [[/clearly higher/, false] as const]}};
    expect(() => headings({...pack, charts})).toThrow(/^claim NE\.chart\.beside: .* clearly higher .* is false/);
  });
});

describe("packAreas(release)", () => {
  it("returns every region and local LSC", () => {
    expect(packAreas(release(here()))).toEqual(["NE"]);
  });
});
