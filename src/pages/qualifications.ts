import {banner} from "../components/banner.js";
import {figuresOf} from "../components/breakdown.js";
import {count, plural, sentence, word} from "../components/format.js";
import {overallOf} from "../components/gaps/suitableQualifications.js";
import {availability} from "../components/qualifications/availability.js";
import {capacity, capacityDownloads, capacityTitle} from "../components/qualifications/capacity.js";
import {catalogue, catalogueDownloads} from "../components/qualifications/catalogue.js";
import {chooser} from "../components/qualifications/chooser.js";
import {guidance} from "../components/qualifications/guidance.js";
import {inductionDownloads, inductionUnits, otherAudiences} from "../components/qualifications/inductionUnits.js";
import {ladder} from "../components/qualifications/ladder.js";
import {nextSteps} from "../components/qualifications/nextSteps.js";
import {isOfPlan, RUNGS, stepsOf} from "../components/qualifications/rungs.js";
import type {Origin, Page, Programme, Release} from "../components/release.js";
import {surveyMonth} from "../components/surveyWords.js";
import {asAt} from "../components/targets.js";

const INDICATORS = ["CAP-01", "UPT-04", "CAP-02", "CAP-03", "CAP-04", "CAP-05", "CAP-06", "CAP-07", "IAG-01", "IAG-02"];

/** What there is to take, from induction to qualified teacher status, and what comes next for a role. */
export const qualifications: Page = {
  origins,
  downloads: (release) => [inductionDownloads, catalogueDownloads, capacityDownloads].flatMap((of) => of(release)),
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title,
    lead,
    chooser: (release, {document}) => chooser(release, {document}),
    next: (release, {document}) => nextSteps(release, {document}),
    ladderTitle,
    ladder: (release, {document}) => ladder(release, {document}),
    induction: (release, {document}) => inductionUnits(release, {document}),
    otherAudiences,
    catalogueTitle,
    catalogue: (release, {document}) => catalogue(release, {document}),
    asAt,
    capacityTitle,
    capacity: (release, {document}) => capacity(release, {document}),
    guidance: (release, {document}) => guidance(release, {document})
  }
};

function origins(release: Release): Set<Origin> {
  const figures = INDICATORS.flatMap((indicator) => figuresOf(release, indicator));
  return new Set([...figures, ...release.induction_levels].map(({origin}) => origin));
}

function title(release: Release): string {
  const programmes = takenOf(release);
  if (programmes.length === 0) return "No programme of the plan is listed";
  const open = programmes.filter((programme) => availability(programme).isOpen).length;
  return `The plan has ${plural(programmes.length, "programme")} from induction to qualified teacher status, and says that ${word(open)} of them can be taken`;
}

function lead(release: Release): string {
  const [roles] = overallOf(release);
  const suited = roles
    ? `By our judgement, ${word(roles.whole - roles.part)} of ${count(roles.whole)} roles had a suitable qualification in the national framework in ${surveyMonth(roles.period)}. `
    : "";
  return sentence(
    `${suited}Below is what each role can take next, the whole ladder, and what is known of every programme.`
  );
}

function ladderTitle(release: Release): string {
  const used = new Set(stepsOf(release).map(({rung}) => rung));
  const rungs = RUNGS.filter(({rung}) => rung !== 0 && used.has(rung));
  if (rungs.length === 0) return "The ladder has no rung yet";
  return `The ladder has ${plural(rungs.length, "rung")}, from ${within(rungs[0]?.name)} to ${within(rungs.at(-1)?.name)}`;
}

/** A rung's name within a sentence; a level keeps its capital. */
const within = (name = ""): string => (name.startsWith("Level") ? name : name.toLowerCase());

function catalogueTitle(release: Release): string {
  const {programmes} = release;
  const ofPlan = programmes.filter(isOfPlan).length;
  const today = programmes.length - ofPlan;
  const toTake = takenOf(release).length;
  const others =
    toTake === ofPlan ? "" : `: ${word(toTake)} to take, and ${word(ofPlan - toTake)} to guide or frame it`;
  return `${sentence(plural(today, "apprenticeship"))} of today, and ${plural(ofPlan, "programme")} of the plan${others}`;
}

/** The programmes that a person can take, each once. */
const takenOf = (release: Release): Programme[] => [...new Set(stepsOf(release).map(({programme}) => programme))];
