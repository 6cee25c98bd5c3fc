import type {CatalogueTable} from "../../../pipeline/publish/catalogue.js";
import {builder} from "../element.js";
import {count} from "../format.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Release} from "../release.js";
import {downloadLine} from "../tableBehind.js";
import {fileLinks, warningWords} from "./tableIndex.js";

const FILE = "dictionary.csv";

type Column = CatalogueTable["columns"][number];

/** Returns each table with what it holds and what every column of it means, to be opened, with the whole as a download. */
export function dictionary({catalogue}: Release, {document}: {document: Document}): Node {
  const h = builder(document);
  return h(
    "div",
    {class: "below dictionary"},
    ...catalogue.tables.map((of) =>
      h(
        "details",
        {id: `table-${of.table}`},
        h("summary", {}, h("span", {class: "name"}, of.title), " ", h("span", {class: "quiet"}, holds(of))),
        h("p", {}, of.description),
        h("p", {}, `Key: ${of.key.join(", ")}. ${warningWords(of)}`),
        h("p", {class: "quiet"}, fileLinks(of, {document})),
        plainTable(of.columns, {document, caption: `Columns of ${of.table}`, columns: COLUMNS, isStacked: true})
      )
    ),
    downloadLine({document, download: FILE, source: "From the contracts that write the files."})
  );
}

/** Returns every column of every table as a download. */
export function dictionaryDownloads({catalogue}: Release): Download[] {
  const rows = catalogue.tables.flatMap(({table, columns}) => columns.map((column) => ({...column, table})));
  const named: readonly PlainColumn<(typeof rows)[number]>[] = [
    {title: "Table", value: ({table}) => table},
    ...COLUMNS
  ];
  return [plainDownload(FILE, {title: "Columns of every table", rows, columns: named})];
}

const holds = ({table, rows, columns}: CatalogueTable): string =>
  `${table} · ${rows === 1 ? "1 row" : `${count(rows)} rows`} · ${count(columns.length)} columns`;

const COLUMNS: readonly PlainColumn<Column>[] = [
  {title: "Column", value: ({column}) => column},
  {title: "Title", value: ({title}) => title},
  {title: "What it holds", isLong: true, value: ({description}) => description},
  {title: "Unit", value: ({unit}) => unit ?? ""},
  {title: "Type", value: ({type}) => type}
];
