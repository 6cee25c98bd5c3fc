import {builder} from "./element.js";
import {saidSynthetic} from "./saidSynthetic.js";

export interface TableBehind {
  document: Document;
  table: Element;
  download: string; // file name under data/tables
  source: string;
  summary?: string; // what opens the table; "Table" unless told otherwise
  about?: Node; // what stands behind the numbers
}

/** Returns a table that opens on demand, with its download and its source. */
export function tableBehind({document, table, download, source, summary = "Table", about}: TableBehind): HTMLElement {
  const h = builder(document);
  const caption = table.querySelector("caption");
  if (caption) caption.textContent = saidSynthetic(caption.textContent ?? "", download);
  return h(
    "div",
    {class: "below"},
    h("details", {class: "behind"}, h("summary", {}, summary), table),
    about,
    downloadLine({document, download, source})
  );
}

/** Returns the line under a table: its download and its source. */
export function downloadLine({
  document,
  download,
  source
}: Omit<TableBehind, "table" | "summary" | "about">): HTMLElement {
  const h = builder(document);
  return h(
    "p",
    {},
    h("a", {href: `/data/tables/${download}`, download}, "Download this table (CSV)"),
    h("span", {class: "source"}, source)
  );
}
