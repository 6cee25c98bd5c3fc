import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {fileName} from "../../pipeline/publish/ees/families.js";
import {FAMILIES, familyOf} from "../../src/components/indicatorFamilies.js";

describe("FAMILIES", () => {
  it("has each family of the catalogue once, and no other", () => {
    const indicators = parse(readFileSync("data/reference/indicators.csv"), {columns: true}) as Record<
      string,
      string
    >[];
    const codes = new Set(indicators.map(({indicator_id = ""}) => indicator_id.slice(0, 3)));
    expect(FAMILIES.map(({code}) => code).toSorted()).toEqual([...codes].toSorted());
  });

  it("names them as the files of open data do, which the site may not read", () => {
    for (const {code, name} of FAMILIES) {
      const {title} = fileName({family: code, periodType: "survey", scope: "standard", isSynthetic: false});
      expect(title).toBe(`${name}: survey`);
    }
  });
});

describe("familyOf(indicator)", () => {
  it("gives one of its own to an indicator that is in none", () => {
    expect(familyOf("OFF-01").name).toBe("Offers of training");
    expect(familyOf("XYZ-01")).toEqual({code: "XYZ", name: "XYZ", question: ""});
  });
});
