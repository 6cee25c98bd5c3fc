import {assumptionSentence, assumptionTable} from "../../src/components/assumptions.js";
import {comparisonSentence, familiesTable} from "../../src/components/comparisonFamilies.js";
import {policyTables, surfaceSentence} from "../../src/components/disclosurePolicy.js";
import {builder} from "../../src/components/element.js";
import {backtestSentence, forecastTable} from "../../src/components/forecastChecks.js";
import {linkageSentence} from "../../src/components/linkedPeople.js";
import type {Release} from "../../src/components/release.js";
import {marginsSentence, responseTable, unequalWeights} from "../../src/components/surveyQuality.js";
import {paragraph} from "../prose.js";
import type {Section} from "../report.js";

/** Returns how the figures are made, how sure they are, and how people in them are protected. */
export function methodsSection(release: Release): Section {
  return {id: "methods", title: "Methods", claims: [], draw: ({document}) => methods(release, {document})};
}

function methods(release: Release, {document}: {document: Document}): Node[] {
  const h = builder(document);
  const says = (...texts: string[]): Node => paragraph(texts.join(" "), {document});
  const heading = (text: string): Node => h("h3", {}, text);
  return [
    says(
      "Returns become figures in one walk: they are judged, estimated, checked, and protected before anything is shown. The Methods page of the site says more, and how well each step did."
    ),
    heading("The survey"),
    says(
      "An answer stands for as many people as its chance of being drawn says, then for those who did not answer in the same local LSC, phase and size of school; weights are then raked to the headcounts of staff, and held below five times the median.",
      marginsSentence(release),
      unequalWeights(release)
    ),
    says(
      "Staff of one school are alike, so the school is what was sampled: errors come from Taylor linearisation over strata and schools, and intervals are Wilson’s on the effective number of answers. What staff say of themselves and what heads say of them are different series, and are never pooled."
    ),
    responseTable(release, {document}),
    heading("When two figures are called different"),
    says(
      "Only when the test made for them passes. Each comparison belongs to a family declared beforehand; within a family and period, Benjamini and Hochberg’s rule keeps false alarms to 5% of those called different. It is decided before rounding. By the survey, an area is compared with the rest of England, never with a nation that contains it; rates from returns are held against limits drawn around the rate of all areas of its level.",
      comparisonSentence(release)
    ),
    familiesTable(release, {document}),
    heading("Progress towards a target"),
    says(
      "Only what falls within a target’s own window counts. “Up to” is a ceiling that nobody can fall short of; “around” is approximate; a priority without a number gets no percentage. Otherwise a target is on course where the chance of reaching it is 80% or more, off course below 20%, and at risk between. Where starts come month by month, 10,000 futures are simulated at the rate of recent months; where they come in cohorts, those that are planned are filled as earlier ones were.",
      backtestSentence(release)
    ),
    forecastTable(release, {document}),
    heading("People counted once"),
    says(
      "Records of learners are linked by how likely they are to be one person’s. It happens as returns are read; names go no further.",
      linkageSentence(release)
    ),
    heading("People protected"),
    says(
      "Everything leaves by one gate.",
      surfaceSentence(release),
      "All numbers of people are rounded together, so that parts still add up to their totals, and then attacked by a program that knows every published table; where it comes too near a small number, the number is hidden."
    ),
    policyTables(release, {document}),
    heading("What is assumed"),
    says(assumptionSentence(release)),
    assumptionTable(release, {document})
  ];
}
