import type {DuckDBConnection} from "@duckdb/node-api";
import type {TracedModel} from "../../pipeline/gate/provenance.js";
import {literal, type Row, type Value} from "../../pipeline/warehouse.js";

/** A figure as a mart gives it, with what most tests do not care about filled in. */
export const figure = (given: Row): Row => ({
  indicator_id: "UPT-04",
  period_type: "academic",
  period: "2003-04",
  is_part_period: false,
  area_level: "national",
  area_code: "ENG",
  role_id: null,
  programme_id: null,
  dimension_1: null,
  category_1: null,
  unit: "learners",
  numerator: null,
  denominator: null,
  value: null,
  bound: null,
  base: null,
  senders_returned: 10,
  senders_expected: 10,
  population_share: null,
  symbol_reason: null,
  origin: "synthetic",
  measure: "count",
  ...given
});

export const MODELS: readonly TracedModel[] = [
  model("stage.enrolment", ["raw.enrolment", "raw.files", "reference.roles"]),
  model("stage.provider", ["raw.provider", "raw.files"]),
  model("marts.starts", ["stage.enrolment", "marts.areas"]),
  model("marts.areas", ["reference.areas"]),
  model("marts.apprenticeships", ["raw.apprenticeships"]),
  model("marts.progress", ["marts.starts", "stage.provider"]),
  model("marts.trajectories", ["marts.starts"]),
  model("marts.linkage_quality", ["stage.enrolment"])
];

export const FILE: Row = {
  file_id: 1,
  file: "returns/enrolment/2003-04/P001.csv",
  collection: "enrolment",
  period: "2003-04",
  sender_id: "P001",
  submission: 1,
  sha256: "ab".repeat(32),
  received_date: "2004-04-12",
  origin: "synthetic",
  publisher: "Uptake simulator",
  url: null,
  licence: "CC0",
  status: "used",
  rows_read: 130,
  rows_accepted: 127,
  rows_held: 3,
  corrections_count: 1
};

export const TARGET: Row = {
  target_id: "T01",
  priority_id: "i",
  title: "Learners on vocational qualifications",
  qualifier: "up to",
  target_value: 10000,
  target_unit: "learners",
  window_start_date: "2004-04-01",
  window_end_date: "2005-03-31",
  counts: "Starts on eligible qualifications.",
  actual_count: 1234,
  baseline_count: 3,
  percent_of_target: null,
  symbol: null,
  symbol_reason: null,
  status: "under way",
  status_reason: "The window is open.",
  as_at_date: "2004-06-30",
  counted_to_date: "2004-06-30",
  months_left_count: 9,
  required_monthly_count: (10000 - 1234) / 9,
  recent_count: 1000,
  required_ratio: 2.9,
  is_feasible: true,
  forecast_lower_count: 4000,
  forecast_upper_count: 5000,
  probability: 0.0004,
  is_certain: false,
  trajectory_method: "constant rate",
  senders_returned: 9,
  senders_expected: 10,
  place: "S0:L134",
  origin: "synthetic"
};

/** A month that was counted, and one that is forecast. */
export const TRAJECTORY: Row = {
  target_id: "T01",
  month: "2004-07",
  is_forecast: true,
  observed_count: null,
  median_count: 1567,
  lower_80_count: 1498,
  upper_80_count: 1601,
  lower_95_count: 1444,
  upper_95_count: 1655,
  target_value: 10000,
  probability: 0.0004,
  is_certain: false,
  trajectory_method: "constant rate",
  seasonality: "no season assumed, every month alike",
  rate_months: 11,
  backtest_forecasts: 3,
  backtest_covered_80: 2,
  backtest_covered_95: 3,
  symbol_reason: null,
  senders_returned: 9,
  senders_expected: 10,
  origin: "synthetic"
};

