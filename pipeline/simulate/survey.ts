import {type Person, staffOf} from "./person.js";
import type {Random} from "./random.js";
import {CLOSED_SHARE, PERSON_RESPONSE, REFUSED_SHARE, SAMPLING, SCHOOL_RESPONSE} from "./responseTruth.js";
import {growth, type School} from "./school.js";
import {HEAD_SHARE, ROLES} from "./truth.js";
import type {World} from "./world.js";

/** A school that was drawn, and what came of it. */
export interface Sampled {
  school: School;
  probability: number; // six decimals
  staff: readonly Person[];
  issued: number;
  outcome: "completed" | "refused" | "no_contact" | "closed";
  forms: readonly Form[]; // returned
}

export interface Form {
  person: Person;
  kind: "self" | "head";
  within: number; // probability of selection within the school, six decimals
}

/** Returns what the survey of March 2004 found, school by school in the order of the frame. */
export function runSurvey(world: World): ReadonlyMap<string, Sampled> {
  const sample = drawSchools(world);
  const found = new Map<string, Sampled>();
  for (const school of world.schools) {
    const probability = sample.get(school.id);
    if (probability !== undefined) found.set(school.id, visit(world, {school, probability}));
  }
  return found;
}

/** Draws schools without replacement in each stratum; returns their probabilities. */
function drawSchools({schools, random, scale}: World): Map<string, number> {
  const strata = new Map<string, School[]>();
  for (const school of schools) {
    const stratum = strata.get(school.stratum) ?? [];
    stratum.push(school);
    strata.set(school.stratum, stratum);
  }
  const drawn = new Map<string, number>();
  for (const [stratum, members] of strata) {
    const rate = SAMPLING.rates[members[0]?.phase ?? "primary"] * scale;
    const count = Math.min(members.length, Math.max(SAMPLING.least, Math.round(members.length * rate)));
    const probability = sixDecimals(count / members.length);
    for (const school of draw(random.stream(`sample/${stratum}`), {from: members, count}))
      drawn.set(school.id, probability);
  }
  return drawn;
}

function visit({random}: World, {school, probability}: {school: School; probability: number}): Sampled {
  const stream = random.stream(`survey/${school.id}`);
  const staff = staffOf(random, school);
  const most = school.phase === "secondary" ? SAMPLING.forms.secondary : SAMPLING.forms.other;
  const issued = Math.min(staff.length, most);
  const missed = {school, probability, staff, issued, forms: []};
  if (stream.chance(CLOSED_SHARE)) return {...missed, issued: 0, outcome: "closed"};
  if (!stream.chance(schoolResponse(school)))
    return {...missed, outcome: stream.chance(REFUSED_SHARE) ? "refused" : "no_contact"};
  const within = sixDecimals(issued / staff.length);
  const forms = draw(stream, {from: staff, count: issued})
    .filter((person) => stream.chance(personResponse(person)))
    .map((person): Form => ({person, kind: stream.chance(HEAD_SHARE) ? "head" : "self", within}));
  return {...missed, forms, outcome: forms.length > 0 ? "completed" : "no_contact"};
}

function schoolResponse({region, phase, isInvestor, size}: School): number {
  const {usual, region: regions, phase: phases, isInvestor: investor, isSmall} = SCHOOL_RESPONSE;
  const shifts: Readonly<Record<string, number>> = {...regions, ...phases};
  return chance(
    usual +
      (shifts[region] ?? 0) +
      (shifts[phase] ?? 0) +
      (isInvestor ? investor : 0) +
      (size === "small" ? isSmall : 0)
  );
}

function personResponse({role, age, sex, pattern}: Person): number {
  const {usual, category, age: ages, isMale, isPartTime} = PERSON_RESPONSE;
  return chance(
    usual +
      (category[ROLES[role].category] ?? 0) +
      (ages[age] ?? 0) +
      (sex === "male" ? isMale : 0) +
      (pattern === "part_time" ? isPartTime : 0)
  );
}

/** Draws without replacement; keeps the order of `from`. */
function draw<T>(random: Random, {from, count}: {from: readonly T[]; count: number}): T[] {
  let wanted = count;
  return from.filter((_, index) => {
    const isDrawn = random.next() * (from.length - index) < wanted;
    if (isDrawn) wanted--;
    return isDrawn;
  });
}

function chance(logOdds: number): number {
  const odds = growth(logOdds);
  return odds / (1 + odds);
}

function sixDecimals(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
