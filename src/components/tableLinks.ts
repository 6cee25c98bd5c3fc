import {builder} from "./element.js";
import type {Tables} from "./release.js";

/** Returns links to published tables as they are offered for download: the table, and what its columns mean. */
export function tableLinks(names: readonly (keyof Tables | "provenance")[], {document}: {document: Document}) {
  const h = builder(document);
  const items = names.map((name) =>
    h(
      "li",
      {},
      h("a", {href: `/data/${name}.csv`}, `${name}.csv`),
      " ",
      h("a", {href: `/data/${name}.meta.csv`, class: "quiet", "aria-label": `Columns of ${name}`}, "columns")
    )
  );
  return h("ul", {class: "files"}, ...items);
}