export const COUNTED_MONTH: Row = {
  ...TRAJECTORY,
  month: "2004-06",
  is_forecast: false,
  observed_count: 1234,
  median_count: null,
  lower_80_count: null,
  upper_80_count: null,
  lower_95_count: null,
  upper_95_count: null
};

export const RETURN: Row = {
  collection: "enrolment",
  period: "2003-04",
  sender_id: "P001",
  sender_name: "Riverside College (fictitious)",
  sender_type: "provider",
  area_code: "LLSC01",
  status: "received",
  due_date: "2004-04-15",
  received_date: "2004-04-12",
  files_count: 1,
  rows_used_count: 127,
  rows_held_count: 3,
  origin: "synthetic"
};

export const LINKAGE: Row = {
  linkage_method: "probabilistic",
  threshold: 0.9,
  is_chosen: true,
  period: "2003-04",
  is_part_period: true,
  persons_count: 7178,
  learners_count: 5687,
  staff_count: 416_361,
  uptake_rate: 13.6588,
  estimated_precision: 0.999848,
  estimated_recall: 0.985978,
  senders_returned: 9,
  senders_expected: 10,
  origin: "synthetic"
};

/** A region beside the rest of England. */
export const COMPARISON: Row = {
  family_id: "offers_by_region",
  indicator_id: "OFF-01",
  period_type: "survey",
  period: "2004-03",
  is_part_period: false,
  area_level: "region",
  area_code: "YH",
  dimension_1: null,
  category_1: null,
  reference: "Rest of England",
  unit: "percentage points",
  difference: -4.44,
  lower: -8.81,
  upper: -0.06,
  ratio: 0.912,
  ratio_lower: 0.834,
  ratio_upper: 0.997,
  interval_level: 0.95,
  p_value: 0.0123,
  funnel_position: null,
  numerator: 0,
  base: 533,
  effective_base: 379.4,
  senders_returned: 9,
  senders_expected: 10,
  population_share: 0.912,
  symbol_reason: null,
  origin: "synthetic",
  is_different: "yes"
};

