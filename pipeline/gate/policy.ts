import type {Reason} from "../contracts/symbols.js";

/** A fact that is public already, or is not about people, so that protecting it would protect nobody. */
export interface PassingRule {
  name: string;
  why: string;
  where: string; // SQL over a figure: which rows the rule names
  smallest?: number; // what is not zero and below this does not pass but is low: rounded, it would look exact
}

const RATIO_DECIMALS = 1;

/**
 * What may leave, and in what shape: the one place to review. Every number of people is protected by rounding, all of
 * them together, so that parts add up to their totals; a number that rounding cannot keep safe is hidden. A symbol is decided from rounded numbers where it can be, so that it tells no more than
 * the number in whose place it stands. Counts of providers are in no published table: beside a small figure they
 * would name the provider.
 */
export const POLICY = {
  /** Counts of people, and full-time equivalents, are shown as multiples of ten less than ten from the true one. Zero stays zero. */
  roundingBase: 10,
  /**
   * Costs and days rest on at least so many people, and on fewer than the second number they are given to one figure:
   * beside exact money, or a known length, people could be counted back from them to their ten.
   */
  smallestCostBase: 100,
  fineCostBase: 500,
  /** Completions by a month rest on at least so many starts: a step of five per cent of them is ten people. */
  smallestCurveBase: 200,
  /** In one survey figure, the weights of two people are taken to differ no more than this when it is judged what a percentage tells. */
  surveyWeightRatio: 5,
  /** A rate or percentage is withheld where what it rests on, rounded, is below this. */
  smallestBase: 10,
  /** A survey estimate that rests on fewer answers than this, before weighting, is too unreliable to publish. */
  smallestSurveyBase: 30,
  /** A rate is too unreliable to publish where rounding of its parts could move it by more than this share of one. */
  worstRateError: 0.05,
  /** A rate is computed from the rounded parts alone, so its decimals give nothing away. */
  rateDecimals: 1,
  /**
   * Numbers worked out of many records in marts, by their unit: none is given finer, so that none leads back to a count.
   * The first pattern that fits; so many decimals, so many significant figures, or multiples of a step. What each tells of
   * people stands in contracts/published/statistics.ts.
   */
  statisticDecimals: [
    {unit: "^per cent of starts$", step: 5},
    {unit: "^learners per 1,000 staff$", decimals: 0},
    {unit: "^pounds|per 1,?000\\b|per FTE", figures: 2},
    {unit: "forecast|needed a month", decimals: -1},
    {unit: "percentage points|%|per cent|^areas", decimals: 0},
    {unit: "^ratio", decimals: RATIO_DECIMALS},
    {unit: "^levels|^units|^months", decimals: 1}
  ] as readonly ({unit: string} & ({decimals: number} | {figures: number} | {step: number}))[],
  /** How fine a ratio of two survey figures is given. */
  ratioDecimals: RATIO_DECIMALS,
  /** Where the bands of effective bases begin. */
  effectiveBaseBands: [30, 50, 100, 200, 500, 1000],
  /** Survey percentages are whole, and come with their base rounded to ten, never with weighted numerators. */
  surveyDecimals: 0,
  /** Money of public bodies (allocations and outturn by area) is no fact about a person: whole pounds. */
  moneyDecimals: 0,
  /** The share of the staff whom the returns stand for, who are taken to the middle of their ten. */
  coverageDecimals: 2,
  /** With a smaller share of the senders than this a figure is provisional … */
  provisionalBelow: 0.8,
  /** … and with a smaller share than this there is not enough data for one. */
  withheldBelow: 0.5,
  /** How many of its unit a rate gives for one in one: the first pattern that the unit fits. */
  rateScales: [
    {unit: "per 1,?000\\b", scale: 1000},
    {unit: "per cent|%", scale: 100},
    {unit: "^(share|ratio)\\b", scale: 1}
  ],
  /** Symbols beside which coverage is left out as well, since the number of senders would narrow a small number. */
  symbolsWithoutCoverage: ["low", "c"],
  /** Facts that pass as they are, whatever their measure; what a mart calls a published fact is else a count. */
  facts: [
    {
      name: "workforce_series",
      why: "The national workforce series, as the department and Parliament published it.",
      where: "indicator_id in ('WRK-01', 'WRK-02') and area_level = 'national' and origin = 'real'"
    },
    {
      name: "plan_statements",
      why: "What the plan says of a baseline as a bound ('fewer than half'), which has no point value.",
      where: "bound is not null and area_level = 'national' and origin = 'real'"
    },
    {
      name: "qualification_gaps",
      why: "Counts of roles in our own lists, which hold nothing about people.",
      where: "indicator_id = 'GAP-05'"
    },
    {
      name: "plan_promises",
      why: "Dated promises of the plan, which hold nothing about people.",
      where: "indicator_id = 'PRI-01'"
    },
    {
      name: "return_completeness",
      why: "Counts of senders, each of which stands by name in the table of returns.",
      where: "indicator_id = 'QUA-02'"
    },
    {
      name: "apprenticeship_totals",
      why: "Apprenticeship totals of 10 and over by programme, year and measure, as the department publishes them.",
      where: [
        "starts_with(indicator_id, 'APP-') and area_level = 'national' and period_type = 'academic'",
        "and programme_id is not null and dimension_1 is null and origin = 'real'"
      ].join(" "),
      smallest: 10
    }
  ] as readonly PassingRule[],
  /** For whoever knows all that is published, a number of 1 to 9 people may still be any of this many numbers. */
  fewestChoices: 5,
  /** That none, or all, of a group smaller than this did something is not said. */
  smallestGroup: 30,
  /** How far the search for the best rounding of a group of cells goes: nodes and iterations, never seconds. */
  solverNodes: 2000,
  solverIterations: 2_000_000,
  /** Whole tables of facts that stand in the plan, or in our own lists, and hold nothing about people. */
  tables: {
    priorities: "The plan's priorities.",
    milestones: "The plan's dated promises.",
    funding_lines: "The plan's money, with its qualifiers.",
    notices: "What we say of corrections, which are in our own words.",
    definitions: "The catalogue of indicators.",
    areas: "Names and codes of areas.",
    roles: "Names of roles.",
    routes: "Names of routes.",
    programmes: "Names of programmes, and what the plan says of each.",
    role_competences: "Levels that we take roles to require.",
    role_profiles: "Job profiles that we read as fitting roles.",
    role_qualifications: "Our judgements of qualifications for roles.",
    induction_map: "Units of an award, and the induction modules that prepare for them.",
    induction_modules: "Names of the modules of induction courses.",
    induction_levels: "Counts of units of an award.",
    thresholds: "Whether a whole interval lies below a limit that the plan names: no number of people.",
    error_checks: "Standard errors of headline percentages of England, to a tenth of a percentage point.",
    interval_coverage: "How often intervals held what was planted in simulated countries: nothing about the returns."
  }
} as const;

/** How marts ask for a figure to be treated. */
export const MEASURES = ["count", "rate", "survey_percent", "money", "fte", "statistic", "published_fact"] as const;

/** The reason given where a figure misses only for want of senders. */
export const COVERAGE_REASON: Reason = "not_enough_data";
