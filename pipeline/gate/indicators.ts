import type {DuckDBConnection} from "@duckdb/node-api";
import {indicators} from "../contracts/published/indicators.js";
import {literal, query} from "../warehouse.js";
import {isBetrayed} from "./parts.js";
import {COVERAGE_REASON, MEASURES, POLICY} from "./policy.js";
import {isLow, isUnreliable, rounded, scaleOf, symbolOf} from "./rounding.js";
import {columnsOf, fillTable, sqlType} from "./tables.js";

/** Fills `published.indicators` from every mart that has the columns indicator_id and measure. */
export async function passIndicators(connection: DuckDBConnection): Promise<void> {
  const marts = await indicatorMarts(connection);
  const parts = await Promise.all(marts.map(async (mart) => candidates(mart, await columnsOf(connection, mart))));
  await connection.run(`create or replace temp table figures as\n${parts.join("\nunion all\n")}`);
  await refuse(connection);
  await fillTable(connection, {table: indicators, select: figures()});
  await connection.run("drop table figures");
}

async function indicatorMarts(connection: DuckDBConnection): Promise<string[]> {
  const rows = await query(
    connection,
    `
select table_schema || '.' || table_name as name
from information_schema.columns
where table_schema = 'marts' and column_name in ('indicator_id', 'measure')
group by all
having count(*) = 2
order by name`
  );
  if (rows.length === 0) throw new Error("missing marts: none has the columns indicator_id and measure");
  return rows.map((row) => String(row.name));
}

function candidates(mart: string, columns: readonly string[]): string {
  const given = indicators.columns.map((name) => {
    const type = sqlType(name) === "integer" ? "double" : sqlType(name); // what is not rounded yet need not be whole
    return `cast(${columns.includes(name) ? name : "null"} as ${type}) as ${name}`;
  });
  return `select ${literal(mart.replace("marts.", ""))} as mart, measure, ${given.join(", ")} from ${mart}`;
}

async function refuse(connection: DuckDBConnection): Promise<void> {
  const offenders = await query(
    connection,
    `
select
    case
        when measure is null or measure not in (${MEASURES.map(literal).join(", ")})
            then 'unknown measure: ' || coalesce(measure, 'null')
        when definitions.indicator_id is null then 'unknown indicator: ' || figures.indicator_id
        when least(value, numerator, denominator, base) < 0 then 'negative figure'
        when not isfinite(value) or not isfinite(numerator) or not isfinite(denominator) then 'infinite figure'
    end as fault,
    figures.mart,
    figures.indicator_id
from figures
left join marts.definitions as definitions on definitions.indicator_id = figures.indicator_id
where fault is not null
order by all
limit 1`
  );
  for (const {fault, mart, indicator_id: id} of offenders) throw new Error(`${fault} in marts.${mart}, ${id}`);
}

