import {existsSync} from "node:fs";
import {AREA_LEVELS} from "./contracts/areaLevels.js";
import {PERIOD_TYPES, partPeriod} from "./contracts/periods.js";
import {areas} from "./contracts/published/areas.js";
import {definitions} from "./contracts/published/definitions.js";
import {files} from "./contracts/published/files.js";
import {indicators} from "./contracts/published/indicators.js";
import {programmes} from "./contracts/published/programmes.js";
import {provenance} from "./contracts/published/provenance.js";
import {returns} from "./contracts/published/returns.js";
import {roles} from "./contracts/published/roles.js";
import {bracketed, isSymbol, SYMBOLS, shownSymbol} from "./contracts/symbols.js";
import {UserError} from "./error.js";
import {columns, grouped} from "./layout.js";
import {categories, type Figure, type FigureQuestion, readFigures} from "./publish/figures.js";
import {type Names, nameOf, readNames} from "./publish/names.js";
import {openPublished, type PublishedReader} from "./publish/reader.js";
import {literal, openWarehouse, query, type Row} from "./warehouse.js";

export interface ExplainQuestion extends FigureQuestion {
  warehouse?: string; // for the operator: where exact counts of rows are read
}

export interface ExplainedFigure extends Figure {
  text: string; // "4,661 starts"
  period_text: string; // "2025-26, part year (August to April)"
  subject: string; // "England, Teaching Assistant"
}

export interface ExplainedReturn {
  file: string;
  sha256: string;
  collection: string;
  origin: string;
  is_used: boolean;
  rows_used: number | string | null; // a symbol, or nothing, where the count is protected
  rows_held: number | string | null;
}

export interface Explanation {
  definition: Row;
  figures: ExplainedFigure[];
  models: Row[];
  returns: ExplainedReturn[];
  is_exact: boolean; // counts of rows are exact, for the operator
}

/** What a figure is explained from; so that an old release, which lacks tables of today, is too. */
const TABLES = [areas, definitions, files, indicators, programmes, provenance, returns, roles];

/** Returns the figures asked for and their chain, from the published files in `folder`: definition, model, returns. */
export async function explain(folder: string, question: ExplainQuestion): Promise<Explanation> {
  const reader = await openPublished(folder, {tables: TABLES});
  try {
    const names = await readNames(reader);
    const definition = await readDefinition(reader, question.indicator);
    const figures = await readFigures(reader, {
      question: {...question, indicator: String(definition.indicator_id)},
      names
    });
    const ids = [...new Set(figures.map((figure) => literal(figure.provenance_id)))];
    const models = await reader.rows(
      `select * from published.provenance where provenance_id in (${ids.join(", ")}) order by provenance_id`
    );
    const collections = [...new Set(models.flatMap((model) => String(model.collections).split("; ")))];
    const found = await readReturns(reader, collections);
    const exact = question.warehouse ? await exactCounts(question.warehouse) : undefined;
    return {
      definition,
      figures: figures.map((figure) => describe(figure, names)),
      models,
      returns: exact ? found.map((file) => ({...file, ...exact.get(file.file)})) : found,
      is_exact: exact !== undefined
    };
  } finally {
    reader.close();
  }
}

/** Returns an explanation as text for a terminal. */
export function formatExplanation({definition, figures, models, returns, is_exact}: Explanation): string {
  const shown = returns.slice(0, 20);
  const rows = shown.map((file) => [
    file.file,
    file.sha256.slice(0, 12),
    file.is_used ? cellText(file.rows_used) : "replaced or refused",
    file.is_used || is_exact ? cellText(file.rows_held) : "",
    file.origin
  ]);
  const header = ["file", "sha256", "rows used", "rows held", "origin"];
  return [
    `${definition.indicator_id} ${definition.indicator_name} (definition ${definition.definition_version})`,
    "",
    `Figures${figures.some(hasInterval) ? " (in brackets the 95% interval)" : ""}`,
    ...columns(
      figures.map((figure) => [figure.text, figure.period_text, figure.subject, coverage(figure), figure.origin]),
      {right: [0]}
    ),
    "",
    "Definition",
    ...columns([
      ["Above the line", String(definition.numerator_definition)],
      ["Below the line", String(definition.denominator_definition)],
      ...(definition.caveats ? [["Caveats", String(definition.caveats)]] : []),
      ["In the plan", placeInPlan(String(definition.place))]
    ]),
    "",
    "Model",
    ...columns(models.map((model) => [`marts.${model.mart}`, String(model.sql_file), `sha256 ${model.sql_sha256}`])),
    "",
    `Returns (${grouped(returns.length)}; rows ${is_exact ? "counted exactly" : `rounded to ten; ${bracketed("low")}: ${lowMeaning}`})`,
    ...columns([header, ...rows], {right: [2, 3]}),
    ...(returns.length > shown.length
      ? [`  and ${grouped(returns.length - shown.length)} more, which --json lists with whole hashes`]
      : [])
  ].join("\n");
}

const hasInterval = ({value, interval_level}: ExplainedFigure): boolean => value !== null && interval_level !== null;

const lowMeaning = SYMBOLS.low.meaning.split(";")[0];

