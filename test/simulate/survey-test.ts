import {describe, expect, it} from "vitest";
import {schoolFrame} from "../../pipeline/contracts/school_frame.js";
import {schoolQuestionnaire} from "../../pipeline/contracts/school_questionnaire.js";
import {staffQuestionnaire} from "../../pipeline/contracts/staff_questionnaire.js";
import {workforce} from "../../pipeline/contracts/workforce.js";
import {TEACHING_ASSISTANTS} from "../../pipeline/simulate/population.js";
import {LATE, RESUBMITTED, SILENT, SILENT_HEADS} from "../../pipeline/simulate/responseTruth.js";
import {simulateSchoolFrame} from "../../pipeline/simulate/schoolFrame.js";
import {simulateSchoolQuestionnaire} from "../../pipeline/simulate/schoolQuestionnaire.js";
import {simulateStaffQuestionnaire} from "../../pipeline/simulate/staffQuestionnaire.js";
import {runSurvey} from "../../pipeline/simulate/survey.js";
import {ROLES} from "../../pipeline/simulate/truth.js";
import {simulateWorkforce} from "../../pipeline/simulate/workforce.js";
import {AS_AT, heldUnder, inUse, judgeFiles, total, world} from "./returns.js";

const survey = runSurvey(world());
const frames = simulateSchoolFrame(world(), survey);
const staff = simulateStaffQuestionnaire(world(), survey);
const heads = simulateSchoolQuestionnaire(world(), survey);
const frameRows = judgeFiles(schoolFrame, frames);
const staffRows = judgeFiles(staffQuestionnaire, staff);
const headRows = judgeFiles(schoolQuestionnaire, heads);
const share = (of: readonly {isHeld: boolean}[]): number => of.filter(({isHeld}) => isHeld).length / of.length;

describe("runSurvey(world)", () => {
  it("draws with the probability that it states: weighted schools add up to the frame", () => {
    const weighted = [...survey.values()].reduce((sum, {probability}) => sum + 1 / probability, 0);
    expect(Math.abs(weighted / world().schools.length - 1)).toBeLessThan(0.001);
  });

  it("loses schools and people, and not at random", () => {
    const completed = [...survey.values()].filter(({outcome}) => outcome === "completed");
    expect(completed.length / survey.size).toBeGreaterThan(0.65);
    expect(completed.length / survey.size).toBeLessThan(0.82);
    const returned = (isMidday: boolean) => {
      const schools = completed.filter(({issued, staff: of}) => issued === of.length);
      const all = schools.flatMap((school) => school.staff).filter(({role}) => (role === "R36") === isMidday);
      const forms = schools
        .flatMap((school) => school.forms)
        .filter(({person}) => (person.role === "R36") === isMidday);
      return forms.length / all.length;
    };
    expect(returned(false) - returned(true)).toBeGreaterThan(0.1);
  });
});

describe("simulateSchoolFrame(world, survey)", () => {
  it("sends 47 frames in CSV and XLSX, with some rows to hold, none of them of a sampled school", () => {
    expect(frames.length).toBe(47);
    expect(new Set(frames.map(({form}) => form.kind))).toEqual(new Set(["csv", "xlsx"]));
    expect(share(frameRows)).toBeGreaterThan(0.0005);
    expect(share(frameRows)).toBeLessThan(0.005);
    expect(frameRows.filter(({isHeld, row}) => isHeld && row.is_sampled === "yes")).toEqual([]);
    expect(Object.keys(heldUnder(frameRows))).toContain("FRM-051");
  });
});

