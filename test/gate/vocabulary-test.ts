import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {quotedTexts, vocabulary} from "../../pipeline/gate/vocabulary.js";

const words = vocabulary({
  texts: ["Teaching assistants", "Kent", "R01", "R02"],
  code: [
    "select 'Counted from ' || opens || ' to ' || closes || '.' as status_reason, 'the LEA''s share' as note",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code under test
    'export const PHASES = {primary: "Primary", title: `Level ${level} and above, of ${phase}`};'
  ]
});

describe("vocabulary({texts, code})", () => {
  it.each([
    ["a text of a reference table", "Teaching assistants"],
    ["a list of such", "R01; R02"],
    ["a label", "Primary"],
    ["what a model writes, with an apostrophe", "the LEA's share"],
    ["a sentence put together of what a model writes and dates", "Counted from 2004-04-01 to 2004-06-30."],
    ["a label with a number in it", "Level 3 and above, of primary"],
    ["a small number", "12"]
  ])("holds %s", (_name, text) => expect(words.holds(text)).toBe(true));

  it.each([
    ["a name", "Zephyrwort"],
    ["a name behind words of ours", "Counted from Zephyrwort to 2004-06-30."],
    ["a name in a list", "R01; Zephyrwort"],
    ["words of a reference table in a sentence", "Counted from Kent to 2004-06-30."],
    ["a word made of the letters of ours", "PrimaryLevel"],
    ["a part of a word of ours", "Prim"],
    ["a postcode", "QX7 4ZV"],
    ["a number as long as a learner's", "9182736455"],
    ["a birth date in words", "Counted from 13 February 1931"],
    ["an empty place in a list", "R01;;R02"]
  ])("does not hold %s", (_name, text) => expect(words.holds(text)).toBe(false));

  it("holds no text with a word that nobody of ours wrote, wherever it stands", () => {
    const stray = fc
      .stringMatching(/^[a-z]{5,12}$/)
      .filter((text) => !/^(counted|primary|above|level|share)$/.test(text));
    fc.assert(
      fc.property(stray, fc.constantFrom("Primary", "Counted from 2004-04-01 to ", "R01; ", ""), (text, before) => {
        expect(words.holds(`${before}${text}`)).toBe(false);
        expect(words.holds(`${text} ${before}`.trim())).toBe(false);
      })
    );
  });

  it("takes no longer over long texts than over short ones", () => {
    const text = "Level 3 and above, of ".repeat(40);
    const began = performance.now();
    expect(words.holds(`${text}zephyrwort`)).toBe(false);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe("quotedTexts(code)", () => {
  it("finds texts in every kind of quotes, templates without what is filled in", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code under test
    expect(quotedTexts("a('x''y', \"b \\\"c\\\"\", `d ${e} f`)")).toEqual(["x'y", 'b "c"', "d ", " f"]);
  });
});
