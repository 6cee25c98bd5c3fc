import type {DuckDBConnection} from "@duckdb/node-api";
import {backtest} from "../methods/backtest.js";
import {type Band, monthAfter, monthIndex} from "../methods/band.js";
import {cohortPlan} from "../methods/cohortPlan.js";
import type {MonthCount} from "../methods/monthlyRate.js";
import {requiredRunRate} from "../methods/requiredRunRate.js";
import {type Capacity, trajectory} from "../methods/trajectory.js";
import {literal, query, type Row, type Value} from "../warehouse.js";

export const reads: readonly string[] = [
  "reference.release",
  "reference.targets",
  "marts.target_cohorts",
  "marts.target_counts",
  "marts.target_months"
];

/** Any number will do, so long as it stays: the simulation starts from it and the target's own number. */
const SEED = 20_040_630;
const RECENT_MONTHS = 3;

/** Columns of marts.target_forecasts, typed; months is the cumulative band by month. */
const COLUMNS = {
  target_id: "varchar",
  method: "varchar", // empty where there is no forecast
  seasonality: "varchar",
  rate_months: "integer",
  probability: "double",
  is_certain: "boolean",
  median: "bigint",
  lower_80: "bigint",
  upper_80: "bigint",
  lower_95: "bigint",
  upper_95: "bigint",
  months_left: "integer", // whole months of an open window
  required_monthly: "double",
  recent_count: "bigint", // over the last three months, where starts do not come in cohorts
  required_ratio: "double",
  is_feasible: "boolean",
  backtest_forecasts: "integer",
  backtest_covered_80: "integer",
  backtest_covered_95: "integer",
  symbol_reason: "varchar",
  months: 'struct("month" varchar, median bigint, lower_80 bigint, upper_80 bigint, lower_95 bigint, upper_95 bigint)[]'
} as const;

type MonthBand = Band & {month: string};
type Forecast = Partial<Record<Exclude<keyof typeof COLUMNS, "months">, Value>> & {
  months?: readonly MonthBand[];
};

/** Builds marts.target_forecasts: one row per target that something is counted for, with where it is heading. */
export async function build(connection: DuckDBConnection): Promise<void> {
  const targets = await query(connection, TARGETS);
  const months = await query(connection, "select * from marts.target_months order by target_id, month");
  const cohorts = await query(connection, "select * from marts.target_cohorts order by all");
  const of = (rows: readonly Row[], target: Row): Row[] => rows.filter(({target_id}) => target_id === target.target_id);
  const rows = targets.map((target) => forecast(target, {months: of(months, target), cohorts: of(cohorts, target)}));
  const names = Object.keys(COLUMNS);
  const types = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);
  await connection.run(`create or replace table marts.target_forecasts (${types.join(", ")})`);
  for (const row of rows) {
    await connection.run(`insert into marts.target_forecasts (${names.join(", ")}) values (${values(row)})`);
  }
}

const TARGETS = `
select
    targets.target_id,
    targets.counts_rule,
    targets.qualifier,
    targets.target_value,
    strftime(targets.window_start_date::date, '%Y-%m') as first_month,
    strftime(targets.window_end_date::date, '%Y-%m') as last_month,
    -- The last month that is whole at the as-at date.
    strftime(release.as_at_date + interval 1 day - interval 1 month, '%Y-%m') as as_at_month,
    targets.window_start_date::date <= release.as_at_date as is_open,
    counted.needed::double as needed,
    counted.actual,
    counted.maximum_capacity
from reference.targets as targets
inner join marts.target_counts as counted using (target_id)
cross join reference.release as release
where targets.target_value is not null
order by targets.target_id`;

function forecast(target: Row, {months, cohorts}: {months: readonly Row[]; cohorts: readonly Row[]}): Forecast {
  const seed = SEED + Number(String(target.target_id).replace(/\D/g, ""));
  const inCohorts = /^(csbm|behaviour)/.test(String(target.counts_rule));
  const reached = sum(months.filter(({is_in_window}) => is_in_window === true).map(({month_count}) => month_count));
  const heading = inCohorts
    ? byCohort(target, {cohorts, reached: Number(target.actual), seed})
    : byMonth(target, {months, reached, seed});
  const isMet = Number(target.actual) >= Number(target.needed);
  const reason = heading.method === undefined && !isMet ? {symbol_reason: "not_enough_data"} : {};
  const certain = isMet ? {probability: 1, is_certain: true} : {};
  return {
    target_id: target.target_id ?? null,
    is_certain: false,
    ...heading,
    ...reason,
    ...certain,
    ...need(target, {months, inCohorts})
  };
}

