import {describe, expect, it} from "vitest";
import {isTrue, numbersIn} from "../../reports/claims/truth.js";

describe("numbersIn(said)", () => {
  it.each([
    ["53% (95% interval 51 to 55) of staff", [53, 51, 55]],
    ["6 of 47 local LSCs lie outside the 95% limits", [6, 47]],
    ["in nine of 81 pairs; 12.7 of every 1,000 staff", [9, 81, 12.7]],
    ["£89m of about £100m in Grant 25, and Level 2", [89, 100]],
    ["1,130 to 3,220 of up to 10,000 by 31 July 2005", [1130, 3220, 10_000]],
    ["staff aged 55 and over in the two years before the survey of March 2004, 2003–04", []]
  ])("finds in “%s” what is no name and no date", (said, numbers) => {
    expect(numbersIn(said)).toEqual(numbers);
  });
});

describe("isTrue(said, evidence)", () => {
  it("takes a number as it is, whole, or with one decimal, whichever way it runs", () => {
    expect(isTrue("42% and 12.7", {numbers: [42.4, -12.68, null]})).toBe(true);
    expect(isTrue("43%", {numbers: [42.4]})).toBe(false);
  });

  it("has words stand only where they are true", () => {
    const holds = (isSo: boolean) => ({holds: [[/fewer than half/, isSo] as const]});
    expect(isTrue("fewer than half", holds(true))).toBe(true);
    expect(isTrue("fewer than half", holds(false))).toBe(false);
    expect(isTrue("half or more", holds(false))).toBe(true);
  });

  it("leaves numbers alone where none are named", () => {
    expect(isTrue("42%", {})).toBe(true);
    expect(isTrue("42%", {numbers: []})).toBe(false);
  });
});
