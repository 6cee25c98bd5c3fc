import {banner} from "../components/banner.js";
import {list, plural, sentence, word} from "../components/format.js";
import {fundingFigure, receivedFigure, takeUpFigure, targetFigure} from "../components/headlines.js";
import {keyFigures} from "../components/keyFigures.js";
import {priorityLines, priorityTable} from "../components/priorityTable.js";
import type {Origin, Page, Release} from "../components/release.js";
import {figures} from "../components/select.js";
import {changesDownloads, changesFinding, changesTable} from "../components/sinceLastRelease.js";
import {asAt, inReturns, isCounted, numbered, soFar, standingOfAll} from "../components/targets.js";
import {ways} from "../components/ways.js";

/** The state of the plan in one screen. */
export const home: Page = {
  origins,
  downloads: changesDownloads,
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title: standingOfAll,
    lead,
    figures: (release, {document}) =>
      keyFigures([targetFigure(release), takeUpFigure(release), receivedFigure(release), fundingFigure(release)], {
        document
      }),
    prioritiesTitle,
    priorities: (release, {document}) => priorityTable(release, {document}),
    changesTitle: changesFinding,
    changes: (release, {document}) => changesTable(release, {document}),
    ways: (_, {document}) => ways({document})
  }
};

function origins(release: Release): Set<Origin> {
  const shown = [...numbered(release), ...figures(release, "UPT-01"), ...release.funding_lines, ...release.milestones];
  return new Set(shown.map(({origin}) => origin));
}

function lead(release: Release): string {
  const counted = numbered(release).filter(isCounted);
  const where = sentence(inReturns(counted).trim());
  const said =
    counted.length === 0 ? "Nothing is counted yet." : `${where ? `${where}: ` : ""}${list(counted.map(soFar))}.`;
  return `Position at ${asAt(release)}. ${said}`;
}

function prioritiesTitle(release: Release): string {
  const lines = priorityLines(release);
  const without = lines.filter(({target}) => !target).length;
  const overdue = release.milestones.filter(({status}) => status === "due, not known").length;
  const silence =
    overdue === 0
      ? "every promise now due is accounted for"
      : `nothing received says whether ${plural(overdue, "promise")} now due ${overdue === 1 ? "was" : "were"} kept`;
  return `${sentence(word(without))} of the ${word(lines.length)} priorities ${without === 1 ? "has" : "have"} no number to reach; ${silence}`;
}
