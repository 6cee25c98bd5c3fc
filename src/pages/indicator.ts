import {banner} from "../components/banner.js";
import {figuresOf} from "../components/breakdown.js";
import {builder} from "../components/element.js";
import {byName, byOf, splitBy} from "../components/explore/breakdowns.js";
import {count, list, lower, sentence} from "../components/format.js";
import {familyOf} from "../components/indicatorFamilies.js";
import {figureColumns, indicatorSheets, shownFigures} from "../components/indicatorFigures.js";
import {figureSaid, headlines, limitsSaid, numberSaid, when} from "../components/indicatorHeadline.js";
import {definitionList, makingList, restsOn} from "../components/indicatorMaking.js";
import {returnsSentence, returnTables} from "../components/indicatorReturns.js";
import {breakdownList, publishedSentence} from "../components/indicatorTables.js";
import {keyFigures} from "../components/keyFigures.js";
import {indicatorName} from "../components/names.js";
import {plainDownload, plainTable} from "../components/plainTable.js";
import type {Definition, Download, Figure, Origin, Page, Parameters, Release} from "../components/release.js";
import {saidSynthetic} from "../components/saidSynthetic.js";
import {downloadLine} from "../components/tableBehind.js";
import {inReturns} from "../components/targets.js";
import {vintagesDownloads, vintagesSentence, vintagesTable} from "../components/vintages.js";

/** What one number is, how it was made, and what it rests on. */
export const indicator: Page = {
  parameters: ({definitions}) => definitions.map(({indicator_id}) => ({indicator: indicator_id})),
  origins: (release, parameters = {}) => originsOf(release, idOf(parameters)),
  downloads: (release, parameters = {}) => [
    figuresDownload(release, idOf(parameters)),
    ...vintagesDownloads(release, idOf(parameters))
  ],
  sheets: (release, parameters = {}) => indicatorSheets(release, idOf(parameters)),
  name: (release, parameters) => `${indicatorName(release, idOf(parameters))} (${idOf(parameters)})`,
  marks: {
    banner: (release, {document, parameters}) => banner(originsOf(release, idOf(parameters)), {document}),
    family: (_, {document, parameters}) => familyLine(idOf(parameters), {document}),
    title: (release, {parameters}) => title(release, idOf(parameters)),
    lead: (release, {parameters}) => lead(release, idOf(parameters)),
    figures: (release, {document, parameters}) => keyNumbers(release, idOf(parameters), {document}),
    definition: (release, {document, parameters}) =>
      definitionList(definitionOf(release, idOf(parameters)), {document}),
    restsOn: (release, {document, parameters}) => restsOn(shownFigures(release, idOf(parameters)), release, {document}),
    published: (release, {parameters}) => publishedSentence(release, idOf(parameters)),
    table: (release, {document, parameters}) => figuresTable(release, idOf(parameters), {document}),
    tables: (release, {document, parameters}) => breakdownList(release, idOf(parameters), {document}),
    vintagesSentence: (release, {parameters}) => vintagesSentence(release, idOf(parameters)),
    vintages: (release, {document, parameters}) => vintagesTable(release, idOf(parameters), {document}),
    making: (release, {document, parameters}) => makingList(release, idOf(parameters), {document}),
    returnsSentence: (release, {parameters}) => returnsSentence(release, idOf(parameters)),
    returns: (release, {document, parameters}) => returnTables(release, idOf(parameters), {document}),
    places: (_, {document, parameters}) => places(idOf(parameters), {document}),
    others: (release, {document, parameters}) => others(release, idOf(parameters), {document})
  }
};

const idOf = ({indicator: id = ""}: Parameters): string => id;

function definitionOf({definitions}: Release, id: string): Definition {
  const found = definitions.find(({indicator_id}) => indicator_id === id);
  if (!found) throw new Error(`unknown indicator: ${id}`);
  return found;
}

const originsOf = (release: Release, id: string): Set<Origin> =>
  new Set(figuresOf(release, id).map(({origin}) => origin));

function familyLine(id: string, {document}: {document: Document}): Node {
  const h = builder(document);
  return h(
    "p",
    {class: "family"},
    h("a", {href: `/methods#indicators-${familyOf(id).code}`}, familyOf(id).name),
    ` · ${id}`
  );
}

