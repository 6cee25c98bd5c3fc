import {builder} from "./element.js";

/** Returns the key to the marks at the end of a target's bar. */
export function targetKey({document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const item = (kind: string, text: string) => h("li", {}, h("span", {class: `mark ${kind}`}), text);
  return h(
    "ul",
    {class: "key", "aria-hidden": "true"},
    item("ceiling", "ceiling (“up to”)"),
    item("about", "approximate (“around”)"),
    item("exact", "number to reach"),
    item("empty", "not yet counting")
  );
}
