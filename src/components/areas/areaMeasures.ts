import {coverageAlike} from "../coverageAlike.js";
import {count, percent, tenths} from "../format.js";
import {areaName} from "../names.js";
import type {Figure, Release} from "../release.js";
import {markedCell} from "./areaParts.js";
import {type AreaCell, type AreaTable, numberCell} from "./areaTable.js";
import {type Area, figureAt} from "./place.js";
import {areaFile, periodSaid, rateSaid, SOURCE} from "./wording.js";

/** A figure of the table: what it is called, and how it is found and written. */
interface Measure {
  indicator: string;
  title: string;
  unit?: string;
  period_type?: Figure["period_type"];
  isCount?: boolean; // a count of another area says nothing beside this one's
  write(value: number): string;
}

const percentSaid = (value: number): string => `${tenths(value)}%`;

const MEASURES: readonly Measure[] = [
  {indicator: "WRK-01", title: "Staff, headcount", period_type: "census", isCount: true, write: count},
  {indicator: "WRK-02", title: "Staff, full-time equivalents", period_type: "census", isCount: true, write: count},
  ...(["planned", "offered", "taken"] as const).map(
    (of): Measure => ({
      indicator: "CAP-01",
      title: `Places ${of}`,
      unit: `places ${of}`,
      period_type: "academic",
      isCount: true,
      write: count
    })
  ),
  {indicator: "UPT-04", title: "Starts", unit: "starts", period_type: "academic", isCount: true, write: count},
  {
    indicator: "OUT-02",
    title: "Completions",
    unit: "completions",
    period_type: "academic",
    isCount: true,
    write: count
  },
  {
    indicator: "OUT-01",
    title: "Completed, of aims due to end",
    unit: "per cent",
    period_type: "academic",
    write: percentSaid
  },
  {
    indicator: "OUT-04",
    title: "Achieved, of aims due to end",
    unit: "per cent",
    period_type: "academic",
    write: percentSaid
  },
  {indicator: "CAP-05", title: "Schools with a trained mentor", write: percentSaid},
  {indicator: "CAP-06", title: "Schools recognised as Investors in People", write: percentSaid},
  {indicator: "CAP-04", title: "Assessment centres per 1,000 teaching assistants", write: rateSaid},
  {indicator: "CAP-03", title: "Candidates per full-time equivalent assessor", write: rateSaid}
];

/** Returns what else is known of training in an area: places, starts, completions, mentors and assessors, beside region and nation. */
export function areaMeasuresTable(release: Release, area: Area): AreaTable {
  const region = area.area_level === "local_lsc" ? area.parent_code : null;
  const codes = [area.area_code, ...(region ? [region] : []), "ENG"];
  const rows = MEASURES.map((measure) => {
    const here = find(release, area.area_code, {measure});
    const others = codes.slice(1).map((code) => find(release, code, {measure, period: here?.period}));
    return {measure, figures: [here, ...others]};
  });
  const figures = rows.flatMap((row) => row.figures.filter((figure) => figure !== undefined));
  return {
    id: "measures",
    finding: mentorFinding(rows),
    measure:
      "Places, starts and completions of academic year 2003–04 so far; schools, centres and staff as last reported. Starts are not learners, and places are neither.",
    caption: `Training in ${area.area_name}`,
    columns: [
      {title: "What"},
      {title: "When"},
      {title: "Here", isNumber: true},
      ...(region ? [{title: areaName(release, region), isNumber: true}] : []),
      {title: "England", isNumber: true}
    ],
    rows: rows.map(({measure, figures: [here, ...others]}) => [
      measure.title,
      here ? periodSaid(here) : "no date",
      markedCell(here, {write: measure.write, release}),
      ...others.map((other) => besideHere(other, {measure, here, release}))
    ]),
    file: areaFile(area, {of: "training", rows: figures}),
    source: SOURCE,
    about: figures
  };
}

/** A count of a larger area is given for its size, not as a comparison; a rate is marked where coverage is unlike. */
function besideHere(
  other: Figure | undefined,
  {measure, here, release}: {measure: Measure; here: Figure | undefined; release: Release}
): AreaCell {
  if (measure.isCount && other?.value !== undefined && other.value !== null)
    return numberCell(other.value, measure.write);
  return markedCell(other, {write: measure.write, release, whole: here});
}

/** Returns the figure of an area: that of a period, where one is wanted, else the latest. */
function find(
  release: Release,
  area_code: string,
  {measure: {indicator, unit, period_type}, period}: {measure: Measure; period?: string | undefined}
): Figure | undefined {
  return figureAt(release, indicator, {
    area_code,
    where: {...(unit ? {unit} : {}), ...(period_type ? {period_type} : {}), ...(period ? {period} : {})}
  });
}

function mentorFinding(rows: readonly {measure: Measure; figures: readonly (Figure | undefined)[]}[]): string {
  const figures = rows.find(({measure}) => measure.indicator === "CAP-05")?.figures ?? [];
  const [here, nation] = [figures[0], figures.at(-1)];
  if (!here || here.value === null) return "How many schools have a trained mentor is not known here";
  const isBeside = nation !== undefined && nation.value !== null && coverageAlike(here, nation);
  return `${percent(here.value)} of schools here have a trained mentor${isBeside ? `, beside ${percent(nation.value ?? 0)} in England` : ""}`;
}
