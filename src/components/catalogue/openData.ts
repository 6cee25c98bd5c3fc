import type {OpenDataFile} from "../../../pipeline/publish/catalogue.js";
import {builder, type Child} from "../element.js";
import {count, plural} from "../format.js";
import type {Release} from "../release.js";
import {table} from "../table.js";
import {fileSize, isOpenData, kindOf, OPEN_DATA} from "./tableIndex.js";

/** Says how many files of open data there are, and how many of them the standard knows. */
export function openDataSentence({catalogue}: Pick<Release, "catalogue">): string {
  const all = catalogue.open_data;
  const standard = all.filter(({scope}) => scope === "standard").length;
  if (all.length === 0) return "This release has no figures in that form.";
  return `Keeping to that standard: ${plural(standard, "file")}, with England, regions and local authorities. Beside it: ${plural(all.length - standard, "file")} with what it has no place for, which is local LSCs and counting windows of targets.`;
}

/** Returns every file of open data with its rows, and the guidance that goes with them; nothing where there is none. */
export function openDataTable({catalogue}: Pick<Release, "catalogue">, {document}: {document: Document}): Node {
  const files = catalogue.open_data;
  if (files.length === 0) return document.createTextNode("");
  const h = builder(document);
  const written = catalogue.tables.flatMap(({files}) => files).filter(({file}) => isOpenData(file));
  const sizes = new Map(written.map(({file, bytes}) => [file, bytes]));
  const common = written.filter(({file}) => file.startsWith(`${OPEN_DATA}data-guidance/`));
  return h(
    "div",
    {class: "below published"},
    h(
      "ul",
      {},
      ...common.map(({file, bytes}) =>
        h("li", {}, h("a", {href: `/${file}`}, COMMON[file.split(".").at(-1) ?? ""] ?? file), ` ${fileSize(bytes)}`)
      )
    ),
    table<OpenDataFile>(files.toSorted(byScope), {
      document,
      caption: "Open data files",
      isStacked: true,
      columns: [
        {title: "File", cell: ({title}) => title},
        {title: "In the standard", cell: ({scope}) => (scope === "standard" ? "yes" : "beside it")},
        {title: "Rows", isNumber: true, cell: ({rows}) => count(rows)},
        {title: "Files", cell: (of) => links(of, {document, sizes})}
      ]
    })
  );
}

const COMMON: Readonly<Record<string, string>> = {
  md: "Data guidance: what each file holds and how to read it",
  csv: "Data dictionary: every column of every file (CSV)",
  json: "Description of the dictionary, for programs (CSVW)"
};

function links(
  {title, files}: OpenDataFile,
  {document, sizes}: {document: Document; sizes: ReadonlyMap<string, number>}
): HTMLElement {
  const h = builder(document);
  const made = files.flatMap((file): Child[] => {
    const size = fileSize(sizes.get(file) ?? 0);
    return [h("a", {href: `/${file}`, "aria-label": `${kindOf(file)}: ${title}, ${size}`}, kindOf(file)), ` ${size} `];
  });
  return h("span", {class: "file-links"}, ...made);
}

/** Files that keep to the standard first, and each kind in the order of the catalogue. */
const byScope = (a: OpenDataFile, b: OpenDataFile): number => place(a) - place(b);
const place = ({scope}: OpenDataFile): number => (scope === "standard" ? 0 : 1);
