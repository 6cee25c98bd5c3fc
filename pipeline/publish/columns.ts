import type {FieldName} from "../contracts/fields.js";
import {columnType, fieldMeta, type PublishedTable} from "../contracts/published/table.js";

/** What a release says of one column of a table. */
export interface DescribedColumn {
  column: string;
  title: string;
  description: string;
  unit: string | null;
  decimals: number | null;
  type: string; // text, boolean, integer or number; "or symbol" where a word can stand for the number
}

/** Returns what a table's columns are, in order, from the contract. */
export function describedColumns(table: PublishedTable): DescribedColumn[] {
  return table.columns.map((column: FieldName) => {
    const {title, description, unit = null, decimals = null} = fieldMeta(column);
    const type = columnType(column);
    return {column, title, description, unit, decimals, type: table.symbols?.[column] ? `${type} or symbol` : type};
  });
}
