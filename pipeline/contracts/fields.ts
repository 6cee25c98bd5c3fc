import {AREA_FIELDS} from "./fields/areas.js";
import {COMPARISON_FIELDS} from "./fields/comparisons.js";
import {COMPETENCE_FIELDS} from "./fields/competences.js";
import {DEFINITION_FIELDS} from "./fields/definitions.js";
import {FIGURE_FIELDS} from "./fields/figures.js";
import {INDUCTION_FIELDS} from "./fields/induction.js";
import {JOB_FIELDS} from "./fields/jobs.js";
import {MONEY_FIELDS} from "./fields/money.js";
import {PLAN_FIELDS} from "./fields/plan.js";
import {PROGRESS_FIELDS} from "./fields/progress.js";
import {QUALITY_FIELDS} from "./fields/quality.js";
import {RELEASE_FIELDS} from "./fields/releases.js";
import {RETURN_FIELDS} from "./fields/returns.js";

/** Every published column once; one file a subject. A table lists names; titles, units and descriptions come from here. */
export const FIELDS = {
  ...FIGURE_FIELDS,
  ...AREA_FIELDS,
  ...JOB_FIELDS,
  ...COMPETENCE_FIELDS,
  ...INDUCTION_FIELDS,
  ...PLAN_FIELDS,
  ...PROGRESS_FIELDS,
  ...MONEY_FIELDS,
  ...RETURN_FIELDS,
  ...DEFINITION_FIELDS,
  ...COMPARISON_FIELDS,
  ...QUALITY_FIELDS,
  ...RELEASE_FIELDS
} as const;

export type FieldName = keyof typeof FIELDS;
