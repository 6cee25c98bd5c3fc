import {closeSync, openSync, writeSync} from "node:fs";
import {literal} from "../warehouse.js";

/** A file of rows that a reader of another form leaves for DuckDB. */
export interface RowsFile {
  write(cells: readonly (string | null)[]): void;
  close(): void;
}

const PENDING = 1 << 16;

/** Opens a file for rows of cells; its writes are synchronous, since parsers that call back cannot wait. */
export function createRows(path: string): RowsFile {
  const file = openSync(path, "wx", 0o600);
  let pending = "";
  return {
    write(cells) {
      pending += `0${cells.map((cell) => (cell === null ? "," : `,"${cell.replaceAll('"', '""')}"`)).join("")}\n`;
      if (pending.length > PENDING) flush();
    },
    close() {
      flush();
      closeSync(file);
    }
  };

  function flush(): void {
    writeSync(file, pending);
    pending = "";
  }
}

/** Returns the relation that reads such a file. A first cell that is never blank keeps rows of blanks from being skipped. */
export function rowsRelation(path: string, columns: readonly string[]): string {
  const all = ["row_mark", ...columns].map((name) => `${literal(name)}: 'varchar'`).join(", ");
  return `select ${columns.map(identifier).join(", ")} from read_csv(${literal(path)}, columns = {${all}}, ${STRICT}, delim = ',', new_line = '\\n', skip = 0)`;
}

/** What every reading of a CSV file has in common: nothing is guessed, and blank is null, quoted or not. */
export const STRICT =
  "auto_detect = false, header = false, quote = '\"', escape = '\"', nullstr = '', strict_mode = true, null_padding = false";

/** What may end a line, the longest first. */
export const LINE_ENDS = ["\r\n", "\n", "\r"];

/** Returns a name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
