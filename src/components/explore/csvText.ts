import type {View} from "./view.js";

/** Returns the rows of a view as text cells: headings, rows in the order shown, a number as it is and a word where there is none. */
export function cellsOf({rows, columns}: Pick<View, "rows" | "columns">): string[][] {
  const plain = rows.map((row) =>
    columns.map(({value}) => {
      const found = value(row);
      return String(typeof found === "object" ? found.word : found);
    })
  );
  return [columns.map(({title}) => title), ...plain];
}

/** Returns a view as CSV: the table, and below an empty line its title, its measure and its notes, a line each. */
export function csvText(view: View): string {
  const below = [view.title, view.measure, ...view.notes];
  return csvLines([...cellsOf(view), [], ...below.map((note) => [note])]);
}

/** Returns rows of cells as CSV that sheets open as it is: marked as UTF-8, with their line ends. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}

/** Returns a view as tab-separated text, for pasting into a sheet. */
export function tabbedText(view: View): string {
  const flat = (text: string): string => text.replace(/[\t\n]/g, " ");
  return [view.title, view.measure, ...cellsOf(view).map((cells) => cells.map(flat).join("\t")), ...view.notes].join(
    "\n"
  );
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
