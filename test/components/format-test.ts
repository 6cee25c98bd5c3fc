import {describe, expect, it} from "vitest";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import {
  academicYear,
  count,
  date,
  list,
  lower,
  millions,
  missing,
  percent,
  plural,
  qualified
} from "../../src/components/format.js";

const words = {symbols: SYMBOLS, reasons: REASONS};

describe("format", () => {
  it("writes numbers, money and dates the British way, whatever the machine", () => {
    expect(count(10000)).toBe("10,000");
    expect(percent(35.6)).toBe("36%");
    expect(millions(51_000_000)).toBe("£51m");
    expect(date("2004-06-30")).toBe("30 June 2004");
    expect(academicYear("2025-26")).toBe("2025/26");
  });

  it("makes sentences", () => {
    expect(plural(1, "priority", "priorities")).toBe("one priority");
    expect(plural(12, "target")).toBe("12 targets");
    expect(list(["a", "b", "c"])).toBe("a, b and c");
    expect(lower("LSC-supported learners")).toBe("LSC-supported learners");
    expect(lower("Places in schools")).toBe("places in schools");
  });

  it("keeps what the plan says of a number", () => {
    expect(qualified(10000, "up to")).toBe("up to 10,000");
    expect(qualified(7000, "around")).toBe("around 7,000");
    expect(qualified(1300, "exactly")).toBe("1,300");
    expect(qualified(20_000_000, "over", millions)).toBe("over £20m");
  });
});

describe("missing(cell, words)", () => {
  it("shows the reason's word, else the symbol's, and speaks in full", () => {
    expect(missing({symbol: "x", symbol_reason: "not_yet_due"}, words)).toEqual({
      word: "not yet due",
      speech: "not yet due"
    });
    expect(missing({symbol: "low", symbol_reason: "low"}, words)).toEqual({
      word: "low",
      speech: "low: 1 to 9, rounded to none"
    });
    expect(missing({symbol: "c", symbol_reason: "withheld"}, words).speech).toBe("withheld to protect individuals");
    expect(missing({symbol: null, symbol_reason: null}, words).word).toBe("not available");
  });
});
