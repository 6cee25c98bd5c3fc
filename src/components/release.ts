import type {areas} from "../../pipeline/contracts/published/areas.js";
import type {comparisonFamilies} from "../../pipeline/contracts/published/comparison_families.js";
import type {comparisons} from "../../pipeline/contracts/published/comparisons.js";
import type {definitions} from "../../pipeline/contracts/published/definitions.js";
import type {errorChecks} from "../../pipeline/contracts/published/error_checks.js";
import type {files} from "../../pipeline/contracts/published/files.js";
import type {fundingLines} from "../../pipeline/contracts/published/funding_lines.js";
import type {indicators} from "../../pipeline/contracts/published/indicators.js";
import type {inductionLevels} from "../../pipeline/contracts/published/induction_levels.js";
import type {inductionMap} from "../../pipeline/contracts/published/induction_map.js";
import type {intervalCoverage} from "../../pipeline/contracts/published/interval_coverage.js";
import type {linkage} from "../../pipeline/contracts/published/linkage.js";
import type {milestones} from "../../pipeline/contracts/published/milestones.js";
import type {policy} from "../../pipeline/contracts/published/policy.js";
import type {priorities} from "../../pipeline/contracts/published/priorities.js";
import type {programmes} from "../../pipeline/contracts/published/programmes.js";
import type {progress} from "../../pipeline/contracts/published/progress.js";
import type {returns} from "../../pipeline/contracts/published/returns.js";
import type {roleCompetences} from "../../pipeline/contracts/published/role_competences.js";
import type {roleProfiles} from "../../pipeline/contracts/published/role_profiles.js";
import type {roleQualifications} from "../../pipeline/contracts/published/role_qualifications.js";
import type {roles} from "../../pipeline/contracts/published/roles.js";
import type {PublishedRow} from "../../pipeline/contracts/published/table.js";
import type {trajectories} from "../../pipeline/contracts/published/trajectories.js";
import type {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";

export type Figure = PublishedRow<typeof indicators>;
export type Target = PublishedRow<typeof progress>;
export type TrajectoryMonth = PublishedRow<typeof trajectories>;
export type Milestone = PublishedRow<typeof milestones>;
export type Priority = PublishedRow<typeof priorities>;
export type FundingLine = PublishedRow<typeof fundingLines>;
export type Return = PublishedRow<typeof returns>;
export type Programme = PublishedRow<typeof programmes>;
export type Definition = PublishedRow<typeof definitions>;
export type ErrorCheck = PublishedRow<typeof errorChecks>;
export type IntervalCoverage = PublishedRow<typeof intervalCoverage>;
export type ComparisonFamily = PublishedRow<typeof comparisonFamilies>;
export type Linkage = PublishedRow<typeof linkage>;
export type PolicyLine = PublishedRow<typeof policy>;
export type Origin = Figure["origin"];

/** The published tables that pages read, by name. */
export interface Tables {
  indicators: readonly Figure[];
  progress: readonly Target[];
  trajectories: readonly TrajectoryMonth[];
  milestones: readonly Milestone[];
  priorities: readonly Priority[];
  funding_lines: readonly FundingLine[];
  returns: readonly Return[];
  programmes: readonly Programme[];
  areas: readonly PublishedRow<typeof areas>[];
  definitions: readonly Definition[];
  comparison_families: readonly ComparisonFamily[];
  comparisons: readonly PublishedRow<typeof comparisons>[];
  error_checks: readonly ErrorCheck[];
  interval_coverage: readonly IntervalCoverage[];
  linkage: readonly Linkage[];
  policy: readonly PolicyLine[];
  roles: readonly PublishedRow<typeof roles>[];
  role_competences: readonly PublishedRow<typeof roleCompetences>[];
  role_profiles: readonly PublishedRow<typeof roleProfiles>[];
  role_qualifications: readonly PublishedRow<typeof roleQualifications>[];
  induction_map: readonly PublishedRow<typeof inductionMap>[];
  induction_levels: readonly PublishedRow<typeof inductionLevels>[];
  files: readonly PublishedRow<typeof files>[];
}

/** What the words of symbols and reasons are; handed in, so that pages draw on the one list without reading it. */
export interface Words {
  symbols: typeof SYMBOLS;
  reasons: typeof REASONS;
}

/** Everything a page may show: the published tables and the words for what is missing. */
export interface Release extends Tables, Words {}

/** What a page's mark gets beside the release. */
export interface MarkOptions {
  document: Document;
  argument?: string; // the word after the name: {{name argument}}
}

/** Fills one `{{name}}` of a page: a string stands as text, a node as itself. */
export type Mark = (release: Release, options: MarkOptions) => string | Node;

/** A table offered beside a chart: the same rows as on the page. */
export interface Download {
  file: string; // "targets-synthetic.csv"
  rows: readonly (readonly (string | number | null)[])[]; // first the headings
}

/** What a page hands to the site: its marks, the origins of all it shows, and its downloads. */
export interface Page {
  marks: Readonly<Record<string, Mark>>;
  origins(release: Release): ReadonlySet<Origin>;
  downloads?(release: Release): readonly Download[];
}
