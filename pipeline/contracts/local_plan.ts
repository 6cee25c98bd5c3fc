import {z} from "zod";
import {code, date, integer, reference} from "./column.js";
import {defineContract} from "./contract.js";
import {all, among, atMost, filled, given, listed, not, type Rule, value} from "./rule.js";

export const NQF_LEVELS = {
  entry: "Entry level",
  "1": "Level 1",
  "2": "Level 2",
  "3": "Level 3",
  "4": "Level 4",
  "5": "Level 5",
  none: "No level"
} as const;

const schema = z.object({
  llsc_code: reference("local_lscs", "llsc_code", {
    code: 1,
    title: "Local LSC",
    description: "Local Learning and Skills Council that plans."
  }),
  lea_code: reference("leas", "lea_code", {code: 2, title: "LEA", description: "LEA that it plans with."}),
  priority_id: reference("priorities", "priority_id", {
    code: 3,
    title: "Priority",
    description: "Priority of the national plan that the learners count towards."
  }),
  nqf_level: code(NQF_LEVELS, {
    code: 4,
    title: "Level",
    description: "Level on the national qualifications framework of the period."
  }),
  planned_learners: integer(
    {code: 5, title: "Planned learners", description: "Learners planned for the academic year.", unit: "learners"},
    {max: 50_000}
  ),
  version: code(
    {initial: "Initial, before negotiation", final: "Final, as agreed"},
    {code: 6, title: "Version", description: "Whether LSC and LEA have agreed the number."}
  ),
  agreed_date: date({
    code: 7,
    title: "Agreed on",
    description: "Day of the agreement; blank for an initial version."
  }).optional()
});

const rules: Rule[] = [
  {
    code: 51,
    severity: "error",
    column: "lea_code",
    statement: listed("leas", {lea_code: "lea_code", llsc_code: "llsc_code"}),
    expected: "an LEA of this local LSC",
    remedy: "Correct lea_code or llsc_code."
  },
  {
    code: 52,
    severity: "error",
    column: "agreed_date",
    statement: given(among("version", "final"), filled("agreed_date")),
    expected: "the day of the agreement, since the version is final",
    remedy: "Give agreed_date, or mark the row initial."
  },
  {
    code: 53,
    severity: "warning",
    column: "agreed_date",
    statement: given(among("version", "initial"), not(filled("agreed_date"))),
    expected: "no day of agreement, since the version is initial",
    remedy: "Mark the row final, or empty agreed_date."
  },
  {
    code: 54,
    severity: "warning",
    column: "agreed_date",
    statement: all(atMost(value("2003-10-01"), "agreed_date"), atMost("agreed_date", value("2005-07-31"))),
    expected: "a day between October 2003, when the planning guidance was issued, and July 2005",
    remedy: "Check agreed_date."
  }
];

/** Plans that local LSCs make with each of their LEAs. */
export const localPlan = defineContract({
  collection: "local_plan",
  prefix: "PLN",
  title: "Local plans",
  row: "one local LSC, LEA, priority, level and version",
  forms: ["csv", "xlsx"],
  sheet: "Plan",
  period: "academic",
  schema,
  rules,
  keys: [
    {
      code: 81,
      columns: ["llsc_code", "lea_code", "priority_id", "nqf_level", "version"],
      remedy: "Send one row for each LEA, priority, level and version."
    }
  ]
});
