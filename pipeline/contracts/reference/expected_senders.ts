import {z} from "zod";
import {code, date, text} from "../column.js";
import {defineContract} from "../contract.js";
import {listed} from "../rule.js";
import {BASES, known} from "./words.js";

const COLLECTIONS = {
  school_frame: "School frame",
  staff_questionnaire: "Staff questionnaire",
  school_questionnaire: "School questionnaire",
  enrolment: "Enrolment",
  ilr: "ILR",
  apprenticeships: "Apprenticeships",
  provider: "Provider",
  programme: "Programme",
  funding: "Funding",
  local_plan: "Local plan",
  workforce: "Workforce"
} as const;
const SENDER_TYPES = {
  local_lsc: "Local LSC",
  lea: "LEA",
  provider: "Provider",
  national_body: "National body"
} as const;

/** Expected senders: one sender, collection and period a row. */
export const expectedSenders = defineContract({
  collection: "expected_senders",
  prefix: "REF-EXS",
  title: "Expected senders",
  row: "one sender, collection and period",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    collection: code(COLLECTIONS, known(1, "collection")),
    period: text(known(2, "period"), {max: 60}),
    sender_id: text(known(3, "sender_id"), {max: 60}),
    sender_name: text(known(4, "sender_name")),
    sender_type: code(SENDER_TYPES, known(5, "sender_type")),
    area_code: text(known(6, "area_code"), {pattern: /^(ENG|[A-Z]{2}|LLSC\d{2}|\d{3})$/, max: 6}),
    due_date: date({
      code: 7,
      title: "Due",
      description: "Last day on which the return is not late; empty where none was set."
    }).optional(),
    basis: code(BASES, known(8, "basis")),
    source: text(known(9, "source"), {max: 60})
  }),
  rules: [
    {
      code: 51,
      severity: "error",
      column: "area_code",
      statement: listed("areas", {area_code: "area_code"}),
      expected: "a known area",
      remedy: "Correct area_code."
    }
  ],
  keys: [
    {
      code: 81,
      columns: ["collection", "period", "sender_id"],
      remedy: "Keep one row for each collection and period and sender."
    }
  ]
});
