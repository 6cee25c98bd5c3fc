import {describe, expect, it} from "vitest";
import {localPlan} from "../../pipeline/contracts/local_plan.js";
import {ADMIN_TRUTH} from "../../pipeline/simulate/adminTruth.js";
import {simulateLocalPlans} from "../../pipeline/simulate/localPlan.js";
import {AS_AT, heldUnder, inUse, judgeFiles, total, world} from "./returns.js";

const files = simulateLocalPlans(world());
const last = [...new Map(files.map((file) => [file.sender, file])).values()];
const accepted = judgeFiles(localPlan, last).filter(({isHeld}) => !isHeld);

describe("simulateLocalPlans(world)", () => {
  it("has a plan of nearly every local LSC, and no empty file of the others", () => {
    expect(last.length).toBeGreaterThan(40);
    expect(last.length).toBeLessThanOrEqual(47);
    expect(files.filter(({rows}) => rows.length === 0)).toEqual([]);
  });

  it("plans no more Level 2 learners than the national ceiling of 10,000", () => {
    const level2 = accepted.filter(({row}) => row.priority_id === "iii" && row.nqf_level === "2");
    expect(total(level2, "planned_learners")).toBe(ADMIN_TRUTH.plannedLevel2Learners);
  });

  it("leaves some pairs without a plan and some without agreement", () => {
    const pairs = new Set(accepted.map(({row}) => row.lea_code));
    expect(pairs.size).toBeGreaterThan(120);
    expect(pairs.size).toBeLessThan(150);
    expect(accepted.some(({row}) => row.version === "initial")).toBe(true);
    expect(accepted.some(({row}) => row.version === "final")).toBe(true);
  });

  it("has initial plans that a later file replaces, and late ones", () => {
    expect(files.some(({submission}) => submission === 2)).toBe(true);
    expect(files.some(({received}) => received > AS_AT)).toBe(true);
  });

  it("holds only the rows with an LEA that does not exist", () => {
    const codes = Object.keys(heldUnder(judgeFiles(localPlan, inUse(files)))).sort();
    expect(codes).toEqual(["PLN-002"]);
  });

  it("agrees on no day after the file was received", () => {
    for (const {row, file} of accepted) expect(String(row.agreed_date ?? "") < file.received).toBe(true);
  });
});
