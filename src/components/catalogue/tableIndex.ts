import type {CatalogueTable} from "../../../pipeline/publish/catalogue.js";
import {builder, type Child} from "../element.js";
import {count, list, sentence} from "../format.js";
import type {Release} from "../release.js";
import {table} from "../table.js";

export const OPEN_DATA = "data/ees/";

/** Returns every published table with what a row is, how many there are, where they come from, and its files. */
export function tableIndex({catalogue}: Release, {document}: {document: Document}): Node {
  const h = builder(document);
  return h(
    "div",
    {class: "below published"},
    table<CatalogueTable>(catalogue.tables, {
      document,
      caption: "Published tables",
      isStacked: true,
      columns: [
        {title: "Table", cell: (of) => h("a", {href: `#table-${of.table}`}, of.title)},
        {title: "A row is", cell: ({row}) => row},
        {title: "Rows", isNumber: true, cell: ({rows}) => count(rows)},
        {title: "Origin", cell: originWords},
        {title: "Files", cell: (of) => fileLinks(of, {document})}
      ]
    }),
    h("p", {}, h("a", {href: "/data/catalogue.json"}, "The same for programs, with every file’s hash (JSON)"))
  );
}

/** Returns "31,461 synthetic, 770 real": how many rows are of which origin; "not figures" of a table without origins. */
export function originWords({origins, rows}: Pick<CatalogueTable, "origins" | "rows">): string {
  const parts = Object.entries(origins).toSorted(([, a], [, b]) => b - a);
  const [only] = parts;
  if (!only) return "not figures";
  if (parts.length === 1 && only[1] === rows) return `all ${only[0]}`;
  return parts.map(([origin, number]) => `${count(number)} ${origin}`).join(", ");
}

/** Returns what to know of a table's rows, with its numbers as pages write them; empty where there is nothing. */
export function warningWords({coverage, rows}: Pick<CatalogueTable, "coverage" | "rows">): string {
  const parts = [
    coverage.provisional > 0 &&
      `${count(coverage.provisional)} are provisional, since fewer than four in five senders have reported`,
    coverage.withheld > 0 && `${count(coverage.withheld)} are withheld or too unreliable to publish`,
    coverage.part_periods > 0 && `${count(coverage.part_periods)} are for a part of their period`
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : `${sentence(`of ${count(rows)} rows, ${list(parts)}`)}.`;
}

/** Returns links to a table's files, each with its size. */
export function fileLinks({title, files}: CatalogueTable, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const links = filesOfTable(files).flatMap(({file, bytes}): Child[] => {
    const kind = kindOf(file);
    const label = `${KINDS[kind] ?? kind}: ${title}, ${fileSize(bytes)}`;
    return [h("span", {}, h("a", {href: `/${file}`, "aria-label": label}, kind), ` ${fileSize(bytes)}`), " "];
  });
  return h("span", {class: "file-links"}, ...links);
}

const KINDS: Readonly<Record<string, string>> = {
  Columns: "Columns, and what they mean",
  CSVW: "CSVW, a description for programs"
};

/** Returns the files of a table itself, without those that hold its figures once more as open data. */
export const filesOfTable = (files: CatalogueTable["files"]): CatalogueTable["files"] =>
  files.filter(({file}) => !isOpenData(file));

/** Returns true for a file of open data by the standard. */
export const isOpenData = (file: string): boolean => file.startsWith(OPEN_DATA);

/** Returns 4944170 as "4.9 MB", and 900 as "1 kB". */
export function fileSize(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${count(Math.max(1, Math.round(bytes / 1000)))} kB`;
}

/** Returns what a file of a table is: its rows in one form or another, or what they mean. */
export function kindOf(file: string): string {
  if (file.endsWith(".meta.csv")) return "Columns";
  if (file.endsWith("-metadata.json")) return "CSVW";
  return file.endsWith(".parquet") ? "Parquet" : "CSV";
}
