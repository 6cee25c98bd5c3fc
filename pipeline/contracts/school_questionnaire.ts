import {z} from "zod";
import {date, integer, reference, text} from "./column.js";
import {defineContract} from "./contract.js";
import {atMost, type Rule} from "./rule.js";

const columns = {
  school_id: text(
    {
      code: 1,
      title: "School",
      description: "Seven-digit number of the school, as in the frame.",
      headers: ["School No", "URN"]
    },
    {pattern: /^[0-9]{7}$/, max: 7}
  ),
  role_id: reference("roles", "role_id", {
    code: 2,
    title: "Role",
    description: "Role that the row is about.",
    headers: ["Role code"]
  }),
  headcount: integer(
    {
      code: 3,
      title: "Headcount",
      description: "Staff whose main role this is.",
      unit: "staff",
      headers: ["No of staff"]
    },
    {min: 1, max: 400}
  ),
  offered_count: integer(
    {
      code: 4,
      title: "Offered training",
      description: "Of these, staff offered training in the last 24 months, as the head knows.",
      unit: "staff",
      headers: ["Offered trg"]
    },
    {max: 400}
  ).optional(),
  trained_count: integer(
    {
      code: 5,
      title: "Trained",
      description: "Of these, staff who started training in the last 24 months.",
      unit: "staff",
      headers: ["Trained in 24m"]
    },
    {max: 400}
  ).optional(),
  proficient_count: integer(
    {
      code: 6,
      title: "Fully proficient",
      description: "Of these, staff whom the head judges fully proficient: able to do the job to the level required.",
      unit: "staff",
      headers: ["Fully prof"]
    },
    {max: 400}
  ).optional(),
  form_date: date({
    code: 7,
    title: "Date of form",
    description: "Date on which the head filled the form.",
    headers: ["Form date"]
  }).optional()
};

const part = (code: number, column: keyof typeof columns, whole: keyof typeof columns, expected: string): Rule => ({
  code,
  severity: "error",
  column,
  statement: atMost(column, whole),
  expected,
  remedy: `Correct ${column} or ${whole}.`
});

/** What heads say of the staff in each role. */
export const schoolQuestionnaire = defineContract({
  collection: "school_questionnaire",
  prefix: "SCQ",
  title: "School questionnaire",
  row: "one role in one school, as its head sees it",
  forms: ["csv", "xlsx"],
  sheet: "Roles",
  period: "month",
  schema: z.object(columns),
  rules: [
    part(51, "offered_count", "headcount", "no more staff offered training than there are"),
    part(52, "trained_count", "headcount", "no more staff trained than there are"),
    part(53, "proficient_count", "headcount", "no more staff fully proficient than there are"),
    {
      ...part(54, "trained_count", "offered_count", "no more staff trained than offered"),
      severity: "warning"
    }
  ],
  keys: [{code: 81, columns: ["school_id", "role_id"], remedy: "Keep one row for each school and role."}]
});
