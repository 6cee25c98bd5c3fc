import {describe, expect, it} from "vitest";
import type {ReleaseRow} from "../../pipeline/audit/release.js";
import {surveyDisclosures} from "../../pipeline/audit/survey.js";
import {type SurveyFigure, surveySumsOf, withheldIn} from "../../pipeline/audit/surveySums.js";
import {SURFACE} from "../../pipeline/contracts/published/figureTables.js";
import {POLICY} from "../../pipeline/gate/policy.js";

const ALL = {
  indicator_id: "GAP-01",
  period_type: "survey",
  period: "2004-03",
  area_level: "national",
  area_code: "ENG",
  role_id: "R17",
  route_id: null,
  programme_id: null,
  nqf_level: null,
  dimension_1: null,
  category_1: null,
  dimension_2: null,
  category_2: null,
  dimension_3: null,
  category_3: null,
  unit: "per cent"
} as const;
const percent = (shown: number | null, base = 130): SurveyFigure => ({
  ...ALL,
  shown,
  isWithheld: shown === null,
  base: shown === null ? null : base
});
const depth = (category_1: string, shown: number | null, base?: number): SurveyFigure => ({
  ...percent(shown, base),
  dimension_1: "gap depth",
  category_1
});
const rowOf = ({shown, isWithheld, base, ...figure}: SurveyFigure): ReleaseRow =>
  ({...figure, value: shown, base, symbol: isWithheld ? "c" : null, bound: null}) as unknown as ReleaseRow;
const told = (figures: readonly SurveyFigure[]) =>
  surveyDisclosures(figures.map(rowOf), {surface: SURFACE, policy: {...POLICY, base: POLICY.roundingBase}});

const PARTS = [depth("One level", 37), depth("Two levels", 58), depth("Three levels", 5)];

describe("surveySumsOf(figures, surface)", () => {
  it("sets the parts of a breakdown beside the percentage of the same people", () => {
    const elsewhere = {...depth("One level", 20), area_code: "YH"};
    expect(surveySumsOf([percent(null), ...PARTS, elsewhere], SURFACE)).toEqual([{total: percent(null), parts: PARTS}]);
    const never = {...percent(4), indicator_id: "OFF-02", dimension_1: "last offer", category_1: "Never"};
    expect(surveySumsOf([never], SURFACE)).toEqual([{parts: [never]}]);
    expect(surveySumsOf([{...never, indicator_id: "OFF-01", dimension_1: "service"}], SURFACE)).toEqual([]);
  });
});

describe("withheldIn(sum)", () => {
  it("says what the rest leaves, half a per cent off each", () => {
    expect(withheldIn({total: percent(null), parts: PARTS})).toMatchObject([{from: 98.5, to: 100, base: 130}]);
    const parts = [depth("One level", 12), depth("Two levels", 30), depth("Three levels", null)];
    expect(withheldIn({total: percent(43), parts})).toMatchObject([{from: 0, to: 2.5}]);
    expect(withheldIn({parts: [depth("One level", 97), depth("Two levels", null)]})).toMatchObject([
      {from: 2.5, to: 3.5}
    ]);
    expect(withheldIn({total: percent(null), parts: [depth("One level", null)]})).toEqual([]);
  });
});

describe("surveyDisclosures(rows, {surface, policy}) of sums", () => {
  it("finds a percentage that is withheld though its parts are shown", () => {
    expect(told([percent(null), ...PARTS])).toMatchObject([
      {id: "answers behind GAP-01 2004-03 ENG R17 per cent", rule: "small complement", lower: 0, upper: 9}
    ]);
    expect(told([percent(null), ...PARTS.slice(1), depth("One level", null)])).toEqual([]);
  });

  it("finds a part that is withheld though the others leave few numbers for it", () => {
    const others = [depth("One level", 12, 40), depth("Two levels", 30, 40)];
    expect(told([percent(41, 40), ...others, depth("Three levels", null)])).toMatchObject([
      {rule: "small count", lower: 0}
    ]);
    expect(told([percent(60, 40), ...others, depth("Three levels", null)])).toEqual([]);
  });
});
