import type {DuckDBConnection} from "@duckdb/node-api";
import {indicators} from "../contracts/published/indicators.js";
import type {Surface} from "../contracts/published/surface.js";
import {literal} from "../warehouse.js";
import {COVERAGE_REASON, POLICY} from "./policy.js";
import {effectiveBaseBand, isUnreliable, scaleOf, symbolOf} from "./rounding.js";
import {withholdSums} from "./surveySums.js";
import {fillTable} from "./tables.js";

/** Fills `published.indicators` from the gathered figures and what the protection lets be seen of them. */
export async function passIndicators(connection: DuckDBConnection, surface: Surface): Promise<void> {
  await connection.run(`create or replace temp table reasoned_figures as ${reasonedFigures()}`);
  await withholdSums(connection, surface);
  await fillTable(connection, {table: indicators, select: figures()});
}

function figures(): string {
  const kept = indicators.columns.filter((name) => !(name in PROTECTED));
  const replaced = Object.entries(PROTECTED).map(([name, sql]) => `${sql} as ${name}`);
  return `
with signed as (
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
            when treatment = 'statistic' then ${statistic("value")}
            when denominator is not null then round(value, ${POLICY.rateDecimals})
            else value
        end as figure
    from reasoned_figures as reasoned
)
select
    ${[...kept.map((name) => `signed.${name}`), ...replaced].join(",\n    ")}
from signed
inner join marts.definitions as definitions on definitions.indicator_id = signed.indicator_id
inner join published.provenance as provenance on provenance.mart = signed.mart`;
}

/** Every figure, and why it is not shown, if it is not. */
function reasonedFigures(): string {
  return `
with treated as (
    select
        figures.*,
        protected_figures.* exclude (figure_number),
        senders_returned / nullif(senders_expected, 0) as coverage
    from figures
    left join protected_figures on protected_figures.figure_number = figures.figure_number
)
select
    treated.*,
    case
        when symbol_reason is not null then symbol_reason
        when treatment <> 'fact' and senders_expected > 0 and senders_returned = 0 then 'not_returned'
        when treatment <> 'fact' and coverage < ${POLICY.withheldBelow} then '${COVERAGE_REASON}'
        when bound is not null then null
        when treatment = 'rate' then ${rateReason()}
        when treatment = 'survey_percent' then ${surveyReason()}
        when treatment = 'statistic' and least(base, effective_base) < ${POLICY.smallestSurveyBase} then 'unreliable'
        when treatment = 'statistic' and regexp_matches(unit, '^(pounds|days) per ') and base < ${POLICY.smallestCostBase}
            then 'unreliable'
        when treatment = 'statistic' and unit = 'per cent of starts' and base < ${POLICY.smallestCurveBase}
            then 'unreliable'
        when value is null then 'not_collected'
        when is_low then 'low'
        when treatment in ('count', 'fte') and is_hidden_value then 'withheld'
        when treatment in ('count', 'fte') and value > 0 and rounded_value = 0 then 'low'
    end as reason
from treated`;
}

/** Of a small group the reason is the same whether some did or none: another one for none would say so. */
function rateReason(): string {
  return `case
                when numerator is null or denominator is null then 'not_enough_data'
                when denominator = 0 then 'not_applicable'
                when is_hidden_denominator or rounded_denominator < ${POLICY.smallestBase} then 'withheld'
                when rounded_denominator < ${POLICY.smallestGroup} then 'unreliable'
                when is_hidden_numerator then 'withheld'
                when ${isUnreliable("numerator", "denominator")} then 'unreliable'
                when numerator > 0 and rounded_numerator = 0 then 'low'
            end`;
}

function surveyReason(): string {
  return `case
                when value is null or coalesce(base, 0) = 0 then 'not_enough_data'
                when is_hidden_base or rounded_base < ${POLICY.smallestBase} then 'withheld'
                when least(base, coalesce(effective_base, base)) < ${POLICY.smallestSurveyBase} then 'unreliable'
                when ${isTold("value")} or ${isTold("(100 - value)")} then 'withheld'
            end`;
}

/**
 * True where a whole percentage of so many answers leaves too few numbers of people who can stand behind it, when weights
 * are taken to differ no more than the policy says.
 */
