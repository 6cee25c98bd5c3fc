import {z} from "zod";
import {code, date, decimal, integer, reference, share, text, YES_NO, YES_NO_UNKNOWN} from "./column.js";
import {defineContract} from "./contract.js";
import {
  AGE_BANDS,
  ASPIRATIONS,
  BARRIERS,
  COMPETENCES,
  DISABILITY,
  ETHNIC_GROUPS,
  HELD_LEVELS,
  LEVELS,
  OFFER_BANDS,
  OFFERED_BY,
  RESPONDENT_KINDS,
  SEXES,
  TOPICS,
  WORKING_PATTERNS
} from "./lists.js";
import {STAFF_RULES} from "./staffRules.js";

const role = (code: number, title: string, headers: readonly string[]) =>
  reference("roles", "role_id", {code, title, description: `${title}, by its code in the list of roles.`, headers});

const hours = (code: number, title: string, headers: readonly string[]) =>
  decimal(
    {code, title, description: `${title} in a usual term-time week.`, unit: "hours a week", headers},
    {max: 80}
  ).optional();

const answer = (code: number, title: string, description: string, headers: readonly string[] = []) => {
  const schema = z.enum(Object.keys(YES_NO_UNKNOWN) as [string, ...string[]]);
  return schema.meta({code, title, description, headers, labels: YES_NO_UNKNOWN}).optional();
};

/** One yes/no column for each entry of a list: offered_behaviour, offered_e_skills … */
function ticks<Prefix extends string, Name extends string>(
  prefix: Prefix,
  of: Readonly<Record<Name, string>>,
  {from, title}: {from: number; title: string}
) {
  const columns = Object.entries<string>(of).map(([name, label], index) => [
    `${prefix}_${name}`,
    code(YES_NO, {
      code: from + index,
      title: `${title}: ${label.toLowerCase()}`,
      description: `${title}: ${label}. Empty where the question did not apply.`,
      headers: [`${title} - ${label}`]
    }).optional()
  ]);
  return Object.fromEntries(columns) as Record<`${Prefix}_${Name}`, z.ZodOptional<z.ZodEnum>>;
}

function held<Name extends string>(of: Readonly<Record<Name, string>>, {from}: {from: number}) {
  const columns = Object.entries<string>(of).map(([name, label], index) => [
    `held_${name}`,
    code(HELD_LEVELS, {
      code: from + index,
      title: `Competence held: ${label.toLowerCase()}`,
      description: `${label}: what the person can do, from 0 (none) to 3 (could show others).`,
      headers: [`Level held - ${label}`]
    }).optional()
  ]);
  return Object.fromEntries(columns) as Record<`held_${Name}`, z.ZodOptional<z.ZodEnum>>;
}