const DEFINED = [
  ...["APP-01", "CAP-01", "EQU-01", "FIN-01", "FIN-02", "FIN-04", "GAP-01", "OFF-01", "OFF-02", "OUT-01", "OUT-04"],
  ...["PLN-02", "QUA-02", "REG-03", "UPT-03", "UPT-04", "WRK-01", "WRK-02"]
];

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  "marts.progress": [TARGET],
  "marts.linkage_quality": [LINKAGE],
  "marts.comparisons": [COMPARISON],
  "marts.comparison_families": [
    {
      family_id: "offers_by_region",
      indicator_id: "OFF-01",
      title: "Offered training, regions",
      compared_with: "the rest of England",
      test: "difference of survey percentages"
    }
  ],
  "marts.trajectories": [COUNTED_MONTH, TRAJECTORY],
  "marts.returns": [
    RETURN,
    {
      ...RETURN,
      sender_id: "P002",
      sender_name: "Hilltop Training (fictitious)",
      area_code: "LLSC02",
      status: "not received",
      received_date: null,
      files_count: 0,
      rows_used_count: null,
      rows_held_count: null
    }
  ],
  "raw.files": [FILE],
  "marts.definitions": DEFINED.map((id) => ({
    indicator_id: id,
    definition_version: "1",
    indicator_name: `Name of ${id}`,
    numerator_definition: "What is counted.",
    denominator_definition: "Out of what.",
    unit: "learners",
    caveats: "Bear this in mind.",
    collections: "enrolment",
    availability: "published",
    place: "S0:L61"
  })),
  "marts.areas": [
    area("national", "ENG", "England", null),
    area("region", "YH", "Yorkshire and the Humber", "ENG"),
    area("local_lsc", "LLSC01", "Bedfordshire and Luton", "YH")
  ],
  "marts.roles": [
    {
      role_id: "teaching_assistant",
      role_name: "Teaching assistant",
      route_ids: "TL; BG",
      basis: "stated",
      place: "S0:L52"
    }
  ],
  "marts.routes": [{route_id: "TL", route_name: "Supporting teaching and learning", basis: "stated", place: "S0:L50"}],
  "marts.programmes": [
    programme("app_teaching_assistant", "Teaching Assistant"),
    programme("app_specialist_teaching_assistant", "Specialist Teaching Assistant")
  ],
  "marts.thresholds": [
    {
      threshold_id: "fewer_than_half_of_others_offered",
      indicator_id: "OFF-01",
      statement: "Fewer than half of support staff other than teaching assistants were offered any training.",
      period_type: "survey",
      period: "2004-03",
      area_level: "national",
      area_code: "ENG",
      dimension_1: "staff group",
      category_1: "Other than teaching assistants",
      threshold_percent: 50,
      is_met: "yes",
      note: "The synthetic returns were drawn to agree with this statement, so it is no finding.",
      place: "S0:L61",
      origin: "synthetic"
    }
  ],
  "marts.error_checks": [
    {
      indicator_id: "OFF-01",
      period_type: "survey",
      period: "2004-03",
      area_level: "national",
      area_code: "ENG",
      dimension_1: null,
      category_1: null,
      linearised_error: 0.8,
      jackknife_error: 0.7,
      replicates_band: "1,000 or more",
      origin: "synthetic"
    }
  ],
  "marts.interval_coverage": [
    {
      indicator_id: "OFF-01",
      kind_of_group: "region",
      interval: "95% Wilson on the effective base",
      seeds: "1 to 20",
      seeds_count: 20,
      intervals_count: 180,
      covered_count: 175,
      covered_percent: 97.2,
      lower: 93.1,
      upper: 98.9,
      bias_points: 0.18,
      error_ratio: 1.05,
      command: "npm run coverage -- --seeds 20 --from 1",
      code_sha256: "0".repeat(64),
      basis: "project_assigned",
      source: "bench/coverage.ts",
      origin: "synthetic"
    }
  ],
  "marts.role_competences": [
    {
      role_id: "R01",
      competence_id: "C01",
      competence_name: "Child protection",
      version: 1,
      valid_from_date: "2003-09-01",
      required_level: 2,
      is_essential: "yes",
      note: "Set by us.",
      basis: "project_assigned",
      source: "unsourced"
    }
  ],
  "marts.role_profiles": [
    {
      role_id: "R01",
      version: 1,
      valid_from_date: "2003-09-01",
      profile_id: "J02",
      expected_level: "NVQ 2",
      nqf_level: "2",
      note: "Read by us.",
      basis: "inferred",
      source: "unsourced"
    }
  ],
  "marts.role_qualifications": [
    {
      role_id: "R01",
      programme_id: "Q02",
      programme_name: "NVQ for Teaching Assistants Level 2",
      nqf_level: "2",
      suitability: "targeted",
      is_in_nqf: "yes",
      available_from_date: "2002-08-31",
      status: "available",
      as_at_date: "2004-06-30",
      judged_by: "This project",
      judged_date: "2026-11-22",
      rule: "Developed for this role.",
      note: "From summer 2002.",
      basis: "stated",
      place: "S0:L114"
    }
  ],
  "marts.induction_map": [
    {
      audience: "primary_teaching_assistant",
      nqf_level: "2",
      nvq_unit_id: "TA2-2-4",
      unit_title: "Provide effective support for your colleagues",
      is_mandatory: "yes",
      status: "prepared",
      module_ids: "I01",
      basis: "unsourced",
      source: "unsourced",
      origin: "estimated"
    }
  ],
  "marts.induction_modules": [
    {
      module_id: "I01",
      module_name: "Role and context",
      audience: "primary_teaching_assistant",
      available_from: null,
      programme_id: "Q04",
      basis: "stated",
      place: null,
      source: "the department"
    }
  ],
  "marts.induction_levels": [
    {
      audience: "primary_teaching_assistant",
      nqf_level: "2",
      status: "now",
      units_required_count: 7,
      mandatory_units_count: 4,
      mandatory_prepared_count: 1,
      optional_needed_count: 3,
      optional_prepared_count: 4,
      units_remaining_count: 3,
      basis: "unsourced",
      origin: "estimated"
    }
  ],
  "marts.priorities": [
    {
      priority_id: "i",
      priority_order: 1,
      title: "Vocational qualifications",
      summary: "More staff on them.",
      owner: "LSC",
      has_number: true,
      place: "S0:L112",
      source: "the plan"
    }
  ],
  "marts.notices": [
    {
      notice_id: "N01",
      notice_date: "2004-08-02",
      corrects_release: "2004-06",
      page: "uptake",
      text: "The base was that of May.",
      source: "the team"
    }
  ],
  "marts.milestones": [
    {
      milestone_id: "M01",
      priority_id: "i",
      title: "Level 2 qualification ready",
      qualifier: "by",
      due: "December 2004",
      due_date: "2004-12-31",
      owner: "LSC",
      status: "not yet due",
      as_at_date: "2004-06-30",
      place: "S0:L112",
      origin: "real"
    }
  ],
  "marts.funding_lines": [
    {
      line_id: "B01",
      line_name: "Total",
      period: "2004-05",
      holder: null,
      recipient: null,
      qualifier: "about",
      amount_gbp: 100_000_000,
      lower_gbp: null,
      upper_gbp: null,
      is_in_total: "total",
      is_delegated: "part",
      note: null,
      place: "S0:L204",
      source: "the plan",
      origin: "real"
    }
  ]
};

