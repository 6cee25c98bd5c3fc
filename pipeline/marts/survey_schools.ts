import type {DuckDBConnection} from "@duckdb/node-api";
import {schoolWeights} from "../methods/schoolWeights.js";

export const reads: readonly string[] = ["marts.survey_people", "stage.school_frame"];

/**
 * Builds marts.survey_schools: one row per school drawn, in a local LSC that returned answers, with its weight before and
 * after school non-response.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  await connection.run(SCHOOLS);
}

const ANSWERS = `
    select period, school_id, count(*) as answers_count, max(origin) as origin
    from marts.survey_people
    group by all
`;

const SCHOOLS = `create or replace table marts.survey_schools as
select
    schools.period,
    schools.school_id,
    schools.llsc_code,
    schools.region_code,
    schools.phase,
    schools.response_class,
    schools.staff_listed,
    schools.forms_issued,
    schools.answers_count,
    schools.base_weight,
    schools.school_response_factor,
    schools.school_weight
from (${schoolWeights(ANSWERS)}) as schools
order by schools.period, schools.school_id`;