/** S0 is the text of the plan that this project was given. */
const placeInPlan = (place: string): string => place.replace(/\bS0:L(\d+)\b/g, "line $1");

async function readDefinition(reader: PublishedReader, indicator: string): Promise<Row> {
  const rows = await reader.rows("select * from published.definitions order by indicator_id");
  const wanted = indicator.toUpperCase();
  const found = rows.find((row) => row.indicator_id === wanted);
  if (found) return found;
  const known = await reader.rows("select distinct indicator_id from published.indicators order by indicator_id");
  const list = known.map((row) => row.indicator_id).join(", ");
  throw new UserError(`explain: expected an indicator of the catalogue, got ${indicator}; published are ${list}`);
}

function describe(figure: Figure, names: Names): ExplainedFigure {
  const parts = [
    nameOf(names.area_code, figure.area_code) ?? AREA_LEVELS.national,
    nameOf(names.programme_id, figure.programme_id),
    figure.programme_id === null ? nameOf(names.role_id, figure.role_id) : undefined,
    nameOf(names.route_id, figure.route_id),
    ...categories(figure)
  ];
  return {
    ...figure,
    text: figureText(figure),
    period_text: periodText(figure),
    subject: parts.filter((part) => part !== undefined).join(", ")
  };
}

function figureText({value, symbol, symbol_reason, bound, upper, lower, unit}: Figure): string {
  if (symbol !== null) {
    const {csv, bracket, word} = shownSymbol(symbol, symbol_reason);
    return csv === word ? bracket : `${bracket} ${word}`;
  }
  const decimals = Math.max(...[value, lower, upper].map((number) => decimalsOf(number ?? 0)));
  const write = (number: number): string => grouped(number, {decimals});
  const limits = lower !== null && upper !== null ? `${write(lower)} to ${write(upper)}` : undefined;
  // Where only limits are known there is no number to show, and none is made up.
  if (value === null && limits) return `${limits} ${unit}`;
  if (bound === "upper") return `under ${grouped(upper ?? 0)} ${unit}`;
  if (bound === "lower") return `over ${grouped(lower ?? 0)} ${unit}`;
  return `${write(value ?? 0)}${limits ? ` (${limits})` : ""} ${unit}`;
}

/** A figure and its limits are written alike: 1.0 (0.9 to 1.1). */
const decimalsOf = (number: number): number => grouped(number).split(".")[1]?.length ?? 0;

/** 2004-05 is May 2004 and the financial year: where it might be a month, the text says which. */
function periodText({indicator_id, period_type, period, is_part_period}: Figure): string {
  const named =
    period_type === "month" ? `month ${period}` : period_type === "financial" ? `financial ${period}` : period;
  if (!is_part_period) return named;
  const kind = PERIOD_TYPES[period_type as keyof typeof PERIOD_TYPES].includes("year") ? "part year" : "part period";
  const covers = partPeriod(indicator_id, period);
  return `${named}, ${kind}${covers ? ` (${covers})` : ""}`;
}

function coverage({senders_returned, senders_expected, reliability}: Figure): string {
  const returned = senders_expected === null ? "" : `${senders_returned} of ${senders_expected} senders`;
  return [returned, reliability ?? ""].filter((part) => part !== "").join(", ");
}

async function readReturns(reader: PublishedReader, collections: readonly string[]): Promise<ExplainedReturn[]> {
  const rows = await reader.rows(`
select
    files.file,
    files.sha256,
    files.collection,
    files.origin,
    files.is_used,
    case when files.is_used then coalesce(cast(returns.rows_used_count as varchar), 'low') end as rows_used,
    case when files.is_used then coalesce(cast(returns.rows_held_count as varchar), returns.rows_held_symbol)
    end as rows_held,
    returns.sender_id is null as is_unlisted
from published.files as files
left join published.returns as returns
    on returns.collection = files.collection
    and returns.period = files.period
    and returns.sender_id = files.sender_id
where files.collection in (${collections.map(literal).join(", ")})
order by files.is_used desc, files.file`);
  return rows.map(({is_unlisted, rows_used, rows_held, ...file}) => ({
    ...(file as unknown as ExplainedReturn),
    rows_used: is_unlisted ? null : protectedCell(rows_used),
    rows_held: is_unlisted ? null : protectedCell(rows_held)
  }));
}

function protectedCell(value: Row[string] | undefined): number | string | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isNaN(number) ? String(value) : number;
}

async function exactCounts(path: string): Promise<Map<string, {rows_used: number; rows_held: number}>> {
  if (!existsSync(path)) {
    throw new UserError(`${path}: expected the warehouse of the last build; found none. Run \`uptake build\` first.`);
  }
  const warehouse = await openWarehouse(path, {isReadOnly: true});
  try {
    const rows = await query(warehouse.connection, "select file, rows_accepted, rows_held from raw.files");
    return new Map(
      rows.map((row) => [
        String(row.file),
        {rows_used: Number(row.rows_accepted ?? 0), rows_held: Number(row.rows_held ?? 0)}
      ])
    );
  } finally {
    warehouse.close();
  }
}

function cellText(cell: number | string | null): string {
  if (cell === null) return bracketed("x");
  if (typeof cell === "number") return grouped(cell);
  return isSymbol(cell) ? bracketed(cell) : cell;
}
