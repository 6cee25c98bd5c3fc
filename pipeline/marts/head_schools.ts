import type {DuckDBConnection} from "@duckdb/node-api";
import {schoolWeights} from "../methods/schoolWeights.js";

export const reads: readonly string[] = ["stage.school_frame", "stage.school_questionnaire"];

/**
 * Builds marts.head_schools: one row per school whose head judged the staff of at least one role, with the weight of the
 * school.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  await connection.run(SCHOOLS);
}

const ANSWERS = `
    select period, school_id, count(*) as answers_count, max(origin) as origin
    from stage.school_questionnaire
    where proficient_count is not null
    group by all
`;

const SCHOOLS = `create or replace table marts.head_schools as
select
    schools.period,
    schools.school_id,
    schools.region_code,
    schools.llsc_code,
    schools.stratum,
    schools.response_class,
    schools.origin,
    schools.school_weight
from (${schoolWeights(ANSWERS)}) as schools
where schools.answers_count > 0
order by schools.period, schools.school_id`;
