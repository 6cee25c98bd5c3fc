import {z} from "zod";

/** What a published column says of itself, whatever table it stands in. */
export interface FieldMeta {
  title: string;
  description: string;
  unit?: string;
  decimals?: number;
}

/** Returns the schema with what its column says of itself. */
export const field = <T extends z.ZodType>(
  schema: T,
  title: string,
  description: string,
  rest: Omit<FieldMeta, "title" | "description"> = {}
): T => schema.meta({title, description, ...rest});

/** Returns the schema of text that always stands. */
export const text = () => z.string();

/** Returns the schema of text that may be empty. */
export const optional = () => z.string().nullable();

/** Returns the schema of a number that may be empty. */
export const number = () => z.number().nullable();

/** Returns the schema of a whole number that may be empty. */
export const count = () => z.int().nullable();

/** Returns the words of a closed list, for its schema. */
export const keysOf = <T extends object>(list: T) => Object.keys(list) as [string, ...string[]];