function figures(): string {
  const kept = indicators.columns.filter((name) => !(name in PROTECTED));
  const replaced = Object.entries(PROTECTED).map(([name, sql]) => `${sql} as ${name}`);
  return `
with treated as (
    select
        figures.*,
        case
            ${POLICY.facts.map(({where}) => `when ${where} then 'fact'`).join("\n            ")}
            when measure = 'published_fact' then 'count'
            else measure
        end as treatment,
        senders_returned / nullif(senders_expected, 0) as coverage,
        ${rounded("numerator")} as rounded_numerator,
        ${rounded("denominator")} as rounded_denominator,
        ${rounded("base")} as rounded_base,
        ${rounded("value")} as rounded_value
    from figures
),
set_beside as (
    select treated.*, ${isBetrayed("treatment")} as is_betrayed
    from treated
),
reasoned as (
    select
        set_beside.*,
        case
            when symbol_reason is not null then symbol_reason
            when treatment <> 'fact' and senders_expected > 0 and senders_returned = 0 then 'not_returned'
            when treatment <> 'fact' and coverage < ${POLICY.withheldBelow} then '${COVERAGE_REASON}'
            when bound is not null then null
            when treatment = 'rate' then ${rateReason()}
            when treatment = 'survey_percent' then ${surveyReason()}
            when value is null then 'not_collected'
            when treatment = 'fact' and (${isTooSmall()}) then 'low'
            when treatment = 'count' and value > 0 and is_betrayed then 'withheld'
            when treatment in ('count', 'fte') and ${isLow("value")} then 'low'
        end as reason
    from set_beside
),
signed as (
    select
        reasoned.* exclude (symbol),
        ${symbolOf("reason")} as sign,
        case
            when reason is not null or bound is not null then null
            when treatment in ('count', 'fte') then rounded_value
            when treatment = 'rate'
                then round(rounded_numerator / rounded_denominator * ${scaleOf("unit")}, ${POLICY.rateDecimals})
            when treatment = 'survey_percent' then round(value, ${POLICY.surveyDecimals})
            when treatment = 'money' then round(value, ${POLICY.moneyDecimals})
            when denominator is not null then round(value, ${POLICY.rateDecimals})
            else value
        end as figure
    from reasoned
)
select
    ${[...kept.map((name) => `signed.${name}`), ...replaced].join(",\n    ")}
from signed
inner join marts.definitions as definitions on definitions.indicator_id = signed.indicator_id
inner join published.provenance as provenance on provenance.mart = signed.mart`;
}

/** Rounded, it would stand beside exact totals and look like one. */
function isTooSmall(): string {
  const rules = POLICY.facts.filter(({smallest}) => smallest !== undefined);
  return rules.map(({where, smallest}) => `${where} and value > 0 and value < ${smallest}`).join(" or ");
}

function rateReason(): string {
  return `case
                when numerator is null or denominator is null then 'not_enough_data'
                when denominator = 0 then 'not_applicable'
                when rounded_denominator < ${POLICY.smallestBase} then 'withheld'
                when ${isUnreliable("rounded_numerator", "rounded_denominator")} then 'unreliable'
                when ${isLow("numerator")} then 'low'
            end`;
}

function surveyReason(): string {
  return `case
                when value is null or coalesce(base, 0) = 0 then 'not_enough_data'
                when rounded_base < ${POLICY.smallestBase} then 'withheld'
                when base < ${POLICY.smallestSurveyBase} then 'unreliable'
            end`;
}

const BARE = POLICY.symbolsWithoutCoverage.map(literal).join(", ");
/** A bound of money is rounded away from what it bounds, so that it stays true. */
const limit = (name: string, money: "floor" | "ceil"): string => `case
        when reason is not null then null
        when treatment = 'survey_percent' then round(${name}, ${POLICY.surveyDecimals})
        when treatment in ('count', 'fte') then ${rounded(name)}
        when treatment = 'money' then ${money}(${name})
        else ${name}
    end`;

const part = (name: string): string => `case
        when reason is not null or bound is not null then null
        when treatment = 'fact' then ${name}
        when treatment = 'rate' then rounded_${name}
    end`;

/** The columns that the gate writes itself; every other passes from the mart. */
const PROTECTED: Readonly<Record<string, string>> = {
  definition_version: "coalesce(signed.definition_version, definitions.definition_version)",
  numerator: part("numerator"),
  denominator: part("denominator"),
  value: "figure",
  lower: limit("(case when bound = 'lower' then coalesce(lower, signed.value) else lower end)", "floor"),
  upper: limit("(case when bound = 'upper' then coalesce(upper, signed.value) else upper end)", "ceil"),
  base: "case when reason is null or reason = 'unreliable' then rounded_base end",
  senders_returned: `case when sign is null or sign not in (${BARE}) then senders_returned end`,
  senders_expected: `case when sign is null or sign not in (${BARE}) then senders_expected end`,
  population_share: `case when sign is null or sign not in (${BARE}) then round(population_share, 2) end`,
  reliability: `case
        when reason = 'unreliable' then 'unreliable'
        when reason is not null then null
        when coverage < ${POLICY.provisionalBelow} then 'provisional'
        else 'reliable'
    end`,
  symbol: "sign",
  symbol_reason: "reason",
  provenance_id: "provenance.provenance_id"
};
