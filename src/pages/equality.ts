import {banner} from "../components/banner.js";
import {breakdown} from "../components/breakdown.js";
import {
  comparisonCounts,
  comparisonFinding,
  groupComparisons,
  isDifferent,
  MEASURES,
  type Measure
} from "../components/equality/groupComparisons.js";
import {groupRatios, groupRatiosDownloads} from "../components/equality/groupRatios.js";
import {representation, representationDownloads} from "../components/equality/representation.js";
import {unknownGroups, unknownShare} from "../components/equality/unknownGroups.js";
import {count, lower, tenths} from "../components/format.js";
import {type KeyFigure, keyFigures} from "../components/keyFigures.js";
import {CHARACTERISTICS, characteristics} from "../components/peopleGroups.js";
import type {Origin, Page, Release} from "../components/release.js";
import {latest} from "../components/select.js";
import {figuresIn, shareDownloads, sharePanels} from "../components/sharePanels.js";
import {restsOn, surveyMonth} from "../components/surveyWords.js";

const {began, offered, takenUp} = MEASURES;

/** Whether groups of people are offered and begin training alike, as found and with role and region held equal. */
export const equality: Page = {
  origins,
  downloads: (release) => [
    ...[began, offered, takenUp].flatMap((measure) => groupRatiosDownloads(release, measure)),
    ...representationDownloads(release),
    ...shareDownloads(unknownGroups(release), release)
  ],
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title: (release) => comparisonFinding(groupComparisons(release, began), began),
    lead,
    figures: (release, {document}) => keyFigures(headlines(release), {document}),
    began: (release, {document}) =>
      groupRatios(release, began, {
        document,
        id: "began",
        finding: `Beginning training: ${lower(comparisonCounts(groupComparisons(release, began)))}`
      }),
    offered: (release, {document}) => groupRatios(release, offered, {document, id: "offered"}),
    takenUp: (release, {document}) => groupRatios(release, takenUp, {document, id: "taken-up"}),
    representation: (release, {document}) => representation(release, {document}),
    unknown: (release, {document}) => sharePanels(unknownGroups(release), release, {document})
  }
};

function origins(release: Release): Set<Origin> {
  const shown = [
    ...[began, offered, takenUp].flatMap((measure) =>
      groupComparisons(release, measure).flatMap(({crude, adjusted}) => [crude, adjusted])
    ),
    ...figuresIn(unknownGroups(release))
  ];
  return new Set(shown.flatMap((found) => found?.origin ?? []));
}

function lead(release: Release): string {
  const rows = groupComparisons(release, began);
  if (rows.length === 0) return "No staff questionnaire has been received.";
  const all = latest(breakdown(release, began.indicator));
  const rests = all ? ` Survey of ${surveyMonth(all.period)}: ${restsOn(all)}.` : "";
  return `${rows.length === 1 ? "One group" : `Each of ${count(rows.length)} groups`} is held against the largest of its kind, first as found, then within the same role and region.${rests}`;
}

function headlines(release: Release): KeyFigure[] {
  return [
    differing(release, {measure: began, side: "crude"}),
    differing(release, {measure: began, side: "adjusted"}),
    differing(release, {measure: offered, side: "adjusted"}),
    mostUnknown(release)
  ];
}

function differing(release: Release, {measure, side}: {measure: Measure; side: "crude" | "adjusted"}): KeyFigure {
  const rows = groupComparisons(release, measure);
  const judged = rows.filter(({[side]: found}) => found && found.is_different !== "cannot say");
  const differ = judged.filter(({[side]: found}) => isDifferent(found)).length;
  const where = side === "crude" ? "as found" : "within the same role and region";
  const label = `groups ${differ === 1 ? "differs" : "differ"} in ${measure.doing}, ${where}`;
  const indicator = side === "crude" ? "EQU-02" : "EQU-03";
  if (judged.length === 0)
    return {value: release.reasons.not_enough_data.word, label, base: "no group compared", indicator};
  const left = rows.length - judged.length;
  const base = [
    "at most 5% of those called different should be false alarms",
    left === 0 ? "" : `too little known of ${count(left)} more`,
    rows.some(({crude}) => crude?.origin === "synthetic") ? "synthetic" : ""
  ];
  return {
    value: `${count(differ)} of ${count(judged.length)}`,
    label,
    base: base.filter((part) => part !== "").join(" · "),
    indicator
  };
}

function mostUnknown(release: Release): KeyFigure {
  const label = "of answers leave a characteristic open, at most";
  const known = characteristics().flatMap((characteristic) => {
    const found = unknownShare(release, {collection: "staff_questionnaire", characteristic});
    return found && found.value !== null ? [{characteristic, value: found.value, found}] : [];
  });
  const [most] = known.toSorted((a, b) => b.value - a.value);
  if (!most)
    return {value: release.reasons.not_enough_data.word, label, base: "no survey received", indicator: "EQU-04"};
  const {characteristic, value, found} = most;
  const of = found.denominator === null ? "" : ` of ${count(found.denominator)} answers`;
  return {
    value: `${tenths(value)}%`,
    label,
    base: `${CHARACTERISTICS[characteristic].toLowerCase()}${of}${found.origin === "synthetic" ? " · synthetic" : ""}`,
    indicator: "EQU-04"
  };
}
