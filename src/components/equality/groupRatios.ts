import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown, categoryOf} from "../breakdown.js";
import {chartKey} from "../chartKey.js";
import {builder} from "../element.js";
import {figure} from "../figure.js";
import {missing, percent, tenths} from "../format.js";
import {CHARACTERISTICS, type Characteristic, characteristics, isUnknown, staffIn} from "../peopleGroups.js";
import {plainDownload, plainTable} from "../plainTable.js";
import {type RatioReading, type RatioRow, ratioDots} from "../ratioDots.js";
import type {Download, Figure, Release} from "../release.js";
import {surveyMonth} from "../surveyWords.js";
import {comparisonColumns, limitsOf} from "./comparisonColumns.js";
import {
  type Comparison,
  comparisonFinding,
  type GroupComparison,
  groupComparisons,
  isDifferent,
  type Measure
} from "./groupComparisons.js";
import {unknownShare} from "./unknownGroups.js";

export interface GroupRatiosOptions {
  document: Document;
  id: string;
  finding?: string; // which groups differ, unless told otherwise
}

/** Returns a measure's ratios between groups, as found beside adjusted, with the share whose group is not known. */
export function groupRatios(release: Release, measure: Measure, options: GroupRatiosOptions): Node {
  const rows = groupComparisons(release, measure);
  const {document, id, finding = comparisonFinding(rows, measure)} = options;
  const [first] = rows;
  if (!first) return builder(document)("p", {}, `${finding}.`);
  const drawn = characteristics().flatMap((characteristic) => drawnRows(release, {rows, characteristic, measure}));
  return figure({
    document,
    id,
    finding,
    measure: measureSaid(rows, measure),
    key: key({document}),
    alternative: `Dot plot of ratios, two for each group: as found, and within the same role and region. ${finding}. The table holds every ratio with its interval.`,
    draw: (width) => ratioDots(drawn, {document, width}),
    table: plainTable(rows, {
      document,
      caption: captionOf(rows, measure),
      columns: comparisonColumns(release, measure)
    }),
    download: fileOf(measure, rows),
    source: sourceOf(measure),
    about: aboutNumbers(aboutOf(release, {rows, measure}), release, {document})
  });
}

/** Returns the table behind a measure's ratios as a download. */
export function groupRatiosDownloads(release: Release, measure: Measure): Download[] {
  const rows = groupComparisons(release, measure);
  if (rows.length === 0) return [];
  const said = {title: captionOf(rows, measure), source: sourceOf(measure), notes: [measureSaid(rows, measure)]};
  return [plainDownload(fileOf(measure, rows), {rows, columns: comparisonColumns(release, measure), ...said})];
}

function measureSaid(rows: readonly GroupComparison[], {done}: Measure): string {
  const period = rows[0]?.crude?.period;
  const survey = period ? `, ${surveyMonth(period)}` : "";
  return `Share that ${done} in two years, as a ratio to the largest group’s, with 95% interval. Staff questionnaire${survey}, England${isSynthetic(rows) ? ", synthetic returns" : ""}. Whether a group differs is decided before rounding.`;
}

const captionOf = (rows: readonly GroupComparison[], {done}: Measure): string =>
  `Groups beside the largest of their kind: share that ${done}${isSynthetic(rows) ? ", synthetic returns" : ""}`;

const sourceOf = ({indicator}: Measure): string =>
  `Source: staff questionnaire, ${indicator === GAPS_OF ? `indicators ${indicator}, EQU-02 and EQU-03` : `indicator ${indicator}`}; published table of comparisons.`;

/** What the published gaps are gaps in. */
const GAPS_OF = "UPT-02";

function drawnRows(
  release: Release,
  {rows, characteristic, measure}: {rows: readonly GroupComparison[]; characteristic: Characteristic; measure: Measure}
): RatioRow[] {
  const members = rows.filter((row) => row.characteristic === characteristic);
  const [first] = members;
  if (!first) return [];
  const group = `${CHARACTERISTICS[characteristic]}, compared with ${staffIn(characteristic, first.reference)}`;
  return [
    ...members.map(({name, crude, adjusted}) => ({
      group,
      name,
      readings: [{...readingOf(crude, release), isHollow: true}, readingOf(adjusted, release)]
    })),
    ...unknownRow(release, {group, characteristic, measure})
  ];
}

/** Those whose group is not known are in no ratio; how many, and their own share where there is one, stands instead. */
function unknownRow(
  release: Release,
  {group, characteristic, measure}: {group: string; characteristic: Characteristic; measure: Measure}
): RatioRow[] {
  const share = unknownShare(release, {collection: "staff_questionnaire", characteristic});
  if (!share) return [];
  const own = breakdown(release, measure.indicator, {by: [characteristic]}).find((found) =>
    isUnknown(categoryOf(found, characteristic) ?? "")
  );
  const part =
    share.value === null
      ? missing(share, release).word
      : share.value === 0
        ? "none"
        : `${tenths(share.value)}% of answers, left out`;
  const did = own && own.value !== null ? `; ${percent(own.value)} of them ${measure.done}` : "";
  return [{group, name: "Not known", readings: [], remark: `${part}${did}`}];
}

function readingOf(found: Comparison | undefined, release: Release): RatioReading {
  if (!found) return {said: missing({symbol: "x", symbol_reason: "not_enough_data"}, release).word};
  const {ratio, ratio_lower, ratio_upper} = found;
  const limits = ratio_lower === null || ratio_upper === null ? {} : {limits: [ratio_lower, ratio_upper] as const};
  if (ratio === null && ratio_lower !== null) return {said: `${limitsOf(found)} at worst`, ...limits};
  if (ratio === null) return {said: missing(found, release).word};
  return {said: `${tenths(ratio)} (${limitsOf(found)})`, ratio, ...limits, isDifferent: isDifferent(found)};
}

const isSynthetic = (rows: readonly GroupComparison[]): boolean =>
  rows.some(({crude}) => crude?.origin === "synthetic");

const fileOf = ({family}: Measure, rows: readonly GroupComparison[]): string =>
  `${family.replaceAll("_", "-")}-ratios${isSynthetic(rows) ? "-synthetic" : ""}.csv`;

/** The shares themselves; the published gaps stand for taking part alone. */
function aboutOf(
  release: Release,
  {rows, measure}: {rows: readonly GroupComparison[]; measure: Measure}
): readonly Figure[] {
  const shares = rows.flatMap(({figure}) => figure ?? []);
  const gaps = ["EQU-02", "EQU-03"].flatMap((indicator) =>
    characteristics().flatMap((characteristic) =>
      breakdown(release, indicator, {by: [characteristic], where: {unit: "ratio"}})
    )
  );
  return measure.indicator === GAPS_OF ? [...shares, ...gaps] : shares;
}

const key = ({document}: {document: Document}): Node =>
  chartKey(
    [
      ["hollow", "as found"],
      ["dot", "same role and region"],
      ["diamond", "different (hollow or full)"],
      ["exact", "1: as often as the largest group"]
    ],
    {document}
  );
