import {z} from "zod";
import {code, date, integer, text} from "./column.js";
import {defineContract} from "./contract.js";
import {atMost, filled, given, not, type Rule} from "./rule.js";

/** The namespace of the schema, and the year that its header must name. */
export const ILR_NAMESPACE = "ESFA/ILR/2018-19";
export const ILR_YEAR = "1819";

/** Where a group may occur several times, its values stand in one cell with this between them. */
export const GROUP_SEPARATOR = ";";

const SEXES = {F: "Female", M: "Male"} as const;
const HEALTH_PROBLEMS = {1: "Has one", 2: "Has none", 9: "Not said"} as const;
const AIM_TYPES = {
  1: "Programme aim",
  3: "Component of a programme",
  4: "Aim on its own",
  5: "Core aim, 16 to 19"
} as const;
const COMPLETIONS = {1: "Continuing", 2: "Completed", 3: "Withdrawn", 6: "Break in learning"} as const;
const OUTCOMES = {1: "Achieved", 2: "Partly achieved", 3: "Not achieved", 8: "Not yet known"} as const;

const provider = {
  UKPRN: text(
    {code: 1, title: "Provider", description: "UK provider reference number of the learning provider."},
    {pattern: /^[1-9]\d{7}$/, max: 8}
  )
};

const learner = {
  LearnRefNumber: text(
    {code: 2, title: "Learner reference", description: "The provider's own reference of the learner.", personal: true},
    {pattern: /^[A-Za-z0-9 ]{1,12}$/, max: 12}
  ),
  ULN: text(
    {code: 3, title: "Unique learner number", description: "Ten digits, of which the first is not 0.", personal: true},
    {pattern: /^[1-9]\d{9}$/, max: 10}
  ),
  FamilyName: text(
    {code: 4, title: "Family name", description: "Family name of the learner.", personal: true},
    {max: 100}
  ).optional(),
  GivenNames: text(
    {code: 5, title: "Given names", description: "Given names of the learner.", personal: true},
    {max: 100}
  ).optional(),
  DateOfBirth: date({
    code: 6,
    title: "Date of birth",
    description: "The learner's date of birth.",
    personal: true
  }).optional(),
  Ethnicity: integer({code: 7, title: "Ethnicity", description: "Ethnicity code of the specification."}, {max: 99}),
  Sex: code(SEXES, {code: 8, title: "Sex", description: "The learner's sex."}),
  LLDDHealthProb: code(HEALTH_PROBLEMS, {
    code: 9,
    title: "Learning difficulty or health problem",
    description: "Whether the learner has a learning difficulty, disability or health problem."
  }),
  PriorAttain: integer(
    {code: 10, title: "Prior attainment", description: "Level of attainment before enrolment."},
    {max: 99}
  ).optional(),
  PostcodePrior: text(
    {code: 11, title: "Postcode before enrolment", description: "Home postcode before enrolment.", personal: true},
    {max: 8}
  ),
  Postcode: text({code: 12, title: "Postcode", description: "Current home postcode.", personal: true}, {max: 8}),
  Email: text(
    {code: 13, title: "Email", description: "The learner's email address.", personal: true},
    {pattern: /^[ -~]+@[ -~]+$/, max: 100}
  ).optional()
};

const delivery = {
  LearnAimRef: text({code: 14, title: "Learning aim", description: "Reference of the learning aim."}, {max: 8}),
  AimType: code(AIM_TYPES, {code: 15, title: "Type of aim", description: "Place of the aim in the programme."}),
  AimSeqNumber: integer(
    {code: 16, title: "Aim number", description: "Number of the aim among the learner's aims."},
    {min: 1, max: 98}
  ),
  LearnStartDate: date({code: 17, title: "Start", description: "Day on which learning of the aim began."}),
  LearnPlanEndDate: date({code: 18, title: "Planned end", description: "Day on which learning is planned to end."}),
  FundModel: integer({code: 19, title: "Funding model", description: "Code of the funding model."}, {max: 99}),
  ProgType: integer(
    {code: 20, title: "Programme type", description: "Type of programme, such as 25 for a standard."},
    {max: 99}
  ).optional(),
  FworkCode: integer({code: 21, title: "Framework", description: "Code of the framework."}, {max: 999}).optional(),
  PwayCode: integer({code: 22, title: "Pathway", description: "Code of its pathway."}, {max: 999}).optional(),
  StdCode: integer(
    {code: 23, title: "Standard", description: "Code of the apprenticeship standard."},
    {max: 99_999}
  ).optional(),
  DelLocPostCode: text(
    {code: 24, title: "Postcode of delivery", description: "Postcode of the place of learning; ZZ99 9ZZ if unknown."},
    {max: 8}
  ),
  CompStatus: code(COMPLETIONS, {code: 25, title: "Completion", description: "How far the learner has come."}),
  LearnActEndDate: date({
    code: 26,
    title: "Actual end",
    description: "Day on which learning ended; blank while it goes on."
  }).optional(),
  WithdrawReason: integer(
    {code: 27, title: "Reason of withdrawal", description: "Code of the reason why the learner left."},
    {max: 99}
  ).optional(),
  Outcome: code(OUTCOMES, {code: 28, title: "Outcome", description: "Whether the aim was achieved."}).optional()
};

