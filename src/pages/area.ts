import {areaMeasuresTable} from "../components/areas/areaMeasures.js";
import {areaMoneyTable} from "../components/areas/areaMoney.js";
import {leaTable, localLscTable} from "../components/areas/areaParts.js";
import {areaPlanTable} from "../components/areas/areaPlan.js";
import {areaReturnsTable} from "../components/areas/areaReturns.js";
import {type AreaTable, areaDownload, areaSection} from "../components/areas/areaTable.js";
import {areaLead, areaTitle} from "../components/areas/areaTitle.js";
import {besideTable} from "../components/areas/beside.js";
import {type Area, allFiguresAt, areaAt, pagesOfAreas} from "../components/areas/place.js";
import {staffMixTable} from "../components/areas/staffMix.js";
import {wayUp} from "../components/areas/wayUp.js";
import {unsourced} from "../components/areas/wording.js";
import {banner} from "../components/banner.js";
import {builder} from "../components/element.js";
import {areaName} from "../components/names.js";
import type {Mark, Origin, Page, Parameters, Release} from "../components/release.js";
import {reportFile} from "../components/reportFile.js";

type Make = (release: Release, area: Area) => AreaTable | undefined;

const TABLES: Readonly<Record<string, Make>> = {
  beside: besideTable,
  mix: staffMixTable,
  localLscs: (release, area) => (area.area_level === "region" ? localLscTable(release, area) : undefined),
  leas: leaTable,
  measures: areaMeasuresTable,
  returns: areaReturnsTable,
  plan: areaPlanTable,
  money: areaMoneyTable
};

/** One page for each region and local LSC: how it stands, who works there, what it plans, spends and returns. */
export const area: Page = {
  origins,
  parameters: (release) => pagesOfAreas(release).map(({area_code}) => ({area: area_code})),
  downloads: (release, parameters = {}) =>
    Object.keys(TABLES).flatMap((name) => {
      const found = tableOf(release, {name, parameters});
      return found && found.rows.length > 0 ? [areaDownload(found)] : [];
    }),
  name: (release, parameters) => areaName(release, parameters.area ?? ""),
  marks: {
    banner: (release, {document, parameters}) => banner(origins(release, parameters), {document}),
    title: (release, {parameters}) => areaTitle(release, areaOf(release, parameters)),
    lead: (release, {parameters}) => areaLead(release, areaOf(release, parameters)),
    wayUp: (release, {document, parameters}) => wayUp(release, areaOf(release, parameters), {document}),
    print: (release, {document, parameters}) => printLink(release, {document, parameters}),
    unsourced: (release, {parameters}) => unsourced(origins(release, parameters)),
    ...Object.fromEntries(Object.keys(TABLES).map((name) => [name, tableMark(name)]))
  }
};

/** The pack that the reports hold for each area: the same tables, for paper. */
function printLink(release: Release, {document, parameters}: {document: Document; parameters: Parameters}): Node {
  const isSynthetic = origins(release, parameters).has("synthetic");
  const {signed_by: signedBy} = release.catalogue.release;
  const file = reportFile((parameters.area ?? "").toLowerCase(), {ending: "pdf", signedBy, isSynthetic});
  const h = builder(document);
  return h("p", {}, h("a", {href: `/reports/areas/${file}`}, "This page as a PDF for print"));
}

function areaOf(release: Release, parameters: Parameters): Area {
  return areaAt(release, parameters.area ?? "");
}

function tableMark(name: string): Mark {
  return (release, {document, parameters}) => {
    const found = tableOf(release, {name, parameters});
    return found ? areaSection(found, release, {document}) : document.createTextNode("");
  };
}

/** The page and its downloads are made of the same tables, each worked out once. */
function tableOf(release: Release, {name, parameters}: {name: string; parameters: Parameters}): AreaTable | undefined {
  const known = made.get(release) ?? new Map<string, AreaTable | undefined>();
  made.set(release, known);
  const key = `${parameters.area} ${name}`;
  if (!known.has(key)) known.set(key, TABLES[name]?.(release, areaOf(release, parameters)));
  return known.get(key);
}

const made = new WeakMap<Release, Map<string, AreaTable | undefined>>();

function origins(release: Release, {area: code}: Parameters = {}): Set<Origin> {
  const codes = code === undefined ? pagesOfAreas(release).map(({area_code}) => area_code) : [code];
  return new Set(codes.flatMap((of) => allFiguresAt(release, of).map(({origin}) => origin)));
}
