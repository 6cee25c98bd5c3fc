import {readColumns} from "../contracts/cell.js";
import {schoolQuestionnaire} from "../contracts/school_questionnaire.js";
import {addDays} from "./calendar.js";
import type {SimulatedFile} from "./file.js";
import {habitsOf, writeDown} from "./habits.js";
import type {Person} from "./person.js";
import {SILENT_HEADS} from "./responseTruth.js";
import type {Sampled} from "./survey.js";
import {spoilSchool} from "./surveyFaults.js";
import {ROLES} from "./truth.js";
import type {LocalLsc, World} from "./world.js";

type Cells = Record<string, string>;

const KNOWN_SHARE = 0.92; // offers that the head knows of
const ANSWERED_SHARE = 0.8; // heads who fill the form, of schools that take part

/** Returns what heads say of each role in their schools, one file a local LSC. */
export function simulateSchoolQuestionnaire(world: World, survey: ReadonlyMap<string, Sampled>): SimulatedFile[] {
  const names = readColumns(schoolQuestionnaire).map(({name}) => name);
  return world.lscs.filter(({code}) => !SILENT_HEADS.some((silent) => silent === code)).map(send);

  function send({code, name}: LocalLsc): SimulatedFile {
    const random = world.random.stream(`heads/${code}`);
    const rows = [...survey.values()]
      .filter(({school, outcome}) => school.llsc === code && outcome === "completed")
      .flatMap((sampled) => view(sampled));
    return {
      collection: "school_questionnaire",
      period: "2004-03",
      sender: code,
      submission: 1,
      received: addDays("2004-04-19", random.integer(0, 45)),
      ...writeDown(schoolQuestionnaire, {
        habits: habitsOf(world, code),
        title: `${name} – questionnaire to heads (synthetic)`,
        rows: spoilSchool(random.stream("faults"), rows).map((row) => names.map((column) => row[column] ?? ""))
      })
    };
  }

  function view({school, staff}: Sampled): Cells[] {
    const random = world.random.stream(`head/${school.id}`);
    if (!random.chance(ANSWERED_SHARE)) return [];
    const date = addDays("2004-03-01", random.integer(0, 30));
    const roles = [...new Set(staff.map(({role}) => role))].sort();
    return roles.map((role) => {
      const held = staff.filter((person) => person.role === role);
      const count = (is: (person: Person) => boolean) => held.filter(is).length;
      const isKnown = held.map(() => random.chance(KNOWN_SHARE));
      const offered = held.filter(({isOffered}, index) => isOffered && isKnown[index]);
      const isLeftOut = random.chance(0.02);
      return {
        school_id: school.id,
        role_id: role,
        headcount: String(held.length),
        offered_count: isLeftOut ? "" : String(offered.length),
        trained_count: isLeftOut ? "" : String(offered.filter(({isStarted}) => isStarted).length),
        proficient_count: random.chance(0.03) ? "" : String(count(() => random.chance(ROLES[role].proficient))),
        form_date: date
      };
    });
  }
}
