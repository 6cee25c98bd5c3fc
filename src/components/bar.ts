import {builder} from "./element.js";

/** Returns a small bar that repeats a share standing beside it; hidden from screen readers for that reason. */
export function bar(share: number, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const width = Math.max(0, Math.min(1, share)) * 100;
  return h("span", {class: "bar", "aria-hidden": "true"}, h("i", {style: `width:${width.toFixed(1)}%`}));
}
