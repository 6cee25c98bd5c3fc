import {count, missing, percent, plural, tenths, withYears} from "../format.js";
import type {Figure, Release} from "../release.js";
import {coverage} from "../select.js";
import {limitsSaid, surveyMonth} from "../surveyWords.js";
import {comparisonAt, HEADLINE_FIGURES, headlineAt, incompleteSaid, verdictOf} from "./headlineFigures.js";
import type {Area} from "./place.js";

const [OFFERS, , , LEARNERS] = HEADLINE_FIGURES;

/** Returns the sentence of an area's page: what share of staff was offered training, and whether that stands apart. */
export function areaTitle(release: Release, area: Area): string {
  const offers = headlineAt(release, "OFF-01", area.area_code);
  const name = area.area_name;
  if (!offers || offers.symbol_reason === "not_returned")
    return `${name}: how many staff were offered training is not known, since no survey came`;
  if (offers.value === null) return `${name}: how many staff were offered training is ${missing(offers, release).word}`;
  const where = offers.origin === "synthetic" ? "in the synthetic returns, " : "";
  return `${name}: ${where}${percent(offers.value)} of support staff were offered training, ${beside(release, area)}`;
}

function beside(release: Release, area: Area): string {
  const verdict = OFFERS ? verdictOf(release, {headline: OFFERS, area}) : "cannot be said";
  const returned = OFFERS ? incompleteSaid(release, {headline: OFFERS, area}) : "";
  if (verdict === "higher") return `clearly more than in the rest of England${returned}`;
  if (verdict === "lower") return `clearly fewer than in the rest of England${returned}`;
  if (verdict === "could be chance") return "and the difference from the rest of England could be chance";
  return "and whether that differs from the rest of England cannot be said";
}

/** Returns what stands under the title: interval, base and date of the offers, and the learners counted. */
export function areaLead(release: Release, area: Area): string {
  const offers = headlineAt(release, "OFF-01", area.area_code);
  const learners = headlineAt(release, "UPT-03", area.area_code);
  return [offersSaid(offers), learnersSaid(release, {area, learners})].filter((part) => part !== "").join(" ");
}

function offersSaid(offers: Figure | undefined): string {
  if (!offers || offers.value === null) return "";
  const limits = limitsSaid(offers, percent);
  const base = offers.base === null ? "" : `about ${count(offers.base)} answers to `;
  const senders =
    offers.senders_expected === 1
      ? "the survey of its local LSC"
      : coverage(offers, "local LSCs").replace(/^(?=.)/, "surveys of ") || "the survey";
  const when = surveyMonth(offers.period);
  return `${limits === "" ? "From" : `95% interval ${limits}, from`} ${base}${senders}, two years to ${when}.`;
}

function learnersSaid(release: Release, {area, learners}: {area: Area; learners: Figure | undefined}): string {
  if (!learners || learners.value === null) return "";
  const year = `${withYears(learners.period)}${learners.is_part_period ? " so far" : ""}`;
  const position = LEARNERS ? comparisonAt(release, {family: LEARNERS.family, area})?.funnel_position : undefined;
  const place =
    position === "inside"
      ? "within the 95% limits for chance and usual differences between areas"
      : position
        ? "outside the 95% limits for chance and usual differences between areas, which is a prompt to look and no verdict"
        : "";
  const people = learners.numerator === null ? "" : `${plural(learners.numerator, "learner")} `;
  const senders = learners.senders_expected === 1 ? "its one provider" : coverage(learners, "providers");
  return `In ${year}, ${people}began by the returns of ${senders}: ${tenths(learners.value)} per 1,000 staff${place === "" ? "" : `, ${place}`}.`;
}
