import {builder} from "../src/components/element.js";
import type {Claim} from "./claims/claim.js";

/** Returns a paragraph of plain prose. */
export const paragraph = (text: string, {document}: {document: Document}): HTMLElement =>
  builder(document)("p", {}, text.trim());

/** Returns a paragraph that says what to bear in mind. */
export const note = (text: string, {document}: {document: Document}): HTMLElement =>
  builder(document)("p", {class: "note"}, text);

/** Returns claims as a list, a sentence each with its name, so that it can be traced to its cells. */
export function claimList(claims: readonly Claim[], {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  return h("ul", {class: "claims"}, ...claims.map((claim) => h("li", {}, sentenceOf(claim, {document}))));
}

/** Returns claims as paragraphs, a sentence each with its name. */
export const sentences = (claims: readonly Claim[], {document}: {document: Document}): HTMLElement[] =>
  claims.map((claim) => builder(document)("p", {}, sentenceOf(claim, {document})));

const sentenceOf = ({id, said}: Claim, {document}: {document: Document}): HTMLElement =>
  builder(document)("span", {"data-claim": id}, said);