describe("simulateStaffQuestionnaire(world, survey)", () => {
  it("misses three local LSCs, has two late and four twice", () => {
    const senders = new Set(staff.map(({sender}) => sender));
    expect(
      world()
        .lscs.filter(({code}) => !senders.has(code))
        .map(({code}) => code)
    ).toEqual([...SILENT]);
    expect(staff.filter(({received}) => received > AS_AT).map(({sender}) => sender)).toEqual([...LATE]);
    expect(staff.filter(({submission}) => submission === 2).map(({sender}) => sender)).toEqual([...RESUBMITTED]);
  });

  it("has half to one per cent of rows to hold, under many rules, and others to warn of", () => {
    expect(share(staffRows)).toBeGreaterThan(0.004);
    expect(share(staffRows)).toBeLessThan(0.012);
    expect(Object.keys(heldUnder(staffRows)).length).toBeGreaterThanOrEqual(8);
    expect(staffRows.some(({isHeld, issues}) => !isHeld && issues.length > 0)).toBe(true);
  });

  it("has don't-knows and blanks", () => {
    const answers = staffRows.map(({row}) => row.offered_24_months);
    expect(answers.filter((answer) => answer === "dont_know").length / answers.length).toBeCloseTo(0.03, 1);
    expect(answers.filter((answer) => answer === null).length).toBeGreaterThan(20);
  });

  it("writes in every encoding and with every delimiter, under several headings", () => {
    const forms = staff.flatMap(({form}) => (form.kind === "csv" ? [form] : []));
    expect(new Set(forms.map(({encoding}) => encoding)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(forms.map(({delimiter}) => delimiter)).size).toBeGreaterThanOrEqual(2);
    expect(new Set(staff.map(({header}) => header[0])).size).toBe(3);
  });

  it("has no column for a name", () => {
    for (const {header} of [...staff, ...frames, ...heads])
      expect(header.join(" ")).not.toMatch(/\bname\b|surname|birth/i);
  });

  it("lets a weighted estimate of offers come near the truth", () => {
    const used = judgeFiles(staffQuestionnaire, inUse(staff)).filter(
      ({isHeld, row}) => !isHeld && row.respondent_kind === "self"
    );
    const of = (isAssistant: boolean) => {
      const answers = used.filter(
        ({row}) =>
          TEACHING_ASSISTANTS.some((role) => role === row.main_role_id) === isAssistant &&
          (row.offered_24_months === "yes" || row.offered_24_months === "no")
      );
      const weight = ({row}: (typeof answers)[number]) =>
        1 / ((survey.get(String(row.school_id))?.probability ?? 1) * Number(row.selection_within_school));
      const all = answers.reduce((sum, answer) => sum + weight(answer), 0);
      const yes = answers
        .filter(({row}) => row.offered_24_months === "yes")
        .reduce((sum, answer) => sum + weight(answer), 0);
      return yes / all;
    };
    expect(of(false)).toBeGreaterThan(0.37);
    expect(of(false)).toBeLessThan(0.48);
    expect(of(true)).toBeGreaterThan(0.62);
    expect(of(true)).toBeLessThan(0.74);
  });
});

describe("simulateSchoolQuestionnaire(world, survey)", () => {
  it("has the parts within the whole in all but the rows to hold", () => {
    expect(share(headRows)).toBeGreaterThan(0.003);
    expect(share(headRows)).toBeLessThan(0.015);
    const senders = new Set(heads.map(({sender}) => sender));
    expect(
      world()
        .lscs.filter(({code}) => !senders.has(code))
        .map(({code}) => code)
    ).toEqual([...SILENT_HEADS]);
  });
});

describe("simulateWorkforce(world)", () => {
  const rows = judgeFiles(workforce, simulateWorkforce(world()));
  const at = (level: string, category: string) =>
    rows.filter(
      ({row}) =>
        row.area_level === level && row.category === category && row.phase === "all" && row.characteristic === "all"
    );

  it("has figures for every area that add up at every level, and all of them marked synthetic", () => {
    expect(rows.filter(({isHeld}) => isHeld)).toEqual([]);
    for (const level of ["national", "region", "local_lsc", "lea"])
      expect(total(at(level, "all"), "fte")).toBe(241_700);
    const categories = [...new Set(Object.values(ROLES).map(({category}) => category))];
    const parts = categories.reduce((sum, category) => sum + total(at("lea", category), "headcount"), 0);
    expect(parts).toBe(total(at("national", "all"), "headcount"));
    expect(new Set(rows.map(({row}) => row.figure_origin))).toEqual(new Set(["synthetic"]));
  });
});
