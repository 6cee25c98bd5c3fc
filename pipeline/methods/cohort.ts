/** One cohort of aims: all that were due to end in a period. */
export interface Cohort {
  starts: number;
  /** Aims left for another; they are in no rate. */
  transfers: number;
  completed: number;
  /** Completed with the outcome achieved; an unknown outcome is not achieved. */
  achieved: number;
}

/** The three rates of a cohort as shares of 1; null where no one can be counted. */
export interface CohortRates {
  /** Completed of those not transferred. */
  retention: number | null;
  /** Achieved of those completed. */
  achievement: number | null;
  /** Achieved of those not transferred: retention times achievement. */
  success: number | null;
}

/**
 * Returns the retention, achievement and success rates of one cohort.
 * Throws `invalid starts: …`, `invalid transfers: …`, `invalid completed: …`, `invalid achieved: …` unless each is from 0
 * to what it is part of.
 * Source: Learning and Skills Council, business definitions of the retention, achievement and success rates.
 */
export function cohortRates({starts, transfers, completed, achieved}: Cohort): CohortRates {
  if (!(starts >= 0 && starts < Infinity)) throw new Error(`invalid starts: ${starts}`);
  if (!(transfers >= 0 && transfers <= starts)) throw new Error(`invalid transfers: ${transfers}`);
  if (!(completed >= 0 && completed <= starts - transfers)) throw new Error(`invalid completed: ${completed}`);
  if (!(achieved >= 0 && achieved <= completed)) throw new Error(`invalid achieved: ${achieved}`);
  const base = starts - transfers;
  return {
    retention: base > 0 ? completed / base : null,
    achievement: completed > 0 ? achieved / completed : null,
    success: base > 0 ? achieved / base : null
  };
}
