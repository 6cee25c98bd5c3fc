import {z} from "zod";
import type {Rule} from "./rule.js";

/** What a column's schema carries beside its type, written with `.meta()`. */
export interface ColumnMeta {
  code: number; // the column's rule: required, type, range and code list are judged under it
  title: string;
  description: string;
  unit?: string; // "staff", "hours a week", "pounds"
  labels?: Readonly<Record<string, string>>; // code → label, for code lists
  reference?: {table: string; column: string}; // the value must stand in this column of a reference table
  personal?: boolean; // never enters the warehouse; masked wherever shown
  headers?: readonly string[]; // other headings that senders write for this column
}

/** A key: no two rows of one file may share it. Later rows are held. */
export interface UniqueKey {
  code: number;
  columns: readonly string[];
  remedy: string;
}

export interface Contract {
  collection: string; // folder under data/returns, and table in raw
  prefix: string; // of rule codes: ENR gives ENR-012
  title: string;
  row: string; // "one learning aim of one learner"
  forms: readonly ("csv" | "xlsx" | "xml" | "parquet")[];
  sheet?: string; // the sheet that holds the rows, in XLSX
  period: "academic" | "financial" | "month" | "span";
  schema: z.ZodObject; // one zod schema a column, each with ColumnMeta; `.optional()` where blank is allowed
  rules: readonly Rule[];
  keys: readonly UniqueKey[];
  mayBeEmpty?: boolean; // a CSV file with its heading alone says that there is nothing
}

/** Returns the contract as given, after checking that codes are unique and that rules name columns that exist. */
export function defineContract(contract: Contract): Contract {
  const names = new Set(Object.keys(contract.schema.shape));
  const codes = new Set<number>();
  for (const [name, schema] of Object.entries(contract.schema.shape)) claim(columnMeta(schema, name).code);
  for (const rule of [...contract.rules, ...contract.keys]) claim(rule.code);
  for (const rule of contract.rules) if (!names.has(rule.column)) throw new Error(`unknown column: ${rule.column}`);
  for (const key of contract.keys) {
    for (const name of key.columns) if (!names.has(name)) throw new Error(`unknown column: ${name}`);
  }
  return contract;

  function claim(code: number): void {
    if (codes.has(code)) throw new Error(`duplicate code: ${contract.prefix}-${code}`);
    codes.add(code);
  }
}

/** Returns a column's title, description, code and the rest; throws where the schema has none. */
export function columnMeta(schema: z.core.$ZodType, name: string): ColumnMeta {
  const meta = z.globalRegistry.get(schema) ?? innerMeta(schema);
  if (!meta?.title || typeof meta.code !== "number") throw new Error(`missing meta: ${name}`);
  return meta as unknown as ColumnMeta;
}

/** Returns a rule's code as people read it: `ENR-012`. */
export function ruleCode(contract: Pick<Contract, "prefix">, code: number): string {
  return `${contract.prefix}-${String(code).padStart(3, "0")}`;
}

function innerMeta(schema: z.core.$ZodType): Record<string, unknown> | undefined {
  const def = schema._zod.def as {innerType?: z.core.$ZodType};
  return def.innerType ? (z.globalRegistry.get(def.innerType) ?? innerMeta(def.innerType)) : undefined;
}
