import {z} from "zod";
import {FIELDS, type FieldMeta, type FieldName} from "../fields.js";

/** A table that leaves the gate: its name, what a row is, its key and its columns in order. */
export interface PublishedTable<Column extends FieldName = FieldName> {
  table: string;
  title: string;
  row: string; // "one figure"
  description: string;
  key: readonly Column[];
  columns: readonly Column[];
}

export type PublishedRow<T extends PublishedTable> =
  T extends PublishedTable<infer Column> ? {[Name in Column]: z.infer<(typeof FIELDS)[Name]>} : never;

/** Returns the table as given, typed by its columns. */
export const publishedTable = <const Column extends FieldName>(table: PublishedTable<Column>): PublishedTable<Column> =>
  table;

/** Returns the zod schema of a row. */
export function rowSchema(table: PublishedTable): z.ZodObject {
  return z.strictObject(Object.fromEntries(table.columns.map((name) => [name, FIELDS[name]])));
}

/** Returns a column's title, description, unit and decimals. */
export function fieldMeta(name: FieldName): FieldMeta {
  return z.globalRegistry.get(FIELDS[name]) as unknown as FieldMeta;
}
