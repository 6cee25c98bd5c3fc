import {readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import type {FileForm} from "./file.js";
import type {World} from "./world.js";

/** How a body writes its returns: the same way in every collection. */
export interface Habits {
  isWorkbook: boolean;
  delimiter: "," | ";" | "\t";
  encoding: "utf8" | "utf8-bom" | "windows-1252" | "utf16le";
  hasTitle: boolean;
  headings: "names" | "titles" | "others";
  emptyColumns: number; // behind the last one
}

/** Returns the habits of a sender. */
export function habitsOf({random}: World, sender: string): Habits {
  const stream = random.stream(`habits/${sender}`);
  return {
    isWorkbook: stream.chance(0.55),
    delimiter: stream.weighted([
      [",", 74],
      [";", 14],
      ["\t", 12]
    ]),
    encoding: stream.weighted([
      ["utf8", 44],
      ["utf8-bom", 16],
      ["windows-1252", 32],
      ["utf16le", 2]
    ]),
    hasTitle: stream.chance(0.4),
    headings: stream.weighted([
      ["names", 50],
      ["titles", 30],
      ["others", 20]
    ]),
    emptyColumns: stream.chance(0.12) ? 2 : 0
  };
}

/** Returns a table as a sender would write it: its headings, its form, its empty columns. */
export function writeDown(
  contract: Contract,
  {habits, title, rows}: {habits: Habits; title: string; rows: readonly (readonly string[])[]}
): {header: string[]; rows: string[][]; form: FileForm} {
  const empty: string[] = habits.isWorkbook ? [] : Array.from({length: habits.emptyColumns}, () => "");
  const headings = readColumns(contract).map(({name, meta}) => {
    if (habits.headings === "titles") return meta.title;
    return habits.headings === "others" ? (meta.headers?.[0] ?? meta.title) : name;
  });
  const titleRows = habits.hasTitle ? [title, "Position at March 2004"] : [];
  return {
    header: [...headings, ...empty],
    rows: rows.map((row) => [...row, ...empty]),
    form: habits.isWorkbook
      ? {kind: "xlsx", sheet: contract.sheet ?? "Sheet1", titleRows}
      : {kind: "csv", delimiter: habits.delimiter, encoding: habits.encoding, titleRows}
  };
}
