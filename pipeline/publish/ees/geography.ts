import type {areas} from "../../contracts/published/areas.js";
import type {PublishedRow} from "../../contracts/published/table.js";
import {LOCAL_AUTHORITIES} from "./localAuthorities.js";

export type Area = PublishedRow<typeof areas>;

export const LEVELS = {
  national: "National",
  region: "Regional",
  lea: "Local authority",
  local_lsc: "Local LSC" // the standard has no such level
} as const;

export const PLACE_COLUMNS = [
  "geographic_level",
  "country_code",
  "country_name",
  "region_code",
  "region_name",
  "local_lsc_code",
  "local_lsc_name",
  "old_la_code",
  "new_la_code",
  "la_name"
] as const;

/** Where a row is: its level, and codes and names of its area and of those that it lies in; empty for what is below it. */
export type Place = Readonly<Record<(typeof PLACE_COLUMNS)[number], string>>;

/** Government office regions by our codes, with the codes and names that the standard requires to the letter. */
export const REGIONS: Readonly<Record<string, readonly [code: string, name: string]>> = {
  NE: ["E12000001", "North East"],
  NW: ["E12000002", "North West"],
  YH: ["E12000003", "Yorkshire and The Humber"],
  EM: ["E12000004", "East Midlands"],
  WM: ["E12000005", "West Midlands"],
  EE: ["E12000006", "East of England"],
  LN: ["E12000007", "London"],
  SE: ["E12000008", "South East"],
  SW: ["E12000009", "South West"]
};

const NOWHERE: Place = {
  geographic_level: LEVELS.national,
  country_code: "E92000001",
  country_name: "England",
  region_code: "",
  region_name: "",
  local_lsc_code: "",
  local_lsc_name: "",
  old_la_code: "",
  new_la_code: "",
  la_name: ""
};

/**
 * Returns the place of each area by its code. Local LSCs stand in their own rows alone, since the map from authority to
 * local LSC has no source. Throws for an area for which the standard has no code.
 */
export function places(areas: readonly Area[]): ReadonlyMap<string, Place> {
  const byCode = new Map(areas.map((area) => [area.area_code, area]));
  return new Map(areas.map((area) => [area.area_code, place(area)]));

  function place(area: Area): Place {
    if (area.area_level === "national") return NOWHERE;
    const [code, name] = REGIONS[regionOf(area).area_code] ?? [];
    if (code === undefined || name === undefined) throw new Error(`unknown region: ${area.area_code}`);
    const level = LEVELS[area.area_level as keyof typeof LEVELS];
    const within: Place = {...NOWHERE, geographic_level: level, region_code: code, region_name: name};
    if (area.area_level === "local_lsc") {
      return {...within, local_lsc_code: area.area_code, local_lsc_name: area.area_name};
    }
    if (area.area_level !== "lea") return within;
    const authority = LOCAL_AUTHORITIES.get(area.area_code);
    if (!authority) throw new Error(`unknown local authority: ${area.area_code}`);
    return {...within, old_la_code: area.area_code, new_la_code: authority.code, la_name: authority.name};
  }

  function regionOf(area: Area): Area {
    if (area.area_level === "region") return area;
    const parent = byCode.get(area.parent_code ?? "");
    if (!parent) throw new Error(`unknown parent of area: ${area.area_code}`);
    return regionOf(parent);
  }
}
