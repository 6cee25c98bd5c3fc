import {count, plural, sentence, tenths, word} from "../format.js";
import {areaName} from "../names.js";
import type {Comparison, Release} from "../release.js";
import {coverage} from "../select.js";
import {latestFamily} from "./mapRates.js";

/** Returns the sentence of the areas page: how many local LSCs stand clearly apart from the others, by the rule for many comparisons. */
export function areasTitle(release: Release): string {
  const families = [
    {rows: latestFamily(release, "learners"), one: "learners for its staff", many: "learners for their staff"},
    {rows: latestFamily(release, "offers"), one: "training offered", many: "training offered"}
  ].filter(({rows}) => rows.some(({is_different}) => is_different !== "cannot say"));
  const [first, second] = families.map(({rows, one, many}) => {
    const apart = rows.filter(({is_different}) => is_different === "yes").length;
    return {apart, all: rows.length, in: ` in ${apart > 1 ? many : one}`};
  });
  if (!first) return "Whether any local LSC stands clearly apart from the others cannot be said";
  const isSynthetic = families.some(({rows}) => rows.some(({origin}) => origin === "synthetic"));
  const stand = first.apart > 1 ? "stand" : "stands";
  const begins = `${word(first.apart)} of ${count(first.all)} local LSCs ${stand} clearly apart${first.in}`;
  const ends = second ? `, and ${second.apart === 0 ? "none" : plural(second.apart, "does", "do")}${second.in}` : "";
  return sentence(`${isSynthetic ? "in the synthetic returns, " : ""}${begins}${ends}`);
}

/** Returns what stands under the title: how many lie outside the funnel, what chance would do, and what returned. */
export function areasLead(release: Release): string {
  const learners = latestFamily(release, "learners");
  const placed = learners.filter(({funnel_position}) => funnel_position !== null);
  const outside = placed.filter(({funnel_position}) => funnel_position !== "inside").length;
  const surveyed = latestFamily(release, "offers");
  const returned = surveyed.filter(({senders_returned}) => (senders_returned ?? 0) > 0).length;
  return [
    placed.length === 0
      ? ""
      : `In learners, ${count(outside)} of ${count(placed.length)} ${outside === 1 ? "lies" : "lie"} outside limits of 95%, where chance alone would put ${tenths(0.05 * placed.length)}: a prompt to look, and no verdict.`,
    thinlyApart(learners, release),
    surveyed.length === 0 ? "" : `${count(returned)} of ${count(surveyed.length)} returned the survey.`,
    providers(learners)
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** What has not come may be why an area lies apart. */
function thinlyApart(learners: readonly Comparison[], release: Release): string {
  const apart = learners.filter(({is_different}) => is_different === "yes");
  const thin = apart.filter(
    ({senders_returned, senders_expected}) => (senders_returned ?? 0) < (senders_expected ?? 0)
  );
  if (thin.length === 0) return "";
  const who = thin
    .map((row) => `${areaName(release, row.area_code)}: ${coverage(row, "providers")}`)
    .toSorted()
    .join("; ");
  if (apart.length === 1) return `The one that stands clearly apart has returns missing (${who}).`;
  return sentence(
    `${thin.length === apart.length ? (thin.length === 2 ? "both" : `all ${word(thin.length)}`) : `${word(thin.length)} of the ${word(apart.length)}`} that stand clearly apart ${thin.length === 1 ? "has" : "have"} returns missing (${who}).`
  );
}

function providers(learners: readonly Comparison[]): string {
  const sum = (name: "senders_returned" | "senders_expected"): number =>
    learners.reduce((total, row) => total + (row[name] ?? 0), 0);
  const expected = sum("senders_expected");
  return expected === 0 ? "" : `${count(sum("senders_returned"))} of ${count(expected)} providers returned enrolments.`;
}
