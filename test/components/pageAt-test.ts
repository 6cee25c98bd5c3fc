import {describe, expect, it} from "vitest";
import {addressOf, manyAddresses, pageAt} from "../../src/components/pageAt.js";
import type {ListedPage, Page, Release} from "../../src/components/release.js";

const page: Page = {marks: {}, origins: () => new Set()};
const listed = (path: string, rest: Partial<Page> = {}): ListedPage => ({
  path,
  name: path,
  page: {...page, ...rest},
  place: "menu"
});
const HOME = listed("index");
const AREAS = listed("areas");
const AREA = listed("areas/[area]", {parameters: () => [{area: "YH"}, {area: "LLSC01"}]});
const PAGES = [HOME, AREAS, AREA];

describe("pageAt(path, pages)", () => {
  it("finds a page by its path, the first by the bare site", () => {
    expect(pageAt("/", PAGES)).toEqual({listed: HOME, parameters: {}});
    expect(pageAt("/index", PAGES)?.listed).toBe(HOME);
    expect(pageAt("areas", PAGES)?.listed).toBe(AREAS);
  });

  it("finds one of many, and says which", () => {
    expect(pageAt("/areas/YH", PAGES)).toEqual({listed: AREA, parameters: {area: "YH"}});
  });

  it("finds nothing elsewhere", () => {
    expect(pageAt("/nowhere", PAGES)).toBeUndefined();
    expect(pageAt("/areas/YH/more", PAGES)).toBeUndefined();
  });
});

describe("addressOf(path, parameters)", () => {
  it("is what a link says", () => {
    expect(addressOf("index")).toBe("/");
    expect(addressOf("progress")).toBe("/progress");
    expect(addressOf("areas/[area]", {area: "YH"})).toBe("/areas/YH");
  });
});

describe("manyAddresses(release, pages)", () => {
  it("lists every page that is one of many", () => {
    expect(manyAddresses({} as Release, PAGES)).toEqual(["/areas/YH", "/areas/LLSC01"]);
  });
});
