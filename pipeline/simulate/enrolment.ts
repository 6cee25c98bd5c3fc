import {groupBy} from "./adminAreas.js";
import {type Arrival, sending} from "./arrivals.js";
import {daysBetween} from "./calendar.js";
import {spoil} from "./faults.js";
import type {SimulatedFile} from "./file.js";
import {enrolledLearners, type Learner, type LearnerAim} from "./learners.js";
import {collegeProviders, providerForm, type SimulatedProvider} from "./providers.js";
import type {Random} from "./random.js";
import type {World} from "./world.js";

const COLUMNS = [
  "L01",
  "L03",
  "family_name",
  "given_names",
  "date_of_birth",
  "L12",
  "L13",
  "L14",
  "L15",
  "L17",
  "L35",
  "A09",
  "A10",
  "A24",
  "A27",
  "A28",
  "A31",
  "A34",
  "A35",
  "A37",
  "A38",
  "A45",
  "awarding_body"
] as const;
const OTHER_HEADINGS: Readonly<Record<string, string>> = {
  family_name: "L09",
  given_names: "L10",
  date_of_birth: "L11",
  A27: "STARTDATE",
  A28: "PLANEND",
  A31: "ACTEND"
};
const DATES = new Set<string>(["date_of_birth", "A27", "A28", "A31"]);

/** Returns the enrolment files of all providers, in the order of provider and submission. */
export function simulateEnrolments(world: World): SimulatedFile[] {
  const learners = groupBy(enrolledLearners(world), (of) => of.provider.provider_id);
  return collegeProviders(world).flatMap((provider) => {
    const {arrivals, dates} = sending(world, provider);
    const form = providerForm(world, provider);
    const names = world.random.stream(`headings/${provider.provider_id}`).chance(0.1) ? OTHER_HEADINGS : {};
    const group = learners.get(provider.provider_id) ?? [];
    return arrivals.map((arrival, index) => ({
      collection: "enrolment",
      period: "2003-04",
      sender: provider.provider_id,
      submission: index + 1,
      received: arrival.received,
      header: COLUMNS.map((name) => names[name] ?? name),
      rows: rows(world, {provider, group, arrival}).map((cells) =>
        COLUMNS.map((name) => {
          const cell = cells[name] ?? "";
          return dates === "slashed" && DATES.has(name) ? cell.split("-").reverse().join("/") : cell;
        })
      ),
      form
    }));
  });
}

/**
 * Returns who every learner truly is: a number of the person for each `<provider>/<reference>`. It is in no return, and
 * is what linkage is measured against.
 */
export function truePersons(world: World): Map<string, number> {
  const groups = groupBy(enrolledLearners(world), (of) => of.provider.provider_id);
  const persons = new Map<string, number>();
  for (const [provider, group] of groups)
    for (const [index, {personNumber}] of group.entries())
      persons.set(`${provider}/${learnerReference(index)}`, personNumber);
  return persons;
}

/** The same learner has the same cells in each of a provider's files, but for what has happened since. */
function rows(
  world: World,
  {provider, group, arrival}: {provider: SimulatedProvider; group: readonly Learner[]; arrival: Arrival}
): Record<string, string>[] {
  const source = world.random.stream(`enrolment/${provider.provider_id}`);
  const written: Record<string, string>[] = [];
  group.forEach((learner, index) => {
    const gaps = gapsOf(source);
    const isTwice = source.chance(0.002);
    const isSpoiled = source.chance(0.15);
    for (const aim of learner.aims) {
      if (aim.start > arrival.cutoff) continue;
      const cells = {...row(provider, learner, {aim, index, cutoff: arrival.cutoff}), ...gaps};
      written.push(aim.fault ? spoil(cells, aim.fault) : cells);
      if (isTwice || (arrival.isDraft && isSpoiled)) written.push(cells);
    }
  });
  return written;
}

/** What a provider did not know or did not write: kept, with a warning or an unknown area. */
function gapsOf(source: Random): Record<string, string> {
  const gap = source.next();
  if (gap < 0.008) return {date_of_birth: ""};
  if (gap < 0.014) return {L17: ""};
  if (gap < 0.02) return {L17: "ZZ9 9ZZ"};
  if (gap < 0.06) return {A45: ""};
  if (gap < 0.09) return {A24: ""};
  if (gap < 0.1) return {L35: "98"};
  return {};
}

function row(
  provider: SimulatedProvider,
  {person}: Learner,
  {aim, index, cutoff}: {aim: LearnerAim; index: number; cutoff: string}
): Record<string, string> {
  return {
    L01: provider.provider_id,
    L03: learnerReference(index),
    family_name: person.familyName,
    given_names: person.givenNames,
    date_of_birth: person.birthDate,
    L12: person.ethnicity,
    L13: person.sex,
    L14: person.difficulty,
    L15: person.disability,
    L17: person.homePostcode,
    L35: person.attainment,
    A09: aim.course.reference,
    A10: aim.fundingStream,
    A24: aim.course.soc,
    A27: aim.start,
    A28: aim.plannedEnd,
    ...progress(aim, cutoff),
    A45: person.workPostcode,
    awarding_body: aim.body
  };
}

function learnerReference(index: number): string {
  return String(index + 1).padStart(6, "0");
}

const STATUS = {completed: "2", withdrawn: "3", transferred: "4"} as const;

function progress(aim: LearnerAim, cutoff: string): Record<string, string> {
  const {units} = aim.course;
  const hasEnded = aim.end <= cutoff;
  const until = hasEnded ? aim.end : cutoff;
  const share = daysBetween(aim.start, until) / daysBetween(aim.start, aim.plannedEnd);
  const part = Math.max(0, Math.min(units - 1, Math.floor(share * units * 0.8)));
  const achieved = hasEnded && aim.fate === "completed" && aim.outcome === "1" ? units : part;
  return {
    A31: hasEnded ? aim.end : "",
    A34: hasEnded ? STATUS[aim.fate] : "1",
    A35: hasEnded ? aim.outcome : "9",
    A37: units ? String(achieved) : "",
    A38: units ? String(units) : ""
  };
}
