import type {DuckDBConnection} from "@duckdb/node-api";
import {indicators} from "../contracts/published/indicators.js";
import {breakdownsOf, type Surface, tableOf} from "../contracts/published/surface.js";
import {literal, query, type Row} from "../warehouse.js";
import {type GivenFigure, PARTS} from "./cells.js";
import {MEASURES, POLICY} from "./policy.js";
import {columnsOf, sqlType} from "./tables.js";

/** What a figure may hold before the gate that no reader sees. */
const HIDDEN_COLUMNS = ["effective_base"] as const;

/**
 * Gathers every figure of the marts, numbered, into the temporary table `figures`, with its treatment, and returns them.
 * A figure that is not listed on the surface, or cannot be, is an error: nothing leaves by being overlooked.
 */
export async function gatherFigures(connection: DuckDBConnection, surface: Surface): Promise<GivenFigure[]> {
  const marts = await indicatorMarts(connection);
  const parts = await Promise.all(marts.map(async (mart) => candidates(mart, await columnsOf(connection, mart))));
  await connection.run(`create or replace temp table figures as
with candidates as (
${parts.join("\nunion all\n")}
)
select
    row_number() over (order by mart, ${indicators.key.map((name) => `${name} nulls first`).join(", ")}) as figure_number,
    candidates.*,
    case
        ${POLICY.facts.map(({where}) => `when ${where} then 'fact'`).join("\n        ")}
        when measure = 'published_fact' then 'count'
        else measure
    end as treatment,
    coalesce(${isTooSmall()}, false) as is_low
from candidates`);
  await refuse(connection);
  const rows = await query(
    connection,
    `
select figure_number, treatment, is_low, ${indicators.key.join(", ")}, bound, value, numerator, denominator, base
from figures
order by figure_number`
  );
  const figures = rows as unknown as (GivenFigure & {bound: string | null})[];
  for (const figure of figures) {
    // That there is no number needs no table: it is said of an indicator as a whole, for the nation.
    const isAbsent = figure.value === null && PARTS.every((part) => !figure[part]) && breakdownsOf(figure).length === 0;
    if (!isAbsent && !tableOf(surface, figure)) throw new Error(`unlisted figure: ${describe(figure)}`);
  }
  return figures.filter(({bound}) => bound === null);
}

/** Rounded, it would stand beside exact totals and look like one. */
function isTooSmall(): string {
  const rules = POLICY.facts.filter(({smallest}) => smallest !== undefined);
  return rules.map(({where, smallest}) => `(${where} and value > 0 and value < ${smallest})`).join(" or ");
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
  const given = [...indicators.columns, ...HIDDEN_COLUMNS].map((name) => {
    const isHidden = name === "effective_base";
    // What is not rounded yet need not be whole.
    const type = isHidden || sqlType(name) === "integer" ? "double" : sqlType(name);
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
        when least(numerator, denominator, base) < 0 or (value < 0 and measure <> 'statistic') then 'negative figure'
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

function describe(figure: GivenFigure): string {
  return indicators.key
    .map((name) => (figure as unknown as Row)[name])
    .filter((text) => text !== null)
    .join(", ");
}
