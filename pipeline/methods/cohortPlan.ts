import {type Band, bandOf, shareReaching} from "./band.js";
import {random} from "./random.js";

/** A group that starts together: the month, its places, and how many were taken; none yet where it has not started. */
export interface Cohort {
  month: string;
  places: number;
  taken: number | null;
}

export interface CohortPlanOptions {
  cohorts: readonly Cohort[];
  target: number;
  reached?: number; // taken within the window already
  draws?: number;
  seed: number;
}

/** Where planned cohorts lead, filled as earlier ones were. */
export interface CohortPlan {
  fill: number; // share of places taken in the cohorts that have started, 0 to 1
  dispersion: number; // variance of a cohort's fill over that of a binomial share, 1 or more
  started: number; // cohorts
  plannedPlaces: number; // of the cohorts to come
  most: number; // what is reached and every planned place
  probability: number; // of reaching the target, 0 to 1
  months: readonly (Band & {month: string})[]; // cumulative, a month for each start to come
}

/**
 * Returns what the cohorts to come bring if they fill as those before did: places times fill, the fill drawn from a beta
 * distribution about that of all started cohorts (Jeffreys prior) and again for each cohort, both with the variance of a
 * share times the dispersion (Pearson's chi-square over its degrees of freedom, at least 1). A cohort takes no more than its
 * places. Returns `null`, not enough data, where no cohort has started or none is to come.
 * Throws `invalid places: …`, `invalid taken: …`, `invalid draws: …`.
 * Source: quasi-binomial variance, McCullagh and Nelder, Generalized Linear Models (1989), 4.5; Williams, Applied Statistics
 * 31 (1982), 144-148.
 */
export function cohortPlan({cohorts, target, reached = 0, draws = 10_000, seed}: CohortPlanOptions): CohortPlan | null {
  if (!(Number.isInteger(draws) && draws > 0)) throw new Error(`invalid draws: ${draws}`);
  for (const {places, taken} of cohorts) {
    if (!(places > 0 && places < Infinity)) throw new Error(`invalid places: ${places}`);
    if (taken !== null && !(taken >= 0 && taken < Infinity)) throw new Error(`invalid taken: ${taken}`);
  }
  const started = cohorts.flatMap(({places, taken}) =>
    taken === null ? [] : [{places, taken: Math.min(taken, places)}]
  );
  const planned = cohorts.filter(({taken}) => taken === null).toSorted((a, b) => (a.month < b.month ? -1 : 1));
  if (started.length === 0 || planned.length === 0) return null;
  const places = sum(started.map((cohort) => cohort.places));
  const taken = sum(started.map((cohort) => cohort.taken));
  const dispersion = dispersionOf(started, taken / places);
  const months = [...new Set(planned.map(({month}) => month))];
  const paths = months.map(() => new Float64Array(draws));
  const stream = random(seed);
  for (let path = 0; path < draws; path++) {
    const fill = stream.beta(taken / dispersion + 0.5, (places - taken) / dispersion + 0.5);
    let count = reached;
    months.forEach((month, index) => {
      for (const cohort of planned) {
        if (cohort.month !== month) continue;
        const trials = Math.max(cohort.places / dispersion - 1, 1);
        count += Math.round(
          cohort.places * stream.beta(Math.max(fill * trials, 1e-9), Math.max((1 - fill) * trials, 1e-9))
        );
      }
      const drawn = paths[index];
      if (drawn) drawn[path] = count;
    });
  }
  const plannedPlaces = sum(planned.map((cohort) => cohort.places));
  return {
    fill: taken / places,
    dispersion,
    started: started.length,
    plannedPlaces,
    most: reached + plannedPlaces,
    probability: shareReaching(paths.at(-1) ?? new Float64Array([reached]), target),
    months: months.map((month, index) => ({month, ...bandOf(paths[index] ?? new Float64Array())}))
  };
}

function dispersionOf(started: readonly {places: number; taken: number}[], fill: number): number {
  if (started.length < 2 || fill === 0 || fill === 1) return 1;
  const squares = started.map(({places, taken}) => (taken - places * fill) ** 2 / (places * fill * (1 - fill)));
  return Math.max(1, sum(squares) / (started.length - 1));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
