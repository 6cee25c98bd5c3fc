import {quoted} from "./source.js";

/** Returns what stands within a paragraph or a cell as Typst. Links lead nowhere on paper, so their words stand alone. */
export function inline(node: Node): string {
  return [...node.childNodes].map(one).join("");
}

function one(node: Node): string {
  if (node.nodeType === TEXT) {
    const text = (node.textContent ?? "").replace(/\s+/g, " ");
    return text === "" ? "" : `#${quoted(text)}`;
  }
  if (!isElement(node) || isUnseen(node)) return "";
  const inner = inline(node);
  if (inner === "") return node.tagName === "BR" ? "#linebreak()" : "";
  if (/^(STRONG|B)$/.test(node.tagName)) return `#strong[${inner}]`;
  if (/^(EM|I)$/.test(node.tagName)) return `#emph[${inner}]`;
  if (node.classList.contains("status")) return `#status(${quoted(mannerOf(node))})[${inner}]`;
  if (node.classList.contains("numeral")) return `${inner}#h(0.6em)`;
  if (node.tagName === "SMALL") return ` #quiet[${inner}]`;
  if (node.classList.contains("when") || node.classList.contains("quiet")) return `#quiet[${inner}]`;
  return inner;
}

export const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;
const [ELEMENT, TEXT] = [1, 3];

/** What only a screen reader speaks, and what is drawn beside a number that stands there anyway. */
const isUnseen = (element: Element): boolean =>
  element.classList.contains("spoken") || element.tagName.toLowerCase() === "svg" || element.tagName === "SCRIPT";

const mannerOf = (element: Element): string => [...element.classList].find((name) => name !== "status") ?? "none";
