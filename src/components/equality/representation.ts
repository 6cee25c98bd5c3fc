import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown, categoryOf} from "../breakdown.js";
import {builder} from "../element.js";
import {figure} from "../figure.js";
import {missing, tenths, withYears} from "../format.js";
import {CHARACTERISTICS, type Characteristic, characteristics, inOrder} from "../peopleGroups.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import {type RatioReading, ratioDots} from "../ratioDots.js";
import type {Download, Figure, Release} from "../release.js";
import {coverage} from "../select.js";
import {limitsSaid, ofLastPeriod, orWhy} from "../surveyWords.js";

const CAPTION = "Learners beside staff, by group";
const SOURCE = "Sources: enrolment returns and the January census, indicator EQU-01.";

/** A group's share of learners over its share of staff. */
interface Representation {
  characteristic: Characteristic;
  name: string;
  found: Figure;
}

/** Returns each group's share of learners beside its share of staff. */
export function representation(release: Release, {document}: {document: Document}): Node {
  const rows = rowsOf(release);
  const first = rows.find(({found}) => found.value !== null);
  if (!first) return builder(document)("p", {}, `${finding(rows)}.`);
  const {period, is_part_period, origin} = first.found;
  const from = coverage(first.found, "senders");
  return figure({
    document,
    id: "representation",
    finding: finding(rows),
    measure: `Share of learners over share of staff: at 1 a group is as common among learners as at work. Academic year ${withYears(period)}${is_part_period ? ", so far" : ""}, England${from === "" ? "" : `, enrolment returns from ${from}`}${origin === "synthetic" ? ", synthetic returns" : ""}. The interval is what chance alone would leave open. No test for many comparisons is made here, so no group is called different; role and region are not held equal.`,
    alternative: `Dot plot of ratios by group around 1. ${finding(rows)}. The table holds every ratio with its interval.`,
    draw: (width) =>
      ratioDots(
        rows.map(({characteristic, name, found}) => ({
          group: CHARACTERISTICS[characteristic],
          name,
          ...(found.value === null
            ? {readings: [], remark: missing(found, release).word}
            : {readings: [readingOf(found, found.value)]})
        })),
        {document, width}
      ),
    table: plainTable(rows, {document, caption: CAPTION, columns: columns(release)}),
    download: fileOf(rows),
    source: SOURCE,
    about: aboutNumbers(
      rows.map(({found}) => found),
      release,
      {document}
    )
  });
}

/** Returns the table of representation as a download. */
export function representationDownloads(release: Release): Download[] {
  const rows = rowsOf(release);
  if (rows.length === 0) return [];
  return [plainDownload(fileOf(rows), {rows, columns: columns(release), title: CAPTION, source: SOURCE})];
}

function rowsOf(release: Release): Representation[] {
  return characteristics().flatMap((characteristic) => {
    const rows = ofLastPeriod(breakdown(release, "EQU-01", {by: [characteristic]})).map((found) => ({
      characteristic,
      name: categoryOf(found, characteristic) ?? "",
      found
    }));
    return inOrder(rows, ({name}) => name);
  });
}

function readingOf(found: Figure, ratio: number): RatioReading {
  const limits = found.lower === null || found.upper === null ? {} : {limits: [found.lower, found.upper] as const};
  return {said: `${tenths(ratio)} (${limitsSaid(found, tenths)})`, ratio, ...limits};
}

/** From the lowest to the highest ratio, without a claim that groups differ. */
function finding(rows: readonly Representation[]): string {
  const values = rows.flatMap(({found}) => found.value ?? []);
  if (values.length === 0) return "Nothing received lets learners be compared with staff";
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const where = rows.some(({found}) => found.origin === "synthetic") ? "In the synthetic returns, groups" : "Groups";
  return `${where} are from ${tenths(least)} to ${tenths(most)} times as common among learners as among staff`;
}

const columns = (release: Release): readonly PlainColumn<Representation>[] => [
  {title: "Group", value: ({name}) => name},
  {title: "By", value: ({characteristic}) => CHARACTERISTICS[characteristic]},
  {title: "Ratio", isNumber: true, value: ({found}) => found.value ?? missing(found, release), write: tenths},
  {
    title: "95% interval",
    isNumber: true,
    value: ({found}) => orWhy(limitsSaid(found, tenths), {figure: found, release})
  },
  {title: "Origin", value: ({found}) => found.origin}
];

const fileOf = (rows: readonly Representation[]): string =>
  `learners-beside-staff${rows.some(({found}) => found.origin === "synthetic") ? "-synthetic" : ""}.csv`;
