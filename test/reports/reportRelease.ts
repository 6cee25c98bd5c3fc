import {PUBLISHED} from "../../pipeline/contracts/published/tables.js";
import type {FundingLine, Priority, Release, Target} from "../../src/components/release.js";
import {surveyComparison, surveyFigure, surveyRelease, surveyThreshold} from "../components/surveyRelease.js";

/** Returns a target of the plan, counted so far and off course unless told otherwise. */
export const target = (of: Partial<Target>): Target => ({
  target_id: "T08",
  priority_id: "vii",
  title: "Places in school business management",
  qualifier: "exactly",
  target_value: 1300,
  target_unit: "places",
  window_start_date: "2004-04-01",
  window_end_date: "2005-03-31",
  counts: "Places taken within the window.",
  actual_count: 570,
  baseline_count: 1110,
  counted_to_date: null,
  percent_of_target: 44,
  symbol: null,
  symbol_reason: null,
  status: "off course",
  status_reason: "The window ends on 2005-03-31.",
  as_at_date: "2004-06-30",
  months_left_count: 9,
  required_monthly_count: 81,
  recent_monthly_count: null,
  required_ratio: null,
  is_feasible: null,
  forecast_lower_count: 1140,
  forecast_upper_count: 1160,
  probability_percent: 1,
  trajectory_method: "planned cohorts",
  senders_returned: 1,
  senders_expected: 1,
  place: "S0:L162",
  origin: "synthetic",
  provenance_id: "progress-1",
  ...of
});

const priority = (of: Partial<Priority>): Priority =>
  ({
    priority_id: "vii",
    priority_order: 7,
    title: "School business management",
    summary: "1,300 places for the certificate and diploma.",
    owner: "NCSL",
    has_number: true,
    place: "S0:L162",
    ...of
  }) as Priority;

const line = (of: Partial<FundingLine>): FundingLine => ({
  line_id: "B02",
  line_name: "School Development Grant",
  period: "2004-05",
  holder: "DfES",
  recipient: "schools",
  qualifier: "exactly",
  amount_gbp: 51_000_000,
  lower_gbp: 51_000_000,
  upper_gbp: 51_000_000,
  is_in_total: "yes",
  is_delegated: "yes",
  note: "",
  place: "S0:L208",
  source: "the plan",
  origin: "real",
  ...of
});

/** The figures of a small release: each headline that the report claims something of. */
export const FIGURES = [
  surveyFigure({indicator_id: "OFF-01", value: 53, lower: 51, upper: 55, base: 6000}),
  surveyFigure({indicator_id: "UPT-01", value: 77, lower: 75, upper: 79, base: 3280}),
  surveyFigure({indicator_id: "UPT-02", value: 41, lower: 39, upper: 42, base: 6000}),
  surveyFigure({indicator_id: "OFF-03", value: -26, lower: -29, upper: -24, base: null, unit: "percentage points"}),
  surveyFigure({indicator_id: "GAP-01", value: 71, lower: 69, upper: 72, base: 6590}),
  surveyFigure({indicator_id: "GAP-02", value: 17, lower: 16, upper: 18, base: 1420}),
  surveyFigure({indicator_id: "GAP-04", value: 42, lower: 40, upper: 43, base: 5320})
];

/** Returns a release without a row. */
export function emptyRelease(): Release {
  const tables = Object.fromEntries(Object.keys(PUBLISHED).map((name) => [name, []]));
  return {...surveyRelease({}), ...tables, catalogue: {release: {signed_by: null}, tables: []}} as unknown as Release;
}

/** Returns a small release on which the July report says something in most of its sections. */
export const reportRelease = (of: Partial<Release> = {}): Release => ({
  ...emptyRelease(),
  ...surveyRelease({}),
  indicators: FIGURES,
  comparisons: [
    surveyComparison({}),
    surveyComparison({
      family_id: "offer_gap_by_area",
      indicator_id: "OFF-03",
      category_1: "Other than teaching assistants"
    })
  ],
  thresholds: [
    surveyThreshold({note: "The synthetic returns were drawn to agree with this statement, so it is no finding."})
  ],
  progress: [target({}), target({target_id: "T05", title: "Yearly places", status: "not yet due", actual_count: null})],
  priorities: [priority({}), priority({priority_id: "v", priority_order: 5, title: "Subjects", has_number: false})],
  funding_lines: [line({}), line({line_id: "B01", line_name: "Total", is_in_total: "total", amount_gbp: 100_000_000})],
  files: [
    {is_used: true, origin: "synthetic", sender_id: "TTA", collection: "workforce"}
  ] as unknown as Release["files"],
  ...of
});