const groups = {
  LearningDeliveryFAM: {
    LearnDelFAMType: text(
      {code: 29, title: "Funding and monitoring type", description: "Types of the funding and monitoring records."},
      {pattern: /^[A-Z0-9]{1,3}(?:;[A-Z0-9]{1,3})*$/, max: 400}
    ).optional(),
    LearnDelFAMCode: text(
      {code: 30, title: "Funding and monitoring code", description: "Codes of these records, in the same order."},
      {pattern: /^[A-Za-z0-9]{1,5}(?:;[A-Za-z0-9]{1,5})*$/, max: 600}
    ).optional()
  },
  LearningDeliveryWorkPlacement: {
    WorkPlaceStartDate: text(
      {code: 31, title: "Start of placement", description: "First days of the work placements."},
      {pattern: /^\d{4}-\d{2}-\d{2}(?:;\d{4}-\d{2}-\d{2})*$/, max: 1000}
    ).optional(),
    WorkPlaceHours: text(
      {code: 32, title: "Hours of placement", description: "Hours of the work placements, in the same order."},
      {pattern: /^[1-9]\d{0,3}(?:;[1-9]\d{0,3})*$/, max: 1000}
    ).optional(),
    WorkPlaceMode: text(
      {code: 33, title: "Mode of placement", description: "Modes of the work placements, in the same order."},
      {pattern: /^\d(?:;\d)*$/, max: 1000}
    ).optional()
  }
};

/** Columns by the element that holds them. */
export const ILR_ELEMENTS = {
  LearningProvider: Object.keys(provider),
  Learner: Object.keys(learner),
  LearningDelivery: Object.keys(delivery),
  groups: Object.fromEntries(Object.entries(groups).map(([group, columns]) => [group, Object.keys(columns)]))
} as const;

/** The column in which the reader names elements that are written otherwise than in the schema, or twice. */
export const UNEXPECTED = "UnexpectedElements";

const schema = z.object({
  ...provider,
  ...learner,
  ...delivery,
  ...groups.LearningDeliveryFAM,
  ...groups.LearningDeliveryWorkPlacement,
  [UNEXPECTED]: text(
    {
      code: 34,
      title: "Unexpected elements",
      description: "Names of elements misspelt or doubled, found by the reader."
    },
    {max: 2000}
  ).optional()
});

const rules: Rule[] = [
  {
    code: 51,
    severity: "error",
    column: UNEXPECTED,
    statement: not(filled(UNEXPECTED)),
    expected: "each element once, its name written as in the schema",
    remedy: "Correct the name of the element, or remove the second one."
  },
  {
    code: 52,
    severity: "error",
    column: "WorkPlaceHours",
    statement: given(filled("WorkPlaceStartDate"), filled("WorkPlaceHours")),
    expected: "hours, since a work placement is given",
    remedy: "Add WorkPlaceHours to the work placement."
  },
  {
    code: 53,
    severity: "error",
    column: "WorkPlaceMode",
    statement: given(filled("WorkPlaceStartDate"), filled("WorkPlaceMode")),
    expected: "a mode, since a work placement is given",
    remedy: "Add WorkPlaceMode to the work placement."
  },
  {
    code: 54,
    severity: "error",
    column: "LearnPlanEndDate",
    statement: atMost("LearnStartDate", "LearnPlanEndDate"),
    expected: "a planned end on or after the start",
    remedy: "Correct LearnStartDate or LearnPlanEndDate."
  },
  {
    code: 55,
    severity: "error",
    column: "LearnActEndDate",
    statement: atMost("LearnStartDate", "LearnActEndDate"),
    expected: "an actual end on or after the start",
    remedy: "Correct LearnStartDate or LearnActEndDate."
  }
];

/** A provider's individualised learner record, one row for each learning delivery with its learner. */
export const ilr = defineContract({
  collection: "ilr",
  prefix: "ILR",
  title: "Individualised learner record",
  row: "one learning delivery of one learner",
  forms: ["xml"],
  period: "academic",
  schema,
  rules,
  keys: [
    {
      code: 81,
      columns: ["LearnRefNumber", "AimSeqNumber"],
      remedy: "Give each aim of a learner its own AimSeqNumber, and each learner once."
    }
  ]
});
