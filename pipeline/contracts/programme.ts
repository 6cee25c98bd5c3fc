import {z} from "zod";
import {code, date, decimal, integer, month, reference, text} from "./column.js";
import {defineContract} from "./contract.js";
import {all, among, atMost, below, equal, filled, given, type Rule, value} from "./rule.js";

const ROUTES_AND_LEVELS = {
  assessment_only: "Assessment only",
  full_training: "Full training",
  customised: "Customised route",
  foundation_degree: "Linked to a foundation degree",
  certificate: "Certificate",
  diploma: "Diploma",
  course: "Single course",
  induction_primary: "Induction, primary",
  induction_secondary: "Induction, secondary",
  introductory: "Introductory training",
  intermediate: "Intermediate",
  advanced: "Advanced",
  level_2: "Level 2",
  level_3: "Level 3",
  level_4: "Level 4"
} as const;

const places = (of: {code: number; title: string; description: string}) =>
  integer({...of, unit: "places"}, {max: 50_000}).optional();
const people = (of: {code: number; title: string; description: string}) =>
  integer({...of, unit: "people"}, {max: 50_000}).optional();

/** Every count is of the month alone, so months add up; a place counts in the month in which it was opened or taken. */
const schema = z.object({
  programme_id: reference("programmes", "programme_id", {
    code: 1,
    title: "Programme",
    description: "Programme, by its identifier in the reference table."
  }),
  route_or_level: code(ROUTES_AND_LEVELS, {
    code: 2,
    title: "Route or level",
    description: "Route through the programme, or its level."
  }),
  cohort: text(
    {code: 3, title: "Cohort", description: "The sender's name for the group that starts together."},
    {pattern: /^[A-Za-z0-9 /-]{1,40}$/, max: 40}
  ),
  provider_id: text(
    {code: 4, title: "Provider", description: "Number of the provider, six digits."},
    {pattern: /^\d{6}$/, max: 6}
  ),
  lea_code: reference("leas", "lea_code", {
    code: 5,
    title: "LEA",
    description: "LEA whose staff the places are for; blank where a cohort is national."
  }).optional(),
  month: month({code: 6, title: "Month", description: "Month that the counts belong to."}),
  cohort_start_date: date({code: 7, title: "Cohort start", description: "First day of the cohort."}).optional(),
  cohort_planned_end_date: date({
    code: 8,
    title: "Planned end of the cohort",
    description: "Day on which the cohort is to end."
  }).optional(),
  places_planned: places({code: 9, title: "Places planned", description: "Places planned for the cohort."}),
  places_funded: places({code: 10, title: "Places funded", description: "Places for which money was set aside."}),
  places_offered: places({code: 11, title: "Places offered", description: "Places open to applicants."}),
  places_taken: places({code: 12, title: "Places taken", description: "Places that candidates accepted."}),
  starts: people({code: 13, title: "Starts", description: "People who began in the month."}),
  completions: people({code: 14, title: "Completions", description: "People who finished in the month."}),
  withdrawals: people({code: 15, title: "Withdrawals", description: "People who left in the month, unfinished."}),
  assessed: people({code: 16, title: "Assessed", description: "People who were assessed in the month."}),
  passed: people({code: 17, title: "Passed", description: "People assessed in the month who met the standard."}),
  days: decimal(
    {code: 18, title: "Days", description: "Length of the programme for one person.", unit: "days"},
    {max: 250}
  ).optional()
});

/**
 * Completions and withdrawals of a month may exceed its starts, since the people began earlier: within a row nothing can
 * be said of them. That a cohort never completes more than it started is judged over all months, by a check.
 */
const rules: Rule[] = [
  {
    code: 51,
    severity: "error",
    column: "places_taken",
    statement: atMost("places_taken", "places_offered"),
    expected: "no more places taken than offered",
    remedy: "Correct places_taken or places_offered."
  },
  {
    code: 52,
    severity: "error",
    column: "passed",
    statement: atMost("passed", "assessed"),
    expected: "no more people passed than assessed",
    remedy: "Correct passed or assessed."
  },
  {
    code: 53,
    severity: "error",
    column: "cohort_planned_end_date",
    statement: below("cohort_start_date", "cohort_planned_end_date"),
    expected: "a planned end after the cohort's start",
    remedy: "Correct cohort_start_date or cohort_planned_end_date."
  },
  {
    code: 54,
    severity: "error",
    column: "assessed",
    statement: given(filled("passed"), filled("assessed")),
    expected: "a count of people assessed, since some passed",
    remedy: "Give assessed."
  },
  {
    code: 55,
    severity: "warning",
    column: "cohort_start_date",
    statement: given(all(filled("starts"), below(value(0), "starts")), filled("cohort_start_date")),
    expected: "the cohort's first day, since people started",
    remedy: "Give cohort_start_date."
  },
  {
    code: 56,
    severity: "warning",
    column: "days",
    statement: given(all(among("programme_id", "Q09"), filled("days")), equal("days", value(3))),
    expected: "3 days, the length of the assessment-only route",
    remedy: "Correct days or programme_id."
  },
  {
    code: 57,
    severity: "warning",
    column: "days",
    statement: given(all(among("programme_id", "Q10"), filled("days")), equal("days", value(50))),
    expected: "50 days, the length of the full training route",
    remedy: "Correct days or programme_id."
  }
];

/** Places, starts, completions and results of the national programmes, month by month. */
export const programme = defineContract({
  collection: "programme",
  prefix: "PRG",
  title: "Programmes",
  row: "one programme, route or level, cohort, provider, LEA and month",
  forms: ["csv", "xlsx"],
  sheet: "Programme",
  period: "month",
  schema,
  rules,
  keys: [
    {
      code: 81,
      columns: ["programme_id", "route_or_level", "cohort", "provider_id", "lea_code", "month"],
      remedy: "Send one row for each cohort, provider, LEA and month."
    }
  ]
});
