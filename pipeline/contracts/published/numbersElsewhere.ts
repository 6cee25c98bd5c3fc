import type {FieldName} from "../fields.js";

/**
 * How fine a number may stand in a table other than that of figures: `people`, a multiple of the base; so many decimals;
 * `open`, a number that says nothing of people who are protected.
 */
export type NumberRule = "people" | "open" | {decimals: number};

const SENDERS = {senders_returned: "open", senders_expected: "open"} as const;

/** Every column of numbers in the published tables that are neither figures nor facts, and what may stand in it. */
export const NUMBERS_ELSEWHERE: Readonly<Record<string, {readonly [Column in FieldName]?: NumberRule}>> = {
  progress: {
    ...SENDERS,
    target_value: "open",
    actual_count: "people",
    baseline_count: "people",
    // What follows is worked out of the two above it, as they are shown, and of the plan.
    percent_of_target: {decimals: 0},
    months_left_count: "open",
    required_monthly_count: {decimals: 0},
    recent_monthly_count: {decimals: 0},
    required_ratio: {decimals: 1},
    forecast_lower_count: "people",
    forecast_upper_count: "people",
    probability_percent: {decimals: 0}
  },
  trajectories: {
    ...SENDERS,
    observed_count: "people",
    median_count: "people",
    lower_80_count: "people",
    upper_80_count: "people",
    lower_95_count: "people",
    upper_95_count: "people",
    target_value: "open",
    probability_percent: {decimals: 0},
    rate_months_count: "open",
    backtest_forecasts_count: "open",
    backtest_within_80_count: "open",
    backtest_within_95_count: "open"
  },
  // Differences of survey percentages: weights, which stay behind, stand between them and numbers of answers.
  comparisons: {
    ...SENDERS,
    difference: {decimals: 0},
    lower: {decimals: 0},
    upper: {decimals: 0},
    ratio: {decimals: 1},
    ratio_lower: {decimals: 1},
    ratio_upper: {decimals: 1},
    interval_level: "open",
    population_share: {decimals: 2}
  },
  linkage: {
    ...SENDERS,
    threshold: "open",
    persons_count: "people",
    numerator: "people",
    denominator: "people",
    value: {decimals: 1},
    precision_percent: {decimals: 1},
    recall_percent: {decimals: 1}
  },
  returns: {files_count: "open", rows_used_count: "people", rows_held_count: "people"},
  files: {corrections_count: "open"},
  // What releases before said, as they said it: a policy of today does not judge it, and the audit holds it against them.
  vintages: {
    release_number: "open",
    definition_version: "open",
    value: "open",
    lower: "open",
    upper: "open",
    numerator: "open",
    denominator: "open"
  },
  releases: {release_number: "open"},
  changes: {
    figures_added_count: "open",
    figures_revised_count: "open",
    figures_withdrawn_count: "open",
    figures_same_count: "open"
  }
};
