import type {Category} from "./truth.js";

/** Answers that carry no answer: the same for everybody, so that they bias nothing. */
export const ITEM = {dontKnow: 0.03, blank: 0.012, notStated: 0.03} as const;

interface TopicShares {
  child_protection: number;
  behaviour: number;
  e_skills: number;
  induction: number;
  role_specific: number;
  qualification: number;
}

const shares = (
  ...[child_protection, behaviour, e_skills, induction, role_specific, qualification]: [
    number,
    number,
    number,
    number,
    number,
    number
  ]
): TopicShares => ({child_protection, behaviour, e_skills, induction, role_specific, qualification});

/** Shares of those offered anything who were offered each topic; seven in ten where service is under two years: induction. */
export const TOPIC_SHARES: Readonly<Record<Category, TopicShares>> = {
  teaching_assistants: shares(0.38, 0.44, 0.36, 0.2, 0.52, 0.3),
  nursery_assistants: shares(0.5, 0.36, 0.26, 0.14, 0.5, 0.22),
  special_needs_support: shares(0.42, 0.5, 0.28, 0.18, 0.58, 0.26),
  minority_ethnic_support: shares(0.36, 0.3, 0.28, 0.18, 0.56, 0.24),
  technicians: shares(0.16, 0.12, 0.48, 0.12, 0.6, 0.18),
  administrative: shares(0.2, 0.1, 0.62, 0.12, 0.42, 0.2),
  behaviour_and_guidance: shares(0.56, 0.68, 0.3, 0.24, 0.6, 0.28),
  premises: shares(0.18, 0.08, 0.14, 0.1, 0.66, 0.14),
  midday_supervisors: shares(0.36, 0.62, 0.04, 0.22, 0.24, 0.06),
  other: shares(0.22, 0.16, 0.46, 0.12, 0.46, 0.18)
};

/** Shares of those who wanted training and had none who give each reason. */
export const BARRIER_SHARES = {
  cost: 0.24,
  time: 0.36,
  cover: 0.31,
  distance: 0.12,
  not_offered: 0.42,
  not_told: 0.3,
  childcare: 0.16,
  other: 0.07
} as const;

export const ASPIRATIONS = [
  ["stay", 44],
  ["higher", 26],
  ["other_route", 7],
  ["teacher", 9],
  ["leave", 6],
  ["dont_know", 8]
] as const;

/** Highest level of those with and without a full Level 2. */
export const LEVELS_ABOVE = [
  ["2", 52],
  ["3", 30],
  ["4", 12],
  ["5_plus", 6]
] as const;
export const LEVELS_BELOW = [
  ["below_1", 44],
  ["1", 56]
] as const;

/** Usual level held in each competence, on the scale of 0 to 3, where heads find 80 per cent proficient. */
export const COMPETENCE_MEAN = {
  child_protection: 1.7,
  behaviour: 1.8,
  inclusion: 1.6,
  e_skills: 1.5,
  colleagues: 2.2
} as const;
