import {areasFunnelDownload} from "../../src/components/areas/areasFunnel.js";
import {banner} from "../../src/components/banner.js";
import {builder} from "../../src/components/element.js";
import {MEASURES} from "../../src/components/equality/groupComparisons.js";
import {groupRatiosDownloads} from "../../src/components/equality/groupRatios.js";
import {representationDownloads} from "../../src/components/equality/representation.js";
import {attainmentDownloads} from "../../src/components/gaps/attainment.js";
import {competenceDownloads} from "../../src/components/gaps/competenceGaps.js";
import {depthDownloads} from "../../src/components/gaps/gapDepth.js";
import {viewDownloads} from "../../src/components/gaps/gapViews.js";
import {suitableDownloads} from "../../src/components/gaps/suitableQualifications.js";
import {keyFigures} from "../../src/components/keyFigures.js";
import {costDownloads} from "../../src/components/money/costChart.js";
import {outturnDownloads} from "../../src/components/money/outturnCharts.js";
import {planDownloads} from "../../src/components/money/planCharts.js";
import {promisesDownload} from "../../src/components/promises.js";
import type {Download, Origin, Page, Release} from "../../src/components/release.js";
import {reportFile} from "../../src/components/reportFile.js";
import {completenessDownloads} from "../../src/components/returns/completeness.js";
import {itemDownloads} from "../../src/components/returns/itemQuality.js";
import {responseByRegion} from "../../src/components/returns/response.js";
import {shareDownloads} from "../../src/components/sharePanels.js";
import {signedOff} from "../../src/components/signedOff.js";
import {trajectoryDownloads} from "../../src/components/trajectoryCharts.js";
import {learnersPerStaff} from "../../src/components/uptake/learners.js";
import {offerBound} from "../../src/components/uptake/offerBound.js";
import {rolesHeldDownloads} from "../../src/components/uptake/rolesHeld.js";
import {barriers, lastOffer, wanted} from "../../src/components/uptake/staffGroups.js";
import {uptakeByGroup} from "../../src/components/uptake/uptakeByGroup.js";
import {uptakeByRole, uptakeByRoute} from "../../src/components/uptake/uptakeByRole.js";
import {drawn} from "../claims/drawn.js";
import {claimList} from "../prose.js";
import type {Report} from "../report.js";
import {underSections} from "./headings.js";
import {regionShares} from "./regions.js";
import {julyProgress} from "./report.js";

/** The July progress report as a page of the site: the text, figures and charts of its PDF. */
export const julyReport: Page = {
  origins,
  downloads: (release) => shareDownloads(regionShares(release), release),
  workbook: (release) => `reports/${reportFile(NAME, {...made(release), ending: "ods"})}`,
  sheets,
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title: (release) => made(release).title,
    lead: (release) => `${made(release).subtitle}. ${signedOff(made(release).signedBy)}`,
    print: (release, {document}) => printLink(made(release), {document}),
    contents: (release, {document}) => contents(made(release), {document}),
    summary: (release, {document}) => summary(made(release), {document}),
    sections: (release, {document}) => sections(made(release), {document})
  }
};

/** A page is filled more than once, and its release never changes. */
const reports = new WeakMap<Release, Report>();

function made(release: Release): Report {
  const report = reports.get(release) ?? julyProgress(release);
  reports.set(release, report);
  return report;
}

function origins(release: Release): Set<Origin> {
  return new Set([...release.indicators, ...release.progress, ...release.funding_lines].map(({origin}) => origin));
}

/** The report in other forms, which stand beside its page. */
function printLink(report: Report, {document}: {document: Document}): Node {
  const h = builder(document);
  const forms = [
    ["pdf", NAME, "The report for print (PDF)"],
    ["ods", NAME, "Its tables (ODS)"],
    ["csv", `${NAME}-claims`, "Its sentences, each with the cells that it rests on (CSV)"]
  ] as const;
  return h(
    "ul",
    {class: "forms"},
    ...forms.map(([ending, name, said]) =>
      h("li", {}, h("a", {href: `/reports/${reportFile(name, {...report, ending})}`}, said))
    )
  );
}

const NAME = "july-progress";

function contents({sections}: Report, {document}: {document: Document}): Node {
  const h = builder(document);
  const items = [{id: "summary", title: "Summary"}, ...sections].map(({id, title}) =>
    h("li", {}, h("a", {href: `#part-${id}`}, title))
  );
  return h("nav", {"aria-label": "Contents"}, h("ol", {class: "contents"}, ...items));
}

function summary({summary}: Report, {document}: {document: Document}): Node {
  if (!summary) return document.createTextNode("");
  const {figures, claims, table} = summary;
  const h = builder(document);
  return h(
    "section",
    {class: "part", "aria-labelledby": "part-summary"},
    h("h2", {id: "part-summary"}, "Summary"),
    keyFigures(figures, {document}),
    claimList(claims, {document}),
    table({document})
  );
}

function sections(report: Report, {document}: {document: Document}): Node {
  const h = builder(document);
  const parts = report.sections.map((section) => {
    const {id, title, claims} = section;
    return h(
      "section",
      {class: "part", "aria-labelledby": `part-${id}`},
      h("h2", {id: `part-${id}`}, title),
      claims.length > 0 && claimList(claims, {document}),
      ...underSections(drawn(section, {document, charts: report.charts}).nodes)
    );
  });
  return h("div", {class: "report"}, ...parts);
}

/** The tables behind the report's charts, one sheet each. */
function sheets(release: Release): Download[] {
  const panels = [
    offerBound,
    lastOffer,
    uptakeByRoute,
    uptakeByRole,
    wanted,
    barriers,
    learnersPerStaff,
    uptakeByGroup
  ];
  return [
    ...trajectoryDownloads(release),
    promisesDownload(release),
    ...panels.flatMap((panel) => shareDownloads(panel(release), release)),
    ...[
      rolesHeldDownloads,
      competenceDownloads,
      depthDownloads,
      viewDownloads,
      attainmentDownloads,
      suitableDownloads,
      representationDownloads,
      planDownloads,
      outturnDownloads,
      costDownloads,
      completenessDownloads,
      responseByRegion,
      itemDownloads
    ].flatMap((downloads) => downloads(release)),
    areasFunnelDownload(release),
    ...[MEASURES.began, MEASURES.offered].flatMap((measure) => groupRatiosDownloads(release, measure))
  ];
}
