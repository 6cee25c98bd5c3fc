import {z} from "zod";
import {code, date, integer, reference, share, text, YES_NO} from "./column.js";
import {defineContract} from "./contract.js";
import {PHASES, SIZE_BANDS} from "./lists.js";
import {among, atMost, below, filled, given, listed, type Rule, value} from "./rule.js";

const SCHOOL_TYPES = {
  community: "Community",
  voluntary_aided: "Voluntary aided",
  voluntary_controlled: "Voluntary controlled",
  foundation: "Foundation"
} as const;

const OUTCOMES = {
  not_sampled: "Not in the sample",
  completed: "Forms returned",
  refused: "School refused",
  no_contact: "No answer from the school",
  closed: "School closed or merged"
} as const;

const columns = {
  school_id: text(
    {code: 1, title: "School", description: "Seven-digit number of the school.", headers: ["School No", "URN"]},
    {pattern: /^[0-9]{7}$/, max: 7}
  ),
  lea_code: reference("leas", "lea_code", {
    code: 2,
    title: "LEA",
    description: "Three-digit code of the LEA that maintains the school.",
    headers: ["LEA No", "LEA code"]
  }),
  llsc_code: reference("local_lscs", "llsc_code", {
    code: 3,
    title: "Local LSC",
    description: "Local LSC in whose area the LEA lies.",
    headers: ["LSC", "Local LSC code"]
  }),
  region_code: reference("regions", "region_code", {
    code: 4,
    title: "Region",
    description: "Region of the local LSC.",
    headers: ["Govt region"]
  }),
  phase: code(PHASES, {code: 5, title: "Phase", description: "Phase of education.", headers: ["School phase"]}),
  school_type: code(SCHOOL_TYPES, {
    code: 6,
    title: "School type",
    description: "Legal category of the school.",
    headers: ["Type"]
  }),
  size_band: code(SIZE_BANDS, {
    code: 7,
    title: "Size band",
    description: "Support staff on the frame, in three bands; one of the three things that make a stratum.",
    headers: ["Size"]
  }),
  stratum: text(
    {
      code: 8,
      title: "Stratum",
      description: "Stratum in which the school could be drawn: local LSC, phase, size.",
      headers: ["Sampling stratum"]
    },
    {pattern: /^LLSC[0-9]{2}-[A-Z]-[A-Z]$/, max: 12}
  ),
  is_sampled: code(YES_NO, {
    code: 9,
    title: "Sampled",
    description: "Whether the school was drawn.",
    headers: ["In sample"]
  }),
  selection_probability: share({
    code: 10,
    title: "Selection probability",
    description: "Probability with which the school was drawn: schools drawn of schools in the stratum.",
    headers: ["P(selection)", "Prob"]
  }).optional(),
  staff_listed: integer(
    {
      code: 11,
      title: "Staff listed",
      description: "Support staff whom the school listed when forms were issued.",
      unit: "staff",
      headers: ["Support staff on list"]
    },
    {max: 400}
  ).optional(),
  forms_issued: integer(
    {
      code: 12,
      title: "Forms issued",
      description: "Staff drawn from the list who were given a form.",
      unit: "forms",
      headers: ["Issued"]
    },
    {max: 400}
  ).optional(),
  forms_returned: integer(
    {code: 13, title: "Forms returned", description: "Usable forms returned.", unit: "forms", headers: ["Returned"]},
    {max: 400}
  ).optional(),
  outcome: code(OUTCOMES, {
    code: 14,
    title: "Outcome",
    description: "What became of the school in the survey.",
    headers: ["Result"]
  }),
  investors_in_people_date: date({
    code: 15,
    title: "Investors in People from",
    description: "Date of recognition as an Investor in People; empty where not recognised.",
    headers: ["IiP from"]
  }).optional(),
  investors_in_people_until: date({
    code: 16,
    title: "Investors in People until",
    description: "Date on which the recognition runs out.",
    headers: ["IiP until"]
  }).optional(),
  mentor_trained_date: date({
    code: 17,
    title: "Mentor trained",
    description: "Date on which a training mentor of the school was trained; empty where there is none.",
    headers: ["Training mentor since"]
  }).optional()
};

const sampledNeeds = (code: number, column: keyof typeof columns, title: string): Rule => ({
  code,
  severity: "error",
  column,
  statement: given(among("is_sampled", "yes"), filled(column)),
  expected: `${title} for a sampled school`,
  remedy: `Fill ${column}, or set is_sampled to no.`
});

const rules: readonly Rule[] = [
  {
    code: 51,
    severity: "error",
    column: "lea_code",
    statement: listed("leas", {lea_code: "lea_code", llsc_code: "llsc_code"}),
    expected: "an LEA that lies in the local LSC",
    remedy: "Correct lea_code or llsc_code; a school is returned by the local LSC of its LEA."
  },
  {
    code: 52,
    severity: "error",
    column: "region_code",
    statement: listed("local_lscs", {llsc_code: "llsc_code", region_code: "region_code"}),
    expected: "the region of the local LSC",
    remedy: "Correct region_code."
  },
  sampledNeeds(53, "selection_probability", "a selection probability"),
  {
    code: 54,
    severity: "error",
    column: "selection_probability",
    statement: given(filled("selection_probability"), below(value(0), "selection_probability")),
    expected: "a probability above 0",
    remedy: "Give schools drawn divided by schools in the stratum."
  },
  {
    code: 55,
    severity: "error",
    column: "forms_issued",
    statement: atMost("forms_issued", "staff_listed"),
    expected: "no more forms issued than staff listed",
    remedy: "Correct forms_issued or staff_listed."
  },
  {
    code: 56,
    severity: "error",
    column: "forms_returned",
    statement: atMost("forms_returned", "forms_issued"),
    expected: "no more forms returned than issued",
    remedy: "Correct forms_returned or forms_issued."
  },
  {
    code: 57,
    severity: "error",
    column: "outcome",
    statement: given(among("is_sampled", "no"), among("outcome", "not_sampled")),
    expected: "the outcome not_sampled for a school that was not drawn",
    remedy: "Set outcome to not_sampled, or is_sampled to yes."
  },
  {
    code: 58,
    severity: "error",
    column: "outcome",
    statement: given(among("is_sampled", "yes"), among("outcome", "completed", "refused", "no_contact", "closed")),
    expected: "what became of a sampled school",
    remedy: "Give completed, refused, no_contact or closed."
  },
  {
    code: 59,
    severity: "error",
    column: "forms_returned",
    statement: given(among("outcome", "completed"), filled("forms_returned")),
    expected: "a number of forms returned where the school took part",
    remedy: "Fill forms_returned."
  },
  {
    code: 60,
    severity: "error",
    column: "investors_in_people_until",
    statement: below("investors_in_people_date", "investors_in_people_until"),
    expected: "recognition that ends after it begins",
    remedy: "Correct the two Investors in People dates."
  },
  {
    code: 61,
    severity: "warning",
    column: "investors_in_people_until",
    statement: given(filled("investors_in_people_date"), filled("investors_in_people_until")),
    expected: "an end for each recognition",
    remedy: "Fill investors_in_people_until; without it the recognition counts for three years."
  }
];

/** The survey frame of a local LSC: every school that could be drawn. */
export const schoolFrame = defineContract({
  collection: "school_frame",
  prefix: "FRM",
  title: "School survey frame",
  row: "a school in the survey frame",
  forms: ["csv", "xlsx"],
  sheet: "Schools",
  period: "month",
  schema: z.object(columns),
  rules,
  keys: [{code: 81, columns: ["school_id"], remedy: "Keep one row for each school."}]
});
