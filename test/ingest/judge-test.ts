import {describe, expect, it} from "vitest";
import {judge} from "../../pipeline/ingest/judge.js";
import type {References} from "../../pipeline/ingest/refer.js";
import {everyKind, GOOD} from "./everyKind.js";

const references: References = {
  has: (_, {lea_code, region_code = "LN"}) => ["201", "202"].includes(String(lea_code)) && region_code === "LN"
};
const issuesOf = (cells: Record<string, string | null>) =>
  judge(everyKind, {references})({...GOOD, ...cells}).issues.map(({code, got}) => `${code} ${got}`);

describe("judge(contract, options)", () => {
  it("types a row in order", () => {
    const {row, issues} = judge(everyKind, {references})({...GOOD, town: "  York "});
    expect(issues).toEqual([]);
    expect(row).toMatchObject({person: "AB12", town: "York", hours: 37, cost: 0.1, weight: null, start: "2003-09-01"});
  });

  it("gives column, code, severity, expected, got and remedy for a fault", () => {
    expect(judge(everyKind, {references})({...GOOD, is_paid: "perhaps"}).issues).toEqual([
      {
        column: "is_paid",
        code: "EVK-005",
        severity: "error",
        expected: "one of yes, no",
        got: '"perhaps"',
        remedy: "Write is_paid (Paid) as expected."
      }
    ]);
  });

  it("masks personal values", () => {
    expect(issuesOf({person: "Smith"})).toEqual(["EVK-001 •••"]);
  });

  it("says what was expected in words", () => {
    const {issues} = judge(everyKind, {references})({
      lea: "999",
      hours: "61",
      cost: "1.005",
      start: "1/9/03",
      census: "May"
    });
    expect(issues.map(({column, expected, got}) => `${column}: expected ${expected}; got ${got}`)).toEqual([
      "person: expected at most 4 characters written as ^[A-Z]{2}\\d{2}$; got nothing",
      'lea: expected a lea_code of the table leas; got "999"',
      "is_paid: expected one of yes, no; got nothing",
      'hours: expected a whole number from 0 to 60, or nothing; got "61"',
      'cost: expected a number from 0 to 1000000000 with at most 2 decimals, without commas or signs, or nothing; got "1.005"',
      'start: expected a date written 2004-03-31; got "1/9/03"',
      'census: expected at most 7 characters written as ^(19|20)\\d{2}-(0[1-9]|1[0-2])$, or nothing; got "May"'
    ]);
  });

  it("breaks a rule only where it is false, never where it cannot be told", () => {
    expect(issuesOf({end: "2003-08-31"})).toEqual(['EVK-051 end "2003-08-31", start "2003-09-01"']);
    expect(issuesOf({end: null})).toEqual([]);
    expect(issuesOf({end: "soon"})).toEqual(['EVK-013 "soon"']);
  });

  it("adds decimals up exactly, as DuckDB does", () => {
    expect(issuesOf({cost: "0.1", grant: "0.1"})).toEqual([]);
    expect(issuesOf({cost: "0.1", grant: "0.11"})).toEqual(['EVK-055 cost "0.1", grant "0.11"']);
  });

  it("looks rules up in reference tables, column with column", () => {
    expect(issuesOf({region: "YH"})).toEqual(['EVK-053 region "YH", lea "201"']);
  });

  it("counts a character beyond the first plane as one", () => {
    expect(issuesOf({town: "😀😀😀😀😀😀😀😀"})).toEqual([]);
    expect(issuesOf({town: "😀😀😀😀😀😀😀😀😀"})).toEqual(['EVK-002 "😀😀😀😀😀😀😀😀😀"']);
  });

  it("finds a key that an earlier row has; a key with a missing part is none", () => {
    const judgeRow = judge(everyKind, {references});
    const codes = [GOOD, GOOD, {...GOOD, start: null}, {...GOOD, start: null}].map((row) =>
      judgeRow(row).issues.map(({code}) => code)
    );
    expect(codes).toEqual([[], ["EVK-081"], ["EVK-012"], ["EVK-012"]]);
  });
});
