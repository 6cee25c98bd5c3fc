import {builder} from "./element.js";
import {type Cell, count, missing} from "./format.js";
import type {Words} from "./release.js";

export interface NumberOptions {
  document: Document;
  words: Words;
  write?(value: number): string; // defaults to whole numbers with commas
}

/** Returns a number, or the word for why there is none, which a screen reader speaks in full. */
export function number(value: number | null, cell: Cell, {document, words, write = count}: NumberOptions): Node {
  if (value !== null) return document.createTextNode(write(value));
  const h = builder(document);
  const {word, speech} = missing(cell, words);
  if (word === speech) return h("span", {class: "missing"}, word);
  return h("span", {class: "missing"}, h("span", {"aria-hidden": "true"}, word), h("span", {class: "spoken"}, speech));
}
