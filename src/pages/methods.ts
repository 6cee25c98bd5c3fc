import {assumptionDownloads, assumptionSentence, assumptionTable} from "../components/assumptions.js";
import {banner} from "../components/banner.js";
import {comparisonSentence, familiesDownloads, familiesTable} from "../components/comparisonFamilies.js";
import {
  costSentence,
  policyDownloads,
  policyTables,
  policyValue,
  surfaceSentence,
  symbolTable
} from "../components/disclosurePolicy.js";
import {errorChart, errorDownloads} from "../components/errorChecks.js";
import {backtestSentence, forecastDownloads, forecastTable} from "../components/forecastChecks.js";
import {count} from "../components/format.js";
import {
  catalogueDownloads,
  catalogueSentence,
  catalogueTables,
  indicatorCounts
} from "../components/indicatorCatalogue.js";
import {coverageChart, coverageDownloads, coverageInAll} from "../components/intervalCoverage.js";
import {type KeyFigure, keyFigures} from "../components/keyFigures.js";
import {linkageDownloads, linkageSentence, linkageTable, linkedCounts} from "../components/linkedPeople.js";
import type {Origin, Page, Release} from "../components/release.js";
import {
  marginsSentence,
  responseDownloads,
  responseSentence,
  responseTable,
  unequalWeights
} from "../components/surveyQuality.js";
import {tableLinks} from "../components/tableLinks.js";

/** How each number is made, how sure it is, and what is done to protect people. */
export const methods: Page = {
  origins,
  downloads: (release) =>
    [
      responseDownloads,
      errorDownloads,
      coverageDownloads,
      familiesDownloads,
      linkageDownloads,
      forecastDownloads,
      policyDownloads,
      catalogueDownloads,
      assumptionDownloads
    ].flatMap((of) => of(release)),
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    figures: (release, {document}) => keyFigures(headlines(release), {document}),
    responseSentence,
    marginsSentence,
    unequalWeights,
    responses: (release, {document}) => responseTable(release, {document}),
    errors: (release, {document}) => errorChart(release, {document}),
    coverage: (release, {document}) => coverageChart(release, {document}),
    comparisonSentence,
    families: (release, {document}) => familiesTable(release, {document}),
    linkageSentence,
    linkage: (release, {document}) => linkageTable(release, {document}),
    backtestSentence,
    forecasts: (release, {document}) => forecastTable(release, {document}),
    surfaceSentence,
    costSentence,
    policy: (release, {document}) => policyTables(release, {document}),
    symbols: (release, {document}) => symbolTable(release, {document}),
    catalogueSentence,
    catalogue: (release, {document}) => catalogueTables(release, {document}),
    assumptionSentence,
    assumptions: (release, {document}) => assumptionTable(release, {document}),
    tables: (_, {document}) => tableLinks(TABLES, {document})
  }
};

/** The published tables that the pages rest on. */
const TABLES = [
  "indicators",
  "definitions",
  "error_checks",
  "interval_coverage",
  "comparison_families",
  "comparisons",
  "linkage",
  "progress",
  "trajectories",
  "priorities",
  "milestones",
  "funding_lines",
  "programmes",
  "policy",
  "provenance",
  "files",
  "returns",
  "areas",
  "roles",
  "role_competences",
  "role_profiles",
  "role_qualifications",
  "induction_map",
  "induction_levels"
] as const;

function origins({error_checks, interval_coverage, linkage, trajectories, comparisons}: Release): Set<Origin> {
  const shown = [...error_checks, ...interval_coverage, ...linkage, ...trajectories, ...comparisons];
  return new Set(shown.map(({origin}) => origin));
}

function headlines(release: Release): KeyFigure[] {
  const {all, withFigures} = indicatorCounts(release);
  return [
    {
      value: `${count(withFigures)} of ${count(all)}`,
      label: "indicators have figures",
      base: "the others say why not",
      about: "#indicators"
    },
    held(release),
    people(release),
    {
      value: policyValue(release, "Fewest numbers that a small one can be") ?? release.symbols.z.word,
      label: "possible numbers left for any count of 1 to 9 people",
      base: "even for someone who combines every published table",
      about: "#protection"
    }
  ];
}

function held(release: Release): KeyFigure {
  const found = coverageInAll(release);
  const label = "of 95% intervals held the truth";
  const about = "#intervals";
  if (!found) return {value: release.reasons.not_enough_data.word, label, base: "no country simulated", about};
  const {percent, intervals, countries} = found;
  return {
    value: `${Math.round(percent)}%`,
    label,
    base: `${count(intervals)} intervals in ${count(countries)} simulated countries`,
    about
  };
}

function people(release: Release): KeyFigure {
  const found = linkedCounts(release);
  const label = "people behind the learner references";
  const about = "#people";
  if (!found || found.joined.persons_count === null || found.apart.persons_count === null)
    return {value: release.reasons.not_enough_data.word, label, base: "no enrolments received", about};
  const {apart, joined} = found;
  return {
    value: count(joined.persons_count ?? 0),
    label: `people behind ${count(apart.persons_count ?? 0)} learner references`,
    base: `${joined.origin === "synthetic" ? "in the synthetic returns, " : ""}each counted once`,
    about
  };
}
