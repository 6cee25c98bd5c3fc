import type {ColumnMeta} from "../contract.js";
import type {FieldName} from "../fields.js";
import {fieldMeta} from "../published/table.js";

/** How the fact in a row is known. */
export const BASES = {
  stated: "The source states it",
  inferred: "Inferred from the source by us",
  project_assigned: "Set by this project",
  derived: "Arithmetic on the source",
  unsourced: "No source was found"
} as const;

/** Returns the words of a column that the published tables share, under the given code. */
export function known(code: number, name: FieldName): ColumnMeta {
  const {title, description, unit} = fieldMeta(name);
  return {code, title, description, ...(unit ? {unit} : {})};
}
