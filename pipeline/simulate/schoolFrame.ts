import {readColumns} from "../contracts/cell.js";
import {schoolFrame} from "../contracts/school_frame.js";
import {addDays} from "./calendar.js";
import type {SimulatedFile} from "./file.js";
import {habitsOf, writeDown} from "./habits.js";
import type {School} from "./school.js";
import type {Sampled} from "./survey.js";
import {spoilFrame} from "./surveyFaults.js";
import {MENTOR_SHARE} from "./truth.js";
import type {World} from "./world.js";

/** Returns the frame of each local LSC: every school, and what came of those drawn. */
export function simulateSchoolFrame(world: World, survey: ReadonlyMap<string, Sampled>): SimulatedFile[] {
  return world.lscs.map(({code, name}) => {
    const random = world.random.stream(`frame/${code}`);
    const rows = world.schools.filter(({llsc}) => llsc === code).map((school) => row(school, survey.get(school.id)));
    const names = readColumns(schoolFrame).map((column) => column.name);
    const cells = spoilFrame(random.stream("faults"), {rows, leas: world.leas}).map((of) =>
      names.map((column) => of[column] ?? "")
    );
    return {
      collection: "school_frame",
      period: "2004-03",
      sender: code,
      submission: 1,
      received: addDays("2004-03-29", random.integer(0, 40)),
      ...writeDown(schoolFrame, {
        habits: habitsOf(world, code),
        title: `${name} – schools in the survey of support staff (synthetic)`,
        rows: cells
      })
    };
  });

  function row(school: School, sampled: Sampled | undefined): Record<string, string> {
    return {
      school_id: school.id,
      lea_code: school.lea,
      llsc_code: school.llsc,
      region_code: school.region,
      phase: school.phase,
      school_type: school.type,
      size_band: school.size,
      stratum: school.stratum,
      is_sampled: sampled ? "yes" : "no",
      outcome: "not_sampled",
      ...(sampled ? outcome(sampled) : {}),
      ...dates(world, school)
    };
  }
}

function outcome({probability, staff, issued, forms, outcome: result}: Sampled): Record<string, string> {
  return {
    selection_probability: String(probability),
    outcome: result,
    ...(result === "closed" ? {} : {staff_listed: String(staff.length), forms_issued: String(issued)}),
    ...(result === "completed" ? {forms_returned: String(forms.length)} : {})
  };
}

function dates({random}: World, {id, isInvestor}: School): Record<string, string> {
  const stream = random.stream(`dates/${id}`);
  const recognised = addDays("2001-04-01", stream.integer(0, 1050));
  const trained = addDays("2002-09-01", stream.integer(0, 560));
  return {
    ...(isInvestor
      ? {
          investors_in_people_date: recognised,
          investors_in_people_until: `${Number(recognised.slice(0, 4)) + 3}${recognised.slice(4).replace("-02-29", "-02-28")}`
        }
      : {}),
    ...(stream.chance(MENTOR_SHARE) ? {mentor_trained_date: trained} : {})
  };
}
