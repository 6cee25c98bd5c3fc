import {banner} from "../components/banner.js";
import {breakdown} from "../components/breakdown.js";
import {millions, percent, sentence} from "../components/format.js";
import {funding as planned} from "../components/funding.js";
import {type KeyFigure, keyFigures} from "../components/keyFigures.js";
import {allCosts, costChart, costDownloads} from "../components/money/costChart.js";
import {completionSentence, pounds} from "../components/money/costs.js";
import {linesSentence, residualSpan, residualWords} from "../components/money/known.js";
import {outturnFigures, outturns, withShare} from "../components/money/outturn.js";
import {outturnChart, outturnDownloads, regionsChart} from "../components/money/outturnCharts.js";
import {perHeadDownloads, perHeadFigures, perHeadSentence, perHeadTable} from "../components/money/perHead.js";
import {placeFigures, placesDownloads, placesSentence, placesTable} from "../components/money/places.js";
import {linesTable, namedChart, planDownloads, residualChart} from "../components/money/planCharts.js";
import type {Figure, Origin, Page, Release} from "../components/release.js";
import {coverage} from "../components/select.js";
import {asAt, inReturns} from "../components/targets.js";

/** The money for training support staff: what the plan names, what is spent, what a start costs. */
export const funding: Page = {
  origins,
  downloads: (release) =>
    [planDownloads, outturnDownloads, placesDownloads, costDownloads, perHeadDownloads].flatMap((of) => of(release)),
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title,
    lead,
    figures: (release, {document}) => keyFigures(headlines(release), {document}),
    named: (release, {document}) => namedChart(release, {document}),
    residual: (release, {document}) => residualChart(release, {document}),
    linesSentence,
    lines: (release, {document}) => linesTable(release, {document}),
    outturn: (release, {document}) => outturnChart(release, {document}),
    regions: (release, {document}) => regionsChart(release, {document}),
    placesSentence,
    places: (release, {document}) => placesTable(release, {document}),
    costs: (release, {document}) => costChart(release, {document}),
    completionSentence,
    perHeadSentence,
    perHead: (release, {document}) => perHeadTable(release, {document})
  }
};

/** All figures of the page. */
function shown(release: Release): Figure[] {
  const money = [...outturns(release, {level: "national"}), ...outturns(release, {level: "region"})];
  return [...outturnFigures(money), ...placeFigures(release), ...allCosts(release), ...perHeadFigures(release)];
}

function origins(release: Release): Set<Origin> {
  return new Set([...shown(release), ...release.funding_lines].map(({origin}) => origin));
}

function title(release: Release): string {
  const {named, parts, total} = planned(release);
  if (total === 0) return "Nothing in this release says what money there is for training support staff";
  if (parts.length === 0) return `The plan speaks of about ${millions(total)} and puts an amount on none of it`;
  return `The plan puts amounts on ${millions(named)} of about ${millions(total)}, and leaves ${residualWords(release)} without one`;
}

function lead(release: Release): string {
  return `Financial year 2004–05, England. ${sentence(spentSentence(release))}.`;
}

/** Says what share of the allocation is spent, of the line of which that is known. */
function spentSentence(release: Release): string {
  const found = withShare(outturns(release, {level: "national"}));
  if (!found) return "what is spent of it is not known";
  const where = inReturns([found.share]).trim();
  return `${where ? `${where}, ` : ""}LEAs had spent ${percent(found.share.value ?? 0)} of their ${found.line} by ${asAt(release)}, ${coverage(found.share, "LEAs")} reporting`;
}

function headlines(release: Release): KeyFigure[] {
  const {named, parts, total} = planned(release);
  const spent = withShare(outturns(release, {level: "national"}));
  const [start] = breakdown(release, "FIN-02", {by: ["funding line"]}).filter(({value}) => value !== null);
  const none = release.reasons.not_enough_data.word;
  return [
    {
      value: millions(named),
      label: `named of about ${millions(total)}`,
      base: parts.map(({name, amount}) => `${name} ${millions(amount)}`).join(" · "),
      indicator: "FIN-05"
    },
    {
      value: residualSpan(release),
      label: "for the lines without an amount",
      base: "a range: nothing is made to add up",
      indicator: "FIN-05"
    },
    {
      value: spent ? percent(spent.share.value ?? 0) : none,
      label: `of ${spent?.line ?? "the money"} spent so far`,
      base: spent ? `${coverage(spent.share, "LEAs")}${inReturns([spent.share]) && ", synthetic returns"}` : "",
      indicator: "FIN-01"
    },
    {
      value: start ? pounds(start.value ?? 0) : none,
      label: "spent by LEAs for each start",
      base:
        start?.lower != null && start.upper != null
          ? `95% interval ${pounds(start.lower)} to ${pounds(start.upper)}${inReturns([start]) && ", synthetic returns"}`
          : "",
      indicator: "FIN-02"
    }
  ];
}
