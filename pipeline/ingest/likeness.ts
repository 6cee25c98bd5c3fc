import type {Comparison} from "../methods/linkageComparison.js";

/** A record of a learner is compared with others where all expressions of one of these agree. */
export const LEARNER_BLOCKING: readonly (readonly string[])[] = [
  ["family_name", "birth_date"],
  ["left(given_names, 1)", "birth_date"],
  ["family_name", "given_names"],
  ["home_postcode", "sex"],
  ["given_names", "workplace_postcode"]
];

/** What two records of learners are compared on. Postcodes are so rare that their frequency in the returns says little. */
export const LEARNER_COMPARISONS: readonly Comparison[] = [
  {
    name: "family_name",
    column: "family_name",
    levels: [
      {kind: "exact", termFrequency: true},
      {kind: "jaro_winkler", atLeast: 0.92}
    ]
  },
  {
    name: "given_names",
    column: "given_names",
    levels: [
      {kind: "exact", termFrequency: true},
      {kind: "jaro_winkler", atLeast: 0.92},
      {kind: "sql", condition: (one, other) => `starts_with(${one}, ${other}) or starts_with(${other}, ${one})`}
    ]
  },
  {
    name: "birth_date",
    column: "birth_date",
    levels: [
      {kind: "exact"},
      {
        kind: "sql", // one figure slipped, or day and month changed places
        condition: (one, other) =>
          `damerau_levenshtein(${one}::varchar, ${other}::varchar) <= 1 or strftime(${one}, '%Y%m%d') = strftime(${other}, '%Y%d%m')`
      }
    ]
  },
  {name: "sex", column: "sex", levels: [{kind: "exact"}]},
  {
    name: "home_postcode",
    column: "home_postcode",
    levels: [{kind: "exact"}, {kind: "sql", condition: (one, other) => `left(${one}, -3) = left(${other}, -3)`}]
  },
  {
    name: "workplace_postcode",
    column: "workplace_postcode",
    levels: [{kind: "exact"}, {kind: "sql", condition: (one, other) => `left(${one}, -3) = left(${other}, -3)`}]
  }
];

/** With fewer records than this there is too little to estimate from, and `FIXED` stands in. */
export const LEAST_RECORDS = 1000;

/**
 * The model for a few records, chosen by judgement and not estimated: m as if one name in ten and one date in twenty were
 * written otherwise by another provider, and one home in six had changed; u as if one pair in 500 shared a family name,
 * one in a hundred a given name, one in 10,000 a birth date, and homes and workplaces more often than chance alone has
 * it, since families share them. Names' own frequencies, which a few records cannot tell, are left aside.
 */
const FIXED: Readonly<Record<string, {m: readonly number[]; u: readonly number[]}>> = {
  family_name: {m: [0.88, 0.06, 0.06], u: [0.002, 0.005, 0.993]},
  given_names: {m: [0.9, 0.05, 0.03, 0.02], u: [0.01, 0.01, 0.015, 0.965]},
  birth_date: {m: [0.95, 0.035, 0.015], u: [0.0001, 0.0025, 0.9974]},
  sex: {m: [0.995, 0.005], u: [0.7, 0.3]},
  home_postcode: {m: [0.83, 0.09, 0.08], u: [0.001, 0.01, 0.989]},
  workplace_postcode: {m: [0.85, 0.08, 0.07], u: [0.005, 0.01, 0.985]}
};

/** As if one record in thirty-three were a second one, in a list just too short to estimate from. */
const FIXED_PRIOR = 0.06 / LEAST_RECORDS;

/** Returns the comparisons with their fixed parameters, and the prior. */
export function fixedModel(): {comparisons: readonly Comparison[]; prior: number} {
  const comparisons = LEARNER_COMPARISONS.map((of) => ({
    ...of,
    levels: of.levels.map((level) => (level.kind === "exact" ? {kind: level.kind} : level)),
    ...FIXED[of.name]
  }));
  return {comparisons, prior: FIXED_PRIOR};
}
