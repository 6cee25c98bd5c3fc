import {breakdown, categoryOf} from "../breakdown.js";
import {coverageMark} from "../coverageAlike.js";
import type {DotRow} from "../dotRows.js";
import {count, millions, missing, percent} from "../format.js";
import type {MoneyRow} from "../moneyRows.js";
import {areaName} from "../names.js";
import type {PlainColumn} from "../plainTable.js";
import type {Figure, Release} from "../release.js";
import {coverage} from "../select.js";

/** What is known of one funding line in one area: what was allocated, what of it is spent, and as a share. */
export interface Outturn {
  line: string;
  area_code: string;
  allocated: Figure;
  spent?: Figure;
  share?: Figure;
}

const UNITS = {allocated: "pounds allocated", spent: "pounds spent", share: "per cent"} as const;

/** Returns allocation and outturn of each funding line in the nation, or in each region. */
export function outturns(release: Pick<Release, "indicators">, {level}: {level: "national" | "region"}): Outturn[] {
  const found = breakdown(release, "FIN-01", {by: ["funding line"], area_level: level});
  const lineOf = (figure: Figure): string => categoryOf(figure, "funding line") ?? "";
  const beside = (figure: Figure, unit: string): Figure | undefined =>
    found.find(
      (other) =>
        other.unit === unit &&
        other.area_code === figure.area_code &&
        other.period === figure.period &&
        lineOf(other) === lineOf(figure)
    );
  return found
    .filter(({unit}) => unit === UNITS.allocated)
    .map((allocated) => ({
      line: shortLine(lineOf(allocated)),
      area_code: allocated.area_code,
      allocated,
      spent: beside(allocated, UNITS.spent),
      share: beside(allocated, UNITS.share)
    }));
}

/** Returns the line of which the share spent is known; undefined where there is none. */
export const withShare = (rows: readonly Outturn[]): (Outturn & {share: Figure}) | undefined =>
  rows.find((row): row is Outturn & {share: Figure} => row.share !== undefined && row.share.value !== null);

/** Returns the figures behind allocation and outturn. */
export const outturnFigures = (rows: readonly Outturn[]): Figure[] =>
  rows.flatMap(({allocated, spent, share}) => [allocated, spent, share].filter((figure) => figure !== undefined));

/** Returns the rows of the chart of money: what was allocated as a track, what is spent upon it, a least sum as a bound. */
export function outturnBars(rows: readonly Outturn[], release: Release): MoneyRow[] {
  return rows.map(({line, allocated, spent, share}) => {
    const outOf = allocated.value ?? undefined;
    const of = outOf === undefined ? "" : ` of ${millions(outOf)}`;
    if (spent?.bound === "lower" && spent.lower !== null)
      return {name: line, outOf, atLeast: spent.lower, said: `at least ${millions(spent.lower)}${of}`};
    if (!spent || spent.value === null)
      return {name: line, outOf, said: `spent: ${spent ? missing(spent, release).word : "not known"}${of}`};
    const part = share?.value == null ? "" : `, ${percent(share.value)} where returned`;
    return {name: line, outOf, amount: spent.value, said: `${millions(spent.value)}${of}${part}`};
  });
}

/** Returns the share spent in each region, by name, as dots; what is not comparable with the nation says so. */
export function shareDots(rows: readonly Outturn[], {release, nation}: {release: Release; nation: Figure}): DotRow[] {
  return byName(rows, release).flatMap(({area_code, share}) => {
    if (share?.value == null) return [];
    const mark = coverageMark(share, nation) === "" ? "" : ", unlike coverage";
    return [
      {
        group: "",
        name: areaName(release, area_code),
        value: share.value,
        said: `${percent(share.value)} · ${coverage(share, "LEAs")}${mark}`
      }
    ];
  });
}

/** The columns of the table of allocation and outturn. */
export const outturnColumns = (release: Release): readonly PlainColumn<Outturn>[] => [
  {title: "Area", value: ({area_code}) => areaName(release, area_code)},
  {title: "Line", value: ({line}) => line},
  {
    title: "Allocated, £",
    isNumber: true,
    value: ({allocated}) => allocated.value ?? missing(allocated, release),
    write: count
  },
  {
    title: "Spent so far, £",
    isNumber: true,
    value: ({spent}) => spentCell(spent, release),
    write: count
  },
  {
    title: "Spent, % of the allocation of LEAs that returned",
    isNumber: true,
    value: ({share, spent}) =>
      share
        ? (share.value ?? missing(share, release))
        : spent?.bound === "lower"
          ? release.symbols.z
          : release.symbols.x
  },
  {title: "LEAs that returned", value: ({spent, share}) => coverage(share ?? spent ?? NOBODY, "LEAs") || "none needed"},
  {title: "Origin", value: ({allocated}) => allocated.origin}
];

/** Returns rows with their areas in the order of their names. */
export const byName = (rows: readonly Outturn[], release: Release): Outturn[] =>
  rows.toSorted((a, b) => (areaName(release, a.area_code) < areaName(release, b.area_code) ? -1 : 1));

/** A bound stands as words, so that nobody adds it up. */
function spentCell(spent: Figure | undefined, release: Release) {
  if (!spent) return release.symbols.x;
  if (spent.bound === "lower" && spent.lower !== null) return `at least ${count(spent.lower)}`;
  return spent.value ?? missing(spent, release);
}

/** "School Development Grant (Grant 1), support staff" → "School Development Grant". */
export const shortLine = (name: string): string => name.replace(/\s*\(.*$/, "");

const NOBODY = {senders_returned: null, senders_expected: null};
