import {ADMIN_TRUTH} from "./adminTruth.js";
import type {World} from "./world.js";

/** An LEA as the administrative returns need it. */
export interface AdminLea {
  code: string;
  llsc: string;
  region: string;
  headcount: number; // support staff in its schools
  district: string; // its postcode district
}

/** Returns the LEAs in the order of their codes, each with its postcode district. */
export function adminLeas(world: World): AdminLea[] {
  const leas = [...world.leas].sort((left, right) => (left.code < right.code ? -1 : 1));
  return leas.map(({code, llsc, region, headcount}, index) => ({
    code,
    llsc,
    region,
    headcount,
    district: districtCode(index)
  }));
}

/** Returns how many learners per member of staff an LEA has against the average: the planted difference. */
export function uptakeFactor({llsc, region}: AdminLea): number {
  const ofRegion: Readonly<Record<string, number>> = ADMIN_TRUTH.regionUplift;
  const isPilot = ADMIN_TRUTH.trainingPilots.some((code) => code === llsc);
  return (ofRegion[region] ?? 1) * (isPilot ? ADMIN_TRUTH.trainingPilotUplift : 1);
}

/** Returns the whole numbers nearest to shares of `total` by weight, which add up to it exactly. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  let weightSoFar = 0;
  let given = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const part = Math.round((total * weightSoFar) / sum) - given;
    given += part;
    return part;
  });
}

/** Returns the members of each group under its key, in the order given. */
export function groupBy<T>(of: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of of) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** QA0 to QO9, of which none is in use. */
function districtCode(index: number): string {
  return `Q${String.fromCharCode(65 + Math.floor(index / 10))}${index % 10}`;
}
