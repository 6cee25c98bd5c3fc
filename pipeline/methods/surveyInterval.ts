import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {tailOf} from "./interval.js";
import {wilson} from "./wilson.js";

/** The intervals to choose from: "logit" and "wilson" are for proportions. */
export type SurveyInterval = "t" | "logit" | "wilson";

export interface Limits {
  lower: number | null;
  upper: number | null;
}

export interface SurveyIntervalOptions {
  kind: SurveyInterval;
  estimate: number | null;
  standardError: number | null;
  degreesOfFreedom: number;
  effectiveBase: number | null;
  confidence: number;
}

/**
 * Returns the limits of a survey estimate; nulls where there is no estimate or no degree of freedom.
 * "t": the estimate and Student's t. "logit": the same on the scale of log odds, turned back; at 0 or 1, where it does
 * not exist, Wilson's. "wilson": Wilson's score interval (1927) with the effective base for the number of trials.
 */
export function surveyInterval(options: SurveyIntervalOptions): Limits {
  const {kind, estimate, standardError, degreesOfFreedom, effectiveBase, confidence} = options;
  if (estimate === null || standardError === null) return {lower: null, upper: null};
  if (kind !== "t" && (estimate < 0 || estimate > 1))
    throw new Error(`invalid interval: ${kind} (the estimate ${estimate} is not a proportion)`);
  if (degreesOfFreedom <= 0) return {lower: null, upper: null};
  const t = -tQuantile(tailOf(confidence), degreesOfFreedom);
  if (kind === "t") return {lower: estimate - t * standardError, upper: estimate + t * standardError};
  if (kind === "logit" && estimate > 0 && estimate < 1) {
    const centre = Math.log(estimate / (1 - estimate));
    const reach = (t * standardError) / (estimate * (1 - estimate));
    return {lower: expit(centre - reach), upper: expit(centre + reach)};
  }
  if (!effectiveBase) return {lower: null, upper: null};
  const {lower, upper} = wilson(estimate * effectiveBase, effectiveBase, {confidence});
  return {lower, upper};
}

function expit(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
