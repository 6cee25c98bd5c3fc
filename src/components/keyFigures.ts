import {builder} from "./element.js";

/** One headline figure: the number, what it is, and what it rests on. */
export interface KeyFigure {
  value: string;
  label: string;
  base: string;
  indicator?: string; // where the number is explained: "OFF-01"
}

/** Returns a row of at most four headline figures. */
export function keyFigures(figures: readonly KeyFigure[], {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const items = figures
    .slice(0, 4)
    .map(({value, label, base, indicator}) =>
      h(
        "li",
        {},
        h("strong", {}, value),
        h("span", {}, label),
        h("small", {}, base),
        indicator && h("a", {href: `/indicators/${indicator}`, "aria-label": `About this number: ${label}`}, "About")
      )
    );
  return h("ul", {class: "figures"}, ...items);
}
