import {builder} from "./element.js";
import type {Missing} from "./format.js";

/** Returns the word that stands where a number does not, which a screen reader speaks in full. */
export function missingWord({word, speech}: Missing, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  if (word === speech) return h("span", {class: "missing"}, word);
  const shown = h("span", {"aria-hidden": "true"}, word);
  return h("span", {class: "missing"}, shown, h("span", {class: "spoken"}, speech));
}
