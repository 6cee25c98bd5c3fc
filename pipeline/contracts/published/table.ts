import {z} from "zod";
import type {FieldMeta} from "../fields/field.js";
import {FIELDS, type FieldName} from "../fields.js";

/** A table that leaves the gate: its name, what a row is, its key and its columns in order. */
export interface PublishedTable<Column extends FieldName = FieldName> {
  table: string;
  title: string;
  row: string; // "one figure"
  description: string;
  key: readonly Column[];
  columns: readonly Column[];
  optional?: readonly Column[]; // columns that may be empty in this table, though not in every one
  symbols?: {readonly [Name in Column]?: Column}; // column of numbers → column of the symbols that stand in it in CSV
  isCarried?: boolean; // rows of releases before, whose words were judged in their time
  vocabularies?: {readonly [Name in Column]?: readonly string[]}; // the closed list of a text column, in this table
}

export type PublishedRow<T extends PublishedTable> =
  T extends PublishedTable<infer Column> ? {[Name in Column]: z.infer<(typeof FIELDS)[Name]>} : never;

/** What a published column holds, in the words that every format translates into its own. */
export type ColumnType = "text" | "boolean" | "integer" | "number";

/** Returns the table as given, typed by its columns. */
export const publishedTable = <const Column extends FieldName>(table: PublishedTable<Column>): PublishedTable<Column> =>
  table;

/** Returns the zod schema of a row. */
export function rowSchema(table: PublishedTable): z.ZodObject {
  return z.strictObject(Object.fromEntries(table.columns.map((name) => [name, columnSchema(table, name)])));
}

/** Returns a column's title, description, unit and decimals. */
export function fieldMeta(name: FieldName): FieldMeta {
  return z.globalRegistry.get(FIELDS[name]) as unknown as FieldMeta;
}

/** Returns whether a column holds text, truth, whole numbers or numbers. */
export function columnType(name: FieldName): ColumnType {
  const schema: z.ZodType = FIELDS[name];
  const inner = schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
  if (inner instanceof z.ZodBoolean) return "boolean";
  if (inner instanceof z.ZodNumber) return inner.format === "safeint" ? "integer" : "number";
  return "text";
}

function columnSchema(table: PublishedTable, name: FieldName): z.ZodType {
  const list = table.vocabularies?.[name];
  const schema: z.ZodType = list ? z.enum(list as [string, ...string[]]) : FIELDS[name];
  const isOptional = FIELDS[name] instanceof z.ZodNullable || table.optional?.includes(name);
  return isOptional ? schema.nullable() : schema;
}
