import {z} from "zod";
import {AREA_LEVELS} from "./areaLevels.js";
import {code, decimal, integer, month, text} from "./column.js";
import {defineContract} from "./contract.js";
import {AGE_BANDS, DISABILITY, ETHNIC_GROUPS, PHASES, SEXES, WORKFORCE_CATEGORIES, WORKING_PATTERNS} from "./lists.js";
import {all, among, any, atMost, column, filled, given, listed, not, type Rule, type Statement} from "./rule.js";

const CHARACTERISTICS = {
  all: "All staff",
  sex: "Sex",
  age_band: "Age band",
  ethnicity: "Ethnic group",
  disability: "Disability",
  working_pattern: "Working pattern"
} as const;
const FIGURE_ORIGINS = {
  published: "As published by the body named in the ledger",
  derived: "Arithmetic on published figures",
  synthetic: "Made by the simulator"
} as const;

const columns = {
  census_date: month({
    code: 1,
    title: "Census",
    description: "January of the census: 2004-01.",
    headers: ["Census month"]
  }),
  area_level: code(AREA_LEVELS, {code: 2, title: "Area level", description: "Which kind of area the row is about."}),
  area_code: text(
    {code: 3, title: "Area", description: "ENG, or the code of the region, local LSC or LEA.", headers: ["Area code"]},
    {pattern: /^(ENG|[A-Z]{2}|LLSC[0-9]{2}|[0-9]{3})$/, max: 6}
  ),
  category: code(WORKFORCE_CATEGORIES, {
    code: 4,
    title: "Staff category",
    description: "Category of support staff; all for the total.",
    headers: ["Category"]
  }),
  phase: code({all: "All phases", ...PHASES}, {code: 5, title: "Phase", description: "Phase; all for the total."}),
  characteristic: code(CHARACTERISTICS, {
    code: 6,
    title: "Characteristic",
    description: "What characteristic_value is a value of; all where the row is about all staff."
  }),
  characteristic_value: code(
    {
      all: "All staff",
      ...SEXES,
      ...AGE_BANDS,
      ...ETHNIC_GROUPS,
      ...DISABILITY,
      ...WORKING_PATTERNS
    },
    {code: 7, title: "Value", description: "Value of the characteristic; all where the row is about all staff."}
  ),
  headcount: integer(
    {code: 8, title: "Headcount", description: "People employed in January.", unit: "staff", headers: ["No of staff"]},
    {max: 2_000_000}
  ).optional(),
  fte: decimal(
    {
      code: 9,
      title: "Full-time equivalent",
      description: "Staff in full-time equivalents in January.",
      unit: "full-time equivalents",
      headers: ["FTE"]
    },
    {max: 2_000_000}
  ).optional(),
  figure_origin: code(FIGURE_ORIGINS, {
    code: 10,
    title: "Origin of the figure",
    description: "Whether the figure was published, follows from published ones, or is synthetic."
  })
};

const at = (level: string, table: string, key: string): Statement =>
  any(not(among("area_level", level)), listed(table, {[key]: "area_code"}));

const valuesOf = (code: number, characteristic: string, values: Readonly<Record<string, string>>): Rule => ({
  code,
  severity: "error",
  column: "characteristic_value",
  statement: given(among("characteristic", characteristic), among("characteristic_value", ...Object.keys(values))),
  expected: `for ${characteristic} one of: ${Object.keys(values).join(", ")}`,
  remedy: "Correct characteristic or characteristic_value."
});

/** Counts of support staff each January: the population that uptake is measured against. */
export const workforce = defineContract({
  collection: "workforce",
  prefix: "WRK",
  title: "Workforce census",
  row: "an area, category, phase and characteristic in one January",
  forms: ["csv"],
  period: "month",
  schema: z.object(columns),
  rules: [
    {
      code: 51,
      severity: "error",
      column: "area_code",
      statement: all(
        any(not(among("area_level", "national")), among("area_code", "ENG")),
        at("region", "regions", "region_code"),
        at("local_lsc", "local_lscs", "llsc_code"),
        at("lea", "leas", "lea_code")
      ),
      expected: "a code of the area level given",
      remedy: "Correct area_level or area_code."
    },
    {
      code: 52,
      severity: "error",
      column: "headcount",
      statement: any(filled("headcount"), filled("fte")),
      expected: "a headcount or full-time equivalents",
      remedy: "Fill headcount or fte."
    },
    {
      code: 53,
      severity: "warning",
      column: "fte",
      statement: atMost("fte", column("headcount")),
      expected: "no more full-time equivalents than people",
      remedy: "Correct fte or headcount."
    },
    valuesOf(54, "all", {all: ""}),
    valuesOf(55, "sex", SEXES),
    valuesOf(56, "age_band", AGE_BANDS),
    valuesOf(57, "ethnicity", ETHNIC_GROUPS),
    valuesOf(58, "disability", DISABILITY),
    valuesOf(59, "working_pattern", WORKING_PATTERNS)
  ],
  keys: [
    {
      code: 81,
      columns: [
        "census_date",
        "area_level",
        "area_code",
        "category",
        "phase",
        "characteristic",
        "characteristic_value"
      ],
      remedy: "Keep one row for each area, category, phase and characteristic."
    }
  ]
});