const columns = {
  respondent_id: text(
    {
      code: 1,
      title: "Form number",
      description: "Serial number of the form, unique within the local LSC; it names nobody.",
      personal: true,
      headers: ["Form No", "Serial"]
    },
    {pattern: /^[A-Z0-9-]{3,20}$/, max: 20}
  ),
  school_id: text(
    {
      code: 2,
      title: "School",
      description: "Seven-digit number of the school, as in the frame.",
      headers: ["School No", "URN"]
    },
    {pattern: /^[0-9]{7}$/, max: 7}
  ),
  selection_within_school: share({
    code: 3,
    title: "Selection within the school",
    description: "Probability with which the person was drawn from the staff listed: forms issued of staff listed.",
    headers: ["P(within school)"]
  }),
  respondent_kind: code(RESPONDENT_KINDS, {
    code: 4,
    title: "Who answered",
    description: "Whether the person or the head answered; the two are different series and are never pooled.",
    headers: ["Completed by"]
  }),
  form_date: date({
    code: 5,
    title: "Date of form",
    description: "Date on which the form was filled; the 24 months are counted back from it.",
    headers: ["Form date"]
  }).optional(),
  main_role_id: role(6, "Main role", ["Role 1", "Main job"]),
  main_role_hours: hours(7, "Hours in the main role", ["Hours 1", "Main job hours"]),
  second_role_id: role(8, "Second role", ["Role 2", "Second job"]).optional(),
  second_role_hours: hours(9, "Hours in the second role", ["Hours 2", "Second job hours"]),
  third_role_id: role(10, "Third role", ["Role 3", "Third job"]).optional(),
  third_role_hours: hours(11, "Hours in the third role", ["Hours 3", "Third job hours"]),
  working_pattern: code(WORKING_PATTERNS, {
    code: 12,
    title: "Working pattern",
    description: "Full time is 30 hours a week or more over all roles.",
    headers: ["FT/PT"]
  }).optional(),
  service_years: integer(
    {
      code: 13,
      title: "Years in schools",
      description: "Complete years worked in schools.",
      unit: "years",
      headers: ["Yrs in schools"]
    },
    {max: 60}
  ).optional(),
  offered_24_months: answer(
    14,
    "Offered training in 24 months",
    "Whether the person was offered any training for work in school in the 24 months before the form, taken up or not.",
    ["Offered any trg"]
  ),
  last_offer_band: code(OFFER_BANDS, {
    code: 15,
    title: "Last offer",
    description: "When the person was last offered training.",
    headers: ["When last offered"]
  }).optional(),
  offered_by: code(OFFERED_BY, {
    code: 16,
    title: "Offered by",
    description: "Who made the latest offer in the 24 months.",
    headers: ["Who offered"]
  }).optional(),
  ...ticks("offered", TOPICS, {from: 17, title: "Offered"}),
  ...ticks("taken", TOPICS, {from: 23, title: "Taken"}),
  started_24_months: answer(
    29,
    "Started training in 24 months",
    "Whether the person started any of the training offered.",
    ["Started any trg"]
  ),
  completed_24_months: answer(
    30,
    "Completed training in 24 months",
    "Whether the person completed any training started; empty where none was started.",
    ["Completed any trg"]
  ),
  wants_training: answer(31, "Wants training", "Whether the person wants training now.", ["Wants trg"]),
  wanted_topic: code(TOPICS, {
    code: 32,
    title: "Topic wanted",
    description: "The topic wanted most; empty where none is wanted.",
    headers: ["Topic most wanted"]
  }).optional(),
  wanted_not_taken: answer(
    33,
    "Wanted but did not train",
    "Whether the person wanted training in the 24 months and had none.",
    ["Wanted, not had"]
  ),
  ...ticks("barrier", BARRIERS, {from: 34, title: "Reason"}),
  aspiration: code(ASPIRATIONS, {
    code: 42,
    title: "Aspiration",
    description: "What the person would like to do in three years.",
    headers: ["In 3 years"]
  }).optional(),
  needs_discussed_12_months: answer(
    43,
    "Needs discussed in 12 months",
    "Whether the person discussed training needs with a line manager in the last 12 months.",
    ["Needs discussed"]
  ),
  highest_level: code(LEVELS, {
    code: 44,
    title: "Highest level",
    description: "Level of the highest qualification held.",
    headers: ["Highest qual"]
  }).optional(),
  full_level_2: answer(45, "Full Level 2", "Whether the person holds a full Level 2 (five good GCSEs or the like).", [
    "Full L2"
  ]),
  basic_skills: answer(
    46,
    "Basic skills",
    "Whether the person holds a qualification in literacy and numeracy at Level 1 or above.",
    ["Basic skills qual"]
  ),
  ...held(COMPETENCES, {from: 101}),
  sex: code(SEXES, {code: 111, title: "Sex", description: "Sex.", headers: ["Gender"]}).optional(),
  age_band: code(AGE_BANDS, {
    code: 112,
    title: "Age band",
    description: "Age at the date of the form.",
    headers: ["Age group"]
  }).optional(),
  ethnicity: code(ETHNIC_GROUPS, {
    code: 113,
    title: "Ethnic group",
    description: "Ethnic group, in the five broad groups of the 2001 census.",
    headers: ["Ethnic origin"]
  }).optional(),
  disability: code(DISABILITY, {
    code: 114,
    title: "Disability",
    description: "Whether the person considers himself or herself disabled.",
    headers: ["Disabled"]
  }).optional()
};

/** What a sample of support staff say of their work and training. */
export const staffQuestionnaire = defineContract({
  collection: "staff_questionnaire",
  prefix: "STQ",
  title: "Staff questionnaire",
  row: "one member of the support staff who answered",
  forms: ["csv", "xlsx"],
  sheet: "Staff",
  period: "month",
  schema: z.object(columns),
  rules: STAFF_RULES,
  keys: [{code: 81, columns: ["respondent_id"], remedy: "Keep one row for each form; give each form its own number."}]
});
