import type {Comparison, Figure, Release, Return} from "../../../src/components/release.js";
import {surveyComparison, surveyFigure, surveyRelease} from "../surveyRelease.js";

type Area = Release["areas"][number];

const area = (area_level: Area["area_level"], code: string, rest: Partial<Area> = {}): Area => ({
  area_level,
  area_code: code,
  area_name: `Area ${code}`,
  parent_code: null,
  short_name: null,
  tile_column: null,
  tile_row: null,
  basis: "stated",
  source: "",
  ...rest
});

/** England, two regions, seven local LSCs in a row of tiles, and two LEAs of the first. */
export const AREAS: readonly Area[] = [
  area("national", "ENG", {area_name: "England"}),
  area("region", "NE", {area_name: "North East", parent_code: "ENG"}),
  area("region", "SW", {area_name: "South West", parent_code: "ENG"}),
  ...["L1", "L2", "L3", "L4", "L5", "L6", "L7"].map((code, index) =>
    area("local_lsc", code, {
      parent_code: index < 4 ? "NE" : "SW",
      short_name: code,
      tile_column: index % 4,
      tile_row: Math.floor(index / 4)
    })
  ),
  area("lea", "101", {area_name: "Gateshead", parent_code: "L1"}),
  area("lea", "102", {area_name: "Alnwick", parent_code: "L1"})
];

export const LOCAL_LSCS = AREAS.filter(({area_level}) => area_level === "local_lsc");

/** Returns the area of this code among the invented ones. */
export function invented(code: string): Area {
  const found = AREAS.find(({area_code}) => area_code === code);
  if (!found) throw new Error(`unknown area: ${code}`);
  return found;
}

const at = (code: string): Pick<Figure, "area_code" | "area_level"> => ({
  area_code: code,
  area_level: invented(code).area_level
});

/** Returns the share of an area's staff who were offered training, from all its returns unless told otherwise. */
export const offers = (code: string, of: Partial<Figure> = {}): Figure =>
  surveyFigure({
    ...at(code),
    value: 50,
    lower: 45,
    upper: 55,
    base: 100,
    senders_returned: 1,
    senders_expected: 1,
    population_share: 1,
    ...of
  });

/** Returns an area's learners per 1,000 staff. */
export const learners = (code: string, of: Partial<Figure> = {}): Figure =>
  surveyFigure({
    ...at(code),
    indicator_id: "UPT-03",
    period_type: "academic",
    period: "2003-04",
    is_part_period: true,
    unit: "learners per 1,000 staff",
    numerator: 60,
    denominator: 5000,
    value: 12,
    lower: null,
    upper: null,
    base: null,
    interval_level: null,
    effective_base_band: null,
    population_share: null,
    senders_returned: 10,
    senders_expected: 10,
    ...of
  });

/** Returns staff of an area at the census, of one category of a kind. */
export const staff = (code: string, kind: string, category: string, value: number | null): Figure =>
  surveyFigure({
    ...at(code),
    indicator_id: "WRK-01",
    period_type: "census",
    period: "2004-01",
    unit: "staff",
    dimension_1: kind,
    category_1: category,
    value,
    lower: null,
    upper: null,
    senders_returned: null,
    senders_expected: null,
    population_share: null
  });

/** Returns the comparison of an area in a family ("offers", "learners"), called different or not. */
export const comparison = (family: string, code: string, of: Partial<Comparison> = {}): Comparison =>
  surveyComparison({
    ...at(code),
    family_id: `${family}_by_${invented(code).area_level}`,
    dimension_1: null,
    category_1: null,
    reference: "Rest of England",
    is_different: "no",
    difference: 2,
    senders_returned: 1,
    senders_expected: 1,
    ...of
  });

/** Returns a return expected of a sender in an area. */
export const expectedReturn = (of: Partial<Return>): Return => ({
  collection: "local_plan",
  period: "2004-05",
  sender_id: "L1",
  sender_name: "LSC L1",
  sender_type: "local_lsc",
  area_code: "L1",
  status: "received",
  received_date: "2004-06-01",
  due_date: null,
  files_count: 1,
  rows_used_count: 10,
  rows_held_count: 0,
  rows_held_symbol: null,
  origin: "synthetic",
  ...of
});

/** Returns a release of the invented areas with what is given. */
export function inventedRelease(of: Partial<Release>): Release {
  const catalogue = {release: {signed_by: null}} as Release["catalogue"];
  return surveyRelease({areas: AREAS, returns: [], priorities: [], files: [], progress: [], catalogue, ...of});
}
