import {areaList, areaListDownload} from "../components/areas/areaList.js";
import {areaMaps} from "../components/areas/areaMaps.js";
import {areasFunnel, areasFunnelDownload} from "../components/areas/areasFunnel.js";
import {areasLead, areasTitle} from "../components/areas/areasTitle.js";
import {NEIGHBOUR_RULE} from "../components/areas/neighbours.js";
import {unsourced} from "../components/areas/wording.js";
import {banner} from "../components/banner.js";
import type {Origin, Page, Release} from "../components/release.js";

/** The 47 local LSCs and nine regions: a map, the list beside it, and a funnel. */
export const areas: Page = {
  origins,
  downloads: (release) => [areaListDownload(release), areasFunnelDownload(release)],
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title: areasTitle,
    lead: areasLead,
    maps: (release, {document}) => areaMaps(release, {document}),
    list: (release, {document}) => areaList(release, {document}),
    funnel: (release, {document}) => areasFunnel(release, {document}),
    rule: () => NEIGHBOUR_RULE,
    unsourced: (release) => unsourced(origins(release))
  }
};

function origins({indicators, comparisons}: Release): Set<Origin> {
  const shown = [
    ...indicators.filter(({indicator_id}) => indicator_id === "REG-03" || indicator_id === "UPT-03"),
    ...comparisons.filter(({area_level}) => area_level === "local_lsc")
  ];
  return new Set(shown.map(({origin}) => origin));
}
