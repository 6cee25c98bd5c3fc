import {describe, expect, it} from "vitest";
import {COLLECTIONS} from "../../pipeline/contracts/collections.js";
import {type Contract, ruleCode} from "../../pipeline/contracts/contract.js";
import {schoolFrame} from "../../pipeline/contracts/school_frame.js";
import {schoolQuestionnaire} from "../../pipeline/contracts/school_questionnaire.js";
import {staffQuestionnaire} from "../../pipeline/contracts/staff_questionnaire.js";
import {workforce} from "../../pipeline/contracts/workforce.js";
import {judge} from "../../pipeline/ingest/judge.js";
import {fileReferences} from "../reference/tables.js";

type Cells = Record<string, string>;

const school: Cells = {
  school_id: "9000001",
  lea_code: "202",
  llsc_code: "LLSC25",
  region_code: "LN",
  phase: "primary",
  school_type: "community",
  size_band: "medium",
  stratum: "LLSC25-P-M",
  is_sampled: "yes",
  selection_probability: "0.075",
  staff_listed: "12",
  forms_issued: "6",
  forms_returned: "4",
  outcome: "completed",
  investors_in_people_date: "2002-05-01",
  investors_in_people_until: "2005-05-01"
};
const form: Cells = {
  respondent_id: "25-00001",
  school_id: "9000001",
  selection_within_school: "0.5",
  respondent_kind: "self",
  main_role_id: "R36",
  main_role_hours: "7.5",
  second_role_id: "R01",
  second_role_hours: "6",
  offered_24_months: "yes",
  last_offer_band: "0_12",
  offered_behaviour: "yes",
  taken_behaviour: "yes",
  started_24_months: "yes",
  completed_24_months: "no",
  wants_training: "no",
  highest_level: "1",
  full_level_2: "no"
};
const role: Cells = {
  school_id: "9000001",
  role_id: "R36",
  headcount: "5",
  offered_count: "2",
  trained_count: "1",
  proficient_count: "4"
};
const figure: Cells = {
  census_date: "2004-01",
  area_level: "lea",
  area_code: "202",
  category: "all",
  phase: "all",
  characteristic: "sex",
  characteristic_value: "female",
  headcount: "120",
  fte: "80.5",
  figure_origin: "synthetic"
};

const codes = (contract: Contract, ...rows: Cells[]): string[] => {
  const judgeRow = judge(contract, {references: fileReferences});
  return [...new Set(rows.flatMap((row) => judgeRow(row).issues.map(({code}) => code)))];
};

describe("COLLECTIONS", () => {
  it("has the eleven collections, each with a prefix of its own", () => {
    expect(COLLECTIONS.length).toBe(11);
    expect(new Set(COLLECTIONS.map(({prefix}) => prefix)).size).toBe(11);
  });

  it("gives every rule what was expected and how to mend it", () => {
    for (const {rules, keys} of COLLECTIONS) {
      for (const {expected, remedy} of rules) expect(expected.length * remedy.length).toBeGreaterThan(0);
      for (const {remedy} of keys) expect(remedy.endsWith(".")).toBe(true);
    }
  });
});

describe.each<[Contract, Cells, [string, Cells][]]>([
  [
    schoolFrame,
    school,
    [
      ["FRM-051", {lea_code: "330"}],
      ["FRM-052", {region_code: "NE"}],
      ["FRM-053", {selection_probability: ""}],
      ["FRM-054", {selection_probability: "0"}],
      ["FRM-055", {forms_issued: "13"}],
      ["FRM-056", {forms_returned: "7"}],
      ["FRM-057", {is_sampled: "no"}],
      ["FRM-058", {outcome: "not_sampled"}],
      ["FRM-059", {forms_returned: ""}],
      ["FRM-060", {investors_in_people_until: "2001-05-01"}],
      ["FRM-061", {investors_in_people_until: ""}]
    ]
  ],
  [
    staffQuestionnaire,
    form,
    [
      ["STQ-006", {main_role_id: "R99"}],
      ["STQ-051", {second_role_id: "R36"}],
      ["STQ-052", {third_role_id: "R36"}],
      ["STQ-053", {third_role_id: "R01"}],
      ["STQ-054", {second_role_id: ""}],
      ["STQ-055", {third_role_hours: "2"}],
      ["STQ-056", {main_role_hours: "54.5"}],
      ["STQ-057", {main_role_hours: "42.5"}],
      ["STQ-058", {second_role_hours: "8"}],
      ["STQ-059", {third_role_id: "R31", third_role_hours: "8"}],
      ["STQ-060", {offered_24_months: "no", last_offer_band: "never"}],
      ["STQ-061", {started_24_months: "no", completed_24_months: "yes"}],
      ["STQ-062", {last_offer_band: "never"}],
      ["STQ-063", {offered_24_months: "no", started_24_months: "no"}],
      ["STQ-064", {wanted_topic: "behaviour"}],
      ["STQ-065", {full_level_2: "yes"}],
      ["STQ-067", {offered_behaviour: "no"}]
    ]
  ],
  [
    schoolQuestionnaire,
    role,
    [
      ["SCQ-051", {offered_count: "6"}],
      ["SCQ-052", {trained_count: "6"}],
      ["SCQ-053", {proficient_count: "6"}],
      ["SCQ-054", {trained_count: "3"}]
    ]
  ],
  [
    workforce,
    figure,
    [
      ["WRK-051", {area_level: "region"}],
      ["WRK-052", {headcount: "", fte: ""}],
      ["WRK-053", {fte: "130"}],
      ["WRK-054", {characteristic: "all"}],
      ["WRK-055", {characteristic_value: "white"}],
      ["WRK-056", {characteristic: "age_band"}],
      ["WRK-057", {characteristic: "ethnicity"}],
      ["WRK-058", {characteristic: "disability"}],
      ["WRK-059", {characteristic: "working_pattern"}]
    ]
  ]
])("$collection", (contract, good, faults) => {
  it("finds nothing in a sound row", () => {
    expect(codes(contract, good)).toEqual([]);
  });

  it.each(faults)("finds %s", (code, change) => {
    expect(codes(contract, {...good, ...change})).toContain(code);
  });

  it("finds a row that stands twice", () => {
    expect(codes(contract, good, good)).toEqual(contract.keys.map(({code}) => ruleCode(contract, code)));
  });
});
