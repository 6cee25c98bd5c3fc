import type {PublishedTable} from "../contracts/published/table.js";
import type {Row, Value} from "../warehouse.js";
import {describedColumns} from "./columns.js";

/** Returns a published table as CSV: UTF-8, LF, quoted as RFC 4180 says, and a symbol where there is no number. */
export function tableCsv(table: PublishedTable, rows: readonly Row[]): string {
  const symbols: Readonly<Record<string, string | undefined>> = table.symbols ?? {};
  const cells = rows.map((row) =>
    table.columns.map((name) => {
      const symbol = symbols[name];
      return row[name] ?? (symbol ? (row[symbol] ?? null) : null);
    })
  );
  return csv([table.columns, ...cells]);
}

/** Returns what each column of a published table means, as CSV. */
export function metadataCsv(table: PublishedTable): string {
  const rows = describedColumns(table).map(({column, title, description, unit, decimals, type}) => [
    column,
    title,
    description,
    unit,
    decimals,
    type
  ]);
  return csv([["column", "title", "description", "unit", "decimals", "type"], ...rows]);
}

/** Returns rows of cells as CSV: UTF-8, LF, quoted as RFC 4180 says. */
export function csv(rows: readonly (readonly Value[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

function cell(value: Value): string {
  if (value === null) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
