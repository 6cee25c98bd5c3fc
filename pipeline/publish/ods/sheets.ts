import type {Workbook, WorkbookColumn, WorkbookTable} from "./workbook.js";

/** A sheet as it is written: a title, lines under it, and one table, all from the first column on. */
export interface Sheet {
  name: string;
  title: string;
  lines: readonly (string | Link)[];
  columns: readonly WorkbookColumn[];
  rows: readonly (readonly SheetCell[])[];
  isWide?: boolean; // the first column is wide enough for lines to stay in it
  widths?: readonly number[]; // of columns, in centimetres; else by what they hold
}

/** Text that leads to another sheet. */
export interface Link {
  text: string;
  sheet: string;
}

export type SheetCell = string | number | readonly Link[];

const COVER = "Cover";
const NOTES = "Notes";

/** Returns the first sheet: what the workbook is, and what it holds, each with a link. */
export function coverSheet({title, description, about, tables, notes}: Workbook): Sheet {
  const entry = (text: string, sheet: string, rows: number) => [[{text, sheet}], sheet, rows] as const;
  return {
    name: COVER,
    title,
    lines: [description, ...about],
    columns: [{title: "Contents"}, {title: "Sheet"}, {title: "Rows of the table", decimals: 0}],
    rows: [
      entry("Notes and symbols", NOTES, notes.length),
      ...tables.map((table) => entry(table.title, table.name, table.rows.length))
    ],
    isWide: true,
    widths: [19, 6.5, 3]
  };
}

/** Returns the notes and symbols, each with the tables that it belongs to. */
export function notesSheet({notes, tables}: Workbook): Sheet {
  const citing = (mark: string): SheetCell => {
    const found = tables.filter(({marks}) => marks.includes(mark));
    return found.length === 0 ? "none in this workbook" : found.map(({name}) => ({text: name, sheet: name}));
  };
  return {
    name: NOTES,
    title: "Notes and symbols",
    lines: ["This sheet has one table.", TO_COVER],
    columns: [{title: "Note or symbol"}, {title: "What it means"}, {title: "Sheets it belongs to"}],
    rows: notes.map(({mark, text}) => [mark, text, citing(mark)]),
    widths: [4, 13, 8]
  };
}

/** Returns the sheet of one table. */
export function tableSheet({name, title, lines, marks, columns, rows}: WorkbookTable): Sheet {
  const cited = marks.length === 0 ? [] : [{text: `Explained in Notes: ${marks.join(" ")}`, sheet: NOTES}];
  return {name, title, lines: [...lines, ...cited, TO_COVER], columns, rows};
}

const TO_COVER: Link = {text: "Back to the cover", sheet: COVER};
