import type {DuckDBConnection} from "@duckdb/node-api";
import {z} from "zod";
import {FIELDS, type FieldName} from "../contracts/fields.js";
import {collectionsOfPeople, identifyingNames, plainName} from "../contracts/identifying.js";
import {WITHOUT_SENDERS} from "../contracts/published/coverage.js";
import {columnType, type PublishedTable} from "../contracts/published/table.js";
import {PUBLISHED_TABLES} from "../contracts/published/tables.js";
import {WORDINGS} from "../contracts/published/wording.js";
import {UserError} from "../error.js";
import {literal, query} from "../warehouse.js";
import {type Vocabulary, vocabulary} from "./vocabulary.js";

export interface ReleaseInspection {
  code: Iterable<string>; // the text of every file of ours whose words are published
  tables?: readonly PublishedTable[];
}

/** Figures from returns that do not say how many should have come, nor are listed as needing none to. */
export interface UncoveredFigures {
  indicator: string;
  unit: string;
  figures: number;
}

/**
 * Throws where a published table has a column that identifies somebody, as many rows as a collection about persons, or
 * text that neither a reference table, nor our own code, nor a pattern or register of its column holds. The text itself
 * is not told, since it may be somebody's. Returns the figures that do not state their senders.
 */
export async function inspectRelease(
  connection: DuckDBConnection,
  {code, tables = PUBLISHED_TABLES}: ReleaseInspection
): Promise<{uncovered: readonly UncoveredFigures[]}> {
  refuseIdentifying(tables);
  await refuseRowsOfPeople(connection, tables);
  const words = vocabulary({texts: await referenceTexts(connection), code});
  for (const table of tables) if (!table.isCarried) await refuseStrayWords(connection, {table, words});
  return {uncovered: await uncoveredFigures(connection, tables)};
}

/** Fewer rows than these may be as many as a collection's by chance. */
const FEWEST_ROWS = 50;

function refuseIdentifying(tables: readonly PublishedTable[]): void {
  const identifying = identifyingNames();
  for (const {table, columns} of tables) {
    for (const column of columns) {
      if (identifying.has(plainName(column))) throw new Error(`identifying column: published.${table}.${column}`);
    }
  }
}

async function refuseRowsOfPeople(connection: DuckDBConnection, tables: readonly PublishedTable[]): Promise<void> {
  const people = new Map<number, string>();
  for (const collection of collectionsOfPeople()) {
    const rows = await countRows(connection, `raw.${collection}`);
    if (rows >= FEWEST_ROWS) people.set(rows, collection);
  }
  for (const {table} of tables) {
    const collection = people.get(await countRows(connection, `published.${table}`));
    if (collection)
      throw new UserError(
        `published.${table}: expected figures; got exactly as many rows as ${collection} has of people. Take the table out of what is published, or see that it holds no rows of people.`
      );
  }
}

/** Whoever owes no return in a small area is not missing there; nation and regions always have somebody. */
async function uncoveredFigures(
  connection: DuckDBConnection,
  tables: readonly PublishedTable[]
): Promise<readonly UncoveredFigures[]> {
  if (!tables.some(({table}) => table === "indicators")) return [];
  const rows = await query(
    connection,
    `
select indicator_id as indicator, unit, count(*)::integer as figures
from published.indicators
where
    origin = 'synthetic'
    and symbol is null
    and bound is null
    and senders_expected is null
    and area_level in ('national', 'region')
    and indicator_id not in (${Object.keys(WITHOUT_SENDERS).map(literal).join(", ")})
group by all
order by all`
  );
  return rows as unknown as UncoveredFigures[];
}

async function refuseStrayWords(
  connection: DuckDBConnection,
  {table, words}: {table: PublishedTable; words: Vocabulary}
): Promise<void> {
  const open = table.columns.filter((name) => isOpen(table, name));
  if (open.length === 0) return;
  const parts = open.map(
    (name) => `select ${literal(name)} as name, ${name} as text from published.${table.table} where ${name} <> ''`
  );
  const rows = await query(connection, `select distinct name, text from (${parts.join(" union all ")}) order by all`);
  const strays = new Map<FieldName, number>();
  for (const name of open) {
    const registered = await registerNames(connection, name);
    const pattern = WORDINGS[name]?.pattern;
    const texts = rows.filter((row) => row.name === name).map(({text}) => String(text));
    const found = texts.filter((text) => !pattern?.test(text) && !registered.has(text) && !words.holds(text)).length;
    if (found > 0) strays.set(name, found);
  }
  const [first] = strays;
  if (!first) return;
  const [name, count] = first;
  throw new UserError(
    `published.${table.table}.${name}: expected words of the reference tables or of our own code; got ${count} ${count === 1 ? "text" : "texts"} of neither. Take the words from a reference table, or give a pattern for codes in pipeline/contracts/published/wording.ts.`
  );
}

/** A column of text is open where no list in the contract closes it. */
function isOpen(table: PublishedTable, name: FieldName): boolean {
  if (columnType(name) !== "text" || table.vocabularies?.[name] || WORDINGS[name]?.isOperators) return false;
  const schema: z.ZodType = FIELDS[name];
  return !((schema instanceof z.ZodNullable ? schema.unwrap() : schema) instanceof z.ZodEnum);
}

async function registerNames(connection: DuckDBConnection, name: FieldName): Promise<ReadonlySet<string>> {
  const register = WORDINGS[name]?.register;
  if (!register) return new Set();
  const rows = await query(connection, `select distinct ${register.column} as text from raw.${register.collection}`);
  return new Set(rows.map(({text}) => String(text)));
}

async function referenceTexts(connection: DuckDBConnection): Promise<string[]> {
  const columns = await query(
    connection,
    `
select table_name, column_name
from information_schema.columns
where table_schema = 'reference' and data_type = 'VARCHAR'
order by all`
  );
  if (columns.length === 0) throw new Error("missing tables: none in reference");
  const parts = columns.map(
    ({table_name, column_name}) => `select "${column_name}" as text from reference.${table_name}`
  );
  const rows = await query(
    connection,
    `select distinct text from (${parts.join(" union all ")}) where text is not null`
  );
  return rows.map(({text}) => String(text));
}

async function countRows(connection: DuckDBConnection, table: string): Promise<number> {
  const [row] = await query(connection, `select count(*)::integer as rows from ${table}`);
  return Number(row?.rows ?? 0);
}
