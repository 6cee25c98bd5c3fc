import {builder} from "./element.js";

/** One headline figure: the number, what it is, and what it rests on. */
export interface KeyFigure {
  value: string;
  label: string;
  base: string;
  indicator?: string; // what explains the number: "OFF-01"
  about?: string; // where else it is explained, if it is no indicator: "#intervals"
}

/** Returns a row of at most four headline figures. */
export function keyFigures(figures: readonly KeyFigure[], {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const items = figures
    .slice(0, 4)
    .map(({value, label, base, indicator, about = indicator && `/indicators/${indicator}`}) =>
      h(
        "li",
        {},
        h("strong", {}, value),
        h("span", {}, label),
        h("small", {}, base),
        about && h("a", {href: about, "aria-label": `About this number: ${label}`}, "About")
      )
    );
  return h("ul", {class: "figures"}, ...items);
}
