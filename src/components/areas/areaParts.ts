import {coverageMark} from "../coverageAlike.js";
import {count, missing, percent, plural, sentence, tenths} from "../format.js";
import {areaName} from "../names.js";
import type {Figure, Release} from "../release.js";
import type {AreaCell, AreaTable} from "./areaTable.js";
import {linkCell, numberCell} from "./areaTable.js";
import {UNLIKE} from "./beside.js";
import {headlineAt} from "./headlineFigures.js";
import {type Area, areaLink, areasWithin, figureAt} from "./place.js";
import {areaFile, NO_ROW, SOURCE} from "./wording.js";

const GRANT = "Grant 25";

/** Returns the local LSCs of a region: who works there, the headlines, and learners, each marked where coverage is unlike the region's. */
export function localLscTable(release: Release, area: Area): AreaTable {
  const parts = areasWithin(release, area.area_code, {level: "local_lsc"});
  const figures = parts.map(({area_code}) => [
    staffAt(release, area_code),
    headlineAt(release, "OFF-01", area_code),
    headlineAt(release, "UPT-02", area_code),
    headlineAt(release, "UPT-03", area_code)
  ]);
  const whole = [
    undefined,
    ...(["OFF-01", "UPT-02", "UPT-03"] as const).map((of) => headlineAt(release, of, area.area_code))
  ];
  const writes = [count, percent, percent, tenths];
  const silent = figures.filter(([, offers]) => offers?.symbol_reason === "not_returned").length;
  const all = figures.flat().filter((figure) => figure !== undefined);
  return {
    id: "local-lscs",
    finding:
      silent === 0
        ? `All ${count(parts.length)} local LSCs of the region returned the survey`
        : `${sentence(plural(silent, "local LSC"))} of ${count(parts.length)} did not return the survey`,
    measure:
      "Staff in January 2004; shares offered and begun in two years; learners of 2003–04 so far per 1,000 staff.",
    caption: `Local LSCs of ${area.area_name}`,
    columns: [
      {title: "Local LSC"},
      {title: "Staff", isNumber: true},
      {title: "Offered training", isNumber: true},
      {title: "Began training", isNumber: true},
      {title: "Learners per 1,000 staff", isNumber: true}
    ],
    rows: parts.map((part, at) => [
      linkCell(part.area_name, areaLink(part)),
      ...writes.map((write, index) => markedCell(figures[at]?.[index], {write, release, whole: whole[index]}))
    ]),
    file: areaFile(area, {of: "local-lscs", rows: all}),
    source: SOURCE,
    about: all
  };
}

/** Returns the LEAs of an area: staff, learners, and what came of the grant for training. */
export function leaTable(release: Release, area: Area): AreaTable {
  const parts = areasWithin(release, area.area_code, {level: "lea"});
  const isRegion = area.area_level === "region";
  const whole = {
    learners: headlineAt(release, "UPT-03", area.area_code),
    spent: spentShare(release, area.area_code)
  };
  const rows = parts.map((part) => ({
    part,
    staff: staffAt(release, part.area_code),
    learners: headlineAt(release, "UPT-03", part.area_code),
    allocated: money(release, part.area_code, "pounds allocated"),
    spent: spentShare(release, part.area_code)
  }));
  const figures = rows.flatMap(({staff, learners, allocated, spent}) =>
    [staff, learners, allocated, spent].filter((figure) => figure !== undefined)
  );
  const silent = rows.filter(({spent}) => (spent ?? NOT_TOLD).symbol_reason === NOT_TOLD.symbol_reason).length;
  return {
    id: "leas",
    finding: leaFinding(parts.length, silent),
    measure: `Staff in January 2004, learners of 2003–04 so far, and ${GRANT} for training support staff in financial year 2004–05.`,
    caption: `LEAs of ${area.area_name}`,
    columns: [
      {title: "LEA"},
      ...(isRegion ? [{title: "Local LSC"}] : []),
      {title: "Staff", isNumber: true},
      {title: "Learners per 1,000 staff", isNumber: true},
      {title: `${GRANT} allocated`, isNumber: true},
      {title: "Share of it spent so far", isNumber: true}
    ],
    rows: rows.map(({part, staff, learners, allocated, spent}) => [
      part.area_name,
      ...(isRegion ? [areaName(release, part.parent_code ?? "")] : []),
      markedCell(staff, {write: count, release}),
      markedCell(learners, {write: tenths, release, whole: whole.learners}),
      markedCell(allocated, {write: pounds, release}),
      spent ? markedCell(spent, {write: percent, release, whole: whole.spent}) : missing(NOT_TOLD, release)
    ]),
    file: areaFile(area, {of: "leas", rows: figures}),
    source: SOURCE,
    about: figures,
    notes: ["Which LEA lies in which local LSC has no source: it is our own map."]
  };
}

/** Returns a figure, or why there is none, marked where it rests on another share of returns than the whole's. */
export function markedCell(
  figure: Figure | undefined,
  {write, release, whole}: {write(value: number): string; release: Release; whole?: Figure | undefined}
): AreaCell {
  if (!figure || figure.value === null) return missing(figure ?? NO_ROW, release);
  const isUnlike = whole !== undefined && whole.value !== null && coverageMark(whole, figure) !== "";
  return isUnlike ? `${write(figure.value)}, ${UNLIKE}` : numberCell(figure.value, write);
}

/** Why an LEA without a row has no share spent: it has sent no return of its money. */
const NOT_TOLD = {symbol: "x", symbol_reason: "not_returned"};

export const pounds = (value: number): string => `£${count(value)}`;

const staffAt = (release: Release, area_code: string): Figure | undefined =>
  figureAt(release, "WRK-01", {area_code, where: {period_type: "census", unit: "staff"}});

const money = (release: Release, area_code: string, unit: string): Figure | undefined =>
  figureAt(release, "FIN-01", {area_code, by: ["funding line"], where: {unit, category_1: GRANT}});

const spentShare = (release: Release, area_code: string): Figure | undefined => money(release, area_code, "per cent");

function leaFinding(all: number, silent: number): string {
  if (all === 0) return "No LEA is known to lie here";
  if (silent > 0)
    return `${sentence(plural(silent, "LEA"))} of ${count(all)} ${silent === 1 ? "has" : "have"} not told what was spent`;
  if (all === 1) return "Its one LEA has told what it spent";
  return `${all === 2 ? "Both" : `All ${count(all)}`} LEAs have told what they spent`;
}
