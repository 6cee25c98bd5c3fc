import {areaMeasuresTable} from "../../src/components/areas/areaMeasures.js";
import {areaMoneyTable} from "../../src/components/areas/areaMoney.js";
import {localLscTable} from "../../src/components/areas/areaParts.js";
import {areaPlanTable} from "../../src/components/areas/areaPlan.js";
import {areaReturnsTable} from "../../src/components/areas/areaReturns.js";
import {type AreaTable, areaSection} from "../../src/components/areas/areaTable.js";
import {areaLead, areaTitle} from "../../src/components/areas/areaTitle.js";
import {besideTable} from "../../src/components/areas/beside.js";
import {type Area, allFiguresAt, areaAt, pagesOfAreas} from "../../src/components/areas/place.js";
import {staffMixTable} from "../../src/components/areas/staffMix.js";
import {unsourced} from "../../src/components/areas/wording.js";
import {noticeSaid, noticesAt} from "../../src/components/notices.js";
import type {Release} from "../../src/components/release.js";
import {asAt} from "../../src/components/targets.js";
import {type Claim, told} from "../claims/claim.js";
import {note, paragraph} from "../prose.js";
import type {Report, Section} from "../report.js";
import {offersEvidence, packCharts} from "./charts.js";

/** Returns the codes of the areas that have a pack: every region and local LSC. */
export const packAreas = (release: Pick<Release, "areas">): string[] =>
  pagesOfAreas(release).map(({area_code}) => area_code);

/** Returns the few pages on one region or local LSC, from the same tables as its page of the site. */
export function areaPack(release: Release, code: string): Report {
  const area = areaAt(release, code);
  const figures = allFiguresAt(release, code);
  return {
    title: area.area_name,
    subtitle: `Training of school support staff: the position at ${asAt(release)}`,
    lead: "",
    asAt:
      release.progress
        .map(({as_at_date}) => as_at_date)
        .toSorted()
        .at(-1) ?? "2004-06-30",
    signedBy: release.catalogue.release.signed_by,
    isSynthetic: figures.some(({origin}) => origin === "synthetic"),
    notices: noticesAt(release, `areas/${code}`).map(noticeSaid),
    isShort: true,
    sections: [sectionOf(release, {area})],
    charts: packCharts(release, area)
  };
}

function sectionOf(release: Release, {area}: {area: Area}): Section {
  const claims: Claim[] = [
    told(`area.${area.area_code}.offers`, {...offersEvidence(release, area), said: areaTitle(release, area)})
  ];
  return {
    id: area.area_code,
    title: area.area_name,
    claims,
    draw: ({document}) => {
      const [first, ...others] = tablesOf(release, area).map((table) => areaSection(table, release, {document}));
      const origins = new Set(allFiguresAt(release, area.area_code).map(({origin}) => origin));
      return [
        paragraph(areaLead(release, area), {document}),
        ...(first ? [first] : []),
        note(unsourced(origins), {document}),
        ...others
      ];
    }
  };
}

const tablesOf = (release: Release, area: Area): AreaTable[] =>
  [
    besideTable(release, area),
    staffMixTable(release, area),
    area.area_level === "region" ? localLscTable(release, area) : undefined,
    areaMeasuresTable(release, area),
    areaPlanTable(release, area),
    areaMoneyTable(release, area),
    areaReturnsTable(release, area)
  ].filter((table) => table !== undefined);
