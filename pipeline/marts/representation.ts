import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {katz} from "../methods/katz.js";
import {middleOfTen} from "../methods/tens.js";
import {query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.learner_groups", "marts.provider_coverage"];

/** With a larger share of learners whose group is not known, who is represented cannot be told. */
const MOST_UNKNOWN = 0.2;

const COLUMNS = {
  ...FIGURE_COLUMNS,
  dimension_1: "varchar",
  category_1: "varchar",
  senders_returned: "bigint",
  senders_expected: "bigint",
  symbol_reason: "varchar"
} as const;

/**
 * Builds marts.representation: EQU-01, one row per area and group: the group's share of learners over its share of staff,
 * each of those whose group is known, with the interval of a log ratio of two shares (Katz), which holds both errors. Who
 * learns elsewhere than in enrolments is not in it. No limits where nobody of the group learns; "not enough data" where
 * more than a fifth of the learners are unknown, or where nobody of the group works there.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const rows = await query(
    connection,
    `
select
    groups.period,
    groups.is_part_period,
    groups.area_level,
    groups.area_code,
    groups.characteristic as dimension_1,
    groups.category as category_1,
    groups.learners,
    groups.learners_known,
    groups.learners_all,
    groups.staff,
    groups.staff_known,
    coverage.senders_returned,
    coverage.senders_expected,
    case when groups.is_synthetic then 'synthetic' else 'real' end as origin
from marts.learner_groups as groups
left join marts.provider_coverage as coverage using (area_level, area_code)
order by groups.area_level, groups.area_code, groups.characteristic, groups.category`
  );
  await writeTable(connection, {table: "marts.representation", columns: COLUMNS, rows: rows.map(figure)});
}

function figure({learners, learners_known, learners_all, staff, staff_known, ...key}: Row): NewRow {
  const base = Number(learners);
  const named = {...key, indicator_id: "EQU-01", period_type: "academic", unit: "ratio", measure: "statistic", base};
  const isKnown = 1 - Number(learners_known) / Number(learners_all) <= MOST_UNKNOWN;
  // A ratio and its limits lead back to the count that they are of, so that they are of counts to their ten.
  const tens = (count: unknown): number => (Number(count) > 0 ? middleOfTen(Number(count)) : 0);
  const first = {count: tens(learners), base: tens(learners_known)};
  const second = {count: tens(staff), base: tens(staff_known)};
  const ratio =
    isKnown && first.base > 0 && second.count > 0 && first.count <= first.base && second.count <= second.base
      ? katz(first, second)
      : null;
  if (ratio === null || ratio.estimate === null) return {...named, symbol_reason: "not_enough_data"};
  const {estimate: value, lower, upper} = ratio;
  return {...named, value, lower, upper, interval_level: lower === null ? null : 0.95};
}
