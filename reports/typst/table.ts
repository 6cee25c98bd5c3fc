import {inline} from "./inline.js";
import {quoted, textOf} from "./source.js";

export interface TableOptions {
  label?: string; // by which the text refers to it
  mayTurn?: boolean; // where it is too wide, it may stand across the paper
}

export interface TypstTable {
  source: string;
  isAcross: boolean; // too wide for paper that stands upright
}

/** Returns an HTML table as a numbered table of Typst, its headings repeated on every page that it runs over. */
export function tableOf(table: Element, {label, mayTurn = false}: TableOptions = {}): TypstTable {
  const head = [...table.querySelectorAll("thead tr:last-child > *")];
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => [...row.children]);
  const caption = textOf(table.querySelector("caption"));
  const texts = head.map((cell, index) => [textOf(cell), ...rows.map((row) => textOf(row[index]))]);
  const isNumber = head.map((cell) => cell.classList.contains("number"));
  const {shares, size, isAcross} = widths(texts, {isNumber, mayTurn});
  const cells = rows.map((row) => row.map(cellOf).join(", "));
  const source = `#data-table(
  caption: [#${quoted(caption)}],
  columns: (${shares.map((share) => `${share.toFixed(1)}fr`).join(", ")},),
  sides: (${isNumber.map((is) => (is ? "right" : "left")).join(", ")},),
  size: ${size}pt,
  head: (${head.map((cell) => `[${inline(cell)}]`).join(", ")},),
  label: ${label === undefined ? "none" : `<${label}>`},
  whole: ${rows.length <= (isAcross ? WHOLE / 2 : WHOLE)},
${cells.map((row) => `  ${row},`).join("\n")}
)
`;
  return {source, isAcross};
}

/** A table of so few rows stands on one page. */
const WHOLE = 14;

function cellOf(cell: Element): string {
  const span = Number(cell.getAttribute("colspan") ?? 1);
  const inner = inline(cell);
  const said = cell.tagName === "TH" && inner !== "" ? `#strong[${inner}]` : inner;
  if (span > 1) return `table.cell(colspan: ${span})[${said}]`;
  const shade = /\bshade(\d)\b/.exec(cell.className)?.[1];
  return shade === undefined ? `[${said}]` : `table.cell(fill: shades.at(${shade}))[${said}]`;
}

/** Sizes of type for tables, and how many letters of each fill the width: the first is taken that leaves every text its room. */
const SIZES = [
  {size: 8.5, letters: 110, isAcross: false},
  {size: 7.5, letters: 125, isAcross: false}
] as const;
const ACROSS = {size: 8.5, letters: 168, isAcross: true};
const MARGIN = 2; // what the space between columns takes, in letters

/** Shares the width out in letters: no word and no number is ever broken, and what is left goes where it saves most lines. */
function widths(
  columns: readonly (readonly string[])[],
  {isNumber, mayTurn}: {isNumber: readonly boolean[]; mayTurn: boolean}
): {shares: number[]; size: number; isAcross: boolean} {
  const least = columns.map((texts, index) => leastOf(texts, {isNumber: isNumber[index] ?? false}));
  const room = (letters: number): number => letters - MARGIN * columns.length;
  const [normal, small] = SIZES;
  const upright = isShort(columns, wrapped(columns, {least, room: room(normal.letters)})) ? normal : small;
  const {letters, ...chosen} = mayTurn && room(upright.letters) < sum(least) ? ACROSS : upright;
  return {shares: wrapped(columns, {least, room: room(letters)}).map((share) => share + MARGIN), ...chosen};
}

/** Hands out the room that is left, each time to the column that makes the table shortest, and the rest to all alike. */
function wrapped(
  columns: readonly (readonly string[])[],
  {least, room}: {least: readonly number[]; room: number}
): number[] {
  const shares = [...least];
  const lines = columns.map((texts, index) => texts.map((text) => linesOf(text, shares[index] ?? 1)));
  let left = room - sum(shares);
  for (;;) {
    const cost = costOf(lines);
    const offers = columns.flatMap((texts, index) =>
      STEPS.filter((step) => step <= left && lines[index]?.some((count) => count > 1)).map((step) => {
        const own = texts.map((text) => linesOf(text, (shares[index] ?? 1) + step));
        return {index, step, own, gain: (cost - costOf(lines.with(index, own))) / step};
      })
    );
    const best = offers.reduce((one, other) => (other.gain > one.gain ? other : one), {
      index: -1,
      step: 0,
      own: [0],
      gain: 0
    });
    if (best.index < 0) break;
    shares[best.index] = (shares[best.index] ?? 0) + best.step;
    lines[best.index] = best.own;
    left -= best.step;
  }
  return shares.map((share) => share + Math.max(0, left) / shares.length);
}

const STEPS = [1, 2, 3, 5, 8, 13, 21, 34];

/** What a table of these lines costs: the height of its rows, and a little for every line, so that columns widen together. */
const costOf = (lines: readonly (readonly number[])[]): number =>
  sum(heightsOf(lines)) + 0.15 * sum(lines.map((column) => sum(column)));

/** Lines of each row: those of the cell that has most. */
const heightsOf = (lines: readonly (readonly number[])[]): number[] =>
  (lines[0] ?? []).map((_, row) => Math.max(...lines.map((column) => column[row] ?? 1)));

/** Lines that a text takes where so many letters have room. */
function linesOf(text: string, letters: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(" ")) {
    if (used > 0 && used + 1 + word.length > letters) [lines, used] = [lines + 1, word.length];
    else used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}

/** Whether most rows of a table keep within two lines. */
function isShort(columns: readonly (readonly string[])[], shares: readonly number[]): boolean {
  const heights = heightsOf(columns.map((texts, index) => texts.map((text) => linesOf(text, shares[index] ?? 1))));
  return heights.filter((height) => height > 2).length <= heights.length / 4;
}

function leastOf([heading = "", ...cells]: readonly string[], {isNumber}: {isNumber: boolean}): number {
  const words = (text: string): string[] => text.split(/\s+|(?<=[^\d\s])[–-]/);
  const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  const inCells = isNumber ? Math.min(longest(cells), 13) : longest(cells.flatMap(words));
  return Math.max(3, 1.1 * longest(words(heading)), inCells);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
