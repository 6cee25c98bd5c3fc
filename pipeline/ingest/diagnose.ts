import {createReadStream} from "node:fs";
import {type CsvError, parse} from "csv-parse";
import {fileFault} from "./fileFaults.js";
import {LINE_ENDS} from "./rowsFile.js";
import type {FileFault} from "./source.js";

export interface DiagnoseOptions {
  delimiter: string;
  width: number; // cells that each row should have
  skip: number; // records above the first row
  error: unknown; // what DuckDB said
}

const SHOWN = 5;

/**
 * Returns what is wrong with the structure of a CSV file that DuckDB refused; undefined where the error is no refusal.
 * DuckDB's own words are never passed on: they quote the row.
 */
export async function diagnose(path: string, options: DiagnoseOptions): Promise<FileFault | undefined> {
  const said = options.error instanceof Error ? options.error.message : String(options.error);
  if (!/Invalid Input Error: (CSV Error|The CSV Parser)/.test(said)) return undefined;
  const strict = await readStructure(path, {...options, isStrict: true});
  if (strict?.code === "FIL-008") return strict;
  const relaxed = await readStructure(path, {...options, isStrict: false});
  if (relaxed ?? strict) return relaxed ?? strict;
  if (/unterminated quote/.test(said))
    return fileFault("FIL-010", {place: place(said), got: "text after a closing quotation mark"});
  if (/state machine/.test(said))
    return fileFault("FIL-010", {place: "the file", got: "lines that end in different ways"});
  return fileFault("FIL-010", {place: place(said), got: "a row that cannot be read"});
}

async function readStructure(
  path: string,
  {delimiter, width, skip, isStrict}: DiagnoseOptions & {isStrict: boolean}
): Promise<FileFault | undefined> {
  const wrong: number[] = [];
  let count = 0;
  let cells = 0;
  const parser = parse({
    delimiter,
    bom: true,
    record_delimiter: LINE_ENDS,
    info: true,
    relax_column_count: true,
    relax_quotes: !isStrict,
    skip_empty_lines: false
  });
  const stream = createReadStream(path);
  stream.on("error", (error) => parser.destroy(error)).pipe(parser);
  let record = 0;
  try {
    for await (const {record: row, info} of parser as AsyncIterable<{record: string[]; info: {lines: number}}>) {
      if (record++ < skip || row.length === width || row.every((cell) => cell === "")) continue;
      if (count++ === 0) cells = row.length;
      if (wrong.length < SHOWN) wrong.push(info.lines);
    }
  } catch (error) {
    const fault = quoteFault(error);
    if (fault) return fault;
    if (isStrict) return undefined;
    throw error;
  }
  if (count === 0) return undefined;
  return fileFault("FIL-009", {
    place: `${count === 1 ? "line" : "lines"} ${wrong.join(", ")}${count > SHOWN ? ` and ${count - SHOWN} more` : ""}`,
    expected: `${width} cells in each row, as in the heading`,
    got: count === 1 ? `${cells} cells` : `${cells} cells in the first of them`
  });
}

function quoteFault(error: unknown): FileFault | undefined {
  const {code, message} = error as CsvError;
  const line = /\bline (\d+)/.exec(message)?.[1];
  const place = line ? `line ${line}` : "the file";
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return fileFault("FIL-008", {place, got: "the end of the file inside a quotation"});
  if (code === "CSV_INVALID_CLOSING_QUOTE")
    return fileFault("FIL-010", {place, got: "text after a closing quotation mark"});
  if (code === "INVALID_OPENING_QUOTE" || code === "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE")
    return fileFault("FIL-010", {place, got: "a quotation mark inside a cell"});
  return undefined;
}

const place = (said: string): string => {
  const line = /CSV Error on Line: (\d+)/.exec(said)?.[1];
  return line ? `line ${line}` : "the file";
};
