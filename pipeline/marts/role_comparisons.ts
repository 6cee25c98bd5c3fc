import type {DuckDBConnection} from "@duckdb/node-api";
import {COMPARISON_COLUMNS} from "../contracts/comparison.js";
import {compareDomains} from "../methods/compareDomains.js";
import {figuresOf} from "../methods/comparedFigures.js";
import {literal, query} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = [
  "marts.survey_domains",
  "marts.survey_estimates",
  "marts.survey_outcomes",
  "reference.roles"
];

const FAMILIES: Readonly<Record<string, string>> = {"OFF-01": "offers", "UPT-01": "uptake", "UPT-02": "participation"};
const [HOLDERS, OTHERS] = ["holds the role", "does not hold it"];

/**
 * Builds marts.role_comparisons: one row per survey period, headline (OFF-01, UPT-01, UPT-02) and role, those who hold it
 * beside all other staff, for England, by linearisation within the survey. Whoever holds two roles is a holder of each, and
 * among the others of neither, so that the two sides share nobody. Bases are those of the thinner side.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const rows: NewRow[] = [];
  for (const {period} of await query(connection, "select distinct period from marts.survey_outcomes order by all"))
    rows.push(...(await compare(connection, String(period))));
  await writeTable(connection, {table: "marts.role_comparisons", columns: COMPARISON_COLUMNS, rows});
  await connection.run("drop table if exists role_outcomes");
}

async function compare(connection: DuckDBConnection, period: string): Promise<NewRow[]> {
  await connection.run(`create or replace temp table role_outcomes as ${roleOutcomes(period)}`);
  const [held] = await query(connection, `select 1 from role_outcomes where side = ${literal(HOLDERS)} limit 1`);
  if (!held) return [];
  const about = new Map((await query(connection, nationQuery(period))).map((row) => [row.indicator_id, row]));
  const comparisons = await compareDomains(connection, {
    table: "role_outcomes",
    numerator: "outcome",
    domain: "side",
    reference: {kind: "category", value: OTHERS},
    by: ["indicator_id", "role_name"],
    weight: "weight",
    stratum: "stratum",
    cluster: "school_id",
    singleCluster: "centre"
  });
  return comparisons.flatMap((comparison) => {
    const {indicator_id: indicator, role_name: name} = comparison.group;
    const described = about.get(indicator ?? null);
    if (!described) return [];
    const named = {dimension_1: "role", category_1: String(name), reference: "All other staff"};
    return [{...described, family_id: `${FAMILIES[String(indicator)]}_by_role`, ...named, ...figuresOf(comparison)}];
  });
}

/** The period, coverage and origin of each headline for England. */
const nationQuery = (period: string): string => `
select
    indicator_id, period_type, period, is_part_period, area_level, area_code, senders_returned, senders_expected,
    population_share, origin
from marts.survey_estimates
where period = ${literal(period)} and area_code = 'ENG' and coalesce(role_id, route_id, dimension_1) is null
order by indicator_id`;

/** Each answer once for each role that some hold and others do not, with the side on which the person stands. */
const roleOutcomes = (period: string): string => `
with holders as (
    select distinct file_id, record_number, role_id
    from marts.survey_domains
    where area_level = 'national' and breakdown = 'role'
),
held as (
    select distinct holders.role_id, roles.role_name
    from holders
    inner join marts.survey_outcomes as outcomes using (file_id, record_number)
    inner join reference.roles as roles using (role_id)
    where outcomes.period = ${literal(period)}
),
sides as (
    select
        outcomes.*,
        held.role_name,
        case when holders.role_id is null then ${literal(OTHERS)} else ${literal(HOLDERS)} end as side
    from marts.survey_outcomes as outcomes
    cross join held
    left join holders
        on holders.file_id = outcomes.file_id
        and holders.record_number = outcomes.record_number
        and holders.role_id = held.role_id
    where outcomes.period = ${literal(period)}
),
compared as (
    select indicator_id, role_name
    from sides
    group by all
    having count(distinct side) = 2
)
select sides.*
from sides
inner join compared using (indicator_id, role_name)`;
