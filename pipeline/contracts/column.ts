import {z} from "zod";
import type {ColumnMeta} from "./contract.js";

/**
 * Column schemas, one function a kind. Each returns a plain zod schema with its meta; what a cell's text must look like
 * to become such a value is decided by `cell.ts` for zod and by `compile.ts` for SQL, from the schema alone.
 */
export const text = (meta: ColumnMeta, {pattern, max = 200}: {pattern?: RegExp; max?: number} = {}) =>
  (pattern ? z.string().min(1).max(max).regex(pattern) : z.string().min(1).max(max)).meta({...meta});

/** One of the codes in `labels`. */
export const code = <const Labels extends Readonly<Record<string, string>>>(
  labels: Labels,
  meta: Omit<ColumnMeta, "labels">
) => z.enum(Object.keys(labels) as [string, ...string[]]).meta({...meta, labels});

/** A code that stands in a column of a reference table. */
export const reference = (table: string, column: string, meta: ColumnMeta) =>
  z
    .string()
    .min(1)
    .max(60)
    .meta({...meta, reference: {table, column}});

export const integer = (meta: ColumnMeta, {min = 0, max = 100_000_000}: {min?: number; max?: number} = {}) =>
  z
    .int()
    .min(min)
    .max(max)
    .meta({...meta});

/** A number with at most two decimals. */
export const decimal = (meta: ColumnMeta, {min = 0, max = 1_000_000_000}: {min?: number; max?: number} = {}) =>
  z
    .number()
    .min(min)
    .max(max)
    .multipleOf(0.01)
    .meta({...meta});

/** A share between 0 and 1, at most six decimals. */
export const share = (meta: ColumnMeta) =>
  z
    .number()
    .min(0)
    .max(1)
    .multipleOf(0.000001)
    .meta({...meta});

/** A calendar date, 2004-03-31. */
export const date = (meta: ColumnMeta) => z.iso.date().meta({...meta});

/** A month, 2004-03. */
export const month = (meta: ColumnMeta) => text(meta, {pattern: /^(19|20)\d{2}-(0[1-9]|1[0-2])$/, max: 7});

export const YES_NO = {yes: "Yes", no: "No"} as const;
export const YES_NO_UNKNOWN = {yes: "Yes", no: "No", dont_know: "Don't know"} as const;
