import {describe, expect, it} from "vitest";
import {programme} from "../../pipeline/contracts/programme.js";
import {ADMIN_TRUTH} from "../../pipeline/simulate/adminTruth.js";
import {simulateProgrammes} from "../../pipeline/simulate/programme.js";
import {heldUnder, inUse, judgeFiles, total, world} from "./returns.js";

const files = simulateProgrammes(world());
const everything = judgeFiles(programme, lastOfEach()).filter(({isHeld}) => !isHeld);

describe("simulateProgrammes(world)", () => {
  it("starts the 1,000th certificate trainee in October 2003", () => {
    const until = (month: string) =>
      total(
        everything.filter(({row}) => row.programme_id === "Q40" && String(row.month) <= month),
        "starts"
      );
    expect(until("2003-09")).toBe(940);
    expect(until("2003-10")).toBe(1000);
  });

  it("plans two further certificate cohorts of 600, of which one has begun", () => {
    const further = everything.filter(
      ({row}) => String(row.cohort).startsWith("2004-05 ") && row.programme_id === "Q40"
    );
    expect(total(further, "places_planned")).toBe(1200);
    expect(total(further, "places_taken")).toBeLessThanOrEqual(600);
  });

  it("sends no file without a row", () => {
    expect(files.filter(({rows}) => rows.length === 0)).toEqual([]);
  });

  it("offers 100 diploma places in two pilots at the end of 2003", () => {
    const diploma = everything.filter(({row}) => row.programme_id === "Q41");
    expect(total(diploma, "places_offered")).toBe(100);
    expect(new Set(diploma.map(({row}) => row.cohort)).size).toBe(2);
  });

  it("funds 7,000 HLTA places with 36 providers, of which some hundreds have started by June", () => {
    const hlta = everything.filter(({row}) => row.programme_id === "Q09" || row.programme_id === "Q10");
    expect(total(hlta, "places_funded")).toBe(ADMIN_TRUTH.hltaPlacesFunded);
    expect(new Set(hlta.map(({row}) => row.provider_id)).size).toBe(ADMIN_TRUTH.hltaProviders);
    expect(total(hlta, "starts")).toBeGreaterThan(300);
    expect(total(hlta, "starts")).toBeLessThan(1000);
    expect(total(hlta, "passed")).toBeLessThan(total(hlta, "assessed"));
    expect(hlta.every(({row}) => String(row.month) >= "2004-04")).toBe(true);
  });

  it("never lets a cohort have more starts than places taken, nor lose and complete more than started", () => {
    const cohorts = new Map<string, {starts: number; ended: number; taken: number}>();
    for (const {row} of everything) {
      const key = [row.programme_id, row.route_or_level, row.cohort, row.provider_id, row.lea_code].join("/");
      const sums = cohorts.get(key) ?? {starts: 0, ended: 0, taken: 0};
      sums.starts += Number(row.starts ?? 0);
      sums.taken += Number(row.places_taken ?? 0);
      sums.ended += Number(row.completions ?? 0) + Number(row.withdrawals ?? 0);
      cohorts.set(key, sums);
    }
    for (const {starts, ended, taken} of cohorts.values()) {
      expect(starts).toBeLessThanOrEqual(taken);
      expect(ended).toBeLessThanOrEqual(starts);
    }
  });

  it("runs the exams officers' courses at ten places in April 2004", () => {
    const exams = everything.filter(({row}) => row.programme_id === "Q42");
    expect(exams.length).toBe(ADMIN_TRUTH.examsLocations);
    expect(exams.every(({row}) => row.month === "2004-04")).toBe(true);
  });

  it("has nobody started in behaviour and attendance before September 2004", () => {
    const behaviour = everything.filter(({row}) => row.programme_id === "Q23" || row.programme_id === "Q24");
    expect(behaviour.length).toBeGreaterThan(0);
    expect(total(behaviour, "starts")).toBe(0);
  });

  it("holds some rows of a first return, which a second replaces", () => {
    const first = files.filter(
      ({sender, period, submission}) => sender === "TTA" && period === "2004-04" && submission === 1
    );
    expect(heldUnder(judgeFiles(programme, first))["PRG-051"]).toBeGreaterThan(2);
    expect(heldUnder(judgeFiles(programme, inUse(files)))["PRG-051"]).toBeUndefined();
  });

  it("holds the rows of LEAs that write numbers of their own for a programme", () => {
    expect(heldUnder(judgeFiles(programme, inUse(files)))["PRG-001"]).toBeGreaterThan(0);
  });

  it("has LEAs that sent induction returns and LEAs that did not", () => {
    const leas = new Set(files.filter(({sender}) => /^\d{3}$/.test(sender)).map(({sender}) => sender));
    expect(leas.size).toBeGreaterThan(35);
    expect(leas.size).toBeLessThan(90);
  });
});

/** The last submission of each sender and period, late ones too. */
function lastOfEach() {
  return [...new Map(files.map((file) => [`${file.period}/${file.sender}`, file])).values()];
}
