import type {Category} from "./truth.js";

/** How the sample is drawn and who answers: what weights must undo. Nothing here depends on what is asked. */
export const SAMPLING = {
  rates: {primary: 0.075, secondary: 0.18, nursery: 0.12, special: 0.14, pru: 0.14}, // share of schools drawn at scale 1
  least: 3, // schools drawn in a stratum, where it has them
  forms: {secondary: 9, other: 6} // most forms issued in a school
} as const;

/** Log odds that a sampled school takes part, and that a person given a form returns it. */
export const SCHOOL_RESPONSE = {
  usual: 1.15,
  region: {LN: -0.4, SE: -0.1, NE: 0.2},
  phase: {secondary: -0.3, special: 0.15},
  isInvestor: 0.35,
  isSmall: -0.15
} as const;

export const PERSON_RESPONSE = {
  usual: 0.75,
  category: {midday_supervisors: -0.85, premises: -0.45, teaching_assistants: 0.2, administrative: 0.15} as Readonly<
    Partial<Record<Category, number>>
  >,
  age: {under_25: -0.35, "55_over": 0.1} as Readonly<Record<string, number>>,
  isMale: -0.2,
  isPartTime: -0.1
} as const;

export const CLOSED_SHARE = 0.012; // sampled schools that turn out closed or merged
export const REFUSED_SHARE = 0.4; // of those that do not take part; the rest do not answer

/** Local LSCs that sent no staff questionnaire, sent it after June 2004, or sent it twice. */
export const SILENT = ["LLSC12", "LLSC25", "LLSC39"] as const;
export const SILENT_HEADS = ["LLSC25"] as const; // and the one that sent no school questionnaire
export const LATE = ["LLSC07", "LLSC31"] as const;
export const RESUBMITTED = ["LLSC03", "LLSC18", "LLSC29", "LLSC44"] as const;
