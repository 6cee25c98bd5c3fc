import {builder} from "../element.js";
import {groups} from "../groups.js";
import type {Entry} from "./entries.js";

/** Returns a form that asks for words, and the place where a script says what fits; without one it points to the letters. */
export function searchForm({document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const input = {id: "words", name: "q", type: "search", autocomplete: "off", spellcheck: "false"};
  return h(
    "div",
    {class: "finder"},
    h(
      "form",
      {role: "search", "aria-label": "This index"},
      h("label", {for: "words"}, "Words to look for"),
      h("input", input)
    ),
    h("p", {id: "hits", role: "status"}),
    h(
      "noscript",
      {},
      h(
        "p",
        {},
        "This box needs scripts, which this browser does not run. Every entry stands below by its first letter."
      )
    ),
    h("ul", {class: "hits"})
  );
}

/** Returns every entry under its first letter, with links to the letters. */
export function azIndex(entries: readonly Entry[], {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const letters = [...groups(entries, ({name}) => letterOf(name))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return h(
    "div",
    {id: "index"},
    h(
      "nav",
      {class: "letters", "aria-label": "Letters"},
      ...letters.flatMap(([letter]) => [h("a", {href: `#letter-${letter}`}, letter), " "])
    ),
    ...letters.map(([letter, members]) =>
      h(
        "section",
        {"aria-labelledby": `letter-${letter}`},
        h("h2", {id: `letter-${letter}`}, letter),
        h("ul", {class: "entries"}, ...members.map((entry) => entryLine(entry, {document})))
      )
    )
  );
}

/** Returns one entry as a line: its name with a link, what it is, and what is known of it. */
function entryLine({name, kind, address, says}: Entry, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  return h(
    "li",
    {},
    h("a", {href: address}, name),
    " ",
    h("span", {class: "kind"}, kind),
    says === "" ? null : h("span", {class: "says"}, ` ${says}`)
  );
}

/** Names that begin with a number stand together. */
function letterOf(name: string): string {
  const letter = name
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]/g, "")
    .charAt(0)
    .toUpperCase();
  return /[A-Z]/.test(letter) ? letter : "0–9";
}
