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
  model("marts.progress", ["marts.starts", "stage.provider"])
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
  rows_held: 3
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
  senders_returned: 9,
  senders_expected: 10,
  place: "S0:L134",
  origin: "synthetic"
};

const RETURN: Row = {
  collection: "enrolment",
  period: "2003-04",
  sender_id: "P001",
  sender_name: "Riverside College (fictitious)",
  sender_type: "provider",
  area_code: "LLSC01",
  status: "received",
  received_date: "2004-04-12",
  files_count: 1,
  rows_used_count: 127,
  rows_held_count: 3,
  origin: "synthetic"
};

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  "marts.progress": [TARGET],
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
  "marts.definitions": ["APP-01", "FIN-01", "OFF-01", "UPT-03", "UPT-04", "WRK-02", "CAP-01", "QUA-02"].map((id) => ({
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
  "marts.programmes": [
    programme("app_teaching_assistant", "Teaching Assistant"),
    programme("app_specialist_teaching_assistant", "Specialist Teaching Assistant")
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
  return {area_level: level, area_code: code, area_name: name, parent_code: parent, basis: "stated", source: "Hansard"};
}

function programme(id: string, name: string): Row {
  return {
    programme_id: id,
    programme_name: name,
    category: "apprenticeship",
    nqf_level: "3",
    route_ids: "TL",
    priority_id: null,
    place: "the department's file",
    source: "the department"
  };
}
