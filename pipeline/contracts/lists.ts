/** Code lists that more than one return uses. A code is what stands in a cell; the label is what people read. */
export const PHASES = {
  nursery: "Nursery",
  primary: "Primary",
  secondary: "Secondary",
  special: "Special",
  pru: "Pupil referral unit"
} as const;

export const SIZE_BANDS = {
  small: "Small: under 10 support staff (under 35 in secondary)",
  medium: "Medium: 10 to 17 support staff (35 to 54 in secondary)",
  large: "Large: 18 or more support staff (55 or more in secondary)"
} as const;

export const SEXES = {female: "Female", male: "Male"} as const;

export const AGE_BANDS = {
  under_25: "Under 25",
  "25_34": "25 to 34",
  "35_44": "35 to 44",
  "45_54": "45 to 54",
  "55_over": "55 and over"
} as const;

export const ETHNIC_GROUPS = {
  white: "White",
  mixed: "Mixed",
  asian: "Asian or Asian British",
  black: "Black or Black British",
  chinese_or_other: "Chinese or other ethnic group",
  not_stated: "Not stated"
} as const;

export const DISABILITY = {yes: "Disabled", no: "Not disabled", not_stated: "Not stated"} as const;

export const WORKING_PATTERNS = {full_time: "Full time", part_time: "Part time"} as const;

/** Staff categories of the January census, and the others that schools list. */
export const WORKFORCE_CATEGORIES = {
  all: "All support staff",
  teaching_assistants: "Teaching assistants",
  nursery_assistants: "Nursery assistants",
  special_needs_support: "Special needs support staff",
  minority_ethnic_support: "Minority ethnic pupil support staff",
  technicians: "Technicians",
  administrative: "Administrative staff",
  behaviour_and_guidance: "Learning mentors and other behaviour and guidance staff",
  premises: "Premises staff",
  midday_supervisors: "Midday supervisors",
  other: "Librarians and other support staff"
} as const;

export const TOPICS = {
  child_protection: "Child protection",
  behaviour: "Behaviour and attendance",
  e_skills: "E-skills",
  induction: "Induction",
  role_specific: "Skills for the role",
  qualification: "A qualification"
} as const;

export const BARRIERS = {
  cost: "Cost",
  time: "No time",
  cover: "No cover at work",
  distance: "Too far away",
  not_offered: "Not offered",
  not_told: "Did not know of it",
  childcare: "Care of children or others",
  other: "Another reason"
} as const;

/** The competences asked about: the cross-cutting ones of the reference table `competences`. */
export const COMPETENCES = {
  child_protection: "Child protection",
  behaviour: "Behaviour and attendance management",
  inclusion: "Inclusion",
  e_skills: "E-skills",
  colleagues: "Work with colleagues"
} as const;

export const LEVELS = {
  below_1: "Below Level 1 or none",
  "1": "Level 1",
  "2": "Level 2",
  "3": "Level 3",
  "4": "Level 4",
  "5_plus": "Level 5 and above",
  dont_know: "Don't know"
} as const;

export const RESPONDENT_KINDS = {self: "Filled by the person", head: "Filled by the head for the person"} as const;

export const OFFER_BANDS = {
  "0_12": "Up to 12 months ago",
  "13_24": "13 to 24 months ago",
  "25_60": "25 to 60 months ago",
  "61_plus": "More than 5 years ago",
  never: "Never"
} as const;

export const OFFERED_BY = {
  school: "The school",
  lea: "The LEA",
  college: "A college",
  provider: "Another training provider",
  union: "A union",
  other: "Someone else"
} as const;

export const ASPIRATIONS = {
  stay: "Stay in this role",
  higher: "A higher role on the same route",
  other_route: "A role on another route",
  teacher: "Become a teacher",
  leave: "Leave schools",
  dont_know: "Don't know"
} as const;

export const HELD_LEVELS = {"0": "None", "1": "With help", "2": "Alone", "3": "Could show others"} as const;
