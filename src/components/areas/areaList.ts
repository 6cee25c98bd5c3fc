import {aboutNumbers} from "../aboutNumbers.js";
import {builder, type Child} from "../element.js";
import {missing} from "../format.js";
import {missingWord} from "../missingWord.js";
import {areaName} from "../names.js";
import type {Download, Figure, Release} from "../release.js";
import {saidSynthetic} from "../saidSynthetic.js";
import {limitsSaid} from "../surveyWords.js";
import {downloadLine} from "../tableBehind.js";
import {mapRates} from "./mapRates.js";
import {type Area, areaLink, areasWithin} from "./place.js";
import type {MapRate} from "./tileMap.js";
import {areaFile, SOURCE} from "./wording.js";

/** Where the list stands on its page. */
export const LIST = "local-lscs";

const CAPTION = "Local LSCs by region, with 95% intervals; rates are drawn in towards the mean of all";

/** Returns the list beside the map: every local LSC under its region, each with the numbers of the maps and their intervals. */
export function areaList(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const rates = mapRates(release);
  const head = h(
    "tr",
    {},
    h("th", {scope: "col"}, "Local LSC"),
    ...rates.map(({title}) => h("th", {scope: "col", class: "number"}, title))
  );
  const groups = regionsOf(release).map((region) =>
    h(
      "tbody",
      {},
      h(
        "tr",
        {class: "region"},
        h("th", {scope: "rowgroup", colspan: rates.length + 1}, h("a", {href: areaLink(region)}, region.area_name))
      ),
      ...areasWithin(release, region.area_code, {level: "local_lsc"}).map((area) =>
        h(
          "tr",
          {},
          h("th", {scope: "row"}, h("a", {href: areaLink(area)}, area.area_name)),
          ...rates.map((rate) => h("td", {class: "number"}, ...rateCell(rate, {area, release, document})))
        )
      )
    )
  );
  return h(
    "div",
    {class: "area-list", id: LIST},
    h("table", {}, h("caption", {}, saidSynthetic(CAPTION, fileOf(release))), h("thead", {}, head), ...groups),
    h(
      "div",
      {class: "below"},
      aboutNumbers(shown(release), release, {document}),
      downloadLine({
        document,
        download: fileOf(release),
        source: SOURCE
      })
    )
  );
}

/** Returns the list as a download. */
export function areaListDownload(release: Release): Download {
  const rates = mapRates(release);
  const rows = regionsOf(release).flatMap((region) =>
    areasWithin(release, region.area_code, {level: "local_lsc"}).map(({area_code, area_name}) => [
      area_name,
      areaName(release, region.area_code),
      ...rates.map((rate) => said(rate, {area_code, release}))
    ])
  );
  return {
    file: fileOf(release),
    title: CAPTION,
    source: SOURCE,
    rows: [["Local LSC", "Region", ...rates.map(({title}) => title)], ...rows]
  };
}

const regionsOf = ({areas}: Pick<Release, "areas">): Area[] =>
  areas.filter(({area_level}) => area_level === "region").toSorted((a, b) => (a.area_name < b.area_name ? -1 : 1));

const fileOf = (release: Release): string => areaFile({area_code: "local-lscs"}, {of: "map", rows: shown(release)});

const shown = (release: Release): Figure[] =>
  release.areas.flatMap(({area_code, area_level}) =>
    area_level === "local_lsc" ? mapRates(release).flatMap((rate) => rate.figureOf(area_code) ?? []) : []
  );

function said(rate: MapRate, {area_code, release}: {area_code: string; release: Release}): string {
  const figure = rate.figureOf(area_code);
  if (!figure || figure.value === null) return missing(rate.missingAt(area_code), release).word;
  const limits = limitsSaid(figure, (value) => rate.write(value).replace("%", ""));
  return `${rate.write(figure.value)}${limits === "" ? "" : ` (${limits})`}`;
}

function rateCell(
  rate: MapRate,
  {area, release, document}: {area: Area; release: Release; document: Document}
): Child[] {
  const h = builder(document);
  const figure = rate.figureOf(area.area_code);
  if (!figure || figure.value === null)
    return [missingWord(missing(rate.missingAt(area.area_code), release), {document})];
  const [value, limits] = said(rate, {area_code: area.area_code, release}).split(/ (?=\()/);
  return [value, " ", h("small", {class: "quiet"}, limits)];
}
