import {REASONS, SYMBOLS} from "../../../pipeline/contracts/symbols.js";
import type {Facts} from "../../../src/components/explore/facts.js";
import type {Figure} from "../../../src/components/release.js";

/** Returns a figure of an invented indicator: 50 per cent of persons, England, March 2004, unless told otherwise. */
export function figure(told: Partial<Figure> = {}): Figure {
  return {
    indicator_id: "OFF-01",
    definition_version: "1",
    period_type: "survey",
    period: "2004-03",
    is_part_period: false,
    area_level: "national",
    area_code: "ENG",
    role_id: null,
    route_id: null,
    programme_id: null,
    nqf_level: null,
    dimension_1: null,
    category_1: null,
    dimension_2: null,
    category_2: null,
    dimension_3: null,
    category_3: null,
    unit: "per cent of persons",
    numerator: null,
    denominator: null,
    value: 50,
    lower: 45,
    upper: 55,
    interval_level: 0.95,
    bound: null,
    base: 1000,
    effective_base_band: "500 to 999",
    senders_returned: 42,
    senders_expected: 47,
    population_share: 0.9,
    reliability: "reliable",
    symbol: null,
    symbol_reason: null,
    origin: "synthetic",
    provenance_id: "survey-1",
    ...told
  };
}

/** Returns a figure by sex. */
export const bySex = (category_1: string, told: Partial<Figure> = {}): Figure =>
  figure({dimension_1: "sex", category_1, ...told});

/** What a withheld figure has in place of a number. */
export const WITHHELD = {
  value: null,
  lower: null,
  upper: null,
  interval_level: null,
  symbol: "c",
  symbol_reason: "withheld"
} as const satisfies Partial<Figure>;

const area = (
  area_level: "national" | "region" | "local_lsc" | "lea",
  area_code: string,
  area_name: string,
  parent_code: string | null
) => ({area_level, area_code, area_name, parent_code}) as Facts["areas"][number];

/** Names for what the figures above are about. */
export const FACTS: Facts = {
  symbols: SYMBOLS,
  reasons: REASONS,
  definitions: [
    {
      indicator_id: "OFF-01",
      indicator_name: "Training offered",
      numerator_definition: "Persons offered training",
      denominator_definition: "all persons",
      unit: "per cent",
      caveats: "self-report",
      collections: "staff_questionnaire",
      availability: "published",
      definition_version: "1",
      place: "S0:L1"
    }
  ] as unknown as Facts["definitions"],
  areas: [
    area("national", "ENG", "England", null),
    area("region", "LON", "London", "ENG"),
    area("region", "NE", "North East", "ENG"),
    area("local_lsc", "LLSC01", "London Central", "LON"),
    area("lea", "202", "Camden", "LLSC01"),
    area("lea", "840", "Durham", "NE")
  ],
  roles: [{role_id: "R01", role_name: "Teaching assistant"}] as unknown as Facts["roles"],
  routes: [],
  programmes: [],
  progress: [],
  provenance: []
};
