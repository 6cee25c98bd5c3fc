import {z} from "zod";
import {code, integer, text} from "./column.js";
import {defineContract} from "./contract.js";
import {filled, given} from "./rule.js";

const LEVELS = {
  "Intermediate Apprenticeship": "Intermediate (Level 2)",
  "Advanced Apprenticeship": "Advanced (Level 3)",
  "Higher Apprenticeship": "Higher (Level 4 and above)"
} as const;
const PROGRAMME_TYPES = {Standard: "Standard", Framework: "Framework"} as const;
const PROVIDER_TYPES = {
  "General FE College incl Tertiary": "General further education or tertiary college",
  "Local Authority": "Local authority",
  Other: "Other",
  "Private Sector Public Funded": "Private, publicly funded",
  Schools: "School",
  "Sixth Form College": "Sixth form college",
  "Special College": "Special college"
} as const;
const MEASURES = {Starts: "Starts", Enrolments: "Enrolments", Achievements: "Achievements"} as const;

const columns = {
  academic_year: text(
    {
      code: 1,
      title: "Academic year",
      description: "2022/23; a part year says which months: 2025/26 (Aug to Apr).",
      headers: ["year"]
    },
    {pattern: /^20[0-9]{2}\/[0-9]{2}( \(Aug to [A-Z][a-z]{2}\))?$/, max: 20}
  ),
  apprenticeship_level: code(LEVELS, {
    code: 2,
    title: "Apprenticeship level",
    description: "Level of the apprenticeship as the publisher names it.",
    headers: ["apps_Level"]
  }),
  programme_name: text({
    code: 3,
    title: "Standard or framework",
    description: "Name of the standard or framework; blank where the row is about all of them.",
    headers: ["std_fwk_name"]
  }).optional(),
  programme_type: code(PROGRAMME_TYPES, {
    code: 4,
    title: "Programme type",
    description: "Whether it is a standard or a framework.",
    headers: ["std_fwk_flag"]
  }).optional(),
  subject_area: text({
    code: 5,
    title: "Subject area",
    description: "Sector subject area, first tier.",
    headers: ["ssa_t1_desc"]
  }).optional(),
  subject_area_detail: text({
    code: 6,
    title: "Subject area, second tier",
    description: "Sector subject area, second tier.",
    headers: ["ssa_t2_desc"]
  }).optional(),
  provider_type: code(PROVIDER_TYPES, {code: 7, title: "Provider type", description: "Kind of training provider."}),
  provider_name: text({
    code: 8,
    title: "Provider",
    description: "Name and number of the provider; only in the edition by provider."
  }).optional(),
  measure: code(MEASURES, {code: 9, title: "Measure", description: "What the value counts."}),
  value: integer({
    code: 10,
    title: "Value",
    description: "Apprentices counted; never added up across measures.",
    unit: "apprentices",
    headers: ["values"]
  }),
  provider_count: integer({
    code: 11,
    title: "Providers",
    description: "Providers behind the programme; only in the edition for support roles.",
    unit: "providers"
  }).optional()
};

/** The three forms in which the figures come; an edition is known by the columns that it alone has or lacks. */
export const editions = {
  by_provider: {
    title: "By provider and programme",
    has: ["programme_name", "provider_name"],
    lacks: ["provider_count"]
  },
  support_roles: {
    title: "Programmes open to support roles, by provider type",
    has: ["programme_name", "provider_count"],
    lacks: ["provider_name"]
  },
  all_programmes: {
    title: "All programmes together, by provider type",
    has: [],
    lacks: ["programme_name", "provider_name", "provider_count"]
  }
} as const satisfies Record<string, {title: string; has: readonly Name[]; lacks: readonly Name[]}>;

type Name = keyof typeof columns;
export type Edition = keyof typeof editions;

/** Returns which edition a file with these columns is; undefined where it is none of them. */
export function editionOf(present: readonly string[]): Edition | undefined {
  const names = Object.keys(editions) as Edition[];
  return names.find((name) => {
    const {has, lacks} = editions[name];
    return has.every((column) => present.includes(column)) && !lacks.some((column) => present.includes(column));
  });
}

/** Apprenticeships that the Department for Education publishes, England. The employer is not known. */
export const apprenticeships = defineContract({
  collection: "apprenticeships",
  prefix: "APP",
  title: "Apprenticeships",
  row: "a programme, or all of them, by provider or provider type, measure and academic year",
  forms: ["csv", "parquet"],
  period: "span",
  schema: z.object(columns),
  rules: [
    {
      code: 51,
      severity: "error",
      column: "programme_type",
      statement: given(filled("programme_name"), filled("programme_type")),
      expected: "standard or framework beside a programme's name",
      remedy: "Fill programme_type."
    },
    {
      code: 52,
      severity: "error",
      column: "programme_name",
      statement: given(filled("provider_name"), filled("programme_name")),
      expected: "a programme beside a provider's name",
      remedy: "Fill programme_name."
    }
  ],
  // A key with a missing part is no key, so each edition is held to the one whose columns it has.
  keys: [
    {
      code: 81,
      columns: [
        "academic_year",
        "apprenticeship_level",
        "programme_name",
        "programme_type",
        "subject_area",
        "subject_area_detail",
        "provider_type",
        "provider_name",
        "measure"
      ],
      remedy: "Keep one row for each programme, provider, measure and year."
    },
    {
      code: 82,
      columns: [
        "academic_year",
        "apprenticeship_level",
        "programme_name",
        "programme_type",
        "provider_type",
        "measure",
        "provider_count"
      ],
      remedy: "Keep one row for each programme, provider type, measure and year."
    }
  ]
});