/** Makes a small warehouse of marts; `tables` replace or add to the usual ones. */
export async function makeMarts(
  connection: DuckDBConnection,
  tables: Readonly<Record<string, readonly Row[]>>
): Promise<void> {
  for (const schema of ["raw", "marts"]) await connection.run(`create schema ${schema}`);
  for (const [name, rows] of Object.entries({...TABLES, ...tables})) await makeTable(connection, {name, rows});
}

/** Makes one table from rows of plain values; the first row gives the columns. */
export async function makeTable(
  connection: DuckDBConnection,
  {name, rows}: {name: string; rows: readonly Row[]}
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const types = columns.map((column) => `${column} ${typeOf(rows.map((row) => row[column] ?? null))}`);
  await connection.run(`create or replace table ${name} (${types.join(", ")})`);
  for (let start = 0; start < rows.length; start += 500) {
    const values = rows
      .slice(start, start + 500)
      .map((row) => `(${columns.map((column) => literal(row[column] ?? null)).join(", ")})`);
    await connection.run(`insert into ${name} values ${values.join(", ")}`);
  }
}

function typeOf(values: readonly Value[]): string {
  const value = values.find((candidate) => candidate !== null);
  if (typeof value === "number") return "double";
  return typeof value === "boolean" ? "boolean" : "varchar";
}

function model(name: string, reads: readonly string[]): TracedModel {
  return {name, file: `pipeline/${name.replace(".", "/")}.sql`, reads, sha256: name.length.toString(16).repeat(32)};
}

function area(level: string, code: string, name: string, parent: string | null): Row {
  return {
    area_level: level,
    area_code: code,
    area_name: name,
    parent_code: parent,
    short_name: null,
    tile_column: null,
    tile_row: null,
    basis: "stated",
    source: "Hansard"
  };
}

function programme(id: string, name: string): Row {
  return {
    programme_id: id,
    programme_name: name,
    category: "apprenticeship",
    nqf_level: "3",
    route_ids: "TL",
    priority_id: null,
    body: "the department",
    available_from: null,
    status_2004: "open",
    places: null,
    basis: "stated",
    place: "the department's file",
    source: "the department"
  };
}
