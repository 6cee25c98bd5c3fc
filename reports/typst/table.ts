import {inline} from "./inline.js";
import {quoted, textOf} from "./source.js";

export interface TableOptions {
  label?: string; // by which the text refers to it
  mayTurn?: boolean; // where it is too wide, it may have pages of its own across the paper
}

/** Returns an HTML table as a numbered table of Typst, its headings repeated on every page that it runs over. */
export function tableOf(table: Element, {label, mayTurn = false}: TableOptions = {}): string {
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
${cells.map((row) => `  ${row},`).join("\n")}
)
`;
  return isAcross ? `#page(flipped: true)[\n${source}]\n` : source;
}

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
const LONGEST = 34; // letters of a long text on one line
const MARGIN = 2; // what the space between columns takes, in letters

/** Shares the width out in letters: no word and no number is ever broken, and what is left goes where texts are long. */
function widths(
  columns: readonly (readonly string[])[],
  {isNumber, mayTurn}: {isNumber: readonly boolean[]; mayTurn: boolean}
): {shares: number[]; size: number; isAcross: boolean} {
  const least = columns.map((texts, index) => MARGIN + leastOf(texts, {isNumber: isNumber[index] ?? false}));
  const wanted = columns.map(([heading = "", ...cells], index) =>
    Math.max(least[index] ?? 0, MARGIN + Math.min(usual(cells), LONGEST), MARGIN + Math.min(heading.length / 2, 12))
  );
  const upright = SIZES.find((one) => sum(wanted) <= one.letters) ?? SIZES[1];
  const {letters, ...chosen} = mayTurn && upright.letters < sum(least) ? ACROSS : upright;
  const spare = Math.max(0, letters - sum(least));
  const missing = sum(wanted) - sum(least);
  if (sum(wanted) <= letters || missing === 0) return {shares: wanted, ...chosen};
  const shares = least.map((share, index) => share + (spare * ((wanted[index] ?? 0) - share)) / missing);
  return {shares, ...chosen};
}

function leastOf([heading = "", ...cells]: readonly string[], {isNumber}: {isNumber: boolean}): number {
  const words = (text: string): string[] => text.split(/[\s–-]+/);
  const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  const inCells = isNumber ? Math.min(longest(cells), 13) : longest(cells.flatMap(words));
  return Math.max(3, 1.1 * longest(words(heading)), inCells);
}

/** The length that nine in ten texts keep within. */
function usual(texts: readonly string[]): number {
  const lengths = texts.map((text) => text.length).toSorted((a, b) => a - b);
  return lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
