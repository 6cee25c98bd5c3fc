import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {PUBLISHED_TABLES} from "../../pipeline/contracts/published/tables.js";
import {tableArrow} from "../../pipeline/publish/arrow.js";
import {catalogue, catalogueTable} from "../../pipeline/publish/catalogue.js";
import type {Row} from "../../pipeline/warehouse.js";
import {METHODS_ROWS, RESPONSE_ROWS} from "./methodsSample.js";

const AS_AT = "2004-06-30";

/** Writes published tables for tests of pages alone: plan and apprenticeships as committed, invented counts, marked synthetic. */
export function writeSample(folder: string, {root, origin = "all"}: {root: string; origin?: "all" | "real"}): void {
  const read = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(root, "data", file)), {columns: true});
  const rows = origin === "all" ? sampleRows(read) : realOnly(sampleRows(read));
  mkdirSync(folder, {recursive: true});
  for (const table of PUBLISHED_TABLES)
    writeFileSync(join(folder, `${table.table}.arrow`), tableArrow(table, rows[table.table] ?? []));
  const tables = PUBLISHED_TABLES.map((table) => catalogueTable(table, {rows: rows[table.table] ?? [], files: []}));
  const returns = {expected: RETURNS.length, received: RETURNS.length};
  const made = catalogue({tables, openData: [], version: "0.0.0", asAt: AS_AT, returns});
  writeFileSync(join(folder, "catalogue.json"), JSON.stringify(made));
}

type Read = (file: string) => Record<string, string>[];

function sampleRows(read: Read): Record<string, Row[]> {
  return {
    priorities: read("reference/priorities.csv").map((row) => ({
      ...blank(row),
      priority_order: Number(row.priority_order),
      has_number: row.has_number === "yes"
    })),
    progress: read("reference/targets.csv").map(targetRow),
    trajectories: trajectoryRows(),
    milestones: read("reference/milestones.csv").map(milestoneRow),
    funding_lines: [...read("reference/funding_lines.csv").map(fundingRow), RESIDUAL],
    programmes: read("reference/programmes.csv").map(blank),
    returns: RETURNS,
    files: FILES,
    indicators: [TAKE_UP, ...RESPONSE_ROWS, ...startRows(read)],
    definitions: read("reference/indicators.csv").map(definitionRow),
    ...METHODS_ROWS
  };
}

/** What is left where no synthetic return was read. */
function realOnly(rows: Record<string, Row[]>): Record<string, Row[]> {
  const silence = {actual_count: null, baseline_count: null, percent_of_target: null, symbol: "x", ...forecast("none")};
  const progress = (rows.progress ?? []).map((row) =>
    row.origin === "real"
      ? row
      : {...row, ...silence, symbol_reason: "not_returned", status: "cannot say", origin: "real"}
  );
  const others = Object.entries(rows).filter(([name]) => name !== "progress");
  const kept = others.map(([name, of]) => [name, of.filter((row) => row.origin !== "synthetic")]);
  return {...Object.fromEntries(kept), progress};
}

const RANGES: Readonly<Record<string, readonly [number, number]>> = {T03: [1100, 3300], T08: [1140, 1160]};

function forecast(target: string): Row {
  const [forecast_lower_count = null, forecast_upper_count = null] = RANGES[target] ?? [];
  return {
    months_left_count: target === "T04" || target === "T08" ? 9 : null,
    required_monthly_count: target === "T04" ? 607 : target === "T08" ? 76 : null,
    recent_monthly_count: target === "T04" ? 513 : null,
    required_ratio: target === "T04" ? 1.2 : null,
    is_feasible: target === "T04" ? true : null,
    forecast_lower_count,
    forecast_upper_count,
    probability_percent: forecast_lower_count === null ? null : 1,
    trajectory_method: target === "T03" ? "constant rate" : target === "T08" ? "planned cohorts" : null
  };
}

/** A month counted and two to come for the one, two to come for the other. */
function trajectoryRows(): Row[] {
  return Object.entries(RANGES).flatMap(([target_id, [lower, upper]]) => {
    const row = {
      target_id,
      observed_count: null,
      target_value: target_id === "T03" ? 10000 : 1300,
      probability_percent: 1,
      trajectory_method: target_id === "T03" ? "constant rate" : "planned cohorts",
      seasonality: target_id === "T03" ? "no season assumed, every month alike" : null,
      rate_months_count: target_id === "T03" ? 11 : null,
      backtest_forecasts_count: target_id === "T03" ? 3 : null,
      backtest_within_80_count: target_id === "T03" ? 1 : null,
      backtest_within_95_count: target_id === "T03" ? 3 : null,
      senders_returned: 9,
      senders_expected: 10,
      symbol: null,
      symbol_reason: null,
      origin: "synthetic",
      provenance_id: "trajectories"
    };
    const ends = (share: number): Row => ({
      median_count: Math.round((share * (lower + upper)) / 2),
      lower_80_count: Math.round(share * (lower + 10)),
      upper_80_count: Math.round(share * (upper - 10)),
      lower_95_count: Math.round(share * lower),
      upper_95_count: Math.round(share * upper)
    });
    const none = {
      median_count: null,
      lower_80_count: null,
      upper_80_count: null,
      lower_95_count: null,
      upper_95_count: null
    };
    const counted =
      target_id === "T08" ? [{...row, ...none, month: "2004-06", is_forecast: false, observed_count: 620}] : [];
    const ahead = ["2004-10", "2005-03"].map((month, index) => ({
      ...row,
      ...ends((index + 1) / 2),
      month,
      is_forecast: true
    }));
    return [...counted, ...ahead];
  });
}