function byMonth(
  target: Row,
  {months, reached, seed}: {months: readonly Row[]; reached: number; seed: number}
): Forecast {
  const counts = months.map(({month, month_count}): MonthCount => ({month: String(month), count: Number(month_count)}));
  const last = counts.at(-1);
  if (!last) return {};
  const monthsLeft = monthIndex(String(target.last_month)) - monthIndex(last.month);
  const monthsBefore = Math.max(0, monthIndex(String(target.first_month)) - monthIndex(last.month) - 1);
  if (monthsLeft < 1) return {};
  const capacity = capacityOf(target);
  const found = trajectory({counts, target: Number(target.needed), monthsLeft, monthsBefore, reached, capacity, seed});
  if (!found) return {};
  const past = backtest({counts, seed});
  const isBeyond = capacity !== undefined && Math.max(capacity.places, reached) < Number(target.needed);
  return {
    method: found.method,
    seasonality: found.seasonality,
    rate_months: found.rateMonths,
    probability: found.probability,
    is_certain: isBeyond,
    ...atTheEnd(found.months),
    backtest_forecasts: past?.forecasts ?? null,
    backtest_covered_80: past?.covered80 ?? null,
    backtest_covered_95: past?.covered95 ?? null
  };
}

function byCohort(
  target: Row,
  {cohorts, reached, seed}: {cohorts: readonly Row[]; reached: number; seed: number}
): Forecast {
  const known = cohorts
    .filter(({is_to_come, places_taken}) => is_to_come === true || places_taken !== null)
    .map(({month, places, places_taken, is_to_come}) => ({
      month: String(month),
      places: Number(places),
      taken: is_to_come === true ? null : Number(places_taken)
    }));
  const found = cohortPlan({cohorts: known, target: Number(target.needed), reached, seed});
  if (!found) return {};
  return {
    method: "planned cohorts",
    seasonality: "starts fall where the returns plan them",
    probability: found.probability,
    // A cohort takes no more than its places: with all of them taken, the number may still not be reached.
    is_certain: found.most < Number(target.needed),
    ...atTheEnd(eachMonth(found.months, {target, reached}))
  };
}

/** Between the starts of cohorts the count stays where it is. */
function eachMonth(starts: readonly MonthBand[], {target, reached}: {target: Row; reached: number}): MonthBand[] {
  const asAt = String(target.as_at_month);
  const opens = String(target.first_month);
  const first = monthIndex(opens) > monthIndex(asAt) ? opens : monthAfter(asAt, 1);
  let band: Band = {median: reached, lower80: reached, upper80: reached, lower95: reached, upper95: reached};
  const months: MonthBand[] = [];
  for (let month = first; month <= String(target.last_month); month = monthAfter(month, 1)) {
    band = starts.find((start) => start.month === month) ?? band;
    months.push({...band, month});
  }
  return months;
}

/** A ceiling asks for nothing, and a window that has not opened yet for nothing so far. */
function need(target: Row, {months, inCohorts}: {months: readonly Row[]; inCohorts: boolean}): Forecast {
  if (target.is_open !== true || target.qualifier === "up to") return {};
  const monthsLeft = Math.max(0, monthIndex(String(target.last_month)) - monthIndex(String(target.as_at_month)));
  const recent = inCohorts ? [] : months.slice(-RECENT_MONTHS).map(({month_count}) => Number(month_count));
  const rate = requiredRunRate({
    target: Number(target.target_value),
    actual: Number(target.actual),
    monthsLeft,
    recent,
    capacity: capacityOf(target)
  });
  const isWhole = recent.length === RECENT_MONTHS;
  return {
    months_left: monthsLeft,
    required_monthly: rate.required,
    recent_count: isWhole ? sum(recent) : null,
    required_ratio: isWhole ? rate.ratio : null,
    is_feasible: rate.isFeasible
  };
}

function capacityOf({maximum_capacity}: Row): Capacity | undefined {
  return typeof maximum_capacity === "number" ? {kind: "maximum", places: maximum_capacity} : undefined;
}

function atTheEnd(months: readonly MonthBand[]): Forecast {
  const end = months.at(-1);
  if (!end) return {};
  const {median, lower80, upper80, lower95, upper95} = end;
  return {months, median, lower_80: lower80, upper_80: upper80, lower_95: lower95, upper_95: upper95};
}

function values(row: Forecast): string {
  const months = (row.months ?? []).map(
    ({month, median, lower80, upper80, lower95, upper95}) =>
      `{'month': ${literal(month)}, 'median': ${median}, 'lower_80': ${lower80}, 'upper_80': ${upper80}, 'lower_95': ${lower95}, 'upper_95': ${upper95}}`
  );
  return Object.keys(COLUMNS)
    .map((name) =>
      name === "months"
        ? `[${months.join(", ")}]`
        : literal(row[name as Exclude<keyof typeof COLUMNS, "months">] ?? null)
    )
    .join(", ");
}

const sum = (values: readonly (Value | undefined)[]): number =>
  values.reduce<number>((total, value) => total + Number(value), 0);
