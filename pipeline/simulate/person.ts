import type {Random} from "./random.js";
import {growth, type School} from "./school.js";
import {
  AGES,
  COMMON_EFFECT,
  COMPLETED_SHARE,
  DISABLED_SHARE,
  GROUP_EFFECTS,
  MINORITIES,
  MINORITY_SHARES,
  REGION_EFFECTS,
  ROLE_MIX,
  ROLES,
  type RoleId,
  SECOND_ROLE_SHARE,
  SECOND_ROLES
} from "./truth.js";

/** One of the support staff of a school: who they are, what they do, and what truly happened to them. */
export interface Person {
  role: RoleId;
  hours: number;
  second?: {role: RoleId; hours: number};
  third?: {role: RoleId; hours: number};
  sex: string;
  age: string;
  ethnicity: string;
  disability: string;
  pattern: string;
  service: number; // complete years
  isOffered: boolean;
  isStarted: boolean;
  isCompleted: boolean;
}

/** Returns the support staff of a school: always the same people for the same seed. */
export function staffOf(random: Random, school: School): Person[] {
  const stream = random.stream(`staff/${school.id}`);
  return Array.from({length: school.staff}, () => makePerson(stream, school));
}

/** Returns all hours a person works in the school. */
export function weeklyHours({hours, second, third}: Person): number {
  return hours + (second?.hours ?? 0) + (third?.hours ?? 0);
}

function makePerson(random: Random, school: School): Person {
  const role = random.weighted(ROLE_MIX[school.phase]);
  const truth = ROLES[role];
  const hours = halfHours(truth.hours * (1 + 0.22 * random.normal()), 3, 40);
  const second = random.chance(SECOND_ROLE_SHARE)
    ? otherRole(random, {role, most: Math.min(hours, 44 - hours)})
    : undefined;
  const third =
    second && random.chance(0.12)
      ? otherRole(random, {role, not: second.role, most: Math.min(hours, 46 - hours - second.hours)})
      : undefined;
  const sex = random.chance(truth.male) ? "male" : "female";
  const age = random.weighted(AGES);
  const isMinority = random.chance(role === "R09" ? 0.6 : (MINORITY_SHARES[school.region] ?? 0.05));
  const ethnicity = isMinority ? random.weighted(MINORITIES) : "white";
  const disability = random.chance(DISABLED_SHARE) ? "yes" : "no";
  const pattern = hours + (second?.hours ?? 0) + (third?.hours ?? 0) >= 30 ? "full_time" : "part_time";
  const [from, to] = random.weighted(SERVICE);
  const service = Math.min(random.integer(from, to), LONGEST_SERVICE[age] ?? 30);
  const groups = [
    `working_pattern/${pattern}`,
    `sex/${sex}`,
    `ethnicity/${ethnicity}`,
    `disability/${disability}`,
    `age_band/${age}`,
    `phase/${school.phase}`,
    `size/${school.size}`,
    `investors_in_people/${school.isInvestor ? "yes" : "no"}`
  ];
  const shift = (what: "offered" | "taken") =>
    groups.reduce(
      (sum, group) => sum + (GROUP_EFFECTS[group]?.[what] ?? 0),
      COMMON_EFFECT[what] + (REGION_EFFECTS[school.region]?.[what] ?? 0)
    );
  const isOffered = random.next() < shifted(truth.offered, shift("offered") + school.shift);
  const starts = random.next() < shifted(truth.taken, shift("taken"));
  const completes = random.chance(COMPLETED_SHARE);
  return {
    role,
    hours,
    ...(second ? {second} : {}),
    ...(third ? {third} : {}),
    sex,
    age,
    ethnicity,
    disability,
    pattern,
    service,
    isOffered,
    isStarted: isOffered && starts,
    isCompleted: isOffered && starts && completes
  };
}

const SERVICE: readonly (readonly [readonly [number, number], number])[] = [
  [[0, 1], 22],
  [[2, 4], 31],
  [[5, 9], 27],
  [[10, 17], 15],
  [[18, 30], 5]
];
const LONGEST_SERVICE: Readonly<Record<string, number>> = {under_25: 6, "25_34": 15, "35_44": 24};

/** Returns a probability after its log odds moved by `shift`. */
function shifted(probability: number, shift: number): number {
  const odds = (probability / (1 - probability)) * growth(shift);
  return odds / (1 + odds);
}

function otherRole(
  random: Random,
  {role, not, most}: {role: RoleId; not?: RoleId; most: number}
): {role: RoleId; hours: number} | undefined {
  const other = random.weighted(SECOND_ROLES);
  const hours = halfHours(ROLES[other].hours * 0.55 * (1 + 0.3 * random.normal()), 1, 15);
  return other === role || other === not || hours > most ? undefined : {role: other, hours};
}

function halfHours(hours: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(hours * 2) / 2));
}
