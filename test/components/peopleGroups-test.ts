import {describe, expect, it} from "vitest";
import {inOrder, staffIn} from "../../src/components/peopleGroups.js";
import {inSynthetic, restsOn, shareSaid, surveyMonth} from "../../src/components/surveyWords.js";
import {surveyFigure, withoutValue} from "./surveyRelease.js";

describe("staffIn(characteristic, category)", () => {
  it("names a group as a sentence does", () => {
    expect([
      staffIn("age band", "55 and over"),
      staffIn("age band", "Under 25"),
      staffIn("working pattern", "Full time"),
      staffIn("sex", "Male"),
      staffIn("disability", "Not disabled"),
      staffIn("ethnic group", "Asian or Asian British"),
      staffIn("ethnic group", "Mixed"),
      staffIn("ethnic group", "Chinese or other ethnic group"),
      staffIn("sex", "Not known")
    ]).toEqual([
      "staff aged 55 and over",
      "staff aged under 25",
      "full-time staff",
      "male staff",
      "non-disabled staff",
      "Asian or Asian British staff",
      "staff of mixed ethnic group",
      "staff of Chinese or other ethnic group",
      "staff whose sex is not known"
    ]);
  });
});

describe("inOrder(rows, of)", () => {
  it("orders by age or the alphabet, the youngest first and those not known last", () => {
    const names = ["Not known", "55 and over", "25 to 34", "Under 25"];
    expect(inOrder(names, (name) => name)).toEqual(["Under 25", "25 to 34", "55 and over", "Not known"]);
  });
});

describe("words of the survey", () => {
  it("say month, share, base and coverage, and leave out what is not there", () => {
    const figure = surveyFigure({base: 6000, value: 77, lower: 75, upper: 79});
    expect(surveyMonth("2004-03")).toBe("March 2004");
    expect(shareSaid(figure)).toBe("77% (95% interval 75 to 79)");
    expect(shareSaid(withoutValue({}))).toBe("");
    expect(restsOn(figure)).toBe("6,000 answers, from 42 of 47 local LSCs");
    expect(restsOn({...figure, senders_expected: null})).toBe("6,000 answers");
    expect(inSynthetic([figure, {origin: "real"}])).toBe("in the synthetic returns, ");
    expect(inSynthetic([{origin: "real"}])).toBe("");
  });
});
