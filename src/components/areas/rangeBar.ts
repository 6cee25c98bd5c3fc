import {builder} from "../element.js";

/** A value on a scale from 0 to `most`, with its limits where it has any. */
export interface Ranged {
  value: number;
  lower: number | null;
  upper: number | null;
  most: number;
}

/** Returns a drawing of a value and its limits beside the words that say them: a few elements, so that a page can hold many. */
export function rangeBar({value, lower, upper, most}: Ranged, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const at = (of: number): string => `${Math.round((1000 * Math.min(Math.max(of, 0), most)) / most) / 10}%`;
  const limits = lower === null || upper === null ? "" : `--from:${at(lower)};--to:${at(upper)};`;
  const inner = limits === "" ? null : h("i");
  return h("span", {class: "range", "aria-hidden": "true", style: `${limits}--at:${at(value)}`}, inner, h("b"));
}
