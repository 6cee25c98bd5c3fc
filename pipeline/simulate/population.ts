import {type Person, staffOf} from "./person.js";
import type {School} from "./school.js";
import {ROLES} from "./truth.js";
import type {World} from "./world.js";

/** What is true of a group of the simulated support staff: the figures that estimates are checked against. */
export interface TrueRate {
  dimension: string; // main role, region, sex …
  group: string;
  staff: number;
  offered: number; // people offered training in 24 months
  started: number; // and who started some
}

/** Roles whose holders the plan would call teaching assistants: main role, not every role held. */
export const TEACHING_ASSISTANTS = ["R01", "R09", "R13"] as const;

/** Counts, over everyone in the country, who was offered training and who started it. */
export function trueRates({random, schools}: World): TrueRate[] {
  const rates = new Map<string, TrueRate>();
  for (const school of schools) {
    for (const person of staffOf(random, school)) {
      for (const [dimension, group] of groupsOf(school, person)) {
        const key = `${dimension}/${group}`;
        const rate = rates.get(key) ?? {dimension, group, staff: 0, offered: 0, started: 0};
        rate.staff += 1;
        rate.offered += person.isOffered ? 1 : 0;
        rate.started += person.isStarted ? 1 : 0;
        rates.set(key, rate);
      }
    }
  }
  return [...rates.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, rate]) => rate);
}

/** A person is counted once in the main role here; by any role held under `role held`. */
function groupsOf(school: School, person: Person): [string, string][] {
  const held = [person.role, person.second?.role, person.third?.role].filter((role) => role !== undefined);
  return [
    ["all", "all"],
    ["teaching assistant", TEACHING_ASSISTANTS.some((role) => role === person.role) ? "yes" : "no"],
    ["main role", person.role],
    ...held.map((role): [string, string] => ["role held", role]),
    ["category", ROLES[person.role].category],
    ["region", school.region],
    ["local LSC", school.llsc],
    ["phase", school.phase],
    ["Investors in People", school.isInvestor ? "yes" : "no"],
    ["sex", person.sex],
    ["age band", person.age],
    ["ethnicity", person.ethnicity],
    ["disability", person.disability],
    ["working pattern", person.pattern]
  ];
}
