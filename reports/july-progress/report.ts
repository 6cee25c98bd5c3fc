import {MEASURES} from "../../src/components/equality/groupComparisons.js";
import {fundingFigure, receivedFigure, takeUpFigure, targetFigure} from "../../src/components/headlines.js";
import {noticeSaid, noticesAt} from "../../src/components/notices.js";
import {priorityTable} from "../../src/components/priorityTable.js";
import type {Release} from "../../src/components/release.js";
import {signedOff} from "../../src/components/signedOff.js";
import {asAt} from "../../src/components/targets.js";
import type {Report, Section, Summary} from "../report.js";
import {chartsOf} from "./charts.js";
import {equalitySection, groups} from "./equality.js";
import {gapsSection, posts, roles} from "./gaps.js";
import {methodsSection} from "./methods.js";
import {fundingSection, named} from "./money.js";
import {countedTargets, prioritiesSection, promises, standing} from "./priorities.js";
import {qualitySection, received} from "./quality.js";
import {glossarySection, notesSection, sourcesSection} from "./reading.js";
import {regionalOffers, regionsSection} from "./regions.js";
import {unsaidSection} from "./unsaid.js";
import {gap, offers, uptakeSection} from "./uptake.js";

/**
 * Returns the July progress report of a release: its text, figures and charts, which its page and its PDF both show. Throws a
 * UserError that names the sentence where a claim is not true of the published cells.
 */
export function julyProgress(release: Release): Report {
  const isSynthetic = release.files.some(({origin, is_used}) => is_used && origin === "synthetic");
  const signedBy = release.catalogue.release.signed_by;
  return {
    title: "Training and development of school support staff",
    subtitle: `Progress report, July 2004: the position at ${asAt(release)}`,
    lead: leadOf({isSynthetic, signedBy}),
    asAt: positionOf(release),
    signedBy,
    isSynthetic,
    notices: noticesAt(release, "reports/july-progress").map(noticeSaid),
    summary: summaryOf(release),
    sections: sectionsOf(release),
    charts: chartsOf(release)
  };
}

const sectionsOf = (release: Release): Section[] => [
  prioritiesSection(release),
  uptakeSection(release),
  gapsSection(release),
  regionsSection(release),
  equalitySection(release),
  fundingSection(release),
  unsaidSection(release),
  qualitySection(release),
  methodsSection(release),
  notesSection(release),
  glossarySection(),
  sourcesSection(release)
];

/** The summary says findings alone: what the returns were fitted to is none. */
function summaryOf(release: Release): Summary {
  const claims = [
    standing(release),
    ...countedTargets(release),
    promises(release),
    offers(release),
    gap(release),
    regionalOffers(release),
    groups(release, {id: "equality.began", measure: MEASURES.began}),
    posts(release),
    roles(release),
    named(release),
    received(release)
  ];
  const fitted = claims.find(({isFinding}) => !isFinding);
  if (fitted) throw new Error(`invalid summary: ${fitted.id} is no finding: ${fitted.said}`);
  return {
    figures: [targetFigure(release), takeUpFigure(release), receivedFigure(release), fundingFigure(release)],
    claims,
    table: ({document}) => priorityTable(release, {document})
  };
}

const leadOf = ({isSynthetic, signedBy}: Pick<Report, "isSynthetic" | "signedBy">): string =>
  isSynthetic
    ? "A draft on synthetic returns. Nobody published the questionnaires and enrolment returns of 2003–04, so a simulator made them: figures from them are no findings about real staff, and this report cannot be signed off. Targets, money and dates of the plan are real."
    : signedOff(signedBy);

const positionOf = ({progress}: Release): string =>
  progress
    .map(({as_at_date}) => as_at_date)
    .toSorted()
    .at(-1) ?? "2004-06-30";
