import {banner} from "../components/banner.js";
import {breakdown, figuresOf} from "../components/breakdown.js";
import {count, missing, percent, sentence} from "../components/format.js";
import {attainment, attainmentDownloads, withoutProfile} from "../components/gaps/attainment.js";
import {competenceDownloads, competenceGaps} from "../components/gaps/competenceGaps.js";
import {depthDownloads, gapDepth} from "../components/gaps/gapDepth.js";
import {gapViews, viewDownloads, viewsNote} from "../components/gaps/gapViews.js";
import {
  overallOf,
  peopleSentence,
  rulesSentence,
  staffWithout,
  suitableDownloads,
  suitableQualifications,
  targetedSentence
} from "../components/gaps/suitableQualifications.js";
import {type KeyFigure, keyFigures} from "../components/keyFigures.js";
import type {Figure, Origin, Page, Release} from "../components/release.js";
import {inSynthetic, limitsSaid, restsOn, shareSaid, surveyMonth} from "../components/surveyWords.js";
import {inReturns} from "../components/targets.js";

const INDICATORS = ["GAP-01", "GAP-02", "GAP-03", "GAP-04", "GAP-05", "GAP-06", "GAP-07", "GAP-08"] as const;

/** Which roles lack skills and qualifications, as staff and as heads see it. */
export const gaps: Page = {
  origins,
  downloads: (release) =>
    [competenceDownloads, depthDownloads, viewDownloads, attainmentDownloads, suitableDownloads].flatMap((of) =>
      of(release)
    ),
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title,
    lead,
    figures: (release, {document}) => keyFigures(headlines(release), {document}),
    competences: (release, {document}) => competenceGaps(release, {document}),
    depth: (release, {document}) => gapDepth(release, {document}),
    views: (release, {document}) => gapViews(release, {document}),
    viewsNote,
    attainment: (release, {document}) => attainment(release, {document}),
    withoutProfile,
    suitable: (release, {document}) => suitableQualifications(release, {document}),
    people: peopleSentence,
    rules: rulesSentence,
    targeted: targetedSentence
  }
};

function origins(release: Release): Set<Origin> {
  return new Set(INDICATORS.flatMap((indicator) => figuresOf(release, indicator).map(({origin}) => origin)));
}

function title(release: Release): string {
  const posts = ofAll(release, "GAP-01");
  const [roles] = overallOf(release);
  const parts = [
    posts?.value == null ? "" : `${inSynthetic([posts])}${percent(posts.value)} of posts have a skills gap`,
    roles ? `by our judgement, ${roles.part} of ${roles.whole} roles have no suitable qualification` : ""
  ].filter((part) => part !== "");
  return sentence(parts.join("; ")) || "Where skills and qualifications fall short cannot be told yet";
}

function lead(release: Release): string {
  const [posts, heads, level] = ["GAP-01", "GAP-02", "GAP-04"].map((indicator) => ofAll(release, indicator));
  const rests = posts ? restsOn(posts) : "";
  const parts = [
    posts?.value == null
      ? ""
      : `Staff’s own answers put ${shareSaid(posts)} of posts below a level that we set: ${rests}.`,
    heads?.value == null ? "" : `Heads judge ${shareSaid(heads)} of staff not fully proficient: ${restsOn(heads)}.`,
    level?.value == null
      ? ""
      : `At least ${shareSaid(level)} of posts are held by staff with a lower level of qualification than the job profile expects.`,
    posts ? `Position at ${surveyMonth(posts.period)}.` : ""
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function headlines(release: Release): KeyFigure[] {
  const survey = (indicator: string, label: string): KeyFigure => {
    const found = ofAll(release, indicator);
    if (!found) return {value: release.reasons.not_enough_data.word, label, base: "", indicator};
    const shown = found.value === null ? missing(found, release).word : percent(found.value);
    const limits = found.value === null ? "" : `${limitsSaid(found)} · `;
    return {value: shown, label, base: `${limits}${restsOn(found)}`, indicator};
  };
  const [roles] = overallOf(release);
  const people = staffWithout(release);
  return [
    survey("GAP-01", "of posts below a level required, by staff’s own answers"),
    survey("GAP-02", "of staff not fully proficient, as heads judge"),
    survey("GAP-04", "of posts, at least, held by staff below the level that the job profile expects"),
    {
      value: roles ? `${count(roles.part)} of ${count(roles.whole)}` : release.reasons.not_enough_data.word,
      label: "roles with no suitable qualification in the national framework",
      base: [
        "our judgement",
        roles ? surveyMonth(roles.period) : "",
        people === "" ? "" : `${people} staff${inReturns(figuresOf(release, "GAP-06"))}`
      ]
        .filter((part) => part !== "")
        .join(" · "),
      indicator: "GAP-05"
    }
  ];
}

const ofAll = (release: Release, indicator: string): Figure | undefined => breakdown(release, indicator)[0];
