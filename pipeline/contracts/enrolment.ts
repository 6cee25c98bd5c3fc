import {z} from "zod";
import {code, date, integer, reference, text} from "./column.js";
import {defineContract} from "./contract.js";
import {ENROLMENT_RULES} from "./enrolmentRules.js";
import {
  COMPLETION_STATUS,
  DIFFICULTY_OR_DISABILITY,
  DISABILITY,
  ETHNICITY,
  FUNDING_STREAM,
  OUTCOME,
  PRIOR_ATTAINMENT,
  SEX
} from "./ilrCodes.js";

const POSTCODE = /^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$/;
const UNSOURCED = "No list of the period was found: codes and labels are unsourced.";

const schema = z.object({
  L01: text(
    {code: 1, title: "Provider number", description: "Number of the provider, six digits.", headers: ["PROVNO"]},
    {pattern: /^\d{6}$/, max: 6}
  ),
  L03: text(
    {
      code: 2,
      title: "Learner reference",
      description: "The provider's own reference of the learner; never shown.",
      personal: true,
      headers: ["LEARNREF"]
    },
    {pattern: /^[A-Za-z0-9]{1,12}$/, max: 12}
  ),
  family_name: text(
    {
      code: 3,
      title: "Family name",
      description: "L09; used to link one learner's records, then dropped.",
      personal: true,
      headers: ["L09", "SURNAME"]
    },
    {max: 60}
  ).optional(),
  given_names: text(
    {
      code: 4,
      title: "Given names",
      description: "L10; used to link one learner's records, then dropped.",
      personal: true,
      headers: ["L10", "FORENAMES"]
    },
    {max: 60}
  ).optional(),
  date_of_birth: date({
    code: 5,
    title: "Date of birth",
    description: "L11; used for linkage and the age band, then dropped.",
    personal: true,
    headers: ["L11", "DOB"]
  }).optional(),
  L12: code(ETHNICITY, {code: 6, title: "Ethnicity", description: `As the learner says. ${UNSOURCED}`}),
  L13: code(SEX, {code: 7, title: "Sex", description: `Sex of the learner. ${UNSOURCED}`}),
  L14: code(DIFFICULTY_OR_DISABILITY, {
    code: 8,
    title: "Learning difficulty, disability or health problem",
    description: `As the learner says. ${UNSOURCED}`
  }),
  L15: code(DISABILITY, {code: 9, title: "Disability", description: `Kind of disability. ${UNSOURCED}`}).optional(),
  L17: text(
    {
      code: 10,
      title: "Home postcode",
      description: "Turned into the LEA of residence, then dropped.",
      personal: true,
      headers: ["HOMEPC"]
    },
    {pattern: POSTCODE, max: 8}
  ).optional(),
  L35: code(PRIOR_ATTAINMENT, {
    code: 11,
    title: "Prior attainment",
    description: `Highest level on entry; decides whether a Level 2 is a first one. ${UNSOURCED}`
  }),
  A09: reference("aims", "aim_reference", {
    code: 12,
    title: "Learning aim",
    description: "Reference of the learning aim; must stand in the reference table of aims.",
    headers: ["AIMREF"]
  }),
  A10: code(FUNDING_STREAM, {
    code: 13,
    title: "Funding stream",
    description: "LSC funding stream. The labels of 70, 80 and 99 are unsourced."
  }),
  A24: text(
    {
      code: 14,
      title: "Occupation",
      description: "SOC 2000 code of the occupation that the aim relates to; only a proxy for the learner's role."
    },
    {pattern: /^\d{4}$/, max: 4}
  ).optional(),
  A27: date({code: 15, title: "Start", description: "Day on which learning began.", headers: ["STARTDATE"]}),
  A28: date({code: 16, title: "Planned end", description: "Day on which learning was to end.", headers: ["PLANEND"]}),
  A31: date({
    code: 17,
    title: "Actual end",
    description: "Day on which learning ended; blank while it goes on.",
    headers: ["ACTEND"]
  }).optional(),
  A34: code(COMPLETION_STATUS, {
    code: 18,
    title: "Completion status",
    description: "Codes from the data dictionary of 2007/08."
  }),
  A35: code(OUTCOME, {code: 19, title: "Outcome", description: `Outcome of the aim. ${UNSOURCED}`}).optional(),
  A37: integer(
    {code: 20, title: "Units achieved", description: "Units of the qualification achieved so far.", unit: "units"},
    {max: 99}
  ).optional(),
  A38: integer(
    {code: 21, title: "Units required", description: "Units needed for the whole qualification.", unit: "units"},
    {max: 99}
  ).optional(),
  A45: text(
    {
      code: 22,
      title: "Workplace postcode",
      description: "Turned into the LEA of the school, then dropped.",
      personal: true,
      headers: ["WORKPC"]
    },
    {pattern: POSTCODE, max: 8}
  ).optional(),
  awarding_body: text(
    {code: 23, title: "Awarding body", description: "Body that awards the qualification."},
    {max: 60}
  ).optional()
});

/** Enrolments, in the field codes of the individualised learner record. */
export const enrolment = defineContract({
  collection: "enrolment",
  prefix: "ENR",
  title: "Enrolments",
  row: "one learning aim of one learner",
  forms: ["csv"],
  period: "academic",
  schema,
  rules: ENROLMENT_RULES,
  keys: [{code: 81, columns: ["L01", "L03", "A09", "A27"], remedy: "Send each aim of a learner once."}]
});
