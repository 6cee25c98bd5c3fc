import {apprenticeships} from "./apprenticeships.js";
import type {Contract} from "./contract.js";
import {enrolment} from "./enrolment.js";
import {funding} from "./funding.js";
import {ilr} from "./ilr.js";
import {localPlan} from "./local_plan.js";
import {programme} from "./programme.js";
import {provider} from "./provider.js";
import {schoolFrame} from "./school_frame.js";
import {schoolQuestionnaire} from "./school_questionnaire.js";
import {staffQuestionnaire} from "./staff_questionnaire.js";
import {workforce} from "./workforce.js";

/** Every collection that is received, in the order in which they are read. */
export const COLLECTIONS: readonly Contract[] = [
  schoolFrame,
  staffQuestionnaire,
  schoolQuestionnaire,
  enrolment,
  ilr,
  apprenticeships,
  provider,
  programme,
  funding,
  localPlan,
  workforce
];
