import {z} from "zod";
import {code, date, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

const SUITABILITIES = {targeted: "Targeted", suitable: "Suitable", relevant: "Relevant"} as const;
const IN_FRAMEWORK = {yes: "Yes", no: "No", unknown: "Not stated"} as const;
const NQF_LEVELS = {"2": "Level 2", "3": "Level 3", "4": "Level 4", not_stated: "Not stated"} as const;

/** Qualifications for roles: our judgement of one qualification at one level for one role a row. */
export const roleQualificationSuitability = defineContract({
  collection: "role_qualification_suitability",
  prefix: "REF-RQS",
  title: "Qualifications for roles",
  row: "one qualification at one level, judged for one role",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    role_id: reference("roles", "role_id", known(1, "role_id")),
    programme_id: reference("programmes", "programme_id", known(2, "programme_id")),
    nqf_level: code(NQF_LEVELS, known(3, "nqf_level")),
    suitability: code(SUITABILITIES, known(4, "suitability")),
    is_in_nqf: code(IN_FRAMEWORK, known(5, "is_in_nqf")),
    available_from_date: date(known(6, "available_from_date")),
    judged_by: text(known(7, "judged_by"), {max: 60}),
    judged_date: date(known(8, "judged_date")),
    rule: text(known(9, "rule")),
    note: text(known(10, "note")),
    basis: code(BASES, known(11, "basis")),
    place: text(known(12, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(13, "source"))
  }),
  rules: [],
  keys: [
    {
      code: 81,
      columns: ["role_id", "programme_id", "nqf_level"],
      remedy: "Keep one row for each role, programme and level."
    }
  ]
});
