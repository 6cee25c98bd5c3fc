import {readColumns} from "../contracts/cell.js";
import {staffQuestionnaire} from "../contracts/staff_questionnaire.js";
import {answer} from "./answers.js";
import {addDays} from "./calendar.js";
import type {SimulatedFile} from "./file.js";
import {habitsOf, writeDown} from "./habits.js";
import {LATE, RESUBMITTED, SILENT} from "./responseTruth.js";
import type {Sampled} from "./survey.js";
import {spoilStaff} from "./surveyFaults.js";
import type {LocalLsc, World} from "./world.js";

type Cells = Record<string, string>;

/** Returns the forms that staff returned, one file a local LSC; some never came, some came late, some twice. */
export function simulateStaffQuestionnaire(world: World, survey: ReadonlyMap<string, Sampled>): SimulatedFile[] {
  const names = readColumns(staffQuestionnaire).map(({name}) => name);
  return world.lscs.filter(({code}) => !isIn(SILENT, code)).flatMap(send);

  function send({code, name}: LocalLsc): SimulatedFile[] {
    const random = world.random.stream(`staff/${code}`);
    const rows = [...survey.values()].filter(({school}) => school.llsc === code).flatMap((sampled) => forms(sampled));
    const numbered = rows.map((row, index) => ({
      respondent_id: `${code.slice(4)}-${String(index + 1).padStart(5, "0")}`,
      ...row
    }));
    const received = addDays(isIn(LATE, code) ? "2004-07-06" : "2004-04-19", random.integer(0, 24));
    const first = file(spoilStaff(random.stream("faults"), numbered), {submission: 1, received});
    if (!isIn(RESUBMITTED, code)) return [first];
    const part = numbered.slice(0, Math.round(numbered.length * 0.8));
    return [
      file(spoilStaff(random.stream("first faults"), part), {submission: 1, received}),
      {...first, submission: 2, received: addDays(received, 28)}
    ];

    function file(of: readonly Cells[], {submission, received}: {submission: number; received: string}): SimulatedFile {
      return {
        collection: "staff_questionnaire",
        period: "2004-03",
        sender: code,
        submission,
        received,
        ...writeDown(staffQuestionnaire, {
          habits: habitsOf(world, code),
          title: `${name} – questionnaire to school support staff (synthetic)`,
          rows: of.map((row) => names.map((column) => row[column] ?? ""))
        })
      };
    }
  }

  function forms({school, forms: returned}: Sampled): Cells[] {
    const random = world.random.stream(`forms/${school.id}`);
    return returned.map(({person, kind, within}) => ({
      school_id: school.id,
      selection_within_school: String(within),
      respondent_kind: kind,
      form_date: addDays("2004-03-01", random.integer(0, 30)),
      ...answer(random, person, {school, kind})
    }));
  }
}

const isIn = (list: readonly string[], code: string): boolean => list.includes(code);
