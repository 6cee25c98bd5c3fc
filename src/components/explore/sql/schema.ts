import {builder} from "../../element.js";
import {count} from "../../format.js";
import {groups} from "../../groups.js";
import type {SchemaColumn} from "./database.js";

/** What the catalogue says of a table. */
export interface CatalogueTable {
  table: string;
  title: string;
  row: string;
  description: string;
  rows: number;
}

export interface SchemaOptions {
  document: Document;
  columns: readonly SchemaColumn[];
  dictionary(table: string): string; // address of what the columns of a table mean
  read(address: string): Promise<string>;
}

/** Returns the tables as a list to open: what a row is, and each column with its type and, once opened, its meaning. */
export function schema(tables: readonly CatalogueTable[], options: SchemaOptions): HTMLElement {
  const h = builder(options.document);
  const of = groups(options.columns, ({table}) => table);
  const known = tables.filter(({table}) => of.has(table)).toSorted((a, b) => (a.table < b.table ? -1 : 1));
  return h(
    "div",
    {class: "sql-schema", role: "region", "aria-label": "Tables and columns", tabindex: 0},
    h("h3", {}, "Tables"),
    ...known.map((table) => tableDetails(table, {...options, columns: of.get(table.table) ?? []}))
  );
}

function tableDetails({table, title, row, description, rows}: CatalogueTable, options: SchemaOptions): HTMLElement {
  const {document, columns, dictionary, read} = options;
  const h = builder(document);
  const meanings = new Map(columns.map(({column}) => [column, h("dd", {})]));
  const details = h(
    "details",
    {},
    h("summary", {}, h("code", {}, table), ` ${title}, ${count(rows)} rows`),
    h("p", {}, `One row is ${row}. ${description}`),
    h(
      "dl",
      {},
      ...columns.flatMap(({column, type}) => [
        h("dt", {}, h("code", {}, column), h("span", {class: "quiet"}, ` ${type.toLowerCase()}`)),
        meanings.get(column)
      ])
    )
  );
  details.addEventListener(
    "toggle",
    async () => {
      const lines = csvRows(await read(dictionary(table)));
      for (const [column = "", , meaning = ""] of lines.slice(1)) {
        const place = meanings.get(column);
        if (place) place.textContent = meaning;
      }
    },
    {once: true}
  );
  return details;
}

/** Returns the cells of CSV text, line by line. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.replace(/^\ufeff/, "").matchAll(CELL)) {
    const [whole, quoted, plain, end] = match;
    if (whole === "") break;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.filter((cells) => cells.length > 0);
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g;
