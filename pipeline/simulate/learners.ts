import {type AdminLea, adminLeas, groupBy, uptakeFactor} from "./adminAreas.js";
import {ADMIN_TRUTH} from "./adminTruth.js";
import {sending} from "./arrivals.js";
import {addDays} from "./calendar.js";
import {type Course, ITQ, OTHER_COURSES, PILOT_COURSES, SECOND_COURSES} from "./courses.js";
import {type Fault, pickFault} from "./faults.js";
import {inventPerson, type Person, retell} from "./people.js";
import {collegeProviders, type SimulatedProvider} from "./providers.js";
import type {Random} from "./random.js";
import type {World} from "./world.js";

/** One person at one provider, with their aims and what becomes of each. */
export interface Learner {
  provider: SimulatedProvider;
  personNumber: number; // the same for all learners who are one person; in no return
  person: Person;
  isPilot: boolean;
  aims: readonly LearnerAim[];
}

export interface LearnerAim {
  course: Course;
  fundingStream: string;
  body: string;
  start: string;
  plannedEnd: string;
  fate: "completed" | "withdrawn" | "transferred";
  end: string; // the day on which the fate comes true
  outcome: string; // A35 once it has
  fault: Fault | null;
}

const OTHER_LEARNERS = 5400;
const MINORITY: Readonly<Record<string, number>> = {LN: 0.35, WM: 0.14, NW: 0.08, YH: 0.08, EM: 0.08};
const PILOT_STREAMS = [
  ["20", 60],
  ["80", 40]
] as const;
const OTHER_STREAMS = [
  ["20", 92],
  ["10", 5],
  ["99", 3]
] as const;
const PILOT_MONTHS = [
  ["2003-06", 6],
  ["2003-07", 4],
  ["2003-09", 22],
  ["2003-10", 18],
  ["2003-11", 12],
  ["2004-01", 16],
  ["2004-02", 12],
  ["2004-03", 10]
] as const;
const LATER_MONTHS = [
  ["2004-04", 42],
  ["2004-05", 38],
  ["2004-06", 20]
] as const;
const OTHER_MONTHS = [
  ["2003-08", 3],
  ["2003-09", 52],
  ["2003-10", 14],
  ["2003-11", 6],
  ["2004-01", 14],
  ["2004-02", 6],
  ["2004-04", 5]
] as const;

/**
 * Returns everyone who enrols. Pilot learners are drawn until those who stand in usable rows number exactly what the
 * plan says; those whose returns are late, missing or at fault come on top.
 */
