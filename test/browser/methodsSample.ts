import type {Row} from "../../pipeline/warehouse.js";

const SURVEY: Row = {
  period_type: "survey",
  period: "2004-03",
  is_part_period: false,
  area_level: "national",
  area_code: "ENG",
  senders_returned: 42,
  senders_expected: 47,
  origin: "synthetic",
  provenance_id: "response_rates"
};

/** Figures on the quality of a survey, invented, and an indicator that has only words. */
export const RESPONSE_ROWS: readonly Row[] = [
  ...(
    [
      ["Schools", 1590, 2150, 74],
      ["Staff in all schools drawn", 6240, 14450, 43.2]
    ] as const
  ).map(([category_1, numerator, denominator, value]) => ({
    ...SURVEY,
    indicator_id: "QUA-01",
    dimension_1: "response",
    category_1,
    unit: "per cent",
    numerator,
    denominator,
    value
  })),
  {...SURVEY, indicator_id: "QUA-05", unit: "ratio", value: 1.4},
  {...SURVEY, indicator_id: "PRI-05", unit: "per cent", value: null, symbol: "x", symbol_reason: "not_yet_due"}
];

const COVERED = {
  interval: "95% Wilson on the effective base",
  seeds: "1 to 20",
  seeds_count: 20,
  bias_points: 0.1,
  error_ratio: 1.05,
  command: "npm run coverage -- --seeds 20 --from 1",
  code_sha256: "0".repeat(64),
  basis: "project_assigned",
  source: "bench/coverage.ts",
  origin: "synthetic"
};

const LINKED: Row = {
  is_chosen: false,
  period: "2003-04",
  is_part_period: true,
  unit: "learners per 1,000 staff",
  denominator: 416_360,
  senders_returned: 224,
  senders_expected: 250,
  origin: "synthetic",
  provenance_id: "linkage_quality"
};

/** Rows of the tables that stand on the Methods page alone, invented, marked synthetic. */
export const METHODS_ROWS: Readonly<Record<string, Row[]>> = {
  error_checks: [
    ["OFF-01", 0.8, 0.7],
    ["UPT-01", 0.9, 1]
  ].map(([indicator_id = "", linearised_error = 0, jackknife_error = 0]) => ({
    ...SURVEY,
    indicator_id,
    linearised_error,
    jackknife_error,
    replicates_band: "1,000 or more"
  })),
  interval_coverage: [
    {
      ...COVERED,
      indicator_id: "OFF-01",
      kind_of_group: "England",
      intervals_count: 20,
      covered_count: 19,
      covered_percent: 95,
      lower: 75.7,
      upper: 99.1
    },
    {
      ...COVERED,
      indicator_id: "OFF-01",
      kind_of_group: "region",
      intervals_count: 180,
      covered_count: 177,
      covered_percent: 98.3,
      lower: 95.2,
      upper: 99.4
    }
  ],
  comparison_families: [
    {
      family_id: "offers_by_region",
      indicator_id: "OFF-01",
      title: "Offered training, regions",
      compared_with: "the rest of England",
      test: "difference of survey percentages"
    }
  ],
  comparisons: (["yes", "no", "no", "cannot say"] as const).map((is_different, index) => ({
    ...SURVEY,
    family_id: "offers_by_region",
    indicator_id: "OFF-01",
    area_level: "region",
    area_code: ["YH", "EE", "EM", "NE"][index] ?? "",
    reference: "Rest of England",
    is_different
  })),
  linkage: [
    {...LINKED, linkage_method: "none", persons_count: 6820, numerator: 5400, value: 13},
    ...[0.5, 0.9].map((threshold) => ({
      ...LINKED,
      linkage_method: "probabilistic",
      threshold,
      is_chosen: threshold === 0.9,
      persons_count: 6660,
      numerator: 5290,
      value: 12.7,
      precision_percent: 100,
      recall_percent: 99.1
    }))
  ],
  policy: [
    ["Tables of figures", "rule", "120", "Every table of figures that may be shown is declared."],
    ["Base of rounding", "rule", "10", "Every number of people is shown as a multiple of this."],
    ["Figures", "cost", "32,561", "Rows of the table of figures."],
    ["Figures low", "cost", "1,209", "Figures shown as low."],
    ["Figures unreliable", "cost", "5,223", "Figures shown as u."],
    ["Figures withheld", "cost", "1,028", "Figures shown as c."],
    ["Mean error of rounding", "cost", "2.53", "On average."],
    ["Fewest numbers that a small one can be", "gain", "5 or more", "What an attacker is left with."]
  ].map(([policy_rule = "", policy_kind = "", policy_value = "", policy_meaning = ""]) => ({
    policy_rule,
    policy_kind,
    policy_value,
    policy_meaning
  })),
  roles: ["stated", "inferred"].map((basis, index) => ({
    role_id: `R0${index + 1}`,
    role_name: "A role",
    basis,
    place: "S0:L52"
  }))
};
