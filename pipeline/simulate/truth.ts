/**
 * What is true in the simulated country: every figure that an estimate can be checked against is planted here. All of
 * it is invented; `docs/simulator.md` says which published facts the levels were chosen to agree with.
 */
export const NATIONAL_FTE = 241_700; // January 2004, published; everything below it is invented

export type Phase = "nursery" | "primary" | "secondary" | "special" | "pru";
export type Category =
  | "teaching_assistants"
  | "nursery_assistants"
  | "special_needs_support"
  | "minority_ethnic_support"
  | "technicians"
  | "administrative"
  | "behaviour_and_guidance"
  | "premises"
  | "midday_supervisors"
  | "other";

/** Schools in the country, and the usual number of support staff in one. */
export const SCHOOLS: Readonly<Record<Phase, {schools: number; staff: number; spread: number}>> = {
  nursery: {schools: 460, staff: 8, spread: 0.3},
  primary: {schools: 17_800, staff: 13, spread: 0.45},
  secondary: {schools: 3_400, staff: 44, spread: 0.35},
  special: {schools: 1_130, staff: 26, spread: 0.4},
  pru: {schools: 410, staff: 8, spread: 0.4}
};

/** Support staff at which a school counts as medium and as large. Other phases have one band each in the strata. */
export const SIZE_LIMITS = {secondary: {medium: 35, large: 55}, other: {medium: 10, large: 18}} as const;

export interface RoleTruth {
  category: Category;
  offered: number; // probability of an offer in 24 months, before the effects below
  taken: number; // probability of starting, of those offered, before the effects below
  hours: number; // usual hours a week
  male: number; // share of men
  fullLevel2: number; // share with a full Level 2
  proficient: number; // share that heads judge fully proficient
}

const role = (
  category: Category,
  [offered, taken, hours, male, fullLevel2, proficient]: [number, number, number, number, number, number]
): RoleTruth => ({category, offered, taken, hours, male, fullLevel2, proficient});

export const ROLES = {
  R01: role("teaching_assistants", [0.7, 0.82, 23, 0.03, 0.62, 0.84]),
  R05: role("technicians", [0.52, 0.7, 29, 0.25, 0.74, 0.83]),
  R06: role("other", [0.36, 0.6, 16, 0.4, 0.9, 0.88]),
  R07: role("nursery_assistants", [0.58, 0.8, 29, 0.02, 0.86, 0.87]),
  R08: role("other", [0.42, 0.66, 14, 0.12, 0.84, 0.8]),
  R09: role("minority_ethnic_support", [0.65, 0.79, 24, 0.08, 0.71, 0.81]),
  R10: role("technicians", [0.58, 0.76, 33, 0.66, 0.76, 0.74]),
  R11: role("technicians", [0.44, 0.64, 28, 0.35, 0.66, 0.82]),
  R13: role("special_needs_support", [0.71, 0.83, 22, 0.04, 0.58, 0.81]),
  R14: role("nursery_assistants", [0.56, 0.79, 27, 0.02, 0.78, 0.83]),
  R17: role("behaviour_and_guidance", [0.74, 0.88, 33, 0.22, 0.8, 0.78]),
  R18: role("behaviour_and_guidance", [0.54, 0.75, 30, 0.25, 0.72, 0.79]),
  R22: role("behaviour_and_guidance", [0.62, 0.81, 30, 0.24, 0.71, 0.74]),
  R23: role("behaviour_and_guidance", [0.6, 0.8, 29, 0.3, 0.7, 0.73]),
  R24: role("behaviour_and_guidance", [0.61, 0.8, 30, 0.24, 0.7, 0.75]),
  R28: role("behaviour_and_guidance", [0.47, 0.7, 20, 0.2, 0.72, 0.82]),
  R29: role("administrative", [0.6, 0.76, 34, 0.22, 0.86, 0.85]),
  R30: role("administrative", [0.68, 0.84, 36, 0.28, 0.92, 0.8]),
  R31: role("administrative", [0.43, 0.71, 27, 0.03, 0.72, 0.86]),
  R32: role("administrative", [0.52, 0.76, 33, 0.05, 0.78, 0.84]),
  R33: role("technicians", [0.46, 0.67, 31, 0.5, 0.7, 0.8]),
  R34: role("premises", [0.4, 0.62, 37, 0.86, 0.48, 0.85]),
  R35: role("premises", [0.31, 0.55, 33, 0.84, 0.4, 0.87]),
  R36: role("midday_supervisors", [0.21, 0.56, 7, 0.03, 0.38, 0.83]),
  R37: role("other", [0.42, 0.68, 25, 0.06, 0.82, 0.86]),
  R38: role("administrative", [0.49, 0.72, 30, 0.12, 0.82, 0.79]),
  R39: role("administrative", [0.45, 0.7, 12, 0.12, 0.84, 0.86])
} as const satisfies Record<string, RoleTruth>;

export type RoleId = keyof typeof ROLES;

