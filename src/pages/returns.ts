import {banner} from "../components/banner.js";
import {count, plural, sentence, word} from "../components/format.js";
import {receivedFigure} from "../components/headlines.js";
import {type KeyFigure, keyFigures} from "../components/keyFigures.js";
import type {Origin, Page, Release} from "../components/release.js";
import {completenessChart, completenessDownloads, completenessFigures} from "../components/returns/completeness.js";
import {itemChart, itemDownloads, itemFigures, roleSentence} from "../components/returns/itemQuality.js";
import {isIn, isOfPosition, type ReturnKind, returnKinds} from "../components/returns/kinds.js";
import {
  againSentence,
  correctionDownloads,
  correctionSentence,
  correctionTable,
  heldSentence
} from "../components/returns/mended.js";
import {responseByRegion, responseChart, responses} from "../components/returns/response.js";
import {senderDownloads, senderTables} from "../components/returns/senderTables.js";
import {lateList, missingList} from "../components/returns/whoIsMissing.js";
import {asAt, inReturns} from "../components/targets.js";

/** Who has sent what and when, what is missing, and how good it is. */
export const returns: Page = {
  origins,
  downloads: (release) =>
    [completenessDownloads, responseByRegion, itemDownloads, correctionDownloads, senderDownloads].flatMap((of) =>
      of(release)
    ),
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title,
    lead,
    figures: (release, {document}) => keyFigures(headlines(release), {document}),
    completeness: (release, {document}) => completenessChart(release, {document}),
    missing: (release, {document}) => missingList(release, {document}),
    late: (release, {document}) => lateList(release, {document}),
    response: (release, {document}) => responseChart(release, {document}),
    items: (release, {document}) => itemChart(release, {document}),
    roleSentence,
    heldSentence,
    againSentence,
    correctionSentence,
    corrections: (release, {document}) => correctionTable(release, {document}),
    senders: (release, {document}) => senderTables(release, {document})
  }
};

function origins(release: Release): Set<Origin> {
  const shown = [...release.returns, ...completenessFigures(release), ...responses(release), ...itemFigures(release)];
  return new Set(shown.map(({origin}) => origin));
}

function title(release: Release): string {
  const all = asked(release);
  const missing = release.returns.filter((row) => !isIn(row)).length;
  if (all === 0) return "Nobody has been asked for a return";
  const where = inReturns(release.returns).trim();
  const start = where === "" ? "" : `${where}, `;
  if (missing === 0)
    return sentence(
      `${start}${all === 1 ? "the one return" : `every one of the ${count(all)} returns`} asked for is here`
    );
  const verb = missing === 1 ? "is" : "are";
  return sentence(
    `${start}${count(missing)} of the ${count(all)} returns asked for ${verb} missing${most(release, missing)}`
  );
}

/** Names the senders that owe more than half of what is missing. */
function most(release: Release, missing: number): string {
  const [worst, next] = owed(release);
  if (!worst || !next || worst.missing * 2 <= missing) return "";
  return `, ${count(worst.missing)} of them from ${worst.senders}`;
}

function owed(release: Release): {senders: string; missing: number}[] {
  const found = new Map<string, number>();
  for (const {senders, rows} of returnKinds(release)) {
    const missing = missingOf(rows);
    if (missing > 0) found.set(senders, (found.get(senders) ?? 0) + missing);
  }
  return [...found].map(([senders, missing]) => ({senders, missing})).toSorted((a, b) => b.missing - a.missing);
}

const missingOf = (rows: ReturnKind["rows"]): number => rows.filter((row) => !isIn(row)).length;

function lead(release: Release): string {
  const late = release.returns.filter(({status}) => status === "late").length;
  const again = release.returns.filter(({files_count}) => files_count > 1).length;
  return `Position at ${asAt(release)}. ${sentence(plural(late, "return"))} came late, and ${word(again)} ${again === 1 ? "was" : "were"} sent again; all of these are in use. Who is to send what, and by which day, is assumed: no source was found for it.`;
}

function headlines(release: Release): KeyFigure[] {
  const late = release.returns.filter(({status}) => status === "late").length;
  const again = release.returns.filter(({files_count}) => files_count > 1).length;
  const mended = release.files.reduce((sum, {corrections_count}) => sum + (corrections_count ?? 0), 0);
  return [
    {...receivedFigure(release), indicator: "QUA-02"},
    {value: count(late), label: "came after their day", base: "in use like any other", indicator: "QUA-02"},
    {value: count(again), label: "were sent again", base: "the last readable file is in use", indicator: "QUA-02"},
    {
      value: count(mended),
      label: "known errors mended",
      base: mended === 0 ? "the list of them is empty" : "each with its reason",
      about: "#again"
    }
  ];
}

/** Those who send without being asked make nobody else's silence better, so that the published figures say how many were. */
function asked(release: Release): number {
  const expected = completenessFigures(release).reduce((sum, {denominator}) => sum + (denominator ?? 0), 0);
  return expected === 0 ? release.returns.filter((row) => isOfPosition(row, release)).length : expected;
}
