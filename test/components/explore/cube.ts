import {REASONS, SYMBOLS} from "../../../pipeline/contracts/symbols.js";
import type {Facts} from "../../../src/components/explore/facts.js";
import type {Figure} from "../../../src/components/release.js";
import {BLANK_FIGURE} from "../../figure.js";

/** Returns a figure of an invented indicator: 50 per cent of persons, England, March 2004, unless told otherwise. */
export function figure(told: Partial<Figure> = {}): Figure {
  return {
    ...BLANK_FIGURE,
    value: 50,
    lower: 45,
    upper: 55,
    interval_level: 0.95,
    base: 1000,
    effective_base_band: "500 to 999",
    senders_returned: 42,
    senders_expected: 47,
    population_share: 0.9,
    reliability: "reliable",
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
