import {describe, expect, it} from "vitest";
import {saidSynthetic} from "../../src/components/saidSynthetic.js";

describe("saidSynthetic(caption, file)", () => {
  it("says so where the name of the file does", () => {
    expect(saidSynthetic("Staff with several roles", "several-roles-synthetic.csv")).toBe(
      "Staff with several roles (synthetic)"
    );
  });

  it("says it once, and never of real figures", () => {
    expect(saidSynthetic("Places, synthetic returns", "places-synthetic.csv")).toBe("Places, synthetic returns");
    expect(saidSynthetic("Funding lines", "funding-lines.csv")).toBe("Funding lines");
  });
});
