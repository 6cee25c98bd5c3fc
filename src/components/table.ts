import {builder, type Child} from "./element.js";

export interface Column<Row> {
  title: string;
  cell(row: Row): Child;
  isNumber?: boolean;
  isLong?: boolean; // sentences, which want room
}

export interface TableOptions<Row> {
  document: Document;
  caption: string;
  columns: readonly Column<Row>[]; // the first names the row
  isStacked?: boolean; // on narrow screens each row becomes a small list; else the table scrolls within itself
}

/** Returns a table with real headings, one row for each of `rows`. */
export function table<Row>(rows: readonly Row[], {document, caption, columns, isStacked = false}: TableOptions<Row>) {
  const h = builder(document);
  const role = (name: string) => (isStacked ? name : undefined); // display: block would take the roles away
  const side = ({isNumber, isLong}: Column<Row>) => (isNumber ? "number" : isLong ? "long" : undefined);
  const head = columns.map((column) =>
    h("th", {scope: "col", class: side(column), role: role("columnheader")}, column.title)
  );
  const body = rows.map((row) =>
    h(
      "tr",
      {role: role("row")},
      ...columns.map((column, index) =>
        index === 0
          ? h("th", {scope: "row", role: role("rowheader")}, column.cell(row))
          : h("td", {class: side(column), role: role("cell"), "data-label": column.title}, column.cell(row))
      )
    )
  );
  const made = h(
    "table",
    {class: isStacked ? (columns.length > FEW ? "stacked many" : "stacked") : undefined, role: role("table")},
    h("caption", {}, caption),
    h("thead", {role: role("rowgroup")}, h("tr", {role: role("row")}, ...head)),
    h("tbody", {role: role("rowgroup")}, ...body)
  );
  return isStacked ? made : h("div", {class: "scroll", role: "region", "aria-label": caption, tabindex: 0}, made);
}

/** As many columns as fit beside each other on a screen of middling width. */
const FEW = 7;
