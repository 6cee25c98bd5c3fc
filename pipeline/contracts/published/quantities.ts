import type {Quantity, Ratio} from "./surface.js";

const AREAS_AND_TIME = ["area", "period"] as const;

/**
 * Every number of people, or of what they did, by the unit or the name that figures give it: what an attacker knows of
 * how its cells hang together. Whatever is not said to add up does not.
 */
export const QUANTITIES: Readonly<Record<string, Quantity>> = {
  starts: {
    adds: [...AREAS_AND_TIME, "programme_id", "nqf_level", "provider type"],
    leaves: ["area"],
    overlaps: ["role_id", "route_id"]
  },
  enrolments: {adds: ["programme_id", "nqf_level", "provider type"], overlaps: ["role_id", "route_id"]},
  achievements: {adds: ["programme_id", "nqf_level", "provider type"], overlaps: ["role_id", "route_id"]},
  completions: {adds: [...AREAS_AND_TIME, "programme_id"], leaves: ["area"]},
  "places planned": {adds: [...AREAS_AND_TIME, "programme_id"], leaves: ["area"]},
  "places funded": {adds: [...AREAS_AND_TIME, "programme_id"], leaves: ["area"]},
  "places offered": {adds: [...AREAS_AND_TIME, "programme_id"], leaves: ["area"]},
  "places taken": {adds: [...AREAS_AND_TIME, "programme_id"], leaves: ["area"], within: ["places offered"]},
  staff: {
    adds: ["area", "staff category", "phase", "sex", "age band", "ethnic group", "disability", "working pattern"]
  },
  "full-time equivalents": {adds: ["area", "staff category", "phase"], within: ["staff"]},
  learners: {adds: ["area"], leaves: ["area"], overlaps: ["route_id", "nqf_level"]},
  "learners with a role": {adds: ["area"], overlaps: ["route_id"]},
  answers: {adds: ["area"], overlaps: ["role_id", "route_id"]}
};

/** Which quantities stand above and below the line of each rate of people. */
export const RATIOS: readonly Ratio[] = [
  {indicator: "CAP-01", numerator: "places taken", denominator: "places funded", isShare: false},
  {indicator: "UPT-03", numerator: "learners", denominator: "staff", isShare: false},
  {indicator: "UPT-05", numerator: "learners with a role", denominator: "learners with a role", isShare: true}
];
