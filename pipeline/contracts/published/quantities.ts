import type {Breakdown, Quantity, Ratio} from "./surface.js";

const PEOPLE: readonly Breakdown[] = ["sex", "age band", "ethnic group", "disability", "working pattern"];
const PLACED = {area: "placement"} as const;
/** What programmes return: it adds up over areas, time and programmes, and what no LEA is given for stands apart. */
const EVENTS: Quantity = {adds: ["area", "period", "programme_id"], apart: PLACED};
/**
 * Aims of a cohort, each with one programme, level and learner: aims in no programme stand apart, and learners of whom a
 * characteristic is not known are a part. The list of aims gives each one its level.
 */
const AIMS: Quantity = {
  adds: ["area", "programme_id", "nqf_level", ...PEOPLE],
  apart: {...PLACED, programme_id: "outside programmes"}
};
/**
 * Each person who answered is in one area and group, or in the one that is not known; roles, routes and role groups overlap.
 * The frame gives each school its phase, and nobody without a main role is among those who answered.
 */
const ANSWERS: Quantity = {
  adds: ["area", "phase", "staff group", "service", ...PEOPLE],
  overlaps: ["role_id", "route_id", "role group", "expected level"],
  ignores: ["topic", "barrier", "competence", "gap depth", "last offer", "roles held"]
};
const ALONE: Quantity = {adds: []};

/**
 * Every number of people, or of what they did, by the unit or the name that figures give it: what an attacker knows of
 * how its cells hang together. Whatever is not said to add up does not.
 */
export const QUANTITIES: Readonly<Record<string, Quantity>> = {
  starts: {
    ...EVENTS,
    adds: [...EVENTS.adds, "nqf_level", "provider type"],
    overlaps: ["role_id", "route_id"]
  },
  enrolments: {adds: ["programme_id", "nqf_level", "provider type"], overlaps: ["role_id", "route_id"]},
  achievements: {adds: ["programme_id", "nqf_level", "provider type"], overlaps: ["role_id", "route_id"]},
  completions: EVENTS,
  "places planned": EVENTS,
  "places funded": EVENTS,
  "places offered": EVENTS,
  "places taken": {...EVENTS, within: ["places offered"]},
  "starts at providers on a register": {adds: ["area"], apart: PLACED},
  "annual capacity": {adds: ["area"], apart: PLACED},
  staff: {
    adds: ["area", "staff category", "phase", ...PEOPLE],
    overlaps: ["route_id"],
    ignores: ["nqf_level"],
    isCensus: true
  },
  "staff in roles with a suitable qualification": {adds: ["area"], within: ["staff"], isCensus: true},
  "full-time equivalents": {adds: ["area", "staff category", "phase"], within: ["staff"]},
  // A learner can study in two areas, and counts once in each and once in the nation.
  learners: {adds: [], overlaps: ["area", "route_id", "nqf_level", "staff category"]},
  "learners with a role": {adds: [], overlaps: ["area"], ignores: ["route_id"]},
  "learners on a route": {adds: [], overlaps: ["area"], within: ["learners with a role"]},
  "learners at centres of vocational excellence": {adds: [], overlaps: ["area"]},
  "learners on aims in scope": {adds: [], overlaps: ["area"], ignores: ["role told by"]},
  // One of the ways is none, which is no part of those who are told.
  "learners whose role is told": {adds: [], overlaps: ["area"], within: ["learners on aims in scope"]},
  "aims due": AIMS,
  "aims completed": {...AIMS, within: ["aims due"]},
  "aims achieved": {...AIMS, within: ["aims completed"]},
  "aims not yet due": AIMS,
  "outcomes not known": AIMS,
  "starts due to end": {adds: ["area"], apart: PLACED},
  "completions of starts due to end": {adds: ["area"], apart: PLACED, within: ["starts due to end"]},
  "candidates assessed": {adds: ["area", "programme_id"], apart: PLACED},
  "candidates who met the standards": {adds: ["area", "programme_id"], apart: PLACED},
  "planned learners": {adds: ["area", "nqf_level", "priority"]},
  "learners of a plan": {adds: [], overlaps: ["area", "nqf_level", "priority"]},
  schools: {adds: ["area", "phase"]},
  "schools with a trained mentor": {adds: ["area", "phase"], within: ["schools"]},
  "schools recognised": {adds: ["area", "phase"], within: ["schools"]},
  "forms asked for": {adds: ["area", "phase"]},
  "forms answered": {adds: ["area", "phase"], within: ["forms asked for"]},
  records: {adds: ["area"], apart: PLACED, ignores: ["characteristic"]},
  "records with an unknown characteristic": {adds: ["area"], apart: PLACED},
  "values expected": {adds: ["field"]},
  "values missing": {adds: ["field"], within: ["values expected"]},
  "counted towards a target": ALONE,
  "number of a target": ALONE,
  "places still to reach": ALONE,
  "learners still to reach": ALONE,
  answers: ANSWERS,
  "answers to GAP-01": {...ANSWERS, adds: [...ANSWERS.adds, "role_id"], overlaps: ["route_id", "role group"]},
  "answers to GAP-04": {
    ...ANSWERS,
    adds: [...ANSWERS.adds, "role_id"],
    overlaps: ["route_id", "role group", "expected level"]
  }
};

const of = (indicator: string, numerator: string, denominator: string, rest: Partial<Ratio> = {}): Ratio => ({
  indicator,
  numerator,
  denominator,
  isShare: true,
  ...rest
});

/** Which quantities stand above and below the line of each rate of people. */
export const RATIOS: readonly Ratio[] = [
  ...["places planned", "places funded", "places offered"].map((places) =>
    of("CAP-01", "places taken", places, {unit: `per cent of ${places}`, isShare: false})
  ),
  of("CAP-02", "starts at providers on a register", "annual capacity", {isShare: false}),
  of("CAP-05", "schools with a trained mentor", "schools"),
  of("CAP-06", "schools recognised", "schools"),
  of("CAP-07", "learners at centres of vocational excellence", "learners"),
  of("EQU-04", "records with an unknown characteristic", "records"),
  of("GAP-06", "staff in roles with a suitable qualification", "staff"),
  of("OUT-01", "aims completed", "aims due"),
  of("OUT-02", "completions of starts due to end", "starts due to end", {unit: "per cent"}),
  of("OUT-03", "aims achieved", "aims completed"),
  of("OUT-04", "aims achieved", "aims due"),
  of("OUT-05", "candidates who met the standards", "candidates assessed"),
  of("PLN-02", "learners of a plan", "planned learners", {isShare: false}),
  of("PRI-02", "counted towards a target", "number of a target", {isShare: false, isPublic: true}),
  of("QUA-01", "forms answered", "forms asked for"),
  of("QUA-03", "values missing", "values expected"),
  of("QUA-04", "learners whose role is told", "learners on aims in scope"),
  of("UPT-03", "learners", "staff", {isShare: false}),
  of("UPT-05", "learners on a route", "learners with a role", {unit: "per cent"})
];
