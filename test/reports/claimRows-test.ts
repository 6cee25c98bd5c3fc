import {describe, expect, it} from "vitest";
import {told} from "../../reports/claims/claim.js";
import {CLAIM_COLUMNS, claimRows} from "../../reports/claims/claimRows.js";
import {surveyComparison, surveyFigure, withoutValue} from "../components/surveyRelease.js";

const [headings = [], ...NONE] = claimRows([]);
const rowsOf = (...claims: Parameters<typeof claimRows>[0]) =>
  claimRows(claims)
    .slice(1)
    .map((row) => Object.fromEntries(headings.map((name, index) => [name, row[index]])));

describe("claimRows(claims)", () => {
  it("has a heading for each column that is described, and no row without a claim", () => {
    expect(headings).toEqual(Object.keys(CLAIM_COLUMNS));
    expect(NONE).toEqual([]);
  });

  it("has a row for each cell that a claim cites: what it is, its value, and what it rests on", () => {
    const cites = [
      surveyFigure({value: 53, lower: 51, upper: 55, dimension_1: "sex", category_1: "Male"}),
      surveyComparison({is_different: "yes"})
    ];
    const rows = rowsOf(told("offers.all", {cites, said: "53% were offered training"}));
    expect(rows.map(({claim, cell}) => [claim, cell])).toEqual([
      ["offers.all", 1],
      ["offers.all", 2]
    ]);
    expect(rows[0]).toMatchObject({
      sentence: "In the synthetic returns, 53% were offered training.",
      wording: "1 of 1",
      is_finding: "yes",
      row: "OFF-01",
      breakdown: "sex: Male",
      value: 53,
      lower: 51,
      upper: 55,
      origin: "synthetic"
    });
    expect(rows[1]).toMatchObject({decided: "yes"});
  });

  it("says why a cell has no value, and that nothing could be said", () => {
    const [row] = rowsOf(told("offers.all", {cites: [withoutValue({})], said: "nobody knows"}));
    expect(row).toMatchObject({wording: "cannot be said", value: "", symbol: "u"});
  });

  it("has one row for a claim without a cell, and each claim once", () => {
    const claim = told("offers.all", {cites: [], said: "nobody knows"});
    expect(rowsOf(claim, claim)).toMatchObject([{claim: "offers.all", cell: 0}]);
  });
});
