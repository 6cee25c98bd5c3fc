import type {Random} from "./random.js";
import {INVESTORS_SHARE, LSC_SPREAD, type Phase, SCHOOL_SPREAD, SCHOOLS, SIZE_LIMITS} from "./truth.js";

/** A simulated school. Its number is made up: no real school has one that begins with 9. */
export interface School {
  id: string;
  lea: string;
  llsc: string;
  region: string;
  phase: Phase;
  type: string;
  size: "small" | "medium" | "large";
  stratum: string;
  staff: number; // support staff employed
  isInvestor: boolean; // in people, at the time of the survey
  shift: number; // of the log odds of an offer, its own and its local LSC's
}

export interface Place {
  code: string;
  llsc: string;
  region: string;
  weight: number;
}

/** Returns the schools of the country, LEA by LEA in the order given. */
export function makeSchools(random: Random, leas: readonly Place[]): School[] {
  const shifts = new Map(leas.map(({llsc}) => [llsc, random.stream(`schools/${llsc}`).normal() * LSC_SPREAD]));
  const counts = new Map(
    (Object.keys(SCHOOLS) as Phase[]).map((phase) => [
      phase,
      shareOut(
        SCHOOLS[phase].schools,
        leas.map(({weight}) => (weight < 0.1 && phase !== "primary" ? 0 : weight))
      )
    ])
  );
  const schools: School[] = [];
  for (const [index, lea] of leas.entries()) {
    const stream = random.stream(`schools/${lea.code}`);
    for (const phase of Object.keys(SCHOOLS) as Phase[]) {
      for (let n = counts.get(phase)?.[index] ?? 0; n > 0; n--) {
        const {staff: usual, spread} = SCHOOLS[phase];
        const staff = Math.max(2, Math.round(usual * growth(stream.normal() * spread - (spread * spread) / 2)));
        const size = sizeBand(phase, staff);
        schools.push({
          id: String(9_000_001 + schools.length),
          lea: lea.code,
          llsc: lea.llsc,
          region: lea.region,
          phase,
          type: stream.weighted(phase === "primary" || phase === "secondary" ? SCHOOL_TYPES[phase] : COMMUNITY),
          size,
          stratum: `${lea.llsc}-${phase === "pru" ? "R" : phase.slice(0, 1).toUpperCase()}-${sizeLetter(phase, size)}`,
          staff,
          isInvestor: stream.chance(INVESTORS_SHARE),
          shift: stream.normal() * SCHOOL_SPREAD + (shifts.get(lea.llsc) ?? 0)
        });
      }
    }
  }
  return schools;
}

/** Shares a whole number out by weight, so that the parts add up: largest remainders first, earlier parts before later. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  if (sum <= 0) throw new Error(`invalid weights: ${sum}`);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const left = total - parts.reduce((a, b) => a + b, 0);
  const order = weights
    .map((weight, index) => ({index, rest: (total * weight) / sum - (parts[index] ?? 0)}))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const {index} of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

const COMMUNITY = [["community", 1]] as const;
const SCHOOL_TYPES = {
  primary: [
    ["community", 61],
    ["voluntary_aided", 21],
    ["voluntary_controlled", 15],
    ["foundation", 3]
  ],
  secondary: [
    ["community", 63],
    ["voluntary_aided", 16],
    ["voluntary_controlled", 4],
    ["foundation", 17]
  ]
} as const;

/** e to the power of x by its series: Math.exp may differ in the last digit between machines. */
export function growth(x: number): number {
  const halvings = 10;
  const step = x / 2 ** halvings;
  let power = 1 + step * (1 + (step / 2) * (1 + (step / 3) * (1 + (step / 4) * (1 + step / 5))));
  for (let n = 0; n < halvings; n++) power *= power;
  return power;
}

function sizeBand(phase: Phase, staff: number): School["size"] {
  const limits = phase === "secondary" ? SIZE_LIMITS.secondary : SIZE_LIMITS.other;
  if (staff >= limits.large) return "large";
  return staff >= limits.medium ? "medium" : "small";
}

/** Nursery, special and referral units are too few for three sizes: one stratum each. */
function sizeLetter(phase: Phase, size: School["size"]): string {
  return phase === "primary" || phase === "secondary" ? size.slice(0, 1).toUpperCase() : "A";
}
