import {ADMIN_TRUTH} from "./adminTruth.js";
import type {World} from "./world.js";

/** An LEA as the administrative returns need it. */
export interface AdminLea {
  lea_code: string;
  llsc_code: string;
  region_code: string;
  district: string; // its postcode district
  size: number; // weight: staff in its schools
}

/** Returns the LEAs in the order of their codes, each with its postcode district and its weight. */
export function adminLeas(world: World): AdminLea[] {
  const leas = [...world.leas].sort((left, right) => (left.lea_code < right.lea_code ? -1 : 1));
  return leas.map(({lea_code, llsc_code, region_code, size}, index) => ({
    lea_code,
    llsc_code,
    region_code,
    district: districtCode(index),
    size
  }));
}

/** Returns how many learners per member of staff an LEA's area has, against the average: the planted difference. */
export function uptakeFactor(world: World, {llsc_code, region_code}: AdminLea): number {
  const region: number = ADMIN_TRUTH.regionUplift[region_code as keyof typeof ADMIN_TRUTH.regionUplift] ?? 1;
  return region * (world.trainingPilots.has(llsc_code) ? ADMIN_TRUTH.pilotAreaUplift : 1);
}

/** Returns the postcode district of the LEA at `index`: QA0 to QO9, of which none is in use. */
export function districtCode(index: number): string {
  return `Q${String.fromCharCode(65 + Math.floor(index / 10))}${index % 10}`;
}
