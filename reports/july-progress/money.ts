import {categoryOf} from "../../src/components/breakdown.js";
import {millions, percent} from "../../src/components/format.js";
import {funding} from "../../src/components/funding.js";
import {costChart} from "../../src/components/money/costChart.js";
import {completionSentence, costSentence, costs} from "../../src/components/money/costs.js";
import {residualWords} from "../../src/components/money/known.js";
import {outturns, withShare} from "../../src/components/money/outturn.js";
import {outturnChart, regionsChart} from "../../src/components/money/outturnCharts.js";
import {namedChart, residualChart} from "../../src/components/money/planCharts.js";
import type {FundingLine, Release} from "../../src/components/release.js";
import {coverage} from "../../src/components/select.js";
import {asAt} from "../../src/components/targets.js";
import {ALWAYS, type Claim, claim, told} from "../claims/claim.js";
import type {Section} from "../report.js";
import {chartsOf} from "./charts.js";

/** Returns what the plan names of the money, and what is known to be spent. */
export function fundingSection(release: Release): Section {
  return {
    id: "funding",
    title: "Funding",
    claims: [named(release), spent(release), start(release), completion(release)],
    draw: ({document}) => [
      namedChart(release, {document}),
      residualChart(release, {document}),
      outturnChart(release, {document}),
      regionsChart(release, {document}),
      costChart(release, {document})
    ]
  };
}

/** How much of the total has an amount; the rest is a range and is not balanced. */
export const named = (release: Release): Claim => {
  const money = funding(release);
  return claim({
    id: "funding.named",
    cells: {lines: release.funding_lines as readonly FundingLine[]},
    cases: [
      {
        when: () => money.parts.length > 0 && money.named < money.total,
        say: () =>
          `the plan puts amounts on ${millions(money.named)} of about ${millions(money.total)}, and leaves ${residualWords(release)} without one`
      },
      {
        when: () => money.parts.length > 0 && money.total > 0,
        say: () =>
          `the plan puts amounts on ${millions(money.named)}, where it speaks of about ${millions(money.total)}`
      },
      {when: () => money.parts.length === 0, say: () => "the plan puts an amount on none of its money"}
    ],
    cannotSay: "what money there is for training support staff cannot be said"
  });
};

/** What is spent of the line of which that is known. */
const spent = (release: Release): Claim => {
  const known = withShare(outturns(release, {level: "national"}));
  return claim({
    id: "funding.spent",
    cells: {share: known?.share},
    cases: [
      {
        when: ALWAYS,
        say: ({share}) =>
          `LEAs had spent ${percent(share.value)} of their ${known?.line ?? categoryOf(share, "funding line")} by ${asAt(release)}, ${coverage(share, "LEAs")} reporting`
      }
    ],
    cannotSay: "what has been spent of the money cannot be said"
  });
};

const start = (release: Release): Claim =>
  told("funding.start", {...chartsOf(release).costs, cites: costs(release, "start"), said: costSentence(release)});

const completion = (release: Release): Claim =>
  told("funding.completion", {cites: costs(release, "completion"), said: completionSentence(release)});
