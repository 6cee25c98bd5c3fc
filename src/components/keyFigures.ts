import {builder} from "./element.js";

/** One headline figure: the number, what it is, and what it rests on. */
export interface KeyFigure {
  value: string;
  label: string;
  base: string;
}

/** Returns a row of at most four headline figures. */
export function keyFigures(figures: readonly KeyFigure[], {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const items = figures
    .slice(0, 4)
    .map(({value, label, base}) => h("li", {}, h("strong", {}, value), h("span", {}, label), h("small", {}, base)));
  return h("ul", {class: "figures"}, ...items);
}
