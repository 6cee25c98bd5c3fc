import {z} from "zod";
import {code, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

const CATEGORIES = {
  vocational_qualification: "Vocational qualification",
  nvq: "NVQ",
  induction: "Induction",
  module: "Module",
  full_level_2: "Full Level 2",
  status: "Status",
  training: "Training",
  foundation_degree: "Foundation degree",
  apprenticeship: "Apprenticeship",
  progression: "Progression",
  materials: "Materials",
  course: "Course",
  diploma: "Diploma",
  qualification: "Qualification",
  certificate: "Certificate",
  programme: "Programme",
  framework: "Framework",
  occupational_standards: "Occupational standards",
  proposal: "Proposal",
  key_skills: "Key skills"
} as const;

/** Programmes: one programme, qualification or apprenticeship a row. */
export const programmes = defineContract({
  collection: "programmes",
  prefix: "REF-PGM",
  title: "Programmes",
  row: "one programme, qualification or apprenticeship",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    programme_id: text(known(1, "programme_id"), {pattern: /^[QA]\d{2}$/, max: 6}),
    programme_name: text(known(2, "programme_name")),
    category: code(CATEGORIES, known(3, "category")),
    nqf_level: text(known(4, "nqf_level"), {max: 60}).optional(),
    route_ids: text(known(5, "route_ids"), {pattern: /^[A-Z]{2,3}(;[A-Z]{2,3})*$/, max: 60}),
    priority_id: reference("priorities", "priority_id", known(6, "priority_id")).optional(),
    body: text(known(7, "body")).optional(),
    available_from: text(known(8, "available_from"), {max: 60}).optional(),
    status_2004: text(known(9, "status_2004"), {max: 60}),
    places: text(known(10, "places")).optional(),
    basis: code(BASES, known(11, "basis")),
    place: text(known(12, "place"), {max: 60}),
    source: text(known(13, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["programme_id"], remedy: "Keep one row for each programme."}]
});
