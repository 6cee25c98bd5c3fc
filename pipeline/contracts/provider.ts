import {z} from "zod";
import {code, date, decimal, integer, reference, text, YES_NO} from "./column.js";
import {defineContract} from "./contract.js";
import {among, atMost, below, filled, given, type Rule, value} from "./rule.js";

export const PROVIDER_TYPES = {
  fe_college: "Further education college",
  sixth_form_college: "Sixth form college",
  higher_education: "Higher education institution",
  private_provider: "Private provider",
  lea_service: "LEA service",
  voluntary: "Voluntary organisation",
  national_body: "National body"
} as const;

const schema = z.object({
  provider_id: text(
    {code: 1, title: "Provider", description: "Number of the provider, six digits; L01 of its enrolments."},
    {pattern: /^\d{6}$/, max: 6}
  ),
  provider_name: text({code: 2, title: "Provider name", description: "Name of the provider.", headers: ["name"]}),
  provider_type: code(PROVIDER_TYPES, {
    code: 3,
    title: "Provider type",
    description: "What kind of body it is.",
    headers: ["type"]
  }),
  lea_code: reference("leas", "lea_code", {
    code: 4,
    title: "LEA",
    description: "LEA in which the provider has its seat; blank for a national body."
  }).optional(),
  annual_capacity: integer(
    {code: 5, title: "Annual capacity", description: "Places that the provider can run in the year.", unit: "places"},
    {max: 50_000}
  ).optional(),
  capacity_kind: code(
    {minimum: "At least so many", maximum: "At most so many"},
    {code: 6, title: "Kind of capacity", description: "Whether the capacity is a floor or a ceiling."}
  ).optional(),
  cove_from: date({
    code: 7,
    title: "Centre of Vocational Excellence from",
    description: "First day of the recognition; blank where there is none."
  }).optional(),
  cove_to: date({
    code: 8,
    title: "Centre of Vocational Excellence to",
    description: "Last day of the recognition; blank while it goes on."
  }).optional(),
  is_assessment_centre: code(YES_NO, {
    code: 9,
    title: "Assessment centre",
    description: "Whether it is approved to assess the NVQ for teaching assistants or HLTA status."
  }),
  assessors_fte: decimal(
    {code: 10, title: "Assessors", description: "Qualified assessors, full-time equivalent.", unit: "FTE"},
    {max: 500}
  ).optional()
});

const rules: Rule[] = [
  {
    code: 51,
    severity: "error",
    column: "capacity_kind",
    statement: given(filled("annual_capacity"), filled("capacity_kind")),
    expected: "minimum or maximum, since a capacity is given",
    remedy: "Say whether the capacity is a floor or a ceiling."
  },
  {
    code: 52,
    severity: "error",
    column: "cove_to",
    statement: below("cove_from", "cove_to"),
    expected: "an end of the recognition after its beginning",
    remedy: "Correct cove_from or cove_to."
  },
  {
    code: 53,
    severity: "error",
    column: "cove_from",
    statement: given(filled("cove_to"), filled("cove_from")),
    expected: "a beginning of the recognition, since its end is given",
    remedy: "Give cove_from, or empty cove_to."
  },
  {
    code: 54,
    severity: "warning",
    column: "assessors_fte",
    statement: given(among("is_assessment_centre", "no"), atMost("assessors_fte", value(0))),
    expected: "no assessors, since it is no assessment centre",
    remedy: "Correct is_assessment_centre or assessors_fte."
  },
  {
    code: 55,
    severity: "warning",
    column: "assessors_fte",
    statement: given(among("is_assessment_centre", "yes"), filled("assessors_fte")),
    expected: "assessors, since it is an assessment centre",
    remedy: "Give assessors_fte."
  }
];

/** Registers of providers, with what they can run in the financial year. */
export const provider = defineContract({
  collection: "provider",
  prefix: "PRV",
  title: "Providers",
  row: "one provider",
  forms: ["csv"],
  period: "financial",
  schema,
  rules,
  keys: [{code: 81, columns: ["provider_id"], remedy: "List each provider once."}]
});
