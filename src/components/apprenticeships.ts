import {academicYear} from "./format.js";
import type {Figure, Release} from "./release.js";
import {figures} from "./select.js";

/** Starts, enrolments and achievements in the published series. */
export const MEASURES = {starts: "APP-01", enrolments: "APP-02", achievements: "APP-03"} as const;

export interface YearFigure {
  programme_id: string;
  programme: string;
  year: string; // as shown: "2025/26, Aug to Apr"
  figure: Figure;
}

/** Returns one figure for each programme and year, programmes with most in the last whole year first, years in order. */
export function byProgramme(release: Release, indicator: string): YearFigure[] {
  const all = figures(release, indicator).filter(({programme_id}) => programme_id !== null);
  const named = new Map(release.programmes.map((row) => [row.programme_id, row.programme_name]));
  const whole = lastWholeYear(all);
  const size = (id: string): number =>
    Math.max(0, ...all.filter((row) => row.programme_id === id && row.period === whole).map(({value}) => value ?? 0));
  return withoutLevels(all)
    .map((figure) => ({
      programme_id: figure.programme_id ?? "",
      programme: named.get(figure.programme_id ?? "") ?? figure.programme_id ?? "",
      year: shownYear(figure),
      figure
    }))
    .toSorted(
      (a, b) =>
        size(b.programme_id) - size(a.programme_id) ||
        compare(a.programme, b.programme) ||
        compare(a.figure.period, b.figure.period)
    );
}

/** Returns the newest count of teaching assistants in post by academic year, where the release has one. */
export function teachingAssistantsInPost({indicators}: Pick<Release, "indicators">): Figure | undefined {
  return indicators
    .filter(
      ({indicator_id, period_type, area_code, category_1, value}) =>
        indicator_id === "WRK-01" &&
        period_type === "academic" &&
        area_code === "ENG" &&
        category_1 === "Teaching assistants" &&
        value !== null
    )
    .toSorted((a, b) => compare(a.period, b.period))
    .at(-1);
}

/** Returns the last year that the series holds whole. */
export function lastWholeYear(rows: readonly Figure[]): string {
  return (
    rows
      .filter(({is_part_period}) => !is_part_period)
      .map(({period}) => period)
      .toSorted()
      .at(-1) ?? ""
  );
}

/** Returns the year as shown; a part year says so. */
const shownYear = ({period, is_part_period}: Figure): string =>
  `${academicYear(period)}${is_part_period ? ", Aug to Apr" : ""}`;

/** A programme that stands both with and without its level is shown once. */
function withoutLevels(rows: readonly Figure[]): Figure[] {
  const key = ({programme_id, period}: Figure): string => `${programme_id} ${period}`;
  const total = new Set(rows.filter(({nqf_level}) => nqf_level === null).map(key));
  return rows.filter((row) => row.nqf_level === null || !total.has(key(row)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
