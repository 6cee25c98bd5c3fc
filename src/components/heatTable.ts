import {builder} from "./element.js";
import type {Missing} from "./format.js";
import {missingWord} from "./missingWord.js";

/** A cell of the table: a percentage with its limits, or a word for why there is none. */
export interface HeatCell {
  value?: number; // 0 to 100; sets the shade
  limits?: string; // "78 to 84"
  missing?: Missing; // where there is no number
  isNotMeant?: boolean; // there can be none, so nothing is missing
}

/** A row: a name and a cell for each column. */
export interface HeatRow {
  name: string;
  note?: string;
  cells: readonly HeatCell[];
  isGroup?: boolean; // a figure for all of the rows below it
}

export interface HeatTableOptions {
  document: Document;
  caption: string;
  rowTitle: string;
  columns: readonly string[];
}

/** The shades, each from its least value; the number always stands in the cell, so that no shade is needed to read it. */
const SHADES = [0, 20, 40, 60, 80] as const;

/** Returns a table with a percentage in each cell, and behind it a shade that repeats it. On narrow screens each row is a block. */
export function heatTable(rows: readonly HeatRow[], options: HeatTableOptions): HTMLElement {
  const {document, caption, rowTitle, columns} = options;
  const h = builder(document);
  const heading = (text: string) => h("th", {scope: "col", role: "columnheader"}, text);
  const body = rows.map(({name, note, cells, isGroup}) =>
    h(
      "tr",
      {role: "row", class: isGroup ? "all" : undefined},
      h("th", {scope: "row", role: "rowheader"}, name, note && h("small", {}, note)),
      ...columns.map((column, index) => heatCell(cells[index] ?? {}, {document, column}))
    )
  );
  return h(
    "table",
    {class: "heat", role: "table"},
    h("caption", {}, caption),
    h(
      "thead",
      {role: "rowgroup"},
      h("tr", {role: "row"}, heading(rowTitle), ...columns.map((column) => heading(column)))
    ),
    h("tbody", {role: "rowgroup"}, ...body)
  );
}

/** Returns what the shades stand for, as a list. */
export function heatKey({document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const items = SHADES.map((from, index) => {
    const next = SHADES[index + 1];
    const said = next === undefined ? `${from}% and over` : `${from} to ${next - 1}%`;
    return h("li", {}, h("span", {class: `mark shade${index}`}), said);
  });
  return h(
    "ul",
    {class: "key", "aria-hidden": true},
    ...items,
    h("li", {}, h("span", {class: "mark withheld"}), "no figure")
  );
}

function heatCell(
  {value, limits, missing, isNotMeant}: HeatCell,
  {document, column}: {document: Document; column: string}
): Node {
  const h = builder(document);
  const cell = (name: string, ...children: (Node | string | undefined)[]) =>
    h("td", {role: "cell", class: name, "data-label": column}, ...children);
  if (value === undefined) return cell(isNotMeant ? "not-meant" : "empty", missing && missingWord(missing, {document}));
  const shade = SHADES.findLastIndex((from) => value >= from);
  return cell(`shade${shade}`, h("b", {}, `${value}%`), limits ? h("small", {}, limits) : undefined);
}
