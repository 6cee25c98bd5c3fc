/** No weight of the survey stays above this many times the median of all raked weights, in figures and in replicates. */
export const SURVEY_TRIM = 5;
