import type {DuckDBConnection} from "@duckdb/node-api";
import {columnMeta} from "../contracts/contract.js";
import {roles} from "../contracts/reference/roles.js";
import {type Estimate, estimateRatio} from "../methods/survey.js";
import {literal, query, type Row} from "../warehouse.js";

export const reads: readonly string[] = [
  "marts.head_coverage",
  "marts.head_judgements",
  "reference.expected_senders",
  "reference.indicators",
  "reference.release",
  "reference.roles"
];

const INDICATOR = "GAP-02";
const GRAINS = ["nation", "region", "role", "role_group"] as const;
type Grain = (typeof GRAINS)[number];

/**
 * Builds marts.skills_density: one row per questionnaire period and area, role or role group, with the percentage of
 * staff whom heads judge not fully proficient. It is a ratio of weighted headcounts with the school as cluster; its
 * base is the schools whose heads judged. Without a head's form there is one row that says so; a role that the survey
 * asks about and no head judged has one too.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  await connection.run(EMPTY);
  for (const {period} of await query(connection, "select distinct period from marts.head_judgements order by all")) {
    for (const grain of GRAINS) await add(connection, {period: String(period), grain});
    await connection.run(unjudged(String(period)));
  }
  await connection.run("create or replace table marts.skills_density as select * from skills_density order by all");
  await connection.run("drop table skills_density");
}

async function add(connection: DuckDBConnection, {period, grain}: {period: string; grain: Grain}): Promise<void> {
  const table = `(select * from marts.head_judgements where period = ${literal(period)} and grain = ${literal(grain)})`;
  const estimates = await estimateRatio(connection, {
    table,
    numerator: "gap_count",
    denominator: "headcount",
    weight: "school_weight",
    stratum: "stratum",
    cluster: "school_id",
    by: ["category"],
    interval: "logit",
    // Few heads answer in a small stratum: what one differs from all others counts as error, so none is understated.
    singleCluster: "centre"
  });
  const origins = await query(
    connection,
    `select category, case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
from ${table} as judgements
group by all`
  );
  const originOf = new Map(origins.map(({category, origin}) => [category, origin]));
  const rows = estimates.map((estimate) => values(estimate, {grain, origin: originOf.get(estimate.group.category)}));
  if (rows.length > 0) await connection.run(insert(period, rows));
}

function values(
  {group, estimate, lower, upper, base, effectiveBase}: Estimate,
  {grain, origin = null}: {grain: Grain; origin: Row[string] | undefined}
): string {
  const category = String(group.category);
  const isRegion = grain === "region";
  const percent = (share: number | null) => (share === null ? null : 100 * share);
  const cells = [
    isRegion ? "region" : "national",
    isRegion ? category : "ENG",
    grain === "role" ? category : null,
    grain === "role_group" ? "role group" : null,
    grain === "role_group" ? (ROLE_GROUPS[category] ?? category) : null,
    percent(estimate),
    percent(lower),
    percent(upper),
    lower === null ? null : 0.95,
    base,
    effectiveBase,
    origin
  ];
  return `(${cells.map(literal).join(", ")})`;
}

const ROLE_GROUPS = columnMeta(roles.schema.shape.role_group, "role_group").labels ?? {};

const EMPTY = `-- One row that nothing was returned, where no head has judged; else none.
create or replace temp table skills_density as
select
    definitions.indicator_id,
    'survey' as period_type,
    coalesce(
        (select max(period) from reference.expected_senders where collection = 'school_questionnaire'),
        strftime(release.as_at_date, '%Y-%m')
    ) as period,
    false as is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    null::varchar as role_id,
    null::varchar as dimension_1,
    null::varchar as category_1,
    definitions.unit,
    'survey_percent' as measure,
    null::double as numerator,
    null::double as denominator,
    null::double as value,
    null::double as lower,
    null::double as upper,
    null::double as interval_level,
    null::bigint as base,
    null::double as effective_base,
    null::bigint as senders_returned,
    null::bigint as senders_expected,
    null::double as population_share,
    'not_collected' as symbol_reason,
    'real' as origin
from reference.indicators as definitions
cross join reference.release as release
where definitions.indicator_id = ${literal(INDICATOR)} and not exists (select 1 from marts.head_judgements)`;

/** One row per role that the survey asks about and of which no head judged anybody. */
const unjudged = (period: string): string => `
insert into skills_density by name
select
    definitions.indicator_id,
    'survey' as period_type,
    ${literal(period)} as period,
    false as is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    roles.role_id,
    definitions.unit,
    'survey_percent' as measure,
    coverage.senders_returned,
    coverage.senders_expected,
    coverage.population_share,
    'not_returned' as symbol_reason,
    (select max(origin) from marts.head_judgements where period = ${literal(period)}) as origin
from reference.roles as roles
inner join reference.indicators as definitions on definitions.indicator_id = ${literal(INDICATOR)}
left join marts.head_coverage as coverage
    on coverage.period = ${literal(period)} and coverage.area_level = 'national'
where roles.in_scope_of_survey
    and roles.role_id not in (
        select role_id from skills_density where period = ${literal(period)} and role_id is not null
    )`;

const insert = (period: string, rows: readonly string[]): string => `
insert into skills_density by name
select
    definitions.indicator_id,
    'survey' as period_type,
    ${literal(period)} as period,
    false as is_part_period,
    estimates.area_level,
    estimates.area_code,
    estimates.role_id,
    estimates.dimension_1,
    estimates.category_1,
    definitions.unit,
    'survey_percent' as measure,
    estimates.value,
    estimates.lower,
    estimates.upper,
    estimates.interval_level,
    estimates.base,
    estimates.effective_base,
    coverage.senders_returned,
    coverage.senders_expected,
    coverage.population_share,
    case when estimates.value is null then 'not_enough_data' end as symbol_reason,
    estimates.origin
from (values
    ${rows.join(",\n    ")}
) as estimates (
    area_level, area_code, role_id, dimension_1, category_1, value, lower, upper, interval_level, base, effective_base, origin
)
inner join reference.indicators as definitions on definitions.indicator_id = ${literal(INDICATOR)}
left join marts.head_coverage as coverage
    on coverage.period = ${literal(period)}
    and coverage.area_level = estimates.area_level
    and coverage.area_code = estimates.area_code`;
