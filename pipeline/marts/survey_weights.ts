import type {DuckDBConnection} from "@duckdb/node-api";
import {SURVEY_TRIM} from "../contracts/surveyWeights.js";
import type {Margin} from "../methods/margin.js";
import {readMargins} from "../methods/marginTable.js";
import {rake} from "../methods/rake.js";
import {literal, query} from "../warehouse.js";

export const reads: readonly string[] = ["marts.survey_base_weights", "marts.survey_cells", "marts.survey_margins"];

/**
 * Builds marts.survey_weights: one row per person of the survey, with each step of the weight and the weight itself.
 * The design weights are raked to headcounts of the local LSCs that returned, trimmed, and raked again until both hold.
 * Without a census the design weight stands. Throws `invalid weights: …` where trimming and raking do not settle.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  await connection.run(EMPTY);
  for (const {period} of await query(
    connection,
    "select distinct period from marts.survey_base_weights order by all"
  )) {
    const margins = await readMargins(connection, {
      table: `(select * from marts.survey_margins where period = ${literal(period ?? null)})`,
      margin: "margin",
      category: "cell",
      total: "target_headcount"
    });
    await connection.run(
      `create or replace temp table survey_sample as
select cells.* exclude (design_weight), weights.* exclude (file_id, record_number, period)
from marts.survey_cells as cells
inner join marts.survey_base_weights as weights using (file_id, record_number)
where cells.period = ${literal(period ?? null)}`
    );
    await weigh(connection, margins);
    await connection.run(ADD);
  }
  await connection.run("drop table if exists survey_sample");
  await connection.run("drop table if exists survey_raked");
}

async function weigh(connection: DuckDBConnection, margins: readonly Margin[]): Promise<void> {
  if (margins.length === 0) {
    await connection.run(
      `create or replace temp table survey_raked as
select *, null::double as untrimmed_weight, design_weight::double as raked_weight from survey_sample`
    );
    return;
  }
  await rake(connection, {
    table: "survey_sample",
    into: "survey_untrimmed",
    weight: "design_weight",
    margins,
    rakedWeight: "untrimmed_weight"
  });
  // From weights that fit already, so that what is trimmed is what was raked.
  const report = await rake(connection, {
    table: "survey_untrimmed",
    into: "survey_raked",
    weight: "untrimmed_weight",
    margins,
    trim: SURVEY_TRIM
  });
  await connection.run("drop table survey_untrimmed");
  if (!report.converged) {
    throw new Error(
      `invalid weights: after ${report.rounds} rounds ${report.aboveLimit} stand above ${SURVEY_TRIM} times the median, ` +
        `and a margin is off by ${report.greatestGap}`
    );
  }
}

const COLUMNS = `file_id,
    record_number,
    period,
    response_class,
    base_weight,
    school_response_factor,
    person_base_weight,
    person_response_factor,
    design_weight`;

const EMPTY = `create or replace table marts.survey_weights as
select ${COLUMNS}, null::decimal(18, 6) as raked_weight, null::decimal(18, 6) as weight
from marts.survey_base_weights
limit 0`;

/** Rounded to decimals, so that a sum of them is the same in whatever order it is taken. */
const ADD = `insert into marts.survey_weights
select ${COLUMNS}, untrimmed_weight::decimal(18, 6), survey_raked.raked_weight::decimal(18, 6)
from survey_raked
order by file_id, record_number`;
