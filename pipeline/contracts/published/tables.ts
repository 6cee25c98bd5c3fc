import {areas} from "./areas.js";
import {comparisonFamilies} from "./comparison_families.js";
import {comparisons} from "./comparisons.js";
import {definitions} from "./definitions.js";
import {errorChecks} from "./error_checks.js";
import {files} from "./files.js";
import {fundingLines} from "./funding_lines.js";
import {indicators} from "./indicators.js";
import {inductionLevels} from "./induction_levels.js";
import {inductionMap} from "./induction_map.js";
import {intervalCoverage} from "./interval_coverage.js";
import {linkage} from "./linkage.js";
import {milestones} from "./milestones.js";
import {policy} from "./policy.js";
import {priorities} from "./priorities.js";
import {programmes} from "./programmes.js";
import {progress} from "./progress.js";
import {provenance} from "./provenance.js";
import {returns} from "./returns.js";
import {roleCompetences} from "./role_competences.js";
import {roleProfiles} from "./role_profiles.js";
import {roleQualifications} from "./role_qualifications.js";
import {roles} from "./roles.js";
import type {PublishedTable} from "./table.js";
import {thresholds} from "./thresholds.js";
import {trajectories} from "./trajectories.js";

/** Every table that leaves the gate, in the order in which they are written. */
export const PUBLISHED_TABLES: readonly PublishedTable[] = [
  indicators,
  progress,
  trajectories,
  comparisons,
  comparisonFamilies,
  thresholds,
  errorChecks,
  intervalCoverage,
  priorities,
  milestones,
  fundingLines,
  linkage,
  returns,
  files,
  provenance,
  policy,
  definitions,
  areas,
  roles,
  programmes,
  roleCompetences,
  roleProfiles,
  roleQualifications,
  inductionMap,
  inductionLevels
];
