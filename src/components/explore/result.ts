import {builder} from "../element.js";
import {count} from "../format.js";
import {missingWord} from "../missingWord.js";
import type {PlainColumn} from "../plainTable.js";
import {table} from "../table.js";
import {rowName} from "./columns.js";
import type {Drawing} from "./drawing.js";
import type {Shown} from "./selection.js";
import type {View} from "./view.js";

/** Where there is more of the indicator shown. */
export interface IndicatorLinks {
  page?: string;
  workbook?: string;
}

export interface ResultOptions {
  document: Document;
  drawing: Drawing | undefined;
  widths: Readonly<Record<string, number>>; // of the drawings, by the class that says when each is seen
  links: IndicatorLinks;
}

/** So many rows stand in the table at once, so that a change shows at once; the rest is one button away. */
export const MOST_ROWS = 60;

/** Returns what a view shows: heading, what is refused and why, ways to take it along, chart, table and notes. */
export function result(view: View, options: ResultOptions): HTMLElement[] {
  const {document, drawing} = options;
  const h = builder(document);
  const heading = [h("h2", {id: "explore-title", tabindex: -1}, view.title), h("p", {class: "measure"}, view.measure)];
  const refused = view.refusals.map(({text, offers}, index) =>
    h(
      "div",
      {class: "refusal"},
      h("p", {}, text),
      offers.length === 0
        ? null
        : h(
            "p",
            {class: "offers"},
            ...offers.map(({name, change}) =>
              h(
                "button",
                {type: "button", "data-do": "offer", "data-key": `${index}`, "data-change": JSON.stringify(change)},
                name
              )
            )
          )
    )
  );
  if (view.rows.length === 0 || !drawing) return [...heading, ...refused];
  return [
    ...heading,
    ...refused,
    actions(view, options),
    ...drawings(drawing, options),
    drawing.rest === "" ? h("span") : h("p", {class: "quiet"}, drawing.rest),
    h("div", {class: "rows", style: `contain-intrinsic-height: auto ${room(view)}px`}, rowsTable(view, options)),
    more(view, options),
    h("ul", {class: "notes"}, ...view.notes.map((note) => h("li", {}, note)))
  ];
}

function actions(view: View, {document, links: {page, workbook}}: ResultOptions): HTMLElement {
  const h = builder(document);
  const button = (name: string, label: string): HTMLElement => h("button", {type: "button", "data-do": name}, label);
  return h(
    "p",
    {class: "actions"},
    button("copy", "Copy table"),
    button("csv", `CSV (${count(view.rows.length)} ${view.rows.length === 1 ? "row" : "rows"})`),
    button("svg", "Picture (SVG)"),
    button("png", "Picture (PNG)"),
    button("link", "Copy link"),
    page ? h("a", {href: page}, "About this indicator") : null,
    workbook ? h("a", {href: workbook, download: true}, "All its figures (ODS)") : null
  );
}

function drawings(drawing: Drawing, {document, widths}: ResultOptions): HTMLElement[] {
  const h = builder(document);
  return Object.entries(widths).map(([name, width]) => {
    const svg = drawing.draw(width);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", drawing.alternative);
    return h("div", {class: `drawing ${name}`}, svg);
  });
}

/** A table that is not in sight is not laid out, but keeps about its room. */
const room = ({state, rows}: View): number =>
  70 + 46 * (state.isWhole ? rows.length : Math.min(rows.length, MOST_ROWS));

function rowsTable(view: View, {document}: ResultOptions): HTMLElement {
  const shown = view.state.isWhole ? view.rows : view.rows.slice(0, MOST_ROWS);
  return table(shown, {
    document,
    caption: view.title,
    isStacked: true,
    columns: [
      ...view.columns.map((column) => ({
        title: column.title,
        isNumber: column.isNumber,
        cell: (row: Shown) => cell(row, {column, document})
      })),
      {title: "Actions", cell: (row: Shown) => rowActions(row, {view, document})}
    ]
  });
}

function cell(row: Shown, {column, document}: {column: PlainColumn<Shown>; document: Document}): string | Node {
  const found = column.value(row);
  if (typeof found === "object") return missingWord(found, {document});
  return typeof found === "number" ? (column.write ? column.write(found, row) : String(found)) : found;
}

function rowActions(row: Shown, {view, document}: {view: View; document: Document}): HTMLElement {
  const h = builder(document);
  const name = rowName(row, view.names);
  const button = (does: string, label: string): HTMLElement =>
    h("button", {type: "button", "data-do": does, "data-key": row.key, "aria-label": `${label}: ${name}`}, label);
  const at = view.state.pins.indexOf(row.key);
  return h(
    "span",
    {class: "row-actions"},
    button("about", "About"),
    button("pin", row.isPinned ? "Unpin" : "Pin"),
    row.isPinned && at > 0 ? button("up", "Up") : null,
    row.isPinned && at < view.state.pins.length - 1 ? button("down", "Down") : null
  );
}

function more({state, rows}: View, {document}: ResultOptions): HTMLElement {
  const h = builder(document);
  if (rows.length <= MOST_ROWS) return h("span");
  if (state.isWhole)
    return h("p", {class: "more"}, h("button", {type: "button", "data-do": "fewer"}, `Show ${MOST_ROWS} rows`));
  return h(
    "p",
    {class: "more"},
    `Rows 1 to ${MOST_ROWS} of ${count(rows.length)}. `,
    h("button", {type: "button", "data-do": "more"}, `Show all ${count(rows.length)} rows`)
  );
}
