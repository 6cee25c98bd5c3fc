import type {Download, Words} from "../../src/components/release.js";
import {saidSynthetic} from "../../src/components/saidSynthetic.js";
import {bracketed, REASONS, ROUNDING_NOTES, SYMBOLS, type Symbol as SymbolId} from "../contracts/symbols.js";
import type {Workbook, WorkbookCell, WorkbookColumn, WorkbookNote, WorkbookTable} from "../publish/ods/workbook.js";

export interface WorkbookOptions {
  title: string;
  description: string;
  about: readonly string[]; // further lines of the cover: position, sources
  date: string; // 2004-06-30
  words: Words;
  notices?: readonly string[]; // of what the page corrects; every sheet cites them
}

/** Returns a page's tables as a workbook, with the same rows, and symbols where words stand for numbers; undefined where there is none with a row. */
export function pageWorkbook(downloads: readonly Download[], options: WorkbookOptions): Workbook | undefined {
  const {title, description, about, date, words, notices = []} = options;
  const filled = downloads.filter(({rows}) => rows.length > 1);
  if (filled.length === 0) return undefined;
  const marks = notesOf(filled);
  const corrections = notices.map((text, index) => ({mark: `[correction ${index + 1}]`, text}));
  const names = tabNames(filled);
  const tables = filled.map((download, index) =>
    tableOf(download, {name: names[index] ?? "", marks, corrections, words})
  );
  const isSynthetic = filled.some(isMadeUp);
  return {
    title: `Uptake: ${title}${isSynthetic ? " (synthetic)" : ""}`,
    description,
    about: [isSynthetic ? SYNTHETIC : "No figure in this workbook is synthetic.", ...about],
    date,
    notes: [
      ...corrections,
      ...[...marks].map(([text, mark]) => ({mark, text})),
      ...(Object.keys(SYMBOLS) as SymbolId[]).map((symbol) => ({
        mark: bracketed(symbol),
        text: `${SYMBOLS[symbol].word}: ${SYMBOLS[symbol].meaning}`
      }))
    ],
    tables
  };
}

const SYNTHETIC =
  "Synthetic: a simulator made the returns of 2003–04, so figures from them are no findings about real staff. Titles of their sheets say so.";

/** The name of a file says where its figures are synthetic. */
const isMadeUp = ({file}: Download): boolean => file.endsWith("-synthetic.csv");

/** Notes by their text, so that tables which say the same share one. */
function notesOf(downloads: readonly Download[]): Map<string, string> {
  const texts = new Set(downloads.flatMap(notesFor));
  return new Map([...texts].map((text, index) => [text, `[note ${index + 1}]`]));
}

const notesFor = (download: Download): string[] => [
  ...(hasNumbers(download) ? [`${ROUNDING_NOTES.ten} ${ROUNDING_NOTES.zero}`] : []),
  ...(download.notes ?? [])
];

const hasNumbers = ({rows}: Download): boolean => rows.some((row) => row.some((cell) => typeof cell === "number"));

interface TableOptions {
  name: string;
  marks: ReadonlyMap<string, string>;
  corrections: readonly WorkbookNote[];
  words: Words;
}

function tableOf(download: Download, {name, marks, corrections, words}: TableOptions): WorkbookTable {
  const {title = titleOf(download.file), source, rows} = download;
  const [headings = [], ...body] = rows;
  const columns = uniqueHeadings(headings).map((heading, index) => columnOf(heading, {body, index}));
  const cells = body.map((row) => columns.map((column, index) => cellOf(row[index] ?? null, {column, words})));
  return {
    name,
    title: saidSynthetic(title, download.file),
    lines: ["This sheet has one table.", ...(source ? [source] : [])],
    marks: [
      ...corrections.map(({mark}) => mark),
      ...notesFor(download).map((text) => marks.get(text) ?? ""),
      ...marksIn(cells)
    ],
    columns,
    rows: cells
  };
}

/** On the page two columns may be called alike, as the intervals of two numbers: each then names the column before it. */
function uniqueHeadings(headings: readonly (string | number | null)[]): string[] {
  const texts = headings.map((heading, index) => String(heading ?? "").trim() || `Column ${index + 1}`);
  const told = texts.map((text, index) =>
    texts.indexOf(text) === texts.lastIndexOf(text) ? text : `${text} (${texts[index - 1] ?? "first"})`
  );
  return told.map((text, index) => (told.indexOf(text) === index ? text : `${text}, column ${index + 1}`));
}

/** The symbols that stand in some cells, in the order of the list. */
function marksIn(rows: readonly (readonly WorkbookCell[])[]): string[] {
  const found = new Set<string>();
  for (const row of rows)
    for (const cell of row) if (typeof cell === "string" && cell[0] === "[") found.add(cell.replace(/\].*$/s, "]"));
  return (Object.keys(SYMBOLS) as SymbolId[]).map(bracketed).filter((mark) => found.has(mark));
}

/** A column with a number is one of numbers, with as many decimals as the number that has most. */
function columnOf(title: string, {body, index}: {body: Download["rows"]; index: number}): WorkbookColumn {
  const numbers = body.map((row) => row[index]).filter((cell) => typeof cell === "number");
  if (numbers.length === 0) return {title};
  const decimals = Math.min(6, Math.max(...numbers.map((number) => String(number).split(".")[1]?.length ?? 0)));
  const isPlain = /\byear\b/i.test(title) && numbers.every((number) => number > 1800 && number < 2200);
  return {title, decimals, isPlain};
}

/** Where words stand for a number, their symbol does, and the reason behind it where that says more. */
function cellOf(cell: string | number | null, {column, words}: {column: WorkbookColumn; words: Words}): WorkbookCell {
  if (typeof cell === "number") return cell;
  if (cell === null || cell.trim() === "") return bracketed("z");
  if (column.decimals === undefined && AMBIGUOUS.has(cell)) return cell;
  const symbol = symbolOf(cell, words);
  if (symbol === undefined) return cell;
  return SYMBOLS[symbol].word === cell ? bracketed(symbol) : `${bracketed(symbol)} ${cell}`;
}

/** Among numbers these stand for one that is missing; among words they may be words. */
const AMBIGUOUS: ReadonlySet<string> = new Set([SYMBOLS.low.word, SYMBOLS.u.word, REASONS.dont_know.word]);

function symbolOf(word: string, {symbols, reasons}: Words): SymbolId | undefined {
  const own = (Object.keys(symbols) as SymbolId[]).find((symbol) => symbols[symbol].word === word);
  return own ?? Object.values(reasons).find((reason) => reason.word === word)?.symbol;
}

/** Names of tabs from names of files, each once: letters, digits and low lines, at most 31. */
function tabNames(downloads: readonly Download[]): string[] {
  const used = new Set(["cover", "notes"]);
  return downloads.map(({file}) => {
    const name = stem(file)
      .replace(/\W+/g, "_")
      .replace(/^(?=[\d_])/, "t")
      .slice(0, 31);
    let unique = name;
    for (let copy = 2; used.has(unique.toLowerCase()); ++copy) unique = `${name.slice(0, 28)}_${copy}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}

const stem = (file: string): string => file.replace(/\.csv$/, "").replace(/-synthetic$/, "");

/** "offers-by-role-synthetic.csv" is called "Offers by role" where it has no title. */
function titleOf(file: string): string {
  const words = stem(file).replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
