import {type Cell, count, missing, tenths} from "../format.js";
import {CHARACTERISTICS} from "../peopleGroups.js";
import type {PlainColumn} from "../plainTable.js";
import type {Release} from "../release.js";
import {limitsSaid, orWhy} from "../surveyWords.js";
import type {Comparison, GroupComparison, Measure} from "./groupComparisons.js";

/** Returns the columns of a table of comparisons on a measure: the share, the difference, and both ratios with their verdicts. */
export function comparisonColumns(release: Release, {done}: Measure): readonly PlainColumn<GroupComparison>[] {
  const side = (
    title: string,
    of: (row: GroupComparison) => Comparison | undefined
  ): PlainColumn<GroupComparison>[] => [
    {
      title: `${title} ratio`,
      isNumber: true,
      value: (row) => of(row)?.ratio ?? missing(of(row) ?? TOO_LITTLE, release),
      write: tenths
    },
    {
      title: `${title} 95% interval`,
      isNumber: true,
      value: (row) => orWhy(said(of(row), limitsOf), {figure: of(row), release, absent: TOO_LITTLE})
    },
    {title: `${title} different?`, value: (row) => of(row)?.is_different ?? "cannot say"}
  ];
  return [
    {title: "Group", value: ({name}) => name},
    {title: "By", value: ({characteristic}) => CHARACTERISTICS[characteristic]},
    {title: "Compared with", value: ({reference}) => reference},
    {
      title: `Share that ${done}, %`,
      isNumber: true,
      value: ({figure}) => figure?.value ?? missing(figure ?? TOO_LITTLE, release),
      write: count
    },
    {
      title: "Answers",
      isNumber: true,
      value: ({figure}) => orWhy(figure?.base ?? null, {figure, release}),
      write: count
    },
    {
      title: "Difference, percentage points",
      isNumber: true,
      value: ({crude}) => crude?.difference ?? missing(crude ?? TOO_LITTLE, release),
      write: signed
    },
    {
      title: "Difference 95% interval",
      isNumber: true,
      value: ({crude}) =>
        orWhy(
          said(crude, (found) => limitsSaid(found, withMinus)),
          {figure: crude, release, absent: TOO_LITTLE}
        )
    },
    ...side("As found:", ({crude}) => crude),
    ...side("Same role and region:", ({adjusted}) => adjusted),
    {title: "Origin", value: ({crude}) => crude?.origin ?? ""}
  ];
}

const TOO_LITTLE: Cell = {symbol: "x", symbol_reason: "not_enough_data"};

const said = (found: Comparison | undefined, of: (found: Comparison) => string): string => (found ? of(found) : "");
const withMinus = (value: number): string => `${value < 0 ? "−" : ""}${count(Math.abs(value))}`; // a text that began with + would be a formula to spreadsheets
const signed = (value: number): string => `${value > 0 ? "+" : ""}${withMinus(value)}`;

/** Returns "0.7 to 0.8": the limits of a comparison's ratio; empty where it has none. */
export const limitsOf = ({ratio_lower, ratio_upper}: Comparison): string =>
  limitsSaid({lower: ratio_lower, upper: ratio_upper}, tenths);
