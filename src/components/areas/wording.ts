import {count, withYears} from "../format.js";
import type {Figure, Origin} from "../release.js";
import {surveyMonth} from "../surveyWords.js";
import type {Area} from "./place.js";

/** Where the figures of areas come from, under their tables. */
export const SOURCE = "Source: returns of local LSCs, LEAs and providers, 2003–04.";

/** Why a figure is not there that has no row at all. */
export const NO_ROW = {symbol: "x", symbol_reason: "not_enough_data"} as const;

/** Returns the name of an area's download: "llsc01-figures-synthetic.csv" where any of its rows rests on synthetic returns. */
export function areaFile(
  {area_code}: Pick<Area, "area_code">,
  {of, rows}: {of: string; rows: readonly ({origin: string} | undefined)[]}
): string {
  const isSynthetic = rows.some((row) => row?.origin === "synthetic");
  return `${area_code.toLowerCase()}-${of}${isSynthetic ? "-synthetic" : ""}.csv`;
}

/** Returns a rate as fine as it is published, so that a table and its download hold the same: 12.6, 0.79, 12. */
export const rateSaid = (value: number): string => (Number.isInteger(value) ? count(value) : String(value));

/** Returns "2003–04" for a year of figures, and "January 2004" for a month or a census. */
export const periodSaid = ({period, period_type}: Pick<Figure, "period" | "period_type">): string =>
  period_type === "academic" || period_type === "financial" ? withYears(period) : surveyMonth(period);

/** Returns what has no source among the things that pages of areas rest on, and what is synthetic. */
export function unsourced(origins: ReadonlySet<Origin>): string {
  const known =
    "Names of areas, and the regions of local LSCs, are real. No source was found for the codes of local LSCs, nor for which LEA lies in which: both are this project’s own, so that what is gathered by LEA rests on our own map.";
  return origins.has("synthetic") ? `${known} Figures of areas are synthetic.` : known;
}
