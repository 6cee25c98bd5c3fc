import {staffOf, weeklyHours} from "./person.js";
import type {Random} from "./random.js";
import {type School, shareOut} from "./school.js";
import {type Category, NATIONAL_FTE, type Phase, ROLES} from "./truth.js";

/** Staff of one LEA, category and phase in January 2004. */
export interface CensusCell {
  lea: string;
  llsc: string;
  category: Category;
  phase: Phase;
  headcount: number;
  fte: number; // whole; the cells of the country add up to the published total
}

/** Staff of one local LSC with one value of one characteristic: `sex`, `female`. */
export interface Margin {
  llsc: string;
  characteristic: string;
  value: string;
  headcount: number;
}

export interface Census {
  cells: readonly CensusCell[];
  margins: readonly Margin[];
}

/** Counts everyone: the only true headcounts there are. */
export function takeCensus(random: Random, schools: readonly School[]): Census {
  const cells = new Map<string, CensusCell>();
  const margins = new Map<string, Margin>();
  for (const school of schools) {
    for (const person of staffOf(random, school)) {
      const {category} = ROLES[person.role];
      const {lea, llsc, phase} = school;
      const cell = entry(cells, `${lea}/${category}/${phase}`, () => ({
        lea,
        llsc,
        category,
        phase,
        headcount: 0,
        fte: 0
      }));
      cell.headcount += 1;
      cell.fte += weeklyHours(person);
      const groups = {
        sex: person.sex,
        age_band: person.age,
        ethnicity: person.ethnicity,
        disability: person.disability,
        working_pattern: person.pattern
      };
      for (const [characteristic, value] of Object.entries(groups)) {
        const key = `${llsc}/${characteristic}/${value}`;
        entry(margins, key, () => ({llsc, characteristic, value, headcount: 0})).headcount += 1;
      }
    }
  }
  const ordered = sorted(cells);
  const parts = shareOut(
    NATIONAL_FTE,
    ordered.map(({fte}) => fte)
  );
  return {cells: ordered.map((cell, index) => ({...cell, fte: parts[index] ?? 0})), margins: sorted(margins)};
}

function entry<T>(of: Map<string, T>, key: string, make: () => T): T {
  const known = of.get(key);
  if (known) return known;
  const made = make();
  of.set(key, made);
  return made;
}

/** Orders by code units, never by a locale. */
function sorted<T>(of: Map<string, T>): T[] {
  return [...of].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
}
