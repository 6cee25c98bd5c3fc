import {describe, expect, it} from "vitest";
import {enrolment} from "../../pipeline/contracts/enrolment.js";
import {adminLeas} from "../../pipeline/simulate/adminAreas.js";
import {ADMIN_TRUTH} from "../../pipeline/simulate/adminTruth.js";
import {ITQ, OTHER_COURSES, PILOT_COURSES, SECOND_COURSES} from "../../pipeline/simulate/courses.js";
import {simulateEnrolments, truePersons} from "../../pipeline/simulate/enrolment.js";
import {collegeProviders} from "../../pipeline/simulate/providers.js";
import {readTable} from "../reference/tables.js";
import {AS_AT, heldUnder, inUse, judgeFiles, world} from "./returns.js";

const files = simulateEnrolments(world());
const used = inUse(files);
const rows = judgeFiles(enrolment, used);
const accepted = rows.filter(({isHeld}) => !isHeld);
const pilotAims = new Set(PILOT_COURSES.map(([{reference}]) => reference));
const pilotRows = accepted.filter(({row}) => pilotAims.has(String(row.A09)));

const truth = truePersons(world());

/** Persons as they truly are. */
function people(of: typeof pilotRows): number {
  return new Set(of.map(({row}) => truth.get(`${row.L01}/${row.L03}`))).size;
}

describe("simulateEnrolments(world)", () => {
  it("has 1,200 pilot learners by March 2004 and 2,000 by June in the rows that can be used", () => {
    expect(people(pilotRows.filter(({row}) => String(row.A27) <= "2004-03-31"))).toBe(ADMIN_TRUTH.pilotLearnersAtPlan);
    expect(people(pilotRows)).toBe(ADMIN_TRUTH.pilotLearnersAtPlan + ADMIN_TRUTH.pilotLearnersLater);
  });

  it("has learners twice, who would be counted twice without linkage", () => {
    expect(pilotRows.length - people(pilotRows)).toBeGreaterThan(20);
  });

  it("plants more learners per member of staff in the training pilots' areas", () => {
    const leas = adminLeas(world());
    const pilots: readonly string[] = ADMIN_TRUTH.trainingPilots;
    const rate = (isPilot: boolean) => {
      const own = leas.filter(({llsc}) => pilots.includes(llsc) === isPilot);
      const districts = new Set(own.map(({district}) => district));
      const learners = pilotRows.filter(({row}) => districts.has(String(row.A45).split(" ")[0] ?? "")).length;
      return learners / own.reduce((sum, {headcount}) => sum + headcount, 0);
    };
    expect(rate(true) / rate(false)).toBeGreaterThan(1.4);
  });

  it("holds about one row in forty, under many rules, besides the files whose dates cannot be read", () => {
    const slashed = new Set(
      used
        .filter(({rows: [first]}) => first?.some((cell) => /^\d\d\/\d\d\/\d{4}$/.test(cell)))
        .map(({sender}) => sender)
    );
    const rest = rows.filter(({file}) => !slashed.has(file.sender));
    const held = rest.filter(({isHeld}) => isHeld).length / rest.length;
    expect(slashed.size).toBeGreaterThan(0);
    expect(held).toBeGreaterThan(0.012);
    expect(held).toBeLessThan(0.04);
    expect(Object.keys(heldUnder(rest)).length).toBeGreaterThanOrEqual(7);
  });

  it("warns of missing birth dates and keeps the rows", () => {
    expect(accepted.some(({issues}) => issues.some(({code}) => code === "ENR-064"))).toBe(true);
  });

  it("has providers that resubmit, that are late and that never send", () => {
    expect(files.filter(({submission}) => submission > 1).length).toBeGreaterThan(20);
    expect(files.filter(({received}) => received > AS_AT).length).toBeGreaterThan(10);
    const senders = new Set(files.map(({sender}) => sender));
    expect(collegeProviders(world()).filter(({provider_id}) => !senders.has(provider_id)).length).toBeGreaterThan(3);
  });

  it("tells of nothing that happened after the file was received", () => {
    const early = accepted.filter(({row, file}) =>
      [row.A27, row.A31].some((date) => date !== null && String(date) >= file.received)
    );
    expect(early).toEqual([]);
  });

  it("writes postcodes of districts that are not in use, as the reference table lists them", () => {
    const table = readTable("postcode_districts").map(({district, lea_code}) => `${district}/${lea_code}`);
    expect(adminLeas(world()).map(({district, code}) => `${district}/${code}`)).toEqual(table);
    const districts = new Set(readTable("postcode_districts").map(({district}) => district));
    for (const {row} of accepted)
      for (const postcode of [row.L17, row.A45])
        if (postcode !== null && postcode !== "ZZ9 9ZZ")
          expect(districts.has(String(postcode).split(" ")[0] ?? "")).toBe(true);
  });

  it("runs only courses that the reference table of aims lists", () => {
    const courses = [...PILOT_COURSES, ...OTHER_COURSES].map(([course]) => course);
    const aims = new Map(readTable("aims").map((aim) => [aim.aim_reference, aim.programme_id]));
    for (const {reference} of [...courses, ITQ, ...SECOND_COURSES]) expect(aims.has(reference)).toBe(true);
    for (const reference of pilotAims) expect(aims.get(reference)).toBe("Q08");
  });

  it("names as training pilots the local LSCs that the reference table does", () => {
    const listed = readTable("local_lscs").filter(({is_training_pilot}) => is_training_pilot === "yes");
    expect(listed.map(({llsc_code}) => llsc_code)).toEqual(ADMIN_TRUTH.trainingPilots);
  });

  it("gives the same files for the same seed, and others for another", () => {
    expect(JSON.stringify(simulateEnrolments(world()))).toBe(JSON.stringify(files));
    expect(JSON.stringify(simulateEnrolments(world(2)))).not.toBe(JSON.stringify(files));
  });
});