export function enrolledLearners(world: World): Learner[] {
  const source = world.random.stream("learners");
  const leas = adminLeas(world).map((lea) => [lea, lea.headcount * uptakeFactor(lea)] as const);
  const providers = groupBy(collegeProviders(world), (of) => of.lea.llsc);
  const all = [...providers.values()].flat();
  const usable = new Set(all.filter((of) => sending(world, of).isUsable).map((of) => of.provider_id));
  let persons = 0;
  const learners = [
    ...pilot(PILOT_MONTHS, Math.round(ADMIN_TRUTH.pilotLearnersAtPlan * world.scale)),
    ...pilot(LATER_MONTHS, Math.round(ADMIN_TRUTH.pilotLearnersLater * world.scale)),
    ...Array.from({length: Math.round(OTHER_LEARNERS * world.scale)}, other)
  ];
  const doubles = learners.filter((of) => source.chance(ADMIN_TRUTH.duplicateRate) && mayDouble(of)).map(double);
  return [...learners, ...doubles];

  function pilot(months: readonly (readonly [string, number])[], target: number): Learner[] {
    const drawn: Learner[] = [];
    for (let counted = 0; counted < target; ) {
      const course = source.weighted(PILOT_COURSES);
      const one = learner(course, day(source, source.weighted(months), course), true);
      if (isCounted(one)) counted++;
      drawn.push(one);
    }
    return drawn;
  }

  function isCounted({provider, aims: [first]}: Learner): boolean {
    return usable.has(provider.provider_id) && first?.fault === null;
  }

  /** A second record in a usable file must not add a person of the pilots whom the first, in no usable row, left out. */
  function mayDouble(of: Learner): boolean {
    return !of.isPilot || isCounted(of);
  }

  function other(): Learner {
    const course = source.chance(0.03) ? ITQ : source.weighted(OTHER_COURSES);
    const month = course === ITQ ? source.pick(["2004-04", "2004-05"]) : source.weighted(OTHER_MONTHS);
    return learner(course, day(source, month, course), false);
  }

  function learner(course: Course, start: string, isPilot: boolean): Learner {
    const lea = source.weighted(leas);
    const provider = source.pick(source.chance(0.93) ? (providers.get(lea.llsc) ?? all) : all);
    const home = source.chance(0.9) ? lea : source.pick(leas)[0];
    const aims = [aim(source, course, {start, isPilot, lea})];
    if (source.chance(isPilot ? 0.12 : 0.2))
      aims.push(aim(source, source.pick(SECOND_COURSES), {start, isPilot: false, lea}));
    return {
      provider,
      personNumber: persons++,
      person: person(source, course, {home, lea, isPilot}),
      isPilot,
      aims: distinct(aims)
    };
  }

  function double(of: Learner): Learner {
    const first = of.aims[0];
    if (first === undefined) throw new Error("missing aim: learner");
    const provider = source.pick(all.filter((one) => one.provider_id !== of.provider.provider_id));
    return {
      ...of,
      provider,
      person: retell(source, of.person, {elsewhere: source.weighted(leas).district}),
      aims: [{...first, fault: null}]
    };
  }
}

/** Pilots take people without a full Level 2, and a few who already have one. */
function person(source: Random, course: Course, at: {home: AdminLea; lea: AdminLea; isPilot: boolean}): Person {
  const minority = MINORITY[at.lea.region] ?? 0.05;
  const drawn = inventPerson(source, {
    home: at.home.district,
    work: at.lea.district,
    femaleShare: course.femaleShare,
    minority
  });
  const isBelow = !["2", "3", "4"].includes(drawn.attainment);
  return at.isPilot && !isBelow && source.chance(0.8) ? {...drawn, attainment: "1"} : drawn;
}

function aim(source: Random, course: Course, of: {start: string; isPilot: boolean; lea: AdminLea}): LearnerAim {
  const length = source.integer(...course.days);
  const plannedEnd = addDays(of.start, length);
  const completes = source.chance(of.isPilot ? ADMIN_TRUTH.pilotCompletionRate : 0.74);
  // A transfer counts as no start of its own, so pilot learners, who are calibrated, withdraw instead.
  const fate = completes ? "completed" : of.isPilot || source.chance(0.85) ? "withdrawn" : "transferred";
  const end = completes
    ? addDays(plannedEnd, source.integer(-25, 20))
    : addDays(of.start, Math.round(length * (0.1 + 0.8 * source.next())));
  const achieves = source.chance(of.isPilot ? ADMIN_TRUTH.pilotAchievementRate : 0.88);
  const short = source.weighted([
    ["2", 5],
    ["3", 2],
    ["5", 3]
  ] as const);
  return {
    course,
    fundingStream: source.weighted(of.isPilot ? PILOT_STREAMS : OTHER_STREAMS),
    body: source.pick(course.bodies),
    start: of.start,
    plannedEnd,
    fate,
    end,
    outcome: completes ? (achieves ? "1" : short) : "3",
    fault: pickFault(source)
  };
}

/** June 2004 ends early: the files of that month tell only of its first days. */
function day(source: Random, month: string, {days}: Course): string {
  const last = month === "2004-06" ? 8 : 28;
  const first = days[0] > 100 && month.endsWith("-09") ? 8 : 1;
  return `${month}-${String(source.integer(first, last)).padStart(2, "0")}`;
}

function distinct(aims: readonly LearnerAim[]): LearnerAim[] {
  return aims.filter((of, index) => aims.findIndex((one) => one.course.reference === of.course.reference) === index);
}
