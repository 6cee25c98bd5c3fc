import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import type {Figure, Release} from "../../src/components/release.js";
import {BLANK_FIGURE} from "../figure.js";

type Comparison = Release["comparisons"][number];
type Threshold = Release["thresholds"][number];

const COVERED = {
  period_type: "survey",
  period: "2004-03",
  is_part_period: false,
  area_level: "national",
  area_code: "ENG",
  interval_level: 0.95,
  effective_base_band: "1,000 or more",
  senders_returned: 42,
  senders_expected: 47,
  population_share: 0.89,
  reliability: "reliable",
  symbol: null,
  symbol_reason: null,
  origin: "synthetic",
  provenance_id: "survey-1"
} as const;

/** Returns a figure of the synthetic survey for England, of all staff unless told otherwise. */
export const surveyFigure = (of: Partial<Figure>): Figure => ({
  ...BLANK_FIGURE,
  ...COVERED,
  value: 40,
  lower: 38,
  upper: 42,
  base: 600,
  ...of
});

/** Returns a survey figure that is not there, and why. */
export const withoutValue = (of: Partial<Figure>): Figure =>
  surveyFigure({value: null, lower: null, upper: null, symbol: "u", symbol_reason: "unreliable", ...of});

/** Returns a comparison of offers by sex: male beside female staff, called different. */
export const surveyComparison = (of: Partial<Comparison>): Comparison => ({
  ...COVERED,
  family_id: "offers_by_group",
  indicator_id: "OFF-01",
  dimension_1: "sex",
  category_1: "Male",
  reference: "Female",
  unit: "percentage points",
  difference: -13,
  lower: -17,
  upper: -8,
  ratio: 0.8,
  ratio_lower: 0.7,
  ratio_upper: 0.9,
  is_different: "yes",
  funnel_position: null,
  ...of
});

/** Returns the plan's statement on other staff, met in the synthetic survey. */
export const surveyThreshold = (of: Partial<Threshold>): Threshold => ({
  threshold_id: "fewer_than_half_of_others_offered",
  indicator_id: "OFF-01",
  statement: "Fewer than half of support staff other than teaching assistants were offered any training.",
  period_type: "survey",
  period: "2004-03",
  area_level: "national",
  area_code: "ENG",
  dimension_1: "staff group",
  category_1: "Other than teaching assistants",
  threshold_percent: 50,
  is_met: "yes",
  note: "",
  place: "S0:L61",
  origin: "synthetic",
  ...of
});

/** Returns a release with a few roles, routes and areas, and otherwise nothing but what is given. */
export function surveyRelease(of: Partial<Release>): Release {
  return {
    indicators: [],
    comparisons: [],
    thresholds: [],
    definitions: [],
    provenance: [],
    roles: [
      {role_id: "R01", role_name: "Teaching assistant", route_ids: "BG;TL", basis: "inferred", place: "S0:L52"},
      {role_id: "R17", role_name: "Learning mentor", route_ids: "BG", basis: "stated", place: "S0:L52"},
      {role_id: "R36", role_name: "Midday supervisor", route_ids: "UNA", basis: "inferred", place: "S0:L126"}
    ],
    routes: [
      {route_id: "BG", route_name: "Behaviour and guidance", basis: "stated", place: "S0:L50"},
      {route_id: "TL", route_name: "Supporting teaching and learning", basis: "stated", place: "S0:L50"},
      {route_id: "UNA", route_name: "No route stated", basis: "project_assigned", place: "S0:L126"}
    ],
    areas: [
      {area_level: "region", area_code: "NE", area_name: "North East", parent_code: "ENG", basis: "stated", source: ""}
    ],
    symbols: SYMBOLS,
    reasons: REASONS,
    ...of
  } as Partial<Release> as Release;
}
