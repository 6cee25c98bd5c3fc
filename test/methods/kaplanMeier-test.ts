import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {kaplanMeier, type Span} from "../../pipeline/methods/kaplanMeier.js";

/** Reads spans as papers print them: a plus marks an end that was not seen. */
const read = (text: string): Span[] =>
  text.split(" ").map((word) => ({time: Number.parseFloat(word), isEvent: !word.endsWith("+")}));

// Freireich and others, Blood 21 (1963), 699-716: weeks of remission on 6-mercaptopurine.
const REMISSION = read("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");

// Miller, Survival Analysis (1981): maintained patients (R's data set `aml`).
const MAINTAINED = read("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");

describe("kaplanMeier(spans)", () => {
  it("gives the curve and Greenwood errors of Kleinbaum and Klein, Survival Analysis (2005), chapter 2", () => {
    const {steps, median} = kaplanMeier(REMISSION);
    expect(steps.map(({time, atRisk, events}) => [time, atRisk, events])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1]
    ]);
    const published = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
    const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
    expect(steps.map(({survival}) => Number(survival.toFixed(4)))).toEqual(published);
    expect(steps.map(({standardError}) => Number(standardError.toFixed(4)))).toEqual(errors);
    expect(median).toBe(23);
  });

  it("gives the log-log interval of lifelines on the same patients", () => {
    const {steps} = kaplanMeier(REMISSION, {scale: "log_log"});
    expect(steps[0]?.lower).toBeCloseTo(0.619718, 6);
    expect(steps[0]?.upper).toBeCloseTo(0.951552, 6);
    expect(steps[6]?.lower).toBeCloseTo(0.188052, 6);
    expect(steps[6]?.upper).toBeCloseTo(0.680143, 6);
  });

  it("gives the log interval of summary(survfit) in the documentation of R's survival (aml, maintained)", () => {
    const {steps, median} = kaplanMeier(MAINTAINED);
    expect(steps.map(({survival}) => survival.toFixed(3))).toEqual([
      "0.909",
      "0.818",
      "0.716",
      "0.614",
      "0.491",
      "0.368",
      "0.184"
    ]);
    expect(steps.map(({lower}) => lower?.toFixed(4))).toEqual([
      "0.7541",
      "0.6192",
      "0.4884",
      "0.3769",
      "0.2549",
      "0.1549",
      "0.0359"
    ]);
    expect(steps.map(({upper}) => upper?.toFixed(3))).toEqual([
      "1.000",
      "1.000",
      "1.000",
      "0.999",
      "0.946",
      "0.875",
      "0.944"
    ]);
    expect(median).toBe(31);
  });

  const spans = fc.array(
    fc.record({time: fc.integer({min: 0, max: 50}), isEvent: fc.boolean(), count: fc.integer({min: 1, max: 5})}),
    {minLength: 1, maxLength: 60}
  );

  it("never rises, lies within its interval, and counts alike in one line or many", () => {
    fc.assert(
      fc.property(spans, fc.constantFrom("log" as const, "log_log" as const, "plain" as const), (given, scale) => {
        const {steps} = kaplanMeier(given, {scale});
        let before = 1;
        for (const {survival, lower, upper} of steps) {
          expect(survival).toBeLessThan(before);
          before = survival;
          if (lower === null || upper === null) continue;
          expect(lower).toBeLessThanOrEqual(survival);
          expect(upper).toBeGreaterThanOrEqual(survival);
        }
        const single = given.flatMap(({time, isEvent, count}) => Array<Span>(count).fill({time, isEvent}));
        expect(kaplanMeier(single.reverse(), {scale}).steps).toEqual(steps);
      })
    );
  });

  it("is the plain share when every end was seen", () => {
    const {steps, median} = kaplanMeier([1, 2, 3, 4].map((time) => ({time, isEvent: true})));
    expect(steps.map(({survival}) => survival)).toEqual([0.75, 0.5, 0.25, 0]);
    expect(steps[3]).toMatchObject({standardError: 0, lower: null, upper: null});
    expect(median).toBe(2.5);
  });

  it("has no step and no median when no end was seen", () => {
    expect(kaplanMeier([{time: 3, isEvent: false}])).toEqual({steps: [], median: null});
  });

  it("refuses no spans and times below 0", () => {
    expect(() => kaplanMeier([])).toThrow("missing spans: 0");
    expect(() => kaplanMeier([{time: -1, isEvent: true}])).toThrow("invalid time: -1");
    expect(() => kaplanMeier([{time: 1, isEvent: true, count: -1}])).toThrow("invalid count: -1");
  });
});