function isTold(percent: string): string {
  const {surveyWeightRatio: ratio, roundingBase, smallestSurveyBase, fewestChoices} = POLICY;
  const share = (of: string, weight: number): string => `(${of} * ${weight} / (${of} * ${weight} + 1 - ${of}))`;
  const least = `(greatest(round(${percent}) - 0.5, 0) / 100)`;
  const most = `(least(round(${percent}) + 0.5, 100) / 100)`;
  const from = `ceil(greatest(rounded_base - ${roundingBase - 1}, ${smallestSurveyBase}) * ${share(least, 1 / ratio)} - 1e-9)`;
  const to = `floor((rounded_base + ${roundingBase - 1}) * ${share(most, ratio)} + 1e-9)`;
  return `(${from} < ${roundingBase} and ${to} >= 1 and ${to} - ${from} + 1 < ${fewestChoices})`;
}

/** A number worked out of many records is given no finer than its unit allows; a limit in steps lies outside, not within. */
function statistic(name: string, {unit = "unit", toStep = "round"} = {}): string {
  const cases = POLICY.statisticDecimals.map((rule) => {
    const sql =
      "figures" in rule
        ? significant(name, rule.figures)
        : "step" in rule
          ? `${toStep}(${name} / ${rule.step}) * ${rule.step}`
          : `round(${name}, ${rule.decimals})`;
    return `when regexp_matches(${unit}, ${literal(rule.unit)}) then ${sql}`;
  });
  // Nothing is added so that no figure is a negative zero.
  return `(case ${cases.join(" ")} else error('unknown unit of a statistic: ' || ${unit}) end + 0)`;
}

function significant(name: string, figures: number): string {
  const drawn = `case when base < ${POLICY.fineCostBase} then 0 else ${figures - 1} end`;
  const step = `power(10, floor(log10(abs(${name}))) - ${drawn})`;
  return `case when ${name} = 0 then 0 else round(round(${name} / ${step}) * ${step}, 6) end`;
}

const BARE = POLICY.symbolsWithoutCoverage.map(literal).join(", ");
const isBare = `(sign is not null and sign in (${BARE}))`;

/** The Wilson limit of a rate, from the protected parts: from the true ones it would give them away. */
function wilson(sign: 1 | -1): string {
  const z = 1.959963984540054;
  const share = "least(rounded_numerator / rounded_denominator, 1)";
  const width = `${z} * sqrt(${share} * (1 - ${share}) / rounded_denominator + ${z * z} / (4 * power(rounded_denominator, 2)))`;
  const middle = `(${share} + ${z * z} / (2 * rounded_denominator) ${sign < 0 ? "-" : "+"} ${width})`;
  const limits = `greatest(least(${middle} / (1 + ${z * z} / rounded_denominator), 1), 0)`;
  return `round(${limits} * ${scaleOf("signed.unit")}, ${POLICY.rateDecimals})`;
}

/** A bound of money is rounded away from what it bounds, so that it stays true. */
const limit = (name: string, side: "lower" | "upper"): string => `case
        when reason is not null then null
        when ${name} is null then null
        when treatment = 'rate' and denominator > 0 then ${side === "lower" ? wilson(-1) : wilson(1)}
        when treatment = 'survey_percent' then round(${name}, ${POLICY.surveyDecimals})
        when treatment in ('count', 'fte') then round(${name} / ${POLICY.roundingBase}) * ${POLICY.roundingBase}
        when treatment = 'statistic' then ${statistic(name, {unit: "signed.unit", toStep: side === "lower" ? "floor" : "ceil"})}
        when treatment = 'money' then ${side === "lower" ? "floor" : "ceil"}(${name})
        else round(${name}, ${POLICY.rateDecimals})
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
  lower: limit("(case when bound = 'lower' then coalesce(lower, signed.value) else lower end)", "lower"),
  upper: limit("(case when bound = 'upper' then coalesce(upper, signed.value) else upper end)", "upper"),
  base: "case when treatment = 'survey_percent' and (reason is null or reason = 'unreliable') then rounded_base end",
  interval_level: "case when reason is null then interval_level end",
  effective_base_band: `case when reason is null and effective_base is not null then ${effectiveBaseBand()} end`,
  senders_returned: `case when not ${isBare} then senders_returned end`,
  senders_expected: `case when not ${isBare} then senders_expected end`,
  population_share: `case when not ${isBare} then round(population_share, ${POLICY.coverageDecimals}) end`,
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
