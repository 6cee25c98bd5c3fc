import {z} from "zod";
import {field, optional, text} from "./field.js";

/** Columns of what a role requires, and of the qualifications and job profiles that fit it. */
export const COMPETENCE_FIELDS = {
  version: field(z.int(), "Version", "Version of the table that the row belongs to."),
  valid_from_date: field(text(), "Valid from", "First day on which this version holds."),
  competence_id: field(text(), "Competence", "Identifier of the competence."),
  competence_name: field(text(), "Competence name", "Name of the competence."),
  required_level: field(
    z.int(),
    "Required level",
    "Level that the role requires: 0 nothing, 1 with help, 2 alone, 3 could show others."
  ),
  is_essential: field(text(), "Essential", "'yes' where the role cannot be done without it, else 'no'."),
  suitability: field(
    text(),
    "Suitability",
    "'targeted', 'suitable' or 'relevant': how well the qualification fits the role."
  ),
  is_in_nqf: field(
    text(),
    "In the framework",
    "'yes', 'no' or 'unknown': whether it is in the national qualifications framework."
  ),
  available_from_date: field(
    optional(),
    "Available from",
    "Day from which it is to be had; a season or month at its last day."
  ),
  judged_by: field(text(), "Judged by", "Who judged it."),
  judged_date: field(text(), "Judged on", "Date of the judgement."),
  rule: field(text(), "Rule", "The rule by which it was judged."),
  profile_id: field(optional(), "Profile", "Identifier of the job profile; empty where none fits the role."),
  expected_level: field(optional(), "Expected level", "Skill level that the job profile expects.")
} as const;