function definitionRow(row: Record<string, string>): Row {
  return {...blank(row), availability: row.indicator_id === "OUT-06" ? "not collected" : "published"};
}

const COUNTED: Readonly<Record<string, number>> = {T04: 1540, T08: 620};

function targetRow(row: Record<string, string>): Row {
  const {window_start_date, target_value} = row;
  const hasNumber = target_value !== "";
  const isBegun = hasNumber && (window_start_date ?? "") <= AS_AT;
  const actual = isBegun ? (COUNTED[row.target_id ?? ""] ?? 0) : null;
  return {
    ...blank(row),
    target_value: hasNumber ? Number(target_value) : null,
    baseline_count: row.baseline_value ? Number(row.baseline_value) : null,
    actual_count: actual,
    percent_of_target: actual === null ? null : Math.round((100 * actual) / Number(target_value)),
    symbol: isBegun ? null : hasNumber ? "x" : "z",
    symbol_reason: isBegun ? null : hasNumber ? "not_yet_due" : "no_number_set",
    status: isBegun
      ? row.target_id === "T08"
        ? "off course"
        : "cannot say"
      : hasNumber
        ? "not yet due"
        : "no number set",
    status_reason: isBegun ? "Counted from the start of the window." : "Nothing is counted before the window.",
    as_at_date: AS_AT,
    ...forecast(row.target_id ?? ""),
    senders_returned: isBegun ? 9 : null,
    senders_expected: isBegun ? 10 : null,
    origin: isBegun ? "synthetic" : "real",
    provenance_id: "progress"
  };
}

function milestoneRow(row: Record<string, string>): Row {
  const isDue = row.due_date !== "" && (row.due_date ?? "") <= AS_AT;
  const ahead = row.due_date === "" ? "no date set" : "not yet due";
  const status = !isDue ? ahead : row.known_met === "yes" ? "met" : "due, not known";
  return {...blank(row), status, as_at_date: AS_AT, origin: "real"};
}

function fundingRow(row: Record<string, string>): Row {
  const amount = row.amount_gbp ? Number(row.amount_gbp) : null;
  return {
    ...blank(row),
    period: row.period ?? "",
    amount_gbp: amount,
    lower_gbp: amount,
    upper_gbp: amount,
    origin: "real"
  };
}

const RESIDUAL: Row = {
  line_id: "residual",
  line_name: "Total less the lines with an amount",
  period: "2004-05",
  qualifier: "unknown",
  lower_gbp: 11_000_000,
  upper_gbp: 49_000_000,
  is_in_total: "unclear",
  place: "S0:L78",
  origin: "real"
};

const TAKE_UP: Row = {
  indicator_id: "UPT-01",
  period_type: "survey",
  period: "2004-03",
  is_part_period: false,
  area_level: "national",
  area_code: "ENG",
  unit: "per cent of persons offered",
  value: 71,
  base: 4310,
  senders_returned: 43,
  senders_expected: 47,
  origin: "synthetic",
  provenance_id: "survey_estimates"
};

const RETURNS = Array.from(
  {length: 47},
  (_, index): Row => ({
    collection: "staff_questionnaire",
    period: "2003-04",
    sender_id: `LLSC${String(index + 1).padStart(2, "0")}`,
    sender_name: "A local LSC",
    sender_type: "Local LSC",
    status: index < 4 ? "not received" : index < 7 ? "late" : "received",
    files_count: index < 4 ? 0 : 1,
    origin: "synthetic"
  })
);

const FILES = RETURNS.slice(4).map(
  ({collection = null, period = null, sender_id = null}): Row => ({
    file: `returns/${collection}/${period}/${sender_id}.csv`,
    collection,
    period,
    sender_id,
    received_date: "2004-05-14",
    publisher: "A sender",
    licence: "Open Government Licence",
    origin: "synthetic",
    is_used: true
  })
);

function startRows(read: Read): Row[] {
  const ids = new Map(read("reference/apprenticeship_roles.csv").map((row) => [row.programme_name, row.programme_id]));
  const totals = new Map<string, Row>();
  for (const row of read("returns/apprenticeships/2022_2026/dfe_support_roles.csv")) {
    if (row.measure !== "Starts" || !/^\d+$/.test(row.value ?? "")) continue;
    const period = `${row.academic_year?.slice(0, 4)}-${row.academic_year?.slice(5, 7)}`;
    const key = `${row.programme_name} ${period}`;
    const value = Number(totals.get(key)?.value ?? 0) + Number(row.value);
    totals.set(key, {
      indicator_id: "APP-01",
      period_type: "academic",
      period,
      is_part_period: /Aug to Apr/.test(row.academic_year ?? ""),
      area_level: "national",
      area_code: "ENG",
      programme_id: ids.get(row.programme_name) ?? null,
      unit: "starts",
      value,
      origin: "real",
      provenance_id: "apprenticeships"
    });
  }
  return [...totals.values()].map((row) =>
    Number(row.value) < 10 && row.value !== 0 ? {...row, value: null, symbol: "low", symbol_reason: "low"} : row
  );
}

const blank = (row: Record<string, string>): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === "" ? null : value]));
