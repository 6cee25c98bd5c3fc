import type {Download} from "./release.js";

/** Returns rows as CSV, in which nothing can be taken for a formula. */
export const csvText = ({rows}: Pick<Download, "rows">): string =>
  rows.map((row) => `${row.map(quoted).join(",")}\n`).join("");

function quoted(cell: string | number | null): string {
  const text = typeof cell === "string" ? harmless(cell) : String(cell ?? "");
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets take text that begins so for a formula, quoted or not; a workbook's cells say that they are text. */
const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d[\d,.]*%?$/.test(text) ? `'${text}` : text;
