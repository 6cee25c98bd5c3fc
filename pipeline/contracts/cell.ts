import {z} from "zod";
import {type ColumnMeta, type Contract, columnMeta} from "./contract.js";

/** What a column's cells hold, as its zod schema says it. */
export type Kind =
  | {type: "text"; max: number; min: number; pattern?: string}
  | {type: "code"; values: readonly string[]}
  | {type: "integer"; min: number; max: number}
  | {type: "decimal"; min: number; max: number; places: number}
  | {type: "date"};

/** A column of a contract, read once from its schema. */
export interface Column {
  name: string;
  meta: ColumnMeta;
  kind: Kind;
  isRequired: boolean;
  isPersonal: boolean;
}

export type Cell = string | number | null;

export const FIRST_DATE = "1900-01-01";
export const LAST_DATE = "2100-12-31";

const INTEGER = /^(?:0|-?[1-9][0-9]*)$/;
const read = new WeakMap<Contract, readonly Column[]>();

/** Returns a contract's columns, in its order. */
export function readColumns(contract: Contract): readonly Column[] {
  const known = read.get(contract);
  if (known) return known;
  const {properties = {}, required = []} = z.toJSONSchema(contract.schema, {io: "input"});
  const columns = Object.entries(contract.schema.shape).map(([name, schema]): Column => {
    const meta = columnMeta(schema, name);
    const property = properties[name];
    if (typeof property !== "object") throw new Error(`unsupported schema: ${name}`);
    return {
      name,
      meta,
      kind: kind(property, name),
      isRequired: required.includes(name),
      isPersonal: meta.personal === true
    };
  });
  read.set(contract, columns);
  return columns;
}

/** Returns a cell's text without the spaces around it, of whatever width, as DuckDB's `trim`; null where nothing is left. */
export function trimCell(text: string | null | undefined): string | null {
  return text?.replace(/^\p{Zs}+|\p{Zs}+$/gu, "") || null;
}

/**
 * Returns the value that a trimmed text writes; undefined where it does not write one of its kind. Only one way of
 * writing a value is taken: 12, never 012, 1e1 or 12.0 for a whole number; 2004-03-31, never 31/03/2004.
 */
export function typeCell(kind: Kind, text: string): string | number | undefined {
  if (kind.type === "integer") return INTEGER.test(text) ? Number(text) : undefined;
  if (kind.type === "decimal") return decimalPattern(kind.places).test(text) ? Number(text) + 0 : undefined;
  if (kind.type === "date") return text >= FIRST_DATE && text <= LAST_DATE ? text : undefined;
  return text;
}

/** Returns the pattern of a number with at most `places` decimals; JavaScript and DuckDB read it alike. */
export function decimalPattern(places: number): RegExp {
  return new RegExp(`^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]{1,${places}})?$`);
}

/** Returns text for zod to judge: zod counts UTF-16 units, so a character beyond the first plane stands as one unit. */
export function countable(value: string | number): string | number {
  return typeof value === "string" ? value.replace(/[\u{10000}-\u{10FFFF}]/gu, "\uFFFD") : value;
}

function kind(property: z.core.JSONSchema.BaseSchema, name: string): Kind {
  const {type, minimum = 0, maximum = 0} = property;
  if (property.enum) return {type: "code", values: property.enum.map(String)};
  if (type === "integer") return {type, min: minimum, max: maximum};
  if (type === "number")
    return {type: "decimal", min: minimum, max: maximum, places: places(property.multipleOf ?? 1, name)};
  if (type !== "string") throw new Error(`unsupported schema: ${name}`);
  if (property.format === "date") return {type: "date"};
  if (property.format) throw new Error(`unsupported format: ${name} ${property.format}`);
  if (property.allOf) throw new Error(`unsupported schema: ${name} has more than one pattern`);
  return {
    type: "text",
    min: property.minLength ?? 0,
    max: property.maxLength ?? 1_000_000,
    ...(property.pattern ? {pattern: sharedPattern(property.pattern, name)} : {})
  };
}

function places(multipleOf: number, name: string): number {
  const count = Math.round(-Math.log10(multipleOf));
  if (count < 1 || count > 6 || Number(`1e-${count}`) !== multipleOf)
    throw new Error(`unsupported multipleOf: ${name} ${multipleOf}`);
  return count;
}

/** DuckDB's patterns are not JavaScript's; only what both read alike is let through. */
function sharedPattern(pattern: string, name: string): string {
  const rest = pattern
    .replace(/\\[d.\-/+*?()[\]{}|^$\\]/g, "")
    .replace(/\[(?!\^)[ -Z^-~]*\]/g, "")
    .replaceAll("(?:", "(");
  if (!/^[ -~]*$/.test(rest) || /[\\.[\]]|\(\?/.test(rest)) throw new Error(`unsupported pattern: ${name} ${pattern}`);
  return pattern;
}
