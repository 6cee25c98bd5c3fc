/**
 * What the administrative returns are made to say: facts of the plan that they are calibrated to, and differences
 * planted so that estimates can be checked against them. A calibrated fact is never a finding.
 */
export const ADMIN_TRUTH = {
  pilotLearnersAtPlan: 1200, // distinct people in usable rows with a start from June 2003 to March 2004
  pilotLearnersLater: 800, // the same with a start from April 2004, in returns received by the end of June
  csbmStartsBeforeOctober: 940, // trainees up to September 2003
  csbmStartsInOctober: 60, // so that the 1,000th starts in October 2003
  csbmPlacesPerCohort: 600, // two further cohorts, April and October 2004
  dsbmPlacesPerPilot: 50, // two pilots at the end of 2003
  hltaPlacesFunded: 7000,
  hltaProviders: 36,
  examsLocations: 10,
  schoolGrantGbp: 51_000_000, // Grant 1, delegated to schools
  grant25Gbp: 38_000_000,
  trainingPilots: ["LLSC03", "LLSC11", "LLSC13", "LLSC15", "LLSC44", "LLSC47"], // first Employer Training Pilots
  trainingPilotUplift: 1.8, // learners per member of staff there against elsewhere
  regionUplift: {NE: 1.3, NW: 1.1, YH: 1, EM: 0.9, WM: 1.1, EE: 0.8, LN: 1, SE: 0.9, SW: 0.6},
  pilotCompletionRate: 0.8, // of learners whose planned end has passed
  pilotAchievementRate: 0.92, // of those who completed
  hltaPassRate: 0.78, // of those assessed
  duplicateRate: 0.03, // people who also stand in another provider's file, written as `retell` has it
  planShare: 0.9, // pairs of local LSC and LEA with a plan
  plannedLevel2Learners: 9400 // in all plans together
} as const;
