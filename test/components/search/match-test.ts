import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {matches, wordsOf} from "../../../src/components/search/match.js";

const entry = (name: string, says = "") => ({name, text: `${name} ${says}`});
const index = [
  entry("Assessor caseload", "Indicator CAP-03"),
  entry("Kent", "LEA in Kent and Medway"),
  entry("Kent and Medway", "Local LSC in South East"),
  entry("Kensington and Chelsea", "LEA in London Central"),
  entry("Midday supervisor", "Role catering"),
  entry("Teaching assistant", "Role"),
  entry("Teaching Assistant", "Programme apprenticeship, level 3"),
  entry("Training offered in last two years", "Indicator OFF-01, 53% of persons")
];
const found = (question: string): string[] => matches(index, question).map(({name}) => name);

describe("matches(entries, question)", () => {
  it("puts a whole name first, then names that begin so, then what says the word", () => {
    expect(found("kent")).toEqual(["Kent", "Kent and Medway"]);
    expect(found("kens")).toEqual(["Kensington and Chelsea"]);
    expect(found("medway")).toEqual(["Kent and Medway", "Kent"]);
  });

  it("wants every word, in any order, in any case, singular or plural, with or without accents", () => {
    expect(found("supervisors midday")).toEqual(["Midday supervisor"]);
    expect(found("TEACHING assistants")).toEqual(["Teaching assistant", "Teaching Assistant"]);
    expect(found("assistant apprenticeship")).toEqual(["Teaching Assistant"]);
    expect(found("Ként")[0]).toBe("Kent");
    expect(found("kent catering")).toEqual([]);
  });

  it("knows an indicator by its letters and number, and forgives one wrong letter of a long word", () => {
    expect(found("off-01")).toEqual(["Training offered in last two years"]);
    expect(found("asessor")).toEqual(["Assessor caseload"]);
    expect(found("assesser")).toEqual(["Assessor caseload"]);
    expect(found("suprevisor")).toEqual(["Midday supervisor"]);
    expect(found("xent")).toEqual([]);
  });

  it("says nothing of an empty question", () => {
    expect(found("  ")).toEqual([]);
    expect(found("?!")).toEqual([]);
  });

  it("finds any entry by its own name, and by the start of it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...index), fc.integer({min: 1, max: 40}), ({name}, length) => {
        expect(found(name)).toContain(name);
        if (wordsOf(name.slice(0, length)).length > 0) expect(found(name.slice(0, length))).toContain(name);
      })
    );
  });
});

describe("wordsOf(text)", () => {
  it("compares words without case, accents, possessive marks and the s of a plural", () => {
    expect(wordsOf("Schools’ Élan: the LEA's OFF-01 status, process")).toEqual([
      "school",
      "elan",
      "the",
      "lea",
      "off-01",
      "status",
      "process"
    ]);
  });
});
