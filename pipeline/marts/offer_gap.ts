import type {DuckDBConnection} from "@duckdb/node-api";
import {benjaminiHochberg} from "../methods/benjaminiHochberg.js";
import {type Comparison, compareDomains} from "../methods/compareDomains.js";
import type {TestedEstimate} from "../methods/testedEstimate.js";
import {literal, query, type Value} from "../warehouse.js";

export const reads: readonly string[] = [
  "marts.survey_coverage",
  "marts.survey_estimates",
  "marts.survey_people",
  "marts.survey_weights",
  "reference.indicators",
  "reference.roles"
];

/** A difference is called one when its p-value passes Benjamini–Hochberg at this rate among all areas of the period. */
const FALSE_DISCOVERY_RATE = 0.05;

/**
 * Builds marts.offer_gap: one row per survey period, area and unit (percentage points or a ratio) of OFF-03, what other
 * staff were offered less, or over, what teaching assistants were, by main role. Errors take in that both work in the
 * same schools. The difference is negative where other staff were offered less. `is_different` says whether the areas'
 * differences from nothing pass Benjamini–Hochberg together; it is empty where the sample cannot tell.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  await connection.run(RESULTS);
  for (const {period} of await query(connection, "select distinct period from marts.survey_coverage order by all")) {
    const comparisons = await compare(connection, String(period));
    const rows = rowsOf(String(period), comparisons);
    // Where a side is missing, one row for England says that there is no figure.
    const given =
      rows.length > 0 ? rows : [`(${literal(String(period))}, 'ENG', 'percentage points'${", null".repeat(8)})`];
    await connection.run(`insert into offer_gap_results values ${given.join(",\n")}`);
  }
  await connection.run(FIGURES);
  await connection.run("drop table offer_gap_results");
}

async function compare(connection: DuckDBConnection, period: string): Promise<Comparison[]> {
  const people = `
    select people.region_code, people.stratum, people.school_id, weights.weight,
        (people.offered_24_months = 'yes')::double as is_offered,
        -- Who does not know is on neither side, and stays in the sample.
        case
            when people.offered_24_months not in ('yes', 'no') or people.offered_24_months is null then null
            else roles.role_group = 'teaching_assistants'
        end as is_assistant
    from marts.survey_people as people
    inner join marts.survey_weights as weights using (file_id, record_number)
    inner join reference.roles as roles on roles.role_id = people.main_role_id
    where people.period = ${literal(period)}`;
  const [known] = await query(connection, `select count(distinct is_assistant) as sides from (${people}) as known`);
  if (Number(known?.sides) < 2) return [];
  return await compareDomains(connection, {
    table: `(
    select people.*, unnest(['ENG', people.region_code]) as area_code
    from (${people}) as people
)`,
    numerator: "is_offered",
    domain: {other: "not is_assistant", assistants: "is_assistant"},
    reference: {kind: "category", value: "assistants"},
    by: ["area_code"],
    weight: "weight",
    stratum: "stratum",
    cluster: "school_id",
    singleCluster: "centre"
  });
}

function rowsOf(period: string, comparisons: readonly Comparison[]): string[] {
  const gaps = comparisons.filter(({domain}) => domain === "other");
  const tested = gaps.filter(({difference}) => difference.pValue !== null);
  const passed = benjaminiHochberg(
    tested.map(({difference}) => difference.pValue ?? 1),
    {
      rate: FALSE_DISCOVERY_RATE
    }
  );
  return gaps.flatMap((gap) => {
    const index = tested.indexOf(gap);
    const isDifferent = index < 0 ? null : (passed[index]?.isDifferent ?? null);
    const base = Math.min(gap.first.base, gap.second.base);
    const effective = [gap.first.effectiveBase, gap.second.effectiveBase].filter((size) => size !== null);
    const row = (unit: string, figures: (number | null)[]): string => {
      const about: Value[] = [
        gap.difference.pValue,
        isDifferent,
        base,
        effective.length < 2 ? null : Math.min(...effective)
      ];
      return `(${[period, gap.group.area_code ?? null, unit, ...figures, ...about].map(literal).join(", ")})`;
    };
    return [
      row(
        "percentage points",
        numbersOf(gap.difference).map((value) => (value === null ? null : 100 * value))
      ),
      row("ratio", numbersOf(gap.ratio))
    ];
  });
}

function numbersOf({estimate, lower, upper, standardError}: TestedEstimate): (number | null)[] {
  return [estimate, lower, upper, standardError];
}

const RESULTS = `create or replace temp table offer_gap_results (period varchar, area_code varchar, unit varchar,
    value double, lower double, upper double, standard_error double, p_value double, is_different boolean, base bigint,
    effective_base double)`;

/** The smaller of the two sides is the base: what a comparison rests on is what its thinner side rests on. */
const FIGURES = `create or replace table marts.offer_gap as
select
    'OFF-03' as indicator_id,
    'survey' as period_type,
    gaps.period,
    false as is_part_period,
    case gaps.area_code when 'ENG' then 'national' else 'region' end as area_level,
    gaps.area_code,
    gaps.unit,
    'statistic' as measure,
    null::double as numerator,
    null::double as denominator,
    gaps.value,
    gaps.lower,
    gaps.upper,
    case when gaps.lower is not null then 0.95 end as interval_level,
    gaps.base,
    gaps.effective_base,
    gaps.standard_error,
    gaps.p_value,
    gaps.is_different,
    case when gaps.value is null then 'not_enough_data' end as symbol_reason,
    coverage.senders_returned,
    coverage.senders_expected,
    coverage.population_share,
    totals.origin
from offer_gap_results as gaps
inner join marts.survey_estimates as totals
    on totals.indicator_id = 'OFF-01'
    and totals.period = gaps.period
    and totals.area_code = gaps.area_code
    and totals.role_id is null and totals.route_id is null and totals.dimension_1 is null
left join marts.survey_coverage as coverage
    on coverage.period = gaps.period and coverage.area_code = gaps.area_code
order by all`;
