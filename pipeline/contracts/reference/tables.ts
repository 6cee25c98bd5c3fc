import type {Contract} from "../contract.js";
import {aims} from "./aims.js";
import {apprenticeshipRoles} from "./apprenticeship_roles.js";
import {areas} from "./areas.js";
import {competences} from "./competences.js";
import {dataNeeds} from "./data_needs.js";
import {disclosureRules} from "./disclosure_rules.js";
import {expectedSenders} from "./expected_senders.js";
import {facts} from "./facts.js";
import {feAdultLearners} from "./fe_adult_learners.js";
import {fundingExternal} from "./funding_external.js";
import {fundingLines} from "./funding_lines.js";
import {hltaStandards} from "./hlta_standards.js";
import {ilrCodes} from "./ilr_codes.js";
import {ilrFields} from "./ilr_fields.js";
import {indicators} from "./indicators.js";
import {inductionModules} from "./induction_modules.js";
import {inductionUnitMap} from "./induction_unit_map.js";
import {intervalCoverage} from "./interval_coverage.js";
import {leas} from "./leas.js";
import {localLscs} from "./local_lscs.js";
import {lscTiles} from "./lsc_tiles.js";
import {methodTestVectors} from "./method_test_vectors.js";
import {milestones} from "./milestones.js";
import {njcProfiles} from "./njc_profiles.js";
import {notices} from "./notices.js";
import {nvqUnits} from "./nvq_units.js";
import {organisations} from "./organisations.js";
import {postcodeDistricts} from "./postcode_districts.js";
import {priorities} from "./priorities.js";
import {programmeFacts} from "./programme_facts.js";
import {programmes} from "./programmes.js";
import {regions} from "./regions.js";
import {roleCategories} from "./role_categories.js";
import {roleCompetences} from "./role_competences.js";
import {roleNjcProfiles} from "./role_njc_profiles.js";
import {roleQualificationSuitability} from "./role_qualification_suitability.js";
import {roleRoutes} from "./role_routes.js";
import {roles} from "./roles.js";
import {routes} from "./routes.js";
import {soc2000Roles} from "./soc2000_roles.js";
import {systems} from "./systems.js";
import {targets} from "./targets.js";
import {workforceSeries} from "./workforce_series.js";
import {workforceToday} from "./workforce_today.js";

/** Every table of data/reference, those first that others refer to. */
export const REFERENCE_TABLES: readonly Contract[] = [
  regions,
  localLscs,
  leas,
  areas,
  lscTiles,
  routes,
  roles,
  roleRoutes,
  roleCategories,
  priorities,
  programmes,
  roleQualificationSuitability,
  apprenticeshipRoles,
  targets,
  milestones,
  fundingLines,
  fundingExternal,
  organisations,
  systems,
  dataNeeds,
  facts,
  competences,
  roleCompetences,
  nvqUnits,
  inductionModules,
  inductionUnitMap,
  njcProfiles,
  roleNjcProfiles,
  hltaStandards,
  indicators,
  workforceSeries,
  workforceToday,
  feAdultLearners,
  ilrCodes,
  ilrFields,
  soc2000Roles,
  disclosureRules,
  programmeFacts,
  methodTestVectors,
  intervalCoverage,
  expectedSenders,
  aims,
  postcodeDistricts,
  notices
];
