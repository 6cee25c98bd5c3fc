import {builder} from "./element.js";

/** Returns the key to a chart's marks, each by the class that draws it; the chart's words say the same to screen readers. */
export function chartKey(items: readonly (readonly [kind: string, said: string])[], {document}: {document: Document}) {
  const h = builder(document);
  const lines = items.map(([kind, said]) => h("li", {}, h("span", {class: `mark ${kind}`}), said));
  return h("ul", {class: "key", "aria-hidden": "true"}, ...lines);
}