/** Main roles in a school of each phase, in staff per thousand. */
export const ROLE_MIX: Readonly<Record<Phase, readonly (readonly [RoleId, number])[]>> = {
  nursery: [
    ["R07", 430],
    ["R14", 200],
    ["R01", 90],
    ["R13", 40],
    ["R31", 90],
    ["R29", 10],
    ["R35", 60],
    ["R36", 80]
  ],
  primary: [
    ["R01", 355],
    ["R13", 115],
    ["R09", 12],
    ["R07", 50],
    ["R14", 40],
    ["R31", 96],
    ["R32", 22],
    ["R29", 8],
    ["R30", 4],
    ["R10", 6],
    ["R35", 62],
    ["R34", 8],
    ["R36", 184],
    ["R17", 14],
    ["R24", 5],
    ["R28", 6],
    ["R06", 5],
    ["R08", 4],
    ["R37", 4]
  ],
  secondary: [
    ["R01", 160],
    ["R13", 125],
    ["R09", 15],
    ["R05", 75],
    ["R10", 38],
    ["R11", 30],
    ["R33", 14],
    ["R31", 160],
    ["R32", 48],
    ["R29", 16],
    ["R30", 10],
    ["R38", 20],
    ["R35", 64],
    ["R34", 18],
    ["R36", 90],
    ["R17", 28],
    ["R18", 18],
    ["R22", 12],
    ["R24", 8],
    ["R28", 8],
    ["R37", 28],
    ["R06", 9],
    ["R08", 6]
  ],
  special: [
    ["R01", 300],
    ["R13", 370],
    ["R07", 40],
    ["R31", 72],
    ["R32", 18],
    ["R30", 6],
    ["R10", 16],
    ["R35", 48],
    ["R36", 90],
    ["R17", 12],
    ["R24", 20],
    ["R37", 8]
  ],
  pru: [
    ["R23", 330],
    ["R01", 200],
    ["R13", 120],
    ["R17", 70],
    ["R18", 40],
    ["R31", 140],
    ["R35", 60],
    ["R36", 40]
  ]
};

/** Second roles that people hold beside a main role, and how often a main role has one. */
export const SECOND_ROLE_SHARE = 0.14;
export const SECOND_ROLES: readonly (readonly [RoleId, number])[] = [
  ["R36", 52],
  ["R01", 16],
  ["R31", 9],
  ["R28", 8],
  ["R39", 5],
  ["R38", 4],
  ["R24", 3],
  ["R18", 3]
];

/** Shifts of the log odds of an offer; `taken` of starting, of those offered. A group not named has none. */
export interface Effect {
  offered: number;
  taken: number;
}

export const COMMON_EFFECT: Effect = {offered: 0.15, taken: 0.12}; // makes up for the groups with shifts below 0

export const REGION_EFFECTS: Readonly<Record<string, Effect>> = {
  NE: {offered: 0.28, taken: 0.18},
  NW: {offered: 0.12, taken: 0.05},
  YH: {offered: 0.02, taken: 0},
  EM: {offered: -0.06, taken: -0.08},
  WM: {offered: 0, taken: 0.02},
  EE: {offered: -0.16, taken: -0.06},
  LN: {offered: -0.24, taken: -0.22},
  SE: {offered: 0.03, taken: 0.03},
  SW: {offered: 0.09, taken: 0.1}
};

export const GROUP_EFFECTS: Readonly<Record<string, Effect>> = {
  "working_pattern/part_time": {offered: -0.26, taken: -0.14},
  "sex/male": {offered: -0.12, taken: -0.18},
  "ethnicity/asian": {offered: -0.24, taken: -0.05},
  "ethnicity/black": {offered: -0.2, taken: -0.05},
  "ethnicity/mixed": {offered: -0.08, taken: 0},
  "ethnicity/chinese_or_other": {offered: -0.12, taken: 0},
  "disability/yes": {offered: -0.18, taken: -0.22},
  "age_band/under_25": {offered: 0.14, taken: 0.06},
  "age_band/45_54": {offered: -0.06, taken: -0.04},
  "age_band/55_over": {offered: -0.34, taken: -0.3},
  "phase/secondary": {offered: 0.06, taken: -0.06},
  "phase/special": {offered: 0.16, taken: 0.1},
  "size/small": {offered: -0.1, taken: 0},
  "investors_in_people/yes": {offered: 0.24, taken: 0.12}
};

export const SCHOOL_SPREAD = 0.45; // standard deviation of a school's own shift of the log odds of an offer
export const LSC_SPREAD = 0.1; // and of a local LSC's
export const INVESTORS_SHARE = 0.34; // schools recognised as Investors in People
export const MENTOR_SHARE = 0.18; // schools with a trained mentor
export const COMPLETED_SHARE = 0.78; // of those who started
export const HEAD_SHARE = 0.08; // forms that the head fills for the person
export const HEAD_FORGETS = 0.15; // offers that such a form leaves out
export const DISCUSSED_SHARE = {investors: 0.63, others: 0.42} as const; // needs discussed in 12 months
export const WANTS_SHARE = 0.66; // want training now

/** Shares of groups among staff; ethnic minorities are `region` shares of all staff outside the white group. */
export const AGES: readonly (readonly [string, number])[] = [
  ["under_25", 6],
  ["25_34", 16],
  ["35_44", 36],
  ["45_54", 28],
  ["55_over", 14]
];
export const DISABLED_SHARE = 0.045;
export const MINORITY_SHARES: Readonly<Record<string, number>> = {
  NE: 0.02,
  NW: 0.05,
  YH: 0.06,
  EM: 0.06,
  WM: 0.1,
  EE: 0.05,
  LN: 0.3,
  SE: 0.05,
  SW: 0.02
};
export const MINORITIES: readonly (readonly [string, number])[] = [
  ["mixed", 12],
  ["asian", 46],
  ["black", 30],
  ["chinese_or_other", 12]
];
