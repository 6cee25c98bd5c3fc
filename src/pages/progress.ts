import {aboutNumbers} from "../components/aboutNumbers.js";
import {banner} from "../components/banner.js";
import {breakdown} from "../components/breakdown.js";
import {figure} from "../components/figure.js";
import {count, list, lower, millions, plural, qualified, sentence, word} from "../components/format.js";
import {funding} from "../components/funding.js";
import {namedFunding} from "../components/namedFunding.js";
import {plainDownload, plainTable} from "../components/plainTable.js";
import {fundingColumns, targetColumns} from "../components/planColumns.js";
import {priorityDetails} from "../components/priorityDetails.js";
import {promisesChart, promisesDownload} from "../components/promises.js";
import type {Download, Origin, Page, Release} from "../components/release.js";
import {coverage} from "../components/select.js";
import {targetKey} from "../components/targetKey.js";
import {type TargetBar, targetProgress} from "../components/targetProgress.js";
import {
  asAt,
  begins,
  boundOf,
  countedBefore,
  inReturns,
  isCounted,
  type NumberedTarget,
  numbered,
  soFar,
  standingOfAll
} from "../components/targets.js";
import {trajectoryCharts, trajectoryDownloads} from "../components/trajectoryCharts.js";

const SOURCE = "Source: DfES, School Support Staff Training and Development: our plans for 2004–05.";
const FUNDING_FILE = "funding-lines.csv";
const FUNDING_CAPTION = "Funding lines of the plan";

/** The ten priorities: what the plan sets, what is counted, and the money. */
export const progress: Page = {
  origins,
  downloads: (release) => [
    targetsDownload(release),
    ...trajectoryDownloads(release),
    fundingDownload(release),
    promisesDownload(release)
  ],
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title,
    lead,
    targets: (release, {document}) => targetsChart(release, {document}),
    trajectories: (release, {document}) => trajectoryCharts(release, {document}),
    funding: (release, {document}) => fundingChart(release, {document}),
    promises: (release, {document}) => promisesChart(release, {document}),
    prioritiesTitle,
    priorities: (release, {document}) => priorityDetails(release, {document})
  }
};

function origins(release: Release): Set<Origin> {
  const shown = [...numbered(release), ...release.funding_lines, ...release.milestones];
  return new Set(shown.map(({origin}) => origin));
}

function title(release: Release): string {
  const counted = numbered(release).filter(isCounted);
  if (counted.length === 0) return `${standingOfAll(release)} at ${asAt(release)}`;
  const where = inReturns(counted).trim();
  return sentence(`${where}${where ? ", " : ""}${list(counted.map(soFar))} are counted so far`);
}

function lead(release: Release): string {
  const counted = numbered(release).filter(isCounted);
  return `Position at ${asAt(release)}.${cover(counted)} What was counted before a target’s window is never progress.`;
}

function cover(counted: readonly NumberedTarget[]): string {
  if (counted.length === 0) return "";
  if (counted.every(({senders_returned, senders_expected}) => senders_returned === 1 && senders_expected === 1))
    return " Each count rests on the one sender that reports it.";
  const parts = counted.flatMap((target) => {
    const senders = coverage(target, "senders");
    return senders === "" ? [] : [`${senders} for ${lower(target.title)}`];
  });
  return parts.length === 0 ? "" : ` Returns are in from ${list(parts)}.`;
}

function prioritiesTitle({priorities, progress}: Release): string {
  const without = priorities.filter(({has_number}) => !has_number).length;
  const numbers = numbered({progress}).length;
  return sentence(
    `${word(without)} of the ${word(priorities.length)} priorities ${without === 1 ? "has" : "have"} no number to reach; the others have ${plural(numbers, "target")} between them`
  );
}

const targetsCaption = (release: Release): string => `The numbered targets at ${asAt(release)}`;

const targetsFile = (release: Release): string =>
  `targets${inReturns(numbered(release)) === "" ? "" : "-synthetic"}.csv`;

const targetsDownload = (release: Release): Download =>
  plainDownload(targetsFile(release), {
    title: targetsCaption(release),
    source: SOURCE,
    rows: numbered(release),
    columns: targetColumns(release)
  });

const fundingDownload = (release: Release): Download =>
  plainDownload(FUNDING_FILE, {
    title: FUNDING_CAPTION,
    source: SOURCE,
    rows: funding(release).lines,
    columns: fundingColumns
  });

function targetsChart(release: Release, {document}: {document: Document}): Node {
  const targets = numbered(release);
  const bars = targets.map(targetBar);
  const from = inReturns(targets) === "" ? "" : ", synthetic returns";
  const early = countedBefore(targets);
  const before = early.length === 0 ? "" : ` (${list(early)}, for want of later returns)`;
  return figure({
    document,
    id: "targets",
    finding: standingOfAll(release),
    measure: `Counted within each target’s own window up to ${asAt(release)}${before}, against the number in the plan. England${from}.`,
    key: targetKey({document}),
    alternative: `Bar chart of the plan’s numbered targets. ${bars.map(({name, said}) => `${name}: ${said}.`).join(" ")}`,
    draw: (width) => targetProgress(bars, {document, width}),
    table: plainTable(targets, {
      document,
      caption: targetsCaption(release),
      columns: targetColumns(release)
    }),
    download: targetsFile(release),
    about: aboutNumbers(breakdown(release, "PRI-02", {by: ["target"]}), release, {document}),
    source: `${SOURCE}${from === "" ? "" : " Counts: synthetic returns."}`
  });
}

function targetBar(target: NumberedTarget): TargetBar {
  const isBegun = isCounted(target);
  const goal = qualified(target.target_value, target.qualifier);
  return {
    name: target.title,
    said: isBegun ? `${count(target.actual_count ?? 0)} of ${goal}` : `${goal}, ${begins(target)}`,
    share: isBegun ? (target.actual_count ?? 0) / target.target_value : null,
    bound: boundOf(target)
  };
}

function fundingChart(release: Release, {document}: {document: Document}): Node {
  const money = funding(release);
  const parts = list(money.parts.map(({name, amount}) => `${name} ${millions(amount)}`));
  return figure({
    document,
    id: "funding",
    finding: `${millions(money.named)} of about ${millions(money.total)} is named; the plan gives no amounts for the rest`,
    measure: `Money for support staff training in England, financial year 2004–05. ${rest(release)}`,
    alternative: `One bar: ${parts}, and an outline up to about ${millions(money.total)} for what is not stated.`,
    draw: (width) => namedFunding(money, {document, width}),
    table: plainTable(money.lines, {document, caption: FUNDING_CAPTION, columns: fundingColumns}),
    download: FUNDING_FILE,
    about: aboutNumbers(breakdown(release, "FIN-05"), release, {document}),
    source: SOURCE
  });
}

/** The total is approximate and one grant has other permitted uses, so the rest is a range. */
function rest(release: Release): string {
  const {residual, parts} = funding(release);
  const {lower, upper} = residual;
  if (lower === null) return "How much that leaves is unknown.";
  if (upper === null || upper === lower) return `That leaves about ${millions(lower)}.`;
  const other = parts.find(({amount}) => amount === upper - lower)?.name ?? "a grant";
  return `That leaves about ${millions(lower)}, or up to about ${millions(upper)} if ${other} goes to its other permitted uses.`;
}
