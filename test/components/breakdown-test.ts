import {describe, expect, it} from "vitest";
import {breakdown, categoryOf, figuresOf} from "../../src/components/breakdown.js";
import type {Figure} from "../../src/components/release.js";
import {BLANK_FIGURE} from "../figure.js";

const figure = (rest: Partial<Figure>): Figure => ({...BLANK_FIGURE, ...rest});

const TOTAL = figure({value: 53});
const ROLE = figure({role_id: "R01", value: 68});
const ROLE_AND_SERVICE = figure({role_id: "R01", dimension_1: "service", category_1: "Under a year"});
const SEX = figure({dimension_1: "sex", category_1: "Women"});
const REGION = figure({area_level: "region", area_code: "YH"});
const OTHER = figure({indicator_id: "UPT-01"});
const release = {indicators: [TOTAL, ROLE, ROLE_AND_SERVICE, SEX, REGION, OTHER]};

describe("breakdown(release, indicator, options)", () => {
  it("gives England without any breakdown unless told otherwise", () => {
    expect(breakdown(release, "OFF-01")).toEqual([TOTAL]);
  });

  it("gives figures that are broken down by exactly what is wanted, in whatever order it is named", () => {
    expect(breakdown(release, "OFF-01", {by: ["role_id"]})).toEqual([ROLE]);
    expect(breakdown(release, "OFF-01", {by: ["service", "role_id"]})).toEqual([ROLE_AND_SERVICE]);
    expect(breakdown(release, "OFF-01", {by: ["role_id", "service"]})).toEqual([ROLE_AND_SERVICE]);
    expect(breakdown(release, "OFF-01", {by: ["sex"]})).toEqual([SEX]);
    expect(breakdown(release, "OFF-01", {by: ["disability"]})).toEqual([]);
  });

  it("gives one area, or all of a level", () => {
    expect(breakdown(release, "OFF-01", {area_code: "YH"})).toEqual([REGION]);
    expect(breakdown(release, "OFF-01", {area_level: "region"})).toEqual([REGION]);
    expect(breakdown(release, "OFF-01", {area_level: "local_lsc"})).toEqual([]);
  });

  it("keeps to what else is asked", () => {
    expect(breakdown(release, "OFF-01", {by: ["role_id"], where: {role_id: "R02"}})).toEqual([]);
  });
});

describe("categoryOf(figure, by)", () => {
  it("gives the group in a column or in any of the dimensions, and nothing for all", () => {
    expect(categoryOf(ROLE_AND_SERVICE, "role_id")).toBe("R01");
    expect(categoryOf(ROLE_AND_SERVICE, "service")).toBe("Under a year");
    expect(categoryOf(SEX, "role_id")).toBeNull();
    expect(categoryOf(SEX, "service")).toBeNull();
  });
});

describe("figuresOf(release, indicator)", () => {
  it("gives every figure of the indicator, and none of one that is not known", () => {
    expect(figuresOf(release, "UPT-01")).toEqual([OTHER]);
    expect(figuresOf(release, "XXX-01")).toEqual([]);
  });
});
