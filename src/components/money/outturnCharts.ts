import {aboutNumbers} from "../aboutNumbers.js";
import {csvName} from "../csvName.js";
import {dotRows} from "../dotRows.js";
import {figure} from "../figure.js";
import {percent, sentence} from "../format.js";
import {moneyRows} from "../moneyRows.js";
import {plainDownload, plainTable} from "../plainTable.js";
import type {Download, Release} from "../release.js";
import {inSynthetic} from "../surveyWords.js";
import {asAt, inReturns} from "../targets.js";
import {
  byName,
  type Outturn,
  outturnBars,
  outturnColumns,
  outturnFigures,
  outturns,
  shareDots,
  withShare
} from "./outturn.js";

const NATION = "funding-outturn";
const REGIONS = "funding-regions";
const CAPTIONS = {nation: "Allocation and outturn, England", regions: "Allocation and outturn by region"};

/** Returns allocation and outturn of England and of the regions as downloads. */
export function outturnDownloads(release: Release): Download[] {
  const columns = outturnColumns(release);
  const [nation, regions] = [
    outturns(release, {level: "national"}),
    byName(outturns(release, {level: "region"}), release)
  ];
  return [
    plainDownload(csvName(NATION, outturnFigures(nation)), {
      title: CAPTIONS.nation,
      source: sourceOf(nation),
      rows: nation,
      columns
    }),
    plainDownload(csvName(REGIONS, outturnFigures(regions)), {
      title: CAPTIONS.regions,
      source: sourceOf(regions),
      rows: regions,
      columns
    })
  ];
}

/** Returns the chart of what is spent of each line; nothing without returns. */
export function outturnChart(release: Release, {document}: {document: Document}): Node {
  const rows = outturns(release, {level: "national"});
  if (rows.length === 0) return document.createTextNode("");
  const bars = outturnBars(rows, release);
  return figure({
    document,
    id: "outturn",
    finding: outturnFinding(rows, release),
    measure: `Spent so far against the allocation of the year, April 2004 to March 2005, at ${asAt(release)}. England${inReturns(outturnFigures(rows)) && ", synthetic returns"}. Where schools need not report, what is known to be spent is a least sum, drawn as a line with dashes beyond.`,
    alternative: `A bar for each funding line. ${bars.map(({name, said}) => `${name}: ${said}.`).join(" ")}`,
    draw: (width) => moneyRows(bars, {document, width}),
    table: plainTable(rows, {document, caption: CAPTIONS.nation, columns: outturnColumns(release)}),
    about: aboutNumbers(outturnFigures(rows), release, {document}),
    download: csvName(NATION, outturnFigures(rows)),
    source: sourceOf(rows)
  });
}

function outturnFinding(rows: readonly Outturn[], release: Release): string {
  const known = withShare(rows);
  const bound = rows.find(({spent}) => spent?.bound === "lower");
  const said = [
    known && `${percent(known.share.value ?? 0)} of ${known.line} is spent where LEAs have reported`,
    bound && `what schools spent of the ${bound.line} is not known`
  ].filter((part) => typeof part === "string");
  if (said.length === 0) return `What is spent is not known at ${asAt(release)}`;
  return sentence(`${inSynthetic(outturnFigures(rows))}${said.join("; ")}`);
}

/** Returns the chart of the share spent in each region; nothing where no region has one. */
export function regionsChart(release: Release, {document}: {document: Document}): Node {
  const rows = byName(outturns(release, {level: "region"}), release);
  const nation = withShare(outturns(release, {level: "national"}));
  if (!nation) return document.createTextNode("");
  const dots = shareDots(
    rows.filter(({line}) => line === nation.line),
    {release, nation: nation.share}
  );
  if (dots.length === 0) return document.createTextNode("");
  const values = dots.map(({value}) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = least === most ? percent(least) : `${percent(least)} to ${percent(most)}`;
  return figure({
    document,
    id: "regions",
    level: 3,
    finding: sentence(`${inSynthetic(outturnFigures(rows))}${span} of ${nation.line} is spent, by region`),
    measure: `Share of the allocation spent by ${asAt(release)}, of the LEAs that have reported, with how many those are. The line is England. No test has been made of the differences, so no region is called lower than another.`,
    alternative: `Dots by region. ${dots.map(({name, said}) => `${name}: ${said}.`).join(" ")}`,
    draw: (width) =>
      dotRows(dots, {
        document,
        width,
        domain: [0, Math.max(25, most)],
        write: percent,
        line: {at: nation.share.value ?? 0, said: "England"}
      }),
    table: plainTable(rows, {document, caption: CAPTIONS.regions, columns: outturnColumns(release)}),
    about: aboutNumbers(outturnFigures(rows), release, {document}),
    download: csvName(REGIONS, outturnFigures(rows)),
    source: sourceOf(rows)
  });
}

const sourceOf = (rows: readonly Outturn[]): string =>
  `Source: funding returns of DfES and LEAs${inReturns(outturnFigures(rows)) && " (synthetic)"}. Indicator FIN-01.`;
