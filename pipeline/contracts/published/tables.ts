import {areas} from "./areas.js";
import {changes} from "./changes.js";
import {comparisonFamilies} from "./comparison_families.js";
import {comparisons} from "./comparisons.js";
import {definitions} from "./definitions.js";
import {errorChecks} from "./error_checks.js";
import {files} from "./files.js";
import {fundingLines} from "./funding_lines.js";
import {indicators} from "./indicators.js";
import {inductionLevels} from "./induction_levels.js";
import {inductionMap} from "./induction_map.js";
import {inductionModules} from "./induction_modules.js";
import {intervalCoverage} from "./interval_coverage.js";
import {linkage} from "./linkage.js";
import {milestones} from "./milestones.js";
import {notices} from "./notices.js";
import {policy} from "./policy.js";
import {priorities} from "./priorities.js";
import {programmes} from "./programmes.js";
import {progress} from "./progress.js";
import {provenance} from "./provenance.js";
import {releases} from "./releases.js";
import {returns} from "./returns.js";
import {roleCompetences} from "./role_competences.js";
import {roleProfiles} from "./role_profiles.js";
import {roleQualifications} from "./role_qualifications.js";
import {roles} from "./roles.js";
import {routes} from "./routes.js";
import type {PublishedTable} from "./table.js";
import {thresholds} from "./thresholds.js";
import {trajectories} from "./trajectories.js";
import {vintages} from "./vintages.js";

/** Every table that leaves the gate, by its name and in the order in which they are written. */
export const PUBLISHED = {
  indicators,
  progress,
  trajectories,
  changes,
  vintages,
  releases,
  notices,
  comparisons,
  comparison_families: comparisonFamilies,
  thresholds,
  error_checks: errorChecks,
  interval_coverage: intervalCoverage,
  priorities,
  milestones,
  funding_lines: fundingLines,
  linkage,
  returns,
  files,
  provenance,
  policy,
  definitions,
  areas,
  roles,
  routes,
  programmes,
  role_competences: roleCompetences,
  role_profiles: roleProfiles,
  role_qualifications: roleQualifications,
  induction_map: inductionMap,
  induction_modules: inductionModules,
  induction_levels: inductionLevels
} as const;

export const PUBLISHED_TABLES: readonly PublishedTable[] = Object.values(PUBLISHED);
