import {open} from "node:fs/promises";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {literal} from "../warehouse.js";
import {diagnose} from "./diagnose.js";
import {inspectText, transcode} from "./encoding.js";
import {fileFault} from "./fileFaults.js";
import {findHeader, type Headed, unknownColumns} from "./header.js";
import {readLines} from "./lines.js";
import type {Opening, OpeningOptions} from "./open.js";
import {identifier, LINE_ENDS, STRICT} from "./rowsFile.js";

const HEAD_BYTES = 1 << 19;
const HEAD_RECORDS = 60;
const LINES = 100_000;
const DELIMITERS = [",", ";", "\t"] as const;

/** The first records of a file, as one delimiter cuts them. */
interface Head {
  delimiter: string;
  records: string[][];
  lines: number[]; // line on which each record begins
  isWhole: boolean; // false where the last record is cut
  headed: Headed;
}

/** Opens a CSV file: finds encoding, delimiter and heading, and leaves the reading to DuckDB. */
export async function openCsv(path: string, {contract, contracts, folder}: OpeningOptions): Promise<Opening> {
  const {encoding, bytes, isBinary} = await inspectText(path);
  if (bytes === 0) return {refusal: fileFault("FIL-001", {place: "the file", got: "nothing"}), rowsRead: 0};
  if (isBinary)
    return {refusal: fileFault("FIL-002", {place: "the file", got: "zero bytes, which no text holds"}), rowsRead: 0};
  const file = encoding === "utf8" ? path : join(folder, "utf8.csv");
  if (file !== path) await transcode(path, {encoding, target: file});

  const text = await readHead(file);
  if (text.trim() === "") return {refusal: fileFault("FIL-001", {place: "the file", got: "blank lines"}), rowsRead: 0};
  const {delimiter, records, lines, isWhole, headed} = DELIMITERS.map((of) => cut(text, of)).reduce(better);
  if (headed.refusal) return {refusal: headed.refusal, rowsRead: 0};
  const {record, names, unknown} = headed.header;
  const place = `line ${lines[record] ?? 1}`;
  const rows = records.slice(record + 1).filter((cells) => cells.some((cell) => cell !== ""));
  if (rows.length === 0 && isWhole && !contract.mayBeEmpty) {
    return {refusal: fileFault("FIL-003", {place, got: "only the heading"}), rowsRead: 0};
  }
  const width = Math.max(names.length, trailingWidth(rows[0] ?? [], names.length));
  const bound = Array.from({length: width}, (_, index) => names[index] ?? `unread ${index + 1}`);
  const columns = names.filter((name) => name !== undefined);
  const read = new Set(names.flatMap((name, index) => (name === undefined ? [] : [index])));
  let found: Promise<number[]> | undefined;
  let until = 0;
  return {
    source: {
      columns,
      relation: relation(file, {bound, columns, delimiter, skip: record + 1}),
      warnings: unknownColumns(unknown, place),
      async place(of) {
        if (of > until) {
          until = Math.max(2 * of, LINES); // most that is reported stands early in a file: what follows is not read
          found = readLines(file, {delimiter, skip: record + 1, read, until});
        }
        const line = (await found)?.[of - 1];
        return line === undefined ? `record ${of}` : `line ${line}`;
      },
      explain: (error) => diagnose(file, {delimiter, width, skip: record + 1, error}),
      close: async () => {}
    }
  };

  function cut(from: string, by: string): Head {
    const {records, lines, isWhole} = cutRecords(from, by);
    const place = (of: number): string => `line ${lines[of] ?? 1}`;
    return {delimiter: by, records, lines, isWhole, headed: findHeader(records, {contract, contracts, place})};
  }
}

function relation(
  path: string,
  {bound, columns, delimiter, skip}: {bound: string[]; columns: string[]; delimiter: string; skip: number}
): string {
  const all = bound.map((name) => `${literal(name)}: 'varchar'`).join(", ");
  const names = columns.map(identifier).join(", ");
  return `select ${names} from read_csv(${literal(path)}, columns = {${all}}, ${STRICT}, delim = ${literal(delimiter)}, skip = ${skip}) where coalesce(${names}) is not null`;
}

/** Records are taken one by one, since the end of the head may cut one. */
function cutRecords(text: string, delimiter: string): Pick<Head, "records" | "lines" | "isWhole"> {
  const records: string[][] = [];
  const lines: number[] = [];
  let end = 0;
  let isWhole = text.length < HEAD_BYTES / 4;
  try {
    parse(text, {
      delimiter,
      bom: true,
      record_delimiter: LINE_ENDS,
      relax_column_count: true,
      relax_quotes: true,
      to: HEAD_RECORDS,
      on_record(record: string[], context) {
        records.push(record);
        lines.push(end + 1);
        end = context.lines;
        return null;
      }
    });
  } catch {
    isWhole = false; // an open quotation mark: what came before it is the head
  }
  return {records, lines, isWhole};
}

function better(one: Head, other: Head): Head {
  return rank(other) > rank(one) ? other : one;
}

/** A heading found counts most, then one with faults, then the delimiter that cuts more cells. */
function rank({headed, records}: Head): number {
  const cells = Math.max(0, ...records.slice(0, 20).map((record) => record.length)) / 100_000;
  if (headed.header) return 2 + headed.header.names.filter((name) => name !== undefined).length + cells;
  return (headed.refusal.code === "FIL-004" ? 0 : 1) + cells;
}

/** Rows may end in more separators than the heading. */
function trailingWidth(row: readonly string[], width: number): number {
  return row.slice(width).every((cell) => cell === "") ? row.length : width;
}

async function readHead(path: string): Promise<string> {
  const file = await open(path);
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