/** "Training offered in last two years: 53% of persons in the synthetic returns, March 2004". */
function title(release: Release, id: string): string {
  const name = indicatorName(release, id);
  const [first] = headlines(release, id);
  if (!first) {
    const [least] = shownFigures(release, id);
    if (!least) return `${name}: no figure in this release`;
    const by = list(splitBy(byOf(least)).map(byName));
    if (least.area_level !== "national") return `${name}: given for areas, not for England`;
    if (by === "") return `${name}: no figure yet of a month that has passed`;
    return `${name}: given by ${by}, with no total for England`;
  }
  const where = first.value === null && first.bound === null ? "" : `${inReturns([first])}, ${when(first)}`;
  const isOther = /^per cent/.test(definitionOf(release, id).unit) && !/^per cent/.test(first.unit);
  return `${name}: ${isOther ? "no rate in total; " : ""}${figureSaid(first, release)}${where}`;
}

function lead(release: Release, id: string): string {
  const {place} = definitionOf(release, id);
  const line = /^S0:L(\d+)$/.exec(place ?? "")?.[1];
  return `It helps to answer: ${lower(familyOf(id).question)}${line ? ` It goes back to line ${line} of the plan.` : ""}`;
}

function keyNumbers(release: Release, id: string, {document}: {document: Document}): Node {
  const figures = headlines(release, id);
  if (figures.length === 0) return document.createTextNode("");
  return keyFigures(
    figures.map((figure) => ({
      value: numberSaid(figure, release),
      label: sentence(`${figure.unit}, ${when(figure)}`),
      base: basisOf(figure)
    })),
    {document}
  );
}

function basisOf(figure: Figure): string {
  const {base, senders_returned, senders_expected, reliability, origin} = figure;
  const limits = limitsSaid(figure);
  return [
    limits,
    base === null ? "" : `base ${count(base)}`,
    senders_returned === null || senders_expected === null
      ? ""
      : `${count(senders_returned)} of ${count(senders_expected)} senders`,
    reliability ?? "",
    origin === "real" ? "" : origin
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function figuresTable(release: Release, id: string, {document}: {document: Document}): Node {
  const rows = shownFigures(release, id);
  if (rows.length === 0) return document.createTextNode("");
  const h = builder(document);
  return h(
    "div",
    {class: "below"},
    plainTable(rows, {
      document,
      caption: saidSynthetic(captionOf(rows, {release, id}), fileOf(rows, id)),
      columns: figureColumns(rows, release),
      isStacked: true
    }),
    downloadLine({document, download: fileOf(rows, id), source: SOURCE})
  );
}

const SOURCE = "Source: published table indicators.";

function figuresDownload(release: Release, id: string): Download {
  const rows = shownFigures(release, id);
  return plainDownload(fileOf(rows, id), {
    rows,
    columns: figureColumns(rows, release),
    title: `${captionOf(rows, {release, id})}, as on the page`,
    source: SOURCE
  });
}

const fileOf = (rows: readonly Figure[], id: string): string =>
  `${id}${inReturns(rows) === "" ? "" : "-synthetic"}.csv`;

const captionOf = ([of]: readonly Figure[], {release, id}: {release: Release; id: string}): string =>
  `${indicatorName(release, id)}, ${of?.area_level === "national" ? "England" : "areas"}`;

/** Which pages show it is known only when all are made: the build puts links here. */
function places(id: string, {document}: {document: Document}): Node {
  const h = builder(document);
  return h(
    "ul",
    {class: "plain", "data-cites": id},
    h("li", {}, h("a", {href: `/explore?indicator=${id}`}, "Explore"), ": by group, area and period")
  );
}

/** The other indicators of the family. */
function others({definitions}: Release, id: string, {document}: {document: Document}): Node {
  const h = builder(document);
  const members = definitions.filter(
    ({indicator_id}) => indicator_id !== id && familyOf(indicator_id).code === familyOf(id).code
  );
  if (members.length === 0) return document.createTextNode("");
  const links = members.map(({indicator_id, indicator_name}) =>
    h("li", {}, h("a", {href: `/indicators/${indicator_id}`}, indicator_name), ` ${indicator_id}`)
  );
  return h(
    "div",
    {},
    h("h2", {}, `Others about ${familyOf(id).name.toLowerCase()}`),
    h("ul", {class: "plain"}, ...links)
  );
}
